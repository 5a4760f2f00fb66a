"""The whole guide in a made-up language, through every view: nothing of English is left but what is allowed by name."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ketaguide.checking import check_guide
from ketaguide.cli import main
from ketaguide.loading.problem import Places
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.render.flow import text_of
from ketaguide.render.html import site
from ketaguide.render.plain_guide import guide_text
from ketaguide.render.plain_search import results_pieces
from ketaguide.render.spoken import section_speech
from ketaguide.resolve import crisis_card
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.view import GuideView
from ketaguide.search import Finder
from ketaguide.session import Session
from ketaguide.tui.first_page import compose
from ketaguide.tui.first_page_build import lay_out_home
from ketaguide.tui.pages import page
from ketaguide.tui.pages.context import Context
from tests.invented import invented, left
from tests.render.compared import drawn_lines
from tests.translated import EDITION, imported
from tests.unit.scripted import talk

NAMES = frozenset({"ketaguide", "ctrl", "enter", "esc", "tab", "home", "end", "page", "up", "down"})
"""The name of the program, and what is printed on the keys of a keyboard."""
COMMAND = re.compile(r"\bketaguide (?:read|glossary|search|quiz|list|crisis|takeaway)(?: [a-z0-9-]+)*")
"""A command to type: its words and the ids of pages are the same in each language."""
DIGEST = re.compile(r"(?<![\w-])[0-9a-f]{12}\b")
"""The mark of this copy of the web pages."""
SHOWN = {"alt", "title", "aria-label", "placeholder"}
"""Attributes of web pages that are read out or shown."""
PLACES = (
    "home", "contents", "help-now", "quiz", "words", "about", "keys", "questions", "questions-by-page", "takeaway", "view",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("translated") / "content"


@pytest.fixture(scope="module")
def guide(folder: Path) -> Guide:
    """The shipped guide with an edition in the made-up language."""
    return imported(folder)


@pytest.fixture(scope="module")
def view(guide: Guide) -> GuideView:
    return GuideView(guide, EDITION)


def english(texts: Iterable[str], guide: Guide, *, sources: bool = False) -> set[str]:
    """Words that are left in English, without names: those of services' text messages, editions and, if shown, publications."""
    names = {contact.sms_word.lower() for contact in guide.contacts.values()}
    for edition in guide.editions.values():
        names |= set(re.findall("[a-z]+", f"{edition.meta.name} {edition.meta.note}".lower()))
    if sources:
        named = (f"{source.title} {source.publisher}" for source in guide.sources.values())
        names |= {word.lower() for text in named for word in re.findall(r"[^\W\d_]+", text)}
    return {word for text in texts for word in left(DIGEST.sub(" ", COMMAND.sub(" ", text)), NAMES | names)}


def drawn(context: Context, place: str) -> Iterator[str]:
    yield from drawn_lines(page(place, context), buttons=True)


def test_the_plain_guide(view: GuideView) -> None:
    assert english([guide_text(view, 10_000, how_we_know=True)], view.guide, sources=True) == set()
    assert english([guide_text(view, 10_000)], view.guide) == set()


def test_who_to_call(view: GuideView) -> None:
    for nation in (None, *view.profile.ids):
        here = GuideView(view.guide, EDITION, nation)
        assert english([*crisis_card.whole(here, 72), *crisis_card.short(here, 72)], view.guide) == set()
    assert crisis_notice(view) == ""
    assert "0808 808 8000" in "\n".join(crisis_card.whole(GuideView(view.guide, EDITION, "northern-ireland"), 72))


@pytest.mark.parametrize("nation", [None, "scotland", "northern-ireland"])
def test_the_full_screen(guide: Guide, nation: str | None) -> None:
    context = Context(guide, Session(nation=nation, edition_id=EDITION))
    order = guide.meta.order
    rounds = [f"quiz:{round_.id}" for round_ in guide.first.quiz.rounds]
    paths = [f"path:{path.minutes}" for path in guide.meta.paths]
    for place in (*PLACES, *rounds, *paths, *(f"section:{name}" for name in order)):
        assert english(drawn(context, place), guide) == set(), place
    for place in ("sources", *(f"evidence:{name}" for name in order)):
        assert english(drawn(context, place), guide, sources=True) == set(), place


def test_the_first_page_of_the_terminal(guide: Guide) -> None:
    for width, height in ((100, 40), (43, 13)):
        rows = compose(lay_out_home(guide, None, EDITION), "day", width, height).rows
        assert english(["".join(text for text, _ in row) for row in rows], guide) == set()


def test_the_web_pages(guide: Guide) -> None:
    pages = [file for file in site(guide) if file.path.startswith(f"{EDITION}/") and file.path.endswith(".html")]
    assert len(pages) > 60
    for file in pages:
        page = _Shown()
        page.feed(file.text)
        assert f'<html lang="{EDITION}"' in file.text, file.path
        of_sources = "how-we-know" in file.path or "sources" in file.path
        assert english(page.texts, guide, sources=of_sources) == set(), file.path


class _Shown(HTMLParser):
    """Every text of a web page that is shown or read out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_described = ("name", "description") in attrs
        self.texts += [value or "" for name, value in attrs if name in SHOWN or (is_described and name == "content")]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:  # neither script nor style
            self.texts.append(data)


def test_reading_aloud(view: GuideView) -> None:
    addresses = {word for one in view.guide.contacts.values() for word in re.findall("[a-z]+", one.website.lower())}
    said = [text for section in view.pages() for text in section_speech(section, view)]
    assert len(said) > 200
    ends = {"uk", "org", "com", "gov", "nhs", "info", "co", "scot", "ac", "www", "mhra", "yellowcard"}
    assert {word for word in english(said, view.guide) if word.lower() not in addresses | ends} == set()


@pytest.mark.parametrize(
    ("typed", "is_distress"),
    [("bladder", False), ("Glasgow", False), ("does ketamine help", False), ("want to die", True), ("zzzz", False)],
)
def test_search(view: GuideView, typed: str, is_distress: bool) -> None:
    results = Finder(view.guide).find(invented(typed), EDITION, None)
    assert results.distress == is_distress
    assert bool(results.found) == (not is_distress and typed != "zzzz"), "words of distress show who to call"
    assert english([text_of(results_pieces(results, view, 10_000, commands=True))], view.guide) == set()


def test_words_of_distress_in_the_language_of_the_guide_count_too(guide: Guide) -> None:
    assert Finder(guide).find("I want to die", EDITION, None).distress


def test_the_conversation(guide: Guide) -> None:
    answers = ["1", "n", "?", "m", "0", "", "2", invented("bladder"), "", "questions", "m", "9", "", "s", "hide", "", "quit"]
    heard = talk(guide, *answers, session=Session(edition_id=EDITION), width=10_000)
    assert len("".join(heard)) > 5_000
    assert english(heard, guide) == set()


def test_six_plural_forms_are_six_texts(view: GuideView) -> None:
    words, plurals = view.interface.home.all_pages, view.edition.meta.plurals
    assert plurals is not None
    assert plurals.forms == ("zero", "one", "two", "few", "many", "other")
    assert all(getattr(words, form) for form in plurals.forms)


def test_the_texts_are_a_third_longer_or_more(guide: Guide, view: GuideView) -> None:
    def length(edition_id: EditionId) -> int:
        return len(guide_text(GuideView(guide, edition_id), 72))

    assert length(EDITION) > 1.3 * length("")


def test_the_checker_asks_of_a_translation_only_what_holds_in_every_language(guide: Guide) -> None:
    found = {problem.rule for problem in check_guide(guide, Places({})) if problem.file.startswith(f"{EDITION}/")}
    assert found <= {"home-answers", "page-parts", "unexpected-files"}, "the made-up words are too long, and nothing else"


def test_the_command_reads_it(guide: Guide, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["read", "risks"], ["takeaway", "--questions", "ask-gp-refer"], ["glossary", invented("mania")]):
        assert main([*command, "--content", str(folder), "--edition", EDITION]) == 0
        out, err = capsys.readouterr()
        assert (english([out], guide), err) == (set(), "")
