"""`ketaguide new guide DIR`: the guide it writes is whole, true in its numbers, and shown by every view at once."""

import re
from pathlib import Path

import pytest

from ketaguide import crisis
from ketaguide.cli import main
from ketaguide.model.block import CareCard
from ketaguide.model.guide import Guide
from ketaguide.render.plain_guide import guide_text
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.view import GuideView
from tests.conftest import read
from tests.unit import test_absent as views


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "walks"
    assert main(["new", "guide", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def partial(folder: Path) -> Guide:
    """The new guide, under the name of the guides of test_absent."""
    return read(folder)


def test_a_new_guide_passes_the_strict_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict", "--notes", str(folder)]) == 0
    assert capsys.readouterr().out == ""


def test_its_cards_and_numbers_are_those_of_the_program(partial: Guide) -> None:
    cards = [block for block in partial.editions["en"].sections["get-help"].blocks if isinstance(block, CareCard)]
    said = [(card.heading, tuple(item.text for item in card.items), card.contacts) for card in cards]
    assert said == [(card.heading, card.items, card.contacts) for card in crisis.CARDS[:2]]
    assert crisis_notice(GuideView(partial)) == ""


def test_it_speaks_of_its_own_subject_and_marks_what_to_change(folder: Path, partial: Guide, shipped: Guide) -> None:
    text = guide_text(GuideView(partial), 80, how_we_know=True).lower()
    assert "walk" in text
    assert not re.search(r"ketamine|depress|spravato", text)
    for file in folder.rglob("*.yaml"):
        own = file.name not in ("edition.yaml", "glossary.yaml", "home.yaml", "interface.yaml", "questions.yaml", "quiz.yaml")
        assert ("CHANGE" in file.read_text()) == own


test_its_full_screen = views.test_every_way_on_the_full_screen_leads_to_what_is_there
test_its_web_pages = views.test_every_link_of_the_web_pages_leads_somewhere_and_no_list_is_empty
test_its_commands = views.test_every_command_that_prints_has_words


def test_what_is_there_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["new", "guide", str(tmp_path)]) == 2
    assert "was left as it is" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert main(["new", "guide", str(tmp_path / "no" / "walks")]) == 2
    assert "there is no folder" in capsys.readouterr().err


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert main(["new", "guide", str(tmp_path)]) == 0
    assert (tmp_path / "guide.yaml").is_file()


def test_the_lines_of_the_page_on_new_guides_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = (Path(__file__).parents[2] / "docs" / "new-guide.md").read_text().replace("/srv/", "")
    lines = [line.split()[1:] for line in page.splitlines() if line.startswith("    ketaguide ")]
    tried = [line for line in lines if not {"--kiosk", "--plain"} & {*line}]  # those need a person
    assert {"new", "site", "check", "read", "kiosk", "pack"} <= {word for line in tried for word in line}
    for line in tried:
        assert main(line) == 0, f"ketaguide {' '.join(line)} failed"
