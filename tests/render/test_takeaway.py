"""The takeaway, as text to read, as text on paper and as a printable page."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import msgspec

from ketaguide.model.contact import Contact
from ketaguide.model.guide import Guide
from ketaguide.render.html_takeaway import takeaway_html
from ketaguide.render.plain_takeaway import known_questions, takeaway_paper, takeaway_text
from ketaguide.resolve.takeaway import Takeaway, takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import date_words

PICKED = ["ask-gp-refer", "ask-gp-next-step"]


def text(shipped: Guide, *asks: str, edition_id: str = "en") -> str:
    view = GuideView(shipped, "en-short" if edition_id == "en-short" else "en", "wales")
    return takeaway_text(takeaway(view, asks), view, 60)


def with_picks(guide: Guide) -> tuple[GuideView, Takeaway]:
    """A reader who picked things, options and questions, of any guide that has some."""
    view = GuideView(guide, nation="wales")
    things, options = view.edition.options.things, view.edition.options.options
    matters, compared = tuple(thing.id for thing in things[:3]), tuple(option.id for option in options[1:4])
    view = replace(view, matters=matters[::-1], compared=compared)
    return view, takeaway(view, [ask.id for group in view.edition.asks.groups for ask in group.questions][:5])


def test_the_parts_stand_in_the_order_in_which_they_are_said_at_the_surgery(guide: Guide, shipped: Guide) -> None:
    said = text(shipped, *PICKED)
    parts = (
        "In danger: 999", "What matters most to me", "Options I want to discuss", "1. Would it help to refer me",
        "2. What are my choices now", "What I have tried", "What to bring",
        "Who paid for the ketamine and esketamine studies", "Facts last checked",
    )  # fmt: skip
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    view, home = with_picks(guide)
    assert home.matters == tuple(thing.text for thing in guide.editions["en"].options.things[2::-1])
    assert home.options == ("Test syrup", "Wait")
    read = takeaway_text(home, view, 60)
    assert f"1. {home.matters[0]}" in read
    assert "1. Test syrup\nGood for me: (blank)\nHard for me: (blank)\n2. Wait" in read


def test_with_nothing_picked_there_is_room_to_write_and_a_screen_reader_says_each_place_once(shipped: Guide) -> None:
    view = GuideView(shipped)
    home = takeaway(view, ())
    assert (home.matters, home.options) == (("",) * 3, ("",) * 3)
    read = takeaway_text(home, view, 60)
    assert "What matters most to me\n\n(blank)\n\n\nOptions I want to discuss\n\n(blank)\nGood for me: (blank)\n" in read
    assert "_" not in read
    paper = takeaway_paper(home, view, 72)
    assert "(blank)" not in paper
    assert re.findall(r"^[123]\. _+$", paper, re.M) == [f"{n}. {'_' * 69}" for n in (1, 2, 3)] * 2
    rows = re.findall(r"^_+(?:  _+){3}$", paper, re.M)
    assert len(rows) == 4
    heads = next(line for line in paper.splitlines() if line.startswith("Medicine or therapy  Dose"))
    starts = [0, *(found.end() for found in re.finditer(" +(?=_)", rows[0]))]
    assert [heads.index(column) for column in home.tried] == starts
    assert max(map(len, paper.splitlines())) <= 72


def test_paper_has_the_words_of_the_text(guides: tuple[Guide, ...]) -> None:
    for which in guides:
        view, home = with_picks(which)
        read, paper = takeaway_text(home, view, 60), takeaway_paper(home, view, 72)
        assert {*re.sub(r":?\s*\(blank\)", " ", read).split()} == {*re.sub(r":? *_+", " ", paper).split()}


def test_who_paid_is_the_sentence_of_the_claim_that_the_guide_names_for_it(shipped: Guide) -> None:
    claim = shipped.claims[shipped.meta.roles.funding]
    assert takeaway(GuideView(shipped), ()).paid == f"{claim.statement} {claim.caveat}"


def test_where_no_claim_says_who_paid_there_is_no_empty_heading(guide: Guide) -> None:
    assert guide.meta.roles.funding == ""
    assert "Who paid" not in text(guide)


def test_it_says_who_to_call_in_the_nation_and_that_no_clinician_has_reviewed_it(shipped: Guide) -> None:
    said = text(shipped)
    assert "Crisis: 111" in said
    assert "Lifeline" not in said
    checked = date_words(shipped.meta.facts_checked, GuideView(shipped))
    assert f"Not yet reviewed by a clinician. Facts last checked {checked}, to be checked again by" in " ".join(said.split())


def test_without_questions_there_is_no_empty_heading(shipped: Guide) -> None:
    assert "My questions" not in text(shipped)


def test_short_and_simple_has_its_own_list_of_what_to_bring(shipped: Guide) -> None:
    assert "- Each medicine you take" in text(shipped, edition_id="en-short")


def test_every_thing_and_option_can_be_asked_for_by_the_id_shown(guide: Guide) -> None:
    listed = known_questions(GuideView(guide), 300)
    options = guide.editions["en"].options
    for id_, name in [(one.id, one.text) for one in options.things] + [(one.id, one.name) for one in options.options]:
        assert f"- {id_}: {name}" in listed


def test_every_question_can_be_asked_for_by_the_id_shown(shipped: Guide) -> None:
    listed = known_questions(GuideView(shipped), 300)
    for group in shipped.editions["en"].asks.groups:
        for ask in group.questions:
            assert f"- {ask.id}: {ask.text}" in listed


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onclick"}

    def handle_data(self, data: str) -> None:
        self.said += f"{data} "


def test_the_printable_page_says_what_the_text_says_and_fetches_nothing(shipped: Guide) -> None:
    view = GuideView(shipped, nation="wales")
    home = takeaway(view, PICKED)
    page = _Words()
    page.feed(takeaway_html(home, view))
    words = " ".join(page.said.split())
    assert all(ask.text in words for ask in home.asks)
    assert all(item.text in words for item in home.bring)
    assert "In danger: 999" in words
    assert words.count("(blank)") == 3  # once for what matters, for options and for what was tried
    assert not page.tags & {"script", "img", "link", "a", "iframe"}


def test_html_characters_are_escaped_on_the_page(shipped: Guide) -> None:
    evil = Contact(
        id="x", name='<script>alert("x")</script>', kind="local", for_whom="a & b", checked="2026-01-01",
        check_by="2026-06-01", sources=(), added_by="<b>Elm</b>",
    )  # fmt: skip
    guide = msgspec.structs.replace(shipped, contacts={**shipped.contacts, "x": evil})
    page = takeaway_html(takeaway(GuideView(guide), []), GuideView(guide))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "&lt;b&gt;Elm&lt;/b&gt;" in page
