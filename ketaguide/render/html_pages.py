"""Renders the body of each web page, one function per page."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.block import OptionsGrid, WhatMatters
from ketaguide.model.glossary import Term
from ketaguide.model.guide import Section
from ketaguide.model.meta import ReadingPath
from ketaguide.render import html_links as to
from ketaguide.render.changes import Change
from ketaguide.render.html_blocks import blocks, contact_card, directory
from ketaguide.render.html_env import markup, spoken
from ketaguide.render.html_links import Links
from ketaguide.render.html_page import Page, make_page
from ketaguide.render.html_reference import changed, how_we_know, sources
from ketaguide.render.html_search import everything
from ketaguide.render.html_writer import HtmlWriter
from ketaguide.render.search_text import ways_on
from ketaguide.resolve.block import ResolvedCareCard
from ketaguide.resolve.glossary import resolve_term, sorted_terms
from ketaguide.resolve.home import ResolvedHome, answers_by_nation, resolve_home
from ketaguide.resolve.language import lender
from ketaguide.resolve.overdue import next_check
from ketaguide.resolve.path import ResolvedStep, resolve_path
from ketaguide.resolve.quiz import resolve_question
from ketaguide.resolve.section import ReadMore, how_long, read_more, resolve_section, section_cites
from ketaguide.resolve.takeaway import TRIED_ROWS, takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import counted, nation_name, overdue_line, who_answers
from ketaguide.search import Finder

_LISTED = 4
"""Minimum headings for a page to list them."""


def pages(view: GuideView, links: Links, changes: Sequence[Change] = ()) -> Iterator[Page]:
    """Yield every page of one edition, in booklet order."""
    yield home(view, links)
    order = view.pages()
    yield from (section_page(section, view, links) for section in order)
    if "quiz" not in view.lacks:
        yield quiz(view, links)
        yield from (quiz_round(number, view, links) for number in range(len(view.edition.quiz.rounds)))
    yield from (made(view, links) for name, made in (("questions", take_away), ("words", glossary)) if name not in view.lacks)
    if not links.about:
        yield about(view, links)
    if not links.one_file:
        yield from (how_we_know(section, view, links) for section in order if section_cites(section, view))
        yield search(view, links)
        yield from (reading_path(path, view, links.about) for path in view.guide.meta.paths)
        yield from [changed(changes, view, links)] if changes else []
    yield from [] if "sources" in view.lacks else [sources(view, links)]


def home(view: GuideView, links: Links) -> Page:
    """The home page: search, the questions people come with, the nations, and every page under its part."""
    found, meta = resolve_home(view), view.guide.meta
    return make_page(
        "home.html", view, links, to.HOME, meta.title, home=found, doors=(*found.questions, *found.ways),
        nations=_nations(view.section(meta.roles.by_nation), view, links), parts=list(view.parts()),
        how_long={one.id: how_long(one, view, view.nation) for one in view.pages()},
        overdue=_overdue(view), ask=_ask(view, links), places=_places(found, view),
        paths=[] if links.one_file else [(one.minutes, to.reading_path(one.minutes)) for one in meta.paths],
    )  # fmt: skip


def _places(found: ResolvedHome, view: GuideView) -> list[tuple[str, str]]:
    """(page, name) of what else there is: more questions, what to take along, words explained, the quiz."""
    words = view.interface
    lists = {
        "questions": (to.TAKE_AWAY, words.take.home_title), "words": ("glossary", view.labels.words),
        "quiz": ("quiz", words.quiz.title),
    }  # fmt: skip
    answers = [(place.page, place.name) for place in found.places if place.kind == "answers"]
    return [*answers, *(there for name, there in lists.items() if name not in view.lacks)]


def _nations(page: Section | None, view: GuideView, links: Links) -> list[tuple[str, str, str]]:
    """(id, name, address) of what a page says of each nation; an address keeps nothing. Empty for a site of one nation."""
    shown = view.profile.ids if page and view.nation is None else ()
    return [(nation, nation_name(nation, view), links.part(page.id, nation)) for nation in shown if page]


def _overdue(view: GuideView) -> Markup:
    """The overdue warning, which a script shows once the date has passed: static pages outlive their build."""
    return markup("due", by=next_check(view.guide), text=overdue_line(view), kind="inset")


def section_page(section: Section, view: GuideView, links: Links) -> Page:
    """A section page: summary, blocks, questions to ask, terms explained, review state and date."""
    page, (before, after) = resolve_section(section, view), view.around(section.id)
    writer = HtmlWriter(view, links, section.id, explains=not links.one_file)
    summary = writer.items(page.summary)
    is_directory, nations = section.id == HELP_PAGE, () if view.nation else view.profile.ids
    lengths = [(nation, how_long(section, view, nation)) for nation in nations]
    body = (directory if is_directory else blocks)(page.blocks, writer)
    name, take = to.ABOUT if section.id == links.about else section.id, links.place(to.TAKE_AWAY)
    terms = sorted(writer.terms.values(), key=lambda term: term.term.lower())
    return make_page(
        "section.html", view, links, name, section.title, page=page, about=_about(view, links) if name == to.ABOUT else None,
        overdue=_overdue(view) if is_directory else "", is_directory=is_directory,
        nations=_nations(section, view, links) if answers_by_nation(section, view) else [],
        lengths=lengths if any(length != page.how_long for _, length in lengths) else [],
        summary=summary, blocks=body,
        listed=writer.listed if len(writer.listed) >= _LISTED and not links.one_file else [],
        starts_with_card=bool(page.blocks) and isinstance(page.blocks[0].body, ResolvedCareCard),
        take_these=take if links.one_file else to.take_away(take, (ask.id for ask in page.asks)),
        terms=[] if links.one_file else [_word(term, writer) for term in terms],
        before=before, after=after,
    )  # fmt: skip


def reading_path(path: ReadingPath, view: GuideView, about: str) -> Page:
    """The page of a reading path: summaries, with tables and questions, and links to the whole pages."""
    links = Links(view.edition.meta.path, about=about, several=True)
    steps = [_step(step, view, links) for step in resolve_path(path, view)]
    title = counted(view.labels.time_title, path.minutes, view)
    return make_page("path.html", view, links, to.reading_path(path.minutes), title, steps=steps)


def _step(step: ResolvedStep, view: GuideView, links: Links) -> dict[str, object]:
    page, writer = resolve_section(step.page, view), HtmlWriter(view, links, step.page.id, explains=False)
    return {
        **page._asdict(), "place": step.place, "summary": writer.items(page.summary), "href": links.place(page.id),
        "blocks": blocks(step.tables if step.whole_page else page.blocks, writer, 3),
        "asks": page.asks if step.has_questions or not step.whole_page else (), "whole": step.whole_page, "done": step.done,
    }  # fmt: skip


def _word(term: Term, writer: HtmlWriter) -> Markup:
    """A glossary entry; terms in its meaning link to the glossary."""
    plain = HtmlWriter(writer.view, writer.links, writer.page, explains=False)
    found = resolve_term(term, writer.view)
    more = found.more if found.more and found.more.page != writer.page else None
    href, lang = writer.links.place(more.page) if more else "", spoken(lender("term", term.id, writer.view))
    meaning = plain.prose(found.meaning)
    return markup("word", term=found, id=to.word_id(term.id), meaning=meaning, more=more, href=href, lang=lang)


def glossary(view: GuideView, links: Links) -> Page:
    """The glossary page, from A to Z."""
    writer = HtmlWriter(view, links, "glossary", explains=False)
    words = [(term.term[:1].upper(), _word(term, writer)) for term in sorted_terms(view)]
    return make_page("glossary.html", view, links, "glossary", view.labels.words, entries=words)


def quiz(view: GuideView, links: Links) -> Page:
    """The quiz page: the rounds, each a page of its own."""
    rounds = [(one.title, to.slug(one.id), to.quiz_round(one.id), len(one.questions)) for one in view.edition.quiz.rounds]
    return make_page("quiz.html", view, links, "quiz", view.interface.quiz.title, rounds=rounds)


def quiz_round(number: int, view: GuideView, links: Links) -> Page:
    """A round of the quiz: the explanation of an answer shows once it is chosen, and that of the right one with it."""
    rounds, name = view.edition.quiz.rounds, to.quiz_round(view.edition.quiz.rounds[number].id)
    round_, writer = rounds[number], HtmlWriter(view, links, name, explains=False)
    questions = [resolve_question(round_, index, view) for index in range(len(round_.questions))]
    after = [(one.title, to.quiz_round(one.id)) for one in rounds[number + 1 : number + 2]]
    return make_page(
        "quiz_round.html", view, links, name, round_.title, questions=questions, slug=to.slug, prose=writer.prose,
        after=after[0] if after else None,
    )  # fmt: skip


def take_away(view: GuideView, links: Links) -> Page:
    """The takeaway page, with places to write in; a script reads the picked ids after "#" in the address."""
    found, writer = takeaway(view, ()), HtmlWriter(view, links, to.TAKE_AWAY, explains=False)
    options = view.edition.options
    return make_page(
        "take_away.html", view, links, to.TAKE_AWAY, view.interface.take.home_title,
        groups=view.edition.asks.groups, slug=to.slug, home=found, tried_rows=TRIED_ROWS,
        to_matters=_read_more(WhatMatters, view), to_options=_read_more(OptionsGrid, view),
        matters={to.slug(one.id): one.text for one in options.things},
        options={to.slug(one.id): one.name for one in options.options if not one.always},
        items=[writer.prose(item) for item in found.bring], local=[contact_card(contact, writer) for contact in found.near],
    )  # fmt: skip


def _read_more(kind: type[WhatMatters | OptionsGrid], view: GuideView) -> ReadMore | None:
    """The way to the page with a block of a kind."""
    return next((read_more(page.id, view) for page in view.pages() if any(isinstance(one, kind) for one in page.blocks)), None)


def about(view: GuideView, links: Links) -> Page:
    """The about page of a guide without a page on itself."""
    return make_page("about.html", view, links, to.ABOUT, view.interface.about.title, about=_about(view, links))


def _about(view: GuideView, links: Links) -> dict[str, object]:
    """Purpose, limits, review state, dates, funding and licences."""
    meta, writer = view.guide.meta, HtmlWriter(view, links, to.ABOUT, explains=False)
    is_not = [writer.prose(item) for item in meta.is_not]
    return {"purpose": writer.prose(meta.purpose), "is_not": is_not, "facts": who_answers(view)}


def search(view: GuideView, links: Links) -> Page:
    """The search page: an index of everything, which a script turns into a search."""
    title = view.interface.html.search
    return make_page("search.html", view, links, "search", title, groups=everything(view, links), ask=_ask(view, links))


def _ask(view: GuideView, links: Links) -> dict[str, object]:
    """Values of the search form that need no index: words of distress, and where to go if nothing is found."""
    places = {"contents": f"{links.place(to.HOME)}#{links.anchor(to.HOME, 'all-pages')}", "help-now": links.place(HELP_PAGE)}
    return {
        "distress": "\n".join(view.edition.search.distress),
        "alone": "\n".join(view.guide.calls_for_help(view.edition_id)),
        "names": "\n".join(Finder(view.guide).distress(view.edition_id).taken_for_slips()),
        "ways": [(label, places.get(place) or links.place(place.partition(":")[2])) for label, place, _ in ways_on(view)],
    }
