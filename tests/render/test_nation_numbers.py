"""With a nation chosen, no card, list, table or sentence of any view begins with a number of another nation.

Numbers to call and to text count, and the names of services for a crisis. Not looked at: how we know, and the list of sources,
which say what a source says; and the words explained whose name is a number.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from xml.etree.ElementTree import Element

import pytest
from msgspec.structs import replace

from ketaguide import crisis
from ketaguide.loading.prose import parse_prose
from ketaguide.model.block import BulletList
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.render.html_links import Links
from ketaguide.render.html_pages import pages as web_pages
from ketaguide.render.html_takeaway import takeaway_html
from ketaguide.render.plain_guide import guide_text
from ketaguide.render.plain_takeaway import takeaway_text
from ketaguide.render.search_text import help_lines, snippet
from ketaguide.resolve.nation import for_nation
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.search import Finder
from ketaguide.session import Session
from ketaguide.session.attempt import Attempt
from ketaguide.tui.doc import Box, Doc
from ketaguide.tui.pages import page as screen_page
from ketaguide.tui.pages.words import contact_sheet, term_sheet
from tests.editions import EDITIONS
from tests.nations import NATIONS
from tests.render.compared import WIDE, context_of, drawn_lines, drawn_words, plain_words, tree_of
from tests.site.words import NAMESPACE, said
from tests.unit.scripted import talk

READERS: list[tuple[EditionId, Nation]] = list(product(EDITIONS, NATIONS))
PLACES = ("home", "contents", "view", "help-now", "questions", "takeaway", "words", "about", "keys")
WEB_TAGS = frozenset(f"{NAMESPACE}{tag}" for tag in ("p", "li", "h1", "h2", "h3", "h4", "summary"))
WEB_CARDS = frozenset({"card", "options", "contact", "do-dont", "callout"})
NAMED_NUMBERS = frozenset({"nhs-111", "nhs-24"})
"""Words explained that are the number of some nations, or its name."""
SEARCHES = (
    "suicide",
    "think of suicide",
    "call",
    "night",
    "cope",
    "safe",
    "crisis",
    "help",
    "drugs",
    "urgent",
    "111",
    "Lifeline",
)
SOURCED = ("sources", "-how-we-know")


Mentions = tuple[re.Pattern[str], dict[str, set[Nation]]]


@pytest.fixture(scope="module")
def mentions(shipped: Guide) -> Mentions:
    """A pattern of every number, number for texts and name of a service, and the nations that each serves."""
    found: dict[str, set[Nation]] = {}
    for contact in shipped.contacts.values():
        names = [contact.phone, contact.sms]
        if contact.kind in ("urgent", "crisis-line") and not re.search("[0-9]{3}", contact.name):
            names.append(contact.name.partition(" (")[0])
        for name in filter(None, names):
            found.setdefault(name, set()).update(contact.nations or NATIONS)
    anyone = "|".join(re.escape(name) for name in sorted(found, key=len, reverse=True))
    return re.compile(rf"(?<![\w&])(?<!\d )(?:{anyone})(?!\w)(?! \d)"), found


def foreign(text: str, mentions: Mentions, nation: Nation) -> list[str]:
    """The text and each of its sentences that begin with a number or a service of another nation."""
    pattern, serves = mentions
    parts = dict.fromkeys([text, *re.split(r"(?<=[.!?]) +", text)])
    first = ((part, pattern.search(part)) for part in parts)
    return [part for part, found in first if found and nation not in serves[found[0]]]


def web_texts(markup: str) -> Iterator[str]:
    """Every block of a web page: cards, lists, items, paragraphs, headings."""
    tree: Element = tree_of(markup)
    for element in tree.iter():
        if element.tag in WEB_TAGS or WEB_CARDS & {*element.get("class", "").split()}:
            yield " ".join(said(element).split()).replace("\u00a0", " ")


def drawn(doc: Doc) -> Iterator[str]:
    """Every line and every card of a page of the full-screen view, buttons too."""
    yield from drawn_lines(doc, buttons=True)
    yield from (drawn_words(Doc("", (piece,)), buttons=True) for piece in doc.pieces if isinstance(piece, Box))


def plain_texts(view: GuideView) -> Iterator[tuple[str, str]]:
    """(where, text) of all plain text: pages, words explained, what is taken home, the card, search, the conversation."""
    home, finder, reader = takeaway(view, []), Finder(view.guide), (view.edition_id, view.nation)
    texts: dict[str, Iterable[str]] = {
        "plain": guide_text(view, WIDE).splitlines(),
        "takeaway": takeaway_text(home, view, WIDE).splitlines(),
        "card": crisis.lines(view.nation, WIDE),
        "banner": crisis.short(view.nation, WIDE),
        "search": help_lines(view),
        "found": (snippet(found) for typed in SEARCHES for found in finder.find(typed, *reader).found),
    }
    session = Session(edition_id=view.edition_id, nation=view.nation)
    texts["conversation"] = "".join(talk(view.guide, "0", "1", width=WIDE, session=session)).splitlines()
    for where, lines in texts.items():
        yield from ((where, plain_words(line)) for line in lines)


def screens(view: GuideView) -> Iterator[tuple[str, Doc | None]]:
    """(place, page) of all places and sheets of the full screen."""
    for place in PLACES:
        yield place, screen_page(place, context_of(view))
    for section in view.pages():
        yield section.id, screen_page(f"section:{section.id}", context_of(view, section))
    for term in view.edition.glossary.terms:
        yield term.id, term_sheet(context_of(view), term.id)
    for contact in view.contacts(view.guide.contacts):
        yield contact.id, contact_sheet(context_of(view), contact.id)
    for round_ in view.edition.quiz.rounds:
        for question in range(len(round_.questions)):
            for choice in range(len(round_.questions[question].choices)):
                context = context_of(view)
                attempt = context.session.attempt = Attempt(round_)
                for _ in range(question):
                    attempt.next()
                attempt.choose(choice)
                yield round_.questions[question].id, screen_page("quiz", context)


def web(view: GuideView) -> Iterator[tuple[str, str]]:
    """(page, text) of every web page, and of the page on paper."""
    for page in web_pages(view, Links(view.edition.meta.path)):
        if not page.name.endswith(SOURCED):
            yield from ((page.name, text) for text in web_texts(str(page.body)))
    yield from (("paper", text) for text in web_texts(takeaway_html(takeaway(view, []), view).partition("<body>")[2]))


def _without_named_numbers(guide: Guide) -> Guide:
    """The guide without the words explained that are the number of some nations."""
    editions = {}
    for edition_id, edition in guide.editions.items():
        terms = tuple(term for term in edition.glossary.terms if term.id not in NAMED_NUMBERS)
        editions[edition_id] = replace(edition, glossary=replace(edition.glossary, terms=terms))
    return replace(guide, editions=editions)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: "-".join(reader))
def test_no_card_list_or_sentence_begins_with_the_number_of_another_nation(
    shipped: Guide, mentions: Mentions, reader: tuple[EditionId, Nation]
) -> None:
    view = GuideView(_without_named_numbers(shipped), *reader)
    texts = [*plain_texts(view), *web(view)]
    texts += [(place, text) for place, doc in screens(view) if doc for text in drawn(doc)]
    wrong = {(where, part) for where, text in texts for part in foreign(text, mentions, reader[1])}
    assert sorted(wrong) == [], "\n".join(f"{where}: {part[:200]}" for where, part in sorted(wrong))


def test_a_foreign_number_is_found_wherever_it_stands_first(mentions: Mentions) -> None:
    assert foreign("Call 111 if:", mentions, "northern-ireland")
    assert foreign("Rest. Lifeline answers, and so does 111.", mentions, "scotland")
    assert not foreign("Call Lifeline instead of 111.", mentions, "northern-ireland")
    assert not foreign("In 1110 rooms, on page 111a, dial 0808 808 80001.", mentions, "northern-ireland")


def test_with_no_nation_chosen_nothing_is_left_out(shipped: Guide) -> None:
    for page in shipped.editions["en"].sections.values():
        assert for_nation(page, GuideView(shipped)) is page


LINK = "[Lifeline](contact:lifeline-ni)"


@pytest.mark.parametrize(
    ("written", "in_scotland", "in_northern_ireland"),
    [
        (f"Do call 111, or {LINK} in Northern Ireland.", "Do call 111.", f"Do call {LINK}."),
        ("**Call 111, or Lifeline in Northern Ireland**, now.", "**Call 111** now.", "**Call Lifeline** now."),
        (f"Call 111 and choose an option, or call {LINK} in Northern Ireland.",) * 3,
        (
            f"Call 111 and choose the mental health option, or call {LINK} in Northern Ireland. Now.",
            "Call 111 and choose the mental health option. Now.",
            f"Call {LINK}. Now.",
        ),
        (f"Ask. In Northern Ireland, call {LINK}.", "Ask.", f"Ask. In Northern Ireland, call {LINK}."),
        (f"In Northern Ireland, call {LINK}.", f"In Northern Ireland, call {LINK}.", f"In Northern Ireland, call {LINK}."),
        (f"Ask. In Northern Ireland, call {LINK}. It is free.",) * 3,
        ("Ask. In Northern Ireland, ask your doctor.",) * 3,
    ],
    ids=["urgent", "bold", "other option", "option", "last", "alone", "something follows", "no service"],
)
def test_a_sentence_for_other_nations_goes_only_where_nothing_can_refer_to_it(
    shipped: Guide, written: str, in_scotland: str, in_northern_ireland: str
) -> None:
    for nation, expected in (("scotland", in_scotland), ("northern-ireland", in_northern_ireland)):
        prose = for_nation(parse_prose(written), GuideView(shipped, nation=nation))
        assert prose.text == parse_prose(expected).text
        assert [span for span in prose.spans if span.scheme] == [span for span in parse_prose(expected).spans if span.scheme]


def test_a_list_keeps_the_items_of_the_nation_and_is_never_emptied(shipped: Guide) -> None:
    items = tuple(map(parse_prose, ("In England and Wales: one.", "Scotland: two.", "All: three.")))
    kept = for_nation(BulletList(items=items), GuideView(shipped, nation="scotland")).items
    assert [item.text for item in kept] == ["Scotland: two.", "All: three."]
    others = BulletList(items=items[:2])
    assert for_nation(others, GuideView(shipped, nation="northern-ireland")) is others
