"""Broken content: crisis help for the reader, file and line for the maintainer, never a traceback."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ketaguide import crisis
from tests.system.runs import KITCHEN_SINK, inside

CARD = "\n".join(crisis.lines(None, 72))
RISKS = "en/sections/risks.yaml"


def write(file: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / file).write_text(text, encoding="utf-8")


def newer(folder: Path) -> None:
    file = folder / "guide.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("format: 1", "format: 2"), encoding="utf-8")


def folder_for_file(folder: Path) -> None:
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").mkdir()


BREAKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a typing fault": (write(RISKS, "id: risks\n title: wrong indentation\n"), f"{RISKS}:2:"),
    "a field there is not": (write(RISKS, "id: risks\ntitel: Risks\n"), f"{RISKS}:2:1: error: there is no field 'titel'"),
    "no letters": (lambda folder: (folder / RISKS).write_bytes(b"\xff\xfe\x00"), RISKS),
    "an empty file": (write("contacts.yaml", ""), "contacts.yaml"),
    "a file that is gone": (lambda folder: (folder / "guide.yaml").unlink(), "guide.yaml"),
    "a folder in place of a file": (folder_for_file, "sources.yaml"),
    "a newer format": (newer, "install a newer ketaguide"),
    "nothing at all": (shutil.rmtree, "there is no such folder"),
}


EVERY_FAULT: list[tuple[str, list[str]]] = [(name, []) for name in BREAKS]
EVERY_COMMAND = [("a typing fault", command) for command in (["--plain"], ["read", "risks"], ["list"], ["quiz"])]


@pytest.mark.parametrize(("name", "command"), [*EVERY_FAULT, *EVERY_COMMAND])
def test_broken_content_gives_the_crisis_card_and_says_what_is_wrong(tmp_path: Path, name: str, command: list[str]) -> None:
    spoil, said = BREAKS[name]
    folder = tmp_path / "guide"
    shutil.copytree(KITCHEN_SINK, folder)
    spoil(folder)
    done = inside(*command, content=folder)
    text = done.stdout.decode()
    assert done.returncode == 1
    assert CARD in text
    assert " ".join(crisis.SORRY.split()) in " ".join(text.split())
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert "\x1b" not in text + done.stderr.decode()


def test_content_that_cannot_be_read_keeps_nobody_from_the_crisis_card(tmp_path: Path) -> None:
    done = inside("crisis", content=tmp_path / "no-such-folder")
    said = done.stdout.decode()
    assert (done.returncode, said.endswith(f"\n{CARD}\n"), done.stderr) == (0, True, b"")
    assert "These numbers work in the UK." in said.partition("GET HELP NOW")[0], "the guide may be one of another country"
