"""An edition in another language, from right to left: pages that it has, and those that stand in its base's language."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from ketaguide.devices import speech
from ketaguide.model.guide import Guide
from ketaguide.model.plurals import FORMS
from ketaguide.paths import content_dir
from ketaguide.render.html import site
from ketaguide.render.html_takeaway import takeaway_html
from ketaguide.render.plain import section_text
from ketaguide.resolve.language import voice_of
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.search import Finder
from ketaguide.search.words import tokenize
from ketaguide.session import Session
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.section import section
from tests.render.compared import drawn_words
from tests.site.words import parsed
from tests.unit.kitchen import Kitchen

NAMESPACE = "{http://www.w3.org/1999/xhtml}"
EDITION = """\
id: ar
name: "\u0639\u0631\u0628\u064a"
language: ar
direction: rtl
base: en
missing: MISSING HERE
older: OLDER THAN ITS BASE
months: [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12]
dates: {day: "{year} {month} {day}", month: "{year} {month}"}
lists: {between: "\u060c ", last: " \u0648"}
plurals: {zero: n = 0, one: n = 1, two: n = 2, few: "n % 100 = 3..10", many: "n % 100 = 11..99"}
stems: none
voice: ar
"""


@pytest.fixture(scope="module")
def kitchen(tmp_path_factory: pytest.TempPathFactory) -> Kitchen:
    """The kitchen sink guide with an Arabic edition that has one page, made from an older one."""
    kitchen = Kitchen(tmp_path_factory.mktemp("languages"))
    words = (content_dir() / "en/interface.yaml").read_text(encoding="utf-8")
    words = re.sub(r"^    one: .*\n", "", words, flags=re.M)
    forms = "".join(rf"    {form}: \1\n" for form in FORMS)
    kitchen.write("ar/edition.yaml", EDITION)
    kitchen.write("ar/interface.yaml", re.sub(r"^    other: (.*)\n", forms, words, flags=re.M))
    (kitchen.path / "ar/sections").mkdir()
    page = kitchen.text("en/sections/risks.yaml").replace("title: ", "title: \u0645 ", 1)
    kitchen.write("ar/sections/risks.yaml", page.replace("updated: ", "based_on: 2020-01-01\nupdated: ", 1))
    return kitchen


@pytest.fixture(scope="module")
def arabic(kitchen: Kitchen) -> Guide:
    return kitchen.guide()


@pytest.fixture(scope="module")
def pages(arabic: Guide) -> dict[str, Element]:
    return {file.path: parsed(file.text) for file in site(arabic) if re.fullmatch(r"(ar/)?[a-z-]+\.html", file.path)}


def test_a_web_page_has_the_language_and_direction_of_its_edition(pages: dict[str, Element]) -> None:
    own = pages["ar/risks.html"]
    assert (own.get("lang"), own.get("dir")) == ("ar", "rtl")
    assert [element.get("lang") for element in own.iter() if element.tag == f"{NAMESPACE}h1"] == [None]
    assert (pages["risks.html"].get("lang"), pages["risks.html"].get("dir")) == ("en-GB", None)
    link = next(element for element in pages["risks.html"].iter(f"{NAMESPACE}a") if element.get("href") == "ar/risks.html")
    assert (link.get("lang"), link.get("hreflang"), link.get("dir")) == ("ar", "ar", "rtl")


def test_what_stands_in_the_language_of_the_base_is_marked_as_such(pages: dict[str, Element]) -> None:
    page = pages["ar/every-kind.html"]
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    main = next(page.iter(f"{NAMESPACE}main"))
    marked = [element for element in main.iter() if element.get("lang") == "en-GB"]
    assert {element.get("dir") for element in marked} == {"ltr"}
    tags = [element.tag.removeprefix(NAMESPACE) for element in marked]
    assert tags[0] == "h1"
    assert {"ul", "div", "li"} <= {*tags}
    notes = [
        element for element in page.iter() if element.get("class") == "inset" and "MISSING HERE" in "".join(element.itertext())
    ]
    assert [note.get("lang") for note in notes] == [None]


def test_no_page_of_one_language_marks_any(pages: dict[str, Element]) -> None:
    assert not [element for element in pages["every-kind.html"].iter(f"{NAMESPACE}div") if element.get("lang")]


@pytest.mark.parametrize(("page_id", "note"), [("risks", "OLDER THAN ITS BASE"), ("every-kind", "MISSING HERE")])
def test_every_view_says_that_a_page_is_missing_or_made_from_an_older_one(
    arabic: Guide, pages: dict[str, Element], page_id: str, note: str
) -> None:
    view = GuideView(arabic, "ar")
    page = view.section(page_id)
    assert page is not None
    assert note in section_text(page, view, 200)
    assert note in drawn_words(section(Context(arabic, Session(edition_id="ar")), page_id))
    assert note in "".join(pages[f"ar/{page_id}.html"].itertext())


def test_the_checker_tells_the_page_that_was_made_from_an_older_one(kitchen: Kitchen) -> None:
    found = [str(one) for one in kitchen.findings("short-age") if "ar/" in one.file]
    line = kitchen.spot("ar/sections/risks.yaml", "2020-01-01")
    assert len(found) == 1
    assert found[0].startswith(f"{line}: warning: made from the page of 2020-01-01, and the page of en is of ")
    assert found[0].endswith("hold it against that page, then set based_on")


def test_a_page_is_read_in_the_voice_of_its_language(arabic: Guide, tmp_path: Path) -> None:
    view = GuideView(arabic, "ar")
    assert [voice_of(page, view) for page in ("risks", "every-kind", "")] == [("ar", "ar"), ("en-GB", "en-gb"), ("ar", "ar")]
    assert voice_of("risks", GuideView(arabic)) == ("en-GB", "en-gb")
    for program in ("spd-say", "espeak-ng"):
        (tmp_path / program).touch(0o755)
    said = [voice.say for voice in speech.in_language(speech.voices([tmp_path]), "ar", "ar-voice")]
    assert [("--language", "ar") in zip(said[0], said[0][1:], strict=False), said[1][:2]] == [True, ("-v", "ar-voice")]


def test_the_real_voice_speaks_another_language(tmp_path: Path) -> None:
    for voice in ("cy", "en-gb"):
        assert speech.write_wav(["Llanelli, Caerdydd."], tmp_path / f"{voice}.wav", voice=voice)
    assert (tmp_path / "cy.wav").read_bytes() != (tmp_path / "en-gb.wav").read_bytes()


def test_a_search_knows_forms_of_words_by_the_rules_of_its_language_alone(arabic: Guide) -> None:
    finder = Finder(arabic)
    english, own = ({one.id for one in finder.find("pressures", name, None, as_typed=True).found} for name in ("en", "ar"))
    assert english != own
    title = arabic.editions["ar"].sections["risks"].title
    assert "risks" in {one.id for one in finder.find(title.split()[0], "ar", None).found}


def test_words_of_every_script_are_words() -> None:
    assert tokenize("\u062e\u0637\u0631, \u0434\u0435\u043f\u0440\u0435\u0441\u0441\u0438\u044f; llyg\u0177d") == [
        "\u062e\u0637\u0631", "\u0434\u0435\u043f\u0440\u0435\u0441\u0441\u0438\u044f", "llygyd",
    ]  # fmt: skip


def test_a_phone_number_keeps_its_order_on_a_page_read_from_right_to_left(arabic: Guide, pages: dict[str, Element]) -> None:
    shown = {path: "".join(pages[path].itertext()) for path in ("ar/index.html", "ar/get-help.html", "ar/every-kind.html")}
    for path, text in shown.items():
        assert "116\u00a0123" in text, path
        assert not [one.phone for one in arabic.contacts.values() if " " in one.phone and one.phone in text], path
    assert "116 123" in "".join(pages["index.html"].itertext())
    page = takeaway_html(takeaway(GuideView(arabic, "ar"), ()), GuideView(arabic, "ar"))
    assert "116\u00a0123" in page
    assert "margin:2em auto;padding:0 1em" in page, "the style stays as it is"
