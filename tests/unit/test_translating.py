"""From a new edition to its pages: the worksheet holds every word, the import refuses what is lost, and the rest falls back."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from ketaguide.checking.gather import texts_of, values_of
from ketaguide.cli import main
from ketaguide.loading.prose import parse_prose
from ketaguide.loading.reader import read_guide
from ketaguide.model.guide import Guide
from ketaguide.resolve.home import resolve_home
from ketaguide.resolve.section import resolve_section
from ketaguide.resolve.view import GuideView
from tests.conftest import KITCHEN_SINK, read
from tests.invented import invented, left
from tests.translated import EDITION, fill, new_edition, rows_in


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_edition(tmp_path_factory.mktemp("new") / "content", KITCHEN_SINK)


@pytest.fixture(scope="module")
def translated(new: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    sheet = copy_of(new, tmp_path_factory.mktemp("translated"))
    fill(sheet)
    assert imports(sheet) == 0
    return sheet


@pytest.fixture
def sheet(new: Path, tmp_path: Path) -> Path:
    """The worksheet of an edition of the kitchen sink that nobody has translated."""
    return copy_of(new, tmp_path / "new")


@pytest.fixture
def whole(translated: Path, tmp_path: Path) -> Path:
    """The same of an edition that is translated and imported."""
    return copy_of(translated, tmp_path / "whole")


def copy_of(sheet: Path, folder: Path) -> Path:
    return shutil.copytree(content(sheet), folder / "content") / EDITION / sheet.name


def content(sheet: Path) -> Path:
    return sheet.parents[1]


def imports(sheet: Path) -> int:
    return main(["edition", "import", str(sheet), "--content", str(content(sheet))])


def guide_of(sheet: Path) -> Guide:
    return read(content(sheet))


def notes(sheet: Path, page: str) -> tuple[str, ...]:
    view = GuideView(guide_of(sheet), EDITION)
    section = view.section(page)
    assert section is not None
    return resolve_section(section, view).notes


def test_a_new_edition_is_a_draft_that_nobody_is_shown_and_that_breaks_nothing(sheet: Path) -> None:
    assert EDITION not in guide_of(sheet).editions
    assert read_guide(content(sheet)).places.others == ()


def test_every_word_that_a_reader_sees_is_in_the_worksheet_once(sheet: Path) -> None:
    head, *rows = rows_in(sheet)
    ids = [row[head.index("id")] for row in rows]
    assert len(ids) == len(set(ids))
    found = Counter[str]()
    for row in rows:
        words = row[head.index("words")]
        found.update(part.strip() for part in words.split("|"))
        found[parse_prose(words).text if words.strip(" ,") else words] += 1
    guide = guide_of(sheet)
    for text in texts_of(values_of(guide)):
        of_base = text.place.edition_id in ("", guide.first.edition_id) and text.place.file != "sources.yaml"
        if of_base and text.role not in ("kind", "most_asked", "licence_url", "aspect", "page", "role", "profile", "id", "one"):
            assert found[" ".join(text.text.split())] or found[text.text], text.place


@pytest.mark.parametrize(
    ("words", "spoilt", "message"),
    [
        ("{n}", "n", "the placeholder {n} is lost"),
        ("](term:", "](term:un", "the link to term:"),
        ("100", "1000", "the number 100 is lost"),
    ],
)
def test_an_import_that_loses_something_names_the_row_and_changes_nothing(
    sheet: Path, capsys: pytest.CaptureFixture[str], words: str, spoilt: str, message: str
) -> None:
    fill(sheet)
    head, *rows = rows_in(sheet)
    id_, translation = head.index("id"), head.index(f"translation: {EDITION}")
    number, row = next((number, row) for number, row in enumerate(rows, 2) if words in row[translation])
    fill(sheet, changed={row[id_]: row[translation].replace(words, spoilt)})
    before = {path: path.read_bytes() for path in sheet.parent.rglob("*")}
    capsys.readouterr()
    assert imports(sheet) == 1
    told = capsys.readouterr().out
    assert f"row {number}, {row[id_]}: {message}" in told
    assert re.search(rf"^{re.escape(str(sheet))}:\d+:1: error: .*: .+$", told, re.M)
    assert {path: path.read_bytes() for path in sheet.parent.rglob("*")} == before


def test_a_whole_worksheet_comes_back_the_same_byte_for_byte(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheet)
    assert imports(sheet) == 0
    assert "(100 %)" in capsys.readouterr().out
    files = {path: path.read_bytes() for path in sheet.parent.rglob("*.*")}
    assert imports(sheet) == 0
    assert main(["edition", "worksheet", EDITION, "--content", str(content(sheet))]) == 0
    assert {path: path.read_bytes() for path in sheet.parent.rglob("*.*")} == files
    assert EDITION in guide_of(sheet).editions


def test_a_page_that_is_not_whole_falls_back_and_says_so(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheet, without=("sections/risks/summary",))
    assert imports(sheet) == 0
    told = capsys.readouterr().out
    assert re.search(r"^sections/risks.yaml: \d+ of \d+: readers get that of en$", told, re.M)
    assert re.search(r"^xx: [\d,]+ of [\d,]+ texts are translated \(99 %\), \d+ of \d+ files are whole\.$", told, re.M)
    view = GuideView(guide_of(sheet), EDITION)
    risks = view.section("risks")
    assert risks is not None
    assert risks == view.guide.first.sections["risks"]
    assert [left(note) for note in notes(sheet, "risks")] == [[]]
    assert notes(sheet, "every-kind") == ()


def test_a_first_page_that_is_not_whole_falls_back_and_says_so(sheet: Path, whole: Path) -> None:
    fill(sheet, without=("home/title",))
    assert imports(sheet) == 0
    view = GuideView(guide_of(sheet), EDITION)
    assert view.edition.meta.missing in resolve_home(view).notices
    assert resolve_home(GuideView(guide_of(whole), EDITION)).notices == ()


def test_without_the_words_of_the_program_it_stays_a_draft(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheet, without=("interface/",))
    assert imports(sheet) == 0
    assert "stays a draft" in capsys.readouterr().out
    assert EDITION not in guide_of(sheet).editions


def change(sheet: Path, file: str, before: str, after: str) -> None:
    path = content(sheet) / file
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def test_a_page_made_from_an_older_one_says_so_until_its_words_are_translated_again(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = whole
    file = "en/sections/risks.yaml"
    day = re.search(r"updated: (\S+)", (content(sheet) / file).read_text())
    assert day is not None
    change(sheet, file, day[0], "updated: 2027-01-31")
    title = guide_of(sheet).first.sections["risks"].title
    change(sheet, file, f"title: {title}", f"title: {title}, and more")
    assert [left(note) for note in notes(sheet, "risks")] == [[]]
    capsys.readouterr()
    assert imports(sheet) == 1
    assert "sections/risks/title: its words have changed" in capsys.readouterr().out
    assert main(["edition", "worksheet", EDITION, "--content", str(content(sheet))]) == 0
    assert "1 to look at again" in capsys.readouterr().out
    head, *rows = rows_in(sheet)
    row = next(row for row in rows if row[0] == "sections/risks/title")
    assert row[head.index(f"translation: {EDITION}")] == ""
    assert invented(title) in row[head.index("notes")]
    fill(sheet)
    assert imports(sheet) == 0
    assert notes(sheet, "risks") == ()


def test_a_service_whose_words_have_changed_is_shown_in_the_language_of_the_guide(whole: Path) -> None:
    contact = GuideView(guide_of(whole), EDITION).guide.contacts["samaritans"]
    assert left(contact.for_whom) == []
    change(whole, "contacts.yaml", guide_of(whole).contacts["samaritans"].for_whom, "people who changed")
    guide = guide_of(whole)
    assert GuideView(guide, EDITION).guide.contacts["samaritans"] == guide.contacts["samaritans"]
    assert "contacts/samaritans/for_whom" in guide.editions[EDITION].outdated
    assert left(GuideView(guide, EDITION).guide.contacts["shout"].for_whom) == []


def test_an_edition_is_not_written_twice(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "edition", EDITION, "--content", str(content(sheet))]) == 2
    assert "is there already" in capsys.readouterr().err
