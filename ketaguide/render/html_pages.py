"""The pages for a browser, one function each: what stands between the top and the foot that all share."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.ask import Ask
from ketaguide.model.block import CareCard
from ketaguide.model.evidence import Claim
from ketaguide.model.glossary import Term
from ketaguide.model.guide import Section
from ketaguide.model.quiz import Choice, Question
from ketaguide.render import html_links as to
from ketaguide.render import phrases
from ketaguide.render.html_blocks import blocks, contact_card, headings
from ketaguide.render.html_env import markup, page
from ketaguide.render.html_ink import Ink
from ketaguide.render.html_links import Links
from ketaguide.render.html_search import entries
from ketaguide.render.html_style import EVIDENCE, PLACE, SECTION
from ketaguide.render.plain_words import sorted_terms
from ketaguide.render.reading import Reading
from ketaguide.resolve.overdue import next_check
from ketaguide.session.takeaway import GP_PAGE, takeaway

_LISTED = 4
"""Headings from which a page lists them."""


@dataclass(frozen=True)
class Page:
    """One page of the site: its file's name, its title, what stands in it, and the scripts only it needs."""

    name: str
    title: str
    body: Markup
    scripts: tuple[str, ...] = ()
    sheets: tuple[str, ...] = PLACE

    @property
    def counts_people(self) -> bool:
        """Whether it has pictures of 100 people, which draw from patterns at the end of the page."""
        return 'class="people"' in self.body


def pages(reading: Reading, links: Links) -> Iterator[Page]:
    """Every page of one variant, in the order in which a booklet has them."""
    yield home(reading, links)
    order = reading.pages()
    for index, section in enumerate(order):
        before, after = order[index - 1 : index], order[index + 1 : index + 2]
        yield section_page(section, reading, links, before, after)
    yield quiz(reading, links)
    yield take_away(reading, links)
    yield glossary(reading, links)
    yield about(reading, links)
    if not links.one_file:
        yield from (how_we_know(section, reading, links) for section in order if phrases.section_cites(section))
        yield search(reading, links)
    yield sources(reading, links)


def _page(template: str, reading: Reading, links: Links, name: str, title: str, **values: object) -> Page:
    words = reading.edition.interface
    body = page(template, words=words, labels=words.labels, html=words.html, links=links, name=name, title=title, **values)
    scripts = {"quiz": ("quiz.js",), "take-away": ("takeaway.js",), "search": ("search.js",)}.get(name, ())
    sheets = {"section.html": SECTION, "evidence.html": EVIDENCE}.get(template, PLACE)
    return Page(name, title, Markup(body.strip()), scripts, sheets)


def home(reading: Reading, links: Links) -> Page:
    """What this is, the ways in, and every page in its part."""
    meta, order = reading.guide.meta, reading.pages()
    return _page(
        "home.html", reading, links, to.HOME, meta.title,
        first=order[0] if order else None, gp=reading.section(GP_PAGE), count=len(order), parts=list(reading.parts()),
        review=phrases.review_words(meta, reading.labels),
        how_long={one.id: phrases.how_long(one, reading.labels, reading.nation) for one in order},
        term_count=len(reading.edition.glossary.terms), shown_by=_shown_by(reading), overdue=_overdue(reading),
    )  # fmt: skip


def _shown_by(reading: Reading) -> str:
    """Which surgery or library shows the guide, if one does."""
    shown = phrases.shown_by(reading.guide.site, reading.take_words)
    return f"{reading.take_words.shown_by} {shown}" if shown else ""


def _overdue(reading: Reading) -> Markup:
    """The line that a script shows once the guide was to be checked again: a page is made once and read for years."""
    due = next_check(reading.guide)
    return markup("due", by=due, text=reading.labels.overdue.format(date=phrases.date_words(due)), kind="inset")


def section_page(section: Section, reading: Reading, links: Links, before: list[Section], after: list[Section]) -> Page:
    """A page: what it says in short, its blocks, questions to ask, words explained, review state and date."""
    guide, labels = reading.guide, reading.labels
    ink = Ink(reading, links, section.id, explains=not links.one_file)
    summary = [ink.prose(item) for item in section.summary]
    body = blocks(section.blocks, ink)
    listed = headings(section.blocks, ink)
    asks = [ask for name in section.questions if (ask := reading.guide.ask(name, reading.variant))]
    return _page(
        "section.html", reading, links, section.id, section.title,
        how_long=phrases.how_long(section, labels, reading.nation),
        where=phrases.for_nations(section.nations, labels) if section.nations else "",
        overdue=_overdue(reading) if section.id == HELP_PAGE else "",
        note=phrases.edition_note(section.id, guide, reading.variant, labels),
        summary=summary, summary_as_of=ink.as_of(section.cites), blocks=body,
        listed=listed if len(listed) >= _LISTED and not links.one_file else [],
        starts_with_card=isinstance(next(iter(section.blocks), None), CareCard),
        asks=asks, take_these=_take_these(asks, links),
        terms=[] if links.one_file else [_word(term, ink, anchored=True) for term in _by_name(ink.terms)],
        facts=len(phrases.section_cites(section)), before=before, after=after,
        updated=f"{phrases.review_words(guide.meta, labels)} {_updated(section, reading)}",
    )  # fmt: skip


def _take_these(asks: list[Ask], links: Links) -> str:
    """The page to take along with these questions picked; in one file what stands after "#" is the page itself."""
    page = links.place(to.TAKE_AWAY)
    return page if links.one_file else to.take_away(page, (ask.id for ask in asks))


def _updated(section: Section, reading: Reading) -> str:
    return reading.labels.updated.format(date=phrases.date_words(section.updated)) + "."


def _by_name(terms: dict[str, Term]) -> list[Term]:
    return sorted(terms.values(), key=lambda term: term.term.lower())


def _word(term: Term, ink: Ink, *, anchored: bool) -> Markup:
    """A word explained; words in its meaning lead to the glossary."""
    plain = Ink(ink.reading, ink.links, ink.page, explains=False)
    labels = ink.labels
    there = ink.reading.section(term.section) if term.section and term.section != ink.page else None
    more = (labels.read_more.format(title=there.nav_title), ink.links.place(there.id)) if there else None
    return markup(
        "word", term=term.term, id=to.word_id(term.id) if anchored else "", meaning=plain.prose(term.meaning),
        say=f"{labels.say_it}: {term.say}" if term.say else "",
        also=f"{labels.also_called}: {', '.join(term.also)}" if term.also else "", more=more,
    )  # fmt: skip


def glossary(reading: Reading, links: Links) -> Page:
    """Every word explained, from A to Z."""
    ink = Ink(reading, links, "glossary", explains=False)
    words = [(term.term[:1].upper(), _word(term, ink, anchored=True)) for term in sorted_terms(reading)]
    return _page("glossary.html", reading, links, "glossary", reading.labels.words, entries=words)


def quiz(reading: Reading, links: Links) -> Page:
    """Every round; each answer is a fold with its explanation, and a link back to the page."""
    ink = Ink(reading, links, "quiz", explains=False)
    rounds = [
        (round_.title, to.slug(round_.id), [_question(question, ink) for question in round_.questions])
        for round_ in reading.edition.quiz.rounds
    ]
    return _page("quiz.html", reading, links, "quiz", reading.quiz_words.title, rounds=rounds, slug=to.slug)


def _question(question: Question, ink: Ink) -> tuple[Question, list[tuple[Choice, Markup]], Section | None]:
    """A question, each choice with its explanation, and the page to read more on."""
    choices = [(choice, ink.prose(choice.feedback)) for choice in question.choices]
    return question, choices, ink.reading.section(question.section)


def take_away(reading: Reading, links: Links) -> Page:
    """Questions to ask, what to bring and who to call. What was picked stands after # in the address; a script reads it."""
    found = takeaway(reading.guide, reading.variant, reading.nation, ())
    ink = Ink(reading, links, to.TAKE_AWAY, explains=False)
    bring = found.checklist
    return _page(
        "take_away.html", reading, links, to.TAKE_AWAY, reading.take_words.title,
        groups=reading.edition.asks.groups, slug=to.slug, bring=bring.title if bring else "",
        items=[ink.prose(item) for item in bring.items] if bring else [],
        near=reading.take_words.near.format(site=found.local[0].added_by) if found.local else "",
        local=[contact_card(contact, ink) for contact in found.local],
        answered=phrases.review_words(reading.guide.meta, reading.labels),
    )  # fmt: skip


def about(reading: Reading, links: Links) -> Page:
    """What the guide is for and what it is not, its review state, dates, money and licences."""
    meta, words, ink = reading.guide.meta, reading.about_words, Ink(reading, links, "about", explains=False)
    facts = phrases.who_answers(meta, words, reading.labels)
    if shown := phrases.shown_by(reading.guide.site, reading.take_words):
        facts = ((reading.take_words.shown_by, shown), *facts)
    is_not = [ink.prose(item) for item in meta.is_not]
    own = reading.section("about-this-guide")
    purpose = ink.prose(meta.purpose)
    return _page("about.html", reading, links, "about", words.title, purpose=purpose, is_not=is_not, facts=facts, own=own)


def how_we_know(section: Section, reading: Reading, links: Links) -> Page:
    """The claims a page rests on: how sure we are of each, and where it was published."""
    claims = [reading.guide.claims[name] for name in phrases.section_cites(section) if name in reading.guide.claims]
    written = [_claim(claim, reading) for claim in claims]
    name = f"{to.slug(section.id)}-how-we-know"
    return _page("evidence.html", reading, links, name, reading.labels.how_we_know, section=section, claims=written)


def _claim(claim: Claim, reading: Reading) -> Markup:
    labels = reading.labels
    facts = [(labels.how_sure, f"{phrases.how_sure(claim, labels)}.", "")]
    facts += [("", note, "") for note in phrases.claim_notes(claim)]
    for source_id in claim.sources:
        if source := reading.guide.sources.get(source_id):
            facts.append((labels.source, phrases.source_words(source), to.web(source.url) if source.url else ""))
    return markup("claim", statement=claim.statement, facts=facts)


def sources(reading: Reading, links: Links) -> Page:
    """Every publication the guide rests on, from A to Z; in one file, every claim before them."""
    listed = sorted(reading.guide.sources.values(), key=phrases.source_words)
    rows = [(phrases.source_words(source), to.web(source.url) if source.url else "") for source in listed]
    claims = []
    if links.one_file:
        cited = dict.fromkeys(claim for section in reading.pages() for claim in phrases.section_cites(section))
        claims = [_claim(reading.guide.claims[name], reading) for name in cited if name in reading.guide.claims]
    return _page("sources.html", reading, links, "sources", reading.edition.interface.tui.all_sources, rows=rows, claims=claims)


def search(reading: Reading, links: Links) -> Page:
    """The index of everything; a script makes it a search."""
    found = entries(reading, links)
    groups: dict[str, list[tuple[str, str]]] = {"page": [], "question": [], "word": []}
    for entry in found:
        if entry.kind in groups:
            groups[entry.kind].append((entry.title, entry.href))
    return _page("search.html", reading, links, "search", reading.edition.interface.html.search, groups=groups)
