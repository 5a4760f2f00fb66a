"""Content with other crisis numbers, or a modified bundle, is never opened without a warning."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ketaguide import crisis
from ketaguide.checking import check_guide
from ketaguide.loading.bundle import write_bundle
from ketaguide.loading.reader import read_guide
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.view import GuideView
from tests.system.runs import KITCHEN_SINK, ROOT, inside
from tests.system.terminal import Terminal

FALSE = "0909 879 1234"
NOTICE = "have been changed in this copy of the guide"
RIGHT = crisis.numbers_words()


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A guide with a wrong emergency number."""
    return with_false_number(KITCHEN_SINK, tmp_path / "changed")


def with_false_number(guide: Path, folder: Path) -> Path:
    shutil.copytree(guide, folder)
    path = folder / "contacts.yaml"
    path.write_text(path.read_text().replace('phone: "999"', f'phone: "{FALSE}"', 1))
    return folder


def words(text: bytes) -> str:
    return " ".join(text.decode().split())


@pytest.mark.parametrize("args", [["read", "get-help"], ["read", "all"], ["--plain"]], ids=" ".join)
def test_what_is_printed_says_so_before_any_false_number(changed: Path, args: list[str]) -> None:
    said = words(inside(*args, content=changed).stdout)
    assert RIGHT in said.partition(NOTICE)[2]
    assert FALSE not in said.partition(NOTICE)[0]
    assert NOTICE not in words(inside(*args).stdout)


SWAPPED = [
    ('heading: "Call 999 or go to A&E now if:"', 'heading: "Call 111 or go to A&E now if:"'),
    ('heading: "Call 111, or Lifeline in Northern Ireland, if:"', 'heading: "Call 999, or Lifeline in Northern Ireland, if:"'),
    ('heading: "See your GP if:"', 'heading: "Call 111 if:"'),
    ("If a life is in danger, call 999 or", "If a life is in danger, call 111 or"),
    ("nobody is in danger, call 111", "nobody is in danger, call 999"),
    ("act on those thoughts, call 999", "act on those thoughts, call 111"),
    ("contacts: ['999', ae]", "contacts: [nhs111-england, ae]"),
    ("contacts: [gp]", "contacts: [gp, '999']"),
    ("lifeline-ni]", "lifeline-ni, samaritans]"),
    ("danger, call 999 or go", "danger, call 989 or go"),
    ("danger, call 111", "danger, call 116"),
]


@pytest.mark.parametrize(("right", "wrong"), SWAPPED, ids=[wrong for _, wrong in SWAPPED])
def test_a_number_of_another_card_or_of_none_is_said_at_the_top_and_refused_by_the_check(
    right: str, wrong: str, tmp_path: Path
) -> None:
    shutil.copytree(content_dir(), folder := tmp_path / "swapped")
    page = folder / "en" / "sections" / "get-help.yaml"
    text = page.read_text()
    assert right in text
    page.write_text(text.replace(right, wrong, 1))
    loaded = read_guide(folder)
    assert loaded.guide
    assert RIGHT in crisis_notice(GuideView(loaded.guide)).partition(NOTICE)[2]
    errors = {problem.file for problem in check_guide(loaded.guide, loaded.places) if problem.level == "error"}
    assert "en/sections/get-help.yaml" in errors


@pytest.mark.parametrize("args", [["list"], ["search", "help"], ["glossary"], ["takeaway"], ["read", "risks"]], ids=" ".join)
def test_a_command_says_so_on_the_error_stream(changed: Path, args: list[str]) -> None:
    assert f"{crisis.CHANGED} {RIGHT}" in words(inside(*args, content=changed).stderr)
    assert NOTICE not in words(inside(*args).stderr)


def test_every_web_page_says_so_at_its_top(changed: Path, tmp_path: Path) -> None:
    inside("site", str(tmp_path / "out"), content=changed)
    inside("site", "--single", str(tmp_path / "one.html"), content=changed)
    pages = [path for path in (tmp_path / "out").rglob("*.html") if path.name != "cover.html"]
    assert len(pages) > 10
    for page in (*pages, tmp_path / "one.html"):
        before, notice, _ = page.read_text().partition(NOTICE)
        assert notice, page.name
        assert FALSE not in before, page.name


def test_the_screen_says_so_on_the_first_page_and_above_the_numbers_of_help(changed: Path) -> None:
    with Terminal(content=changed, size=(100, 40)) as terminal:
        terminal.sees("Rely on these").sees("Ask in your own words")
        terminal.press("f1").sees("Samaritans: talk at any hour.").sees("Rely on these")


def test_a_kiosk_does_not_show_them_at_all(tmp_path: Path) -> None:
    with Terminal("--kiosk", content=with_false_number(ROOT / "content", tmp_path / "changed")) as terminal:
        terminal.sees("Press any key to start").press("enter").sees("Ask in your own words").press("f1")
        terminal.sees("Samaritans: talk at any hour.")
        assert FALSE not in terminal.sent


@pytest.fixture(scope="module")
def installed(shipped: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as an installer lays it out: the content and its bundle inside the package."""
    place = tmp_path_factory.mktemp("installed")
    shutil.copytree(ROOT / "ketaguide", place / "ketaguide", ignore=shutil.ignore_patterns("__pycache__"))
    write_bundle(Path(shutil.copytree(ROOT / "content", place / "ketaguide" / "content")), shipped)
    return place


def doctor(place: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-m", "ketaguide", "doctor"], cwd=place, capture_output=True, text=True, check=False)
    return [line for line in done.stdout.splitlines() if line.startswith("bundle")]


def test_a_number_changed_in_the_bundle_is_not_shown_and_the_doctor_says_so(installed: Path) -> None:
    assert doctor(installed) == []
    path = installed / "ketaguide/content/guide.bundle"
    assert b"116 123" in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(b"116 123", b"116 321"))
    read = [sys.executable, "-m", "ketaguide", "read", "get-help"]
    done = subprocess.run(read, cwd=installed, capture_output=True, text=True, check=True)
    assert "116 321" not in done.stdout
    assert "116 123" in done.stdout
    (row,) = doctor(installed)
    assert "FAIL" in row
    assert "install the program again" in row


def test_without_a_bundle_all_is_read_from_the_files_and_the_doctor_has_nothing_to_say(installed: Path) -> None:
    (installed / "ketaguide/content/guide.bundle").unlink()
    assert doctor(installed) == []
    read = [sys.executable, "-m", "ketaguide", "read", "get-help"]
    assert "116 123" in subprocess.run(read, cwd=installed, capture_output=True, text=True, check=True).stdout
