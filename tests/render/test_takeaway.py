"""The takeaway, as text and as a printable page."""

from html.parser import HTMLParser

import msgspec

from ketaguide.model.contact import Contact
from ketaguide.model.guide import Guide
from ketaguide.render.html_takeaway import takeaway_html
from ketaguide.render.plain_takeaway import known_questions, takeaway_text
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import date_words

PICKED = ["ask-gp-refer", "ask-gp-next-step"]


def text(shipped: Guide, *asks: str, edition_id: str = "en") -> str:
    view = GuideView(shipped, "en-short" if edition_id == "en-short" else "en", "wales")
    return takeaway_text(takeaway(view, asks), view, 60)


def test_the_questions_stand_first_in_the_readers_order(shipped: Guide) -> None:
    said = text(shipped, *PICKED)
    assert said.index("1. Would it help to refer me") < said.index("2. What are my choices now") < said.index("What to bring")


def test_it_says_who_to_call_in_the_nation_and_that_no_clinician_has_reviewed_it(shipped: Guide) -> None:
    said = text(shipped)
    assert "Crisis: 111" in said
    assert "Lifeline" not in said
    checked = date_words(shipped.meta.facts_checked)
    assert f"Not yet reviewed by a clinician. Facts last checked {checked}, to be checked again by" in " ".join(said.split())


def test_without_questions_there_is_no_empty_heading(shipped: Guide) -> None:
    assert "My questions" not in text(shipped)


def test_short_and_simple_has_its_own_list_of_what_to_bring(shipped: Guide) -> None:
    assert "- Each medicine you take" in text(shipped, edition_id="en-short")


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
