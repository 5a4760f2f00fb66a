"""The real program without Unix terminals and signals: text and conversation work, the full screen reports its needs."""

import os
import sys
from pathlib import Path

import pytest

from .line_terminal import LineTerminal
from .many import Said, run_many

WORKS = {
    "crisis": "GET HELP NOW",
    "list": "risks",
    "read risks": "999",
    "read all": "116 123",
    "search risk": "999",
    "glossary": "999",
    "quiz": "999",
    "takeaway": "999",
    "check": "",
    "schema": "",
    "doctor --format json": '"speech"',
    "site {out}/site": "pages",
    "takeaway --questions tried --html {out}/home.html": "",
    "read risks --speak": "999",
    "takeaway --print --printer Room": "",
    "--help": "999",
    "": "999",
}
"""Words of the output of each command."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("windows")


@pytest.fixture(scope="module")
def said(out: Path) -> dict[str, Said]:
    commands = [command.format(out=out) for command in (*WORKS, "--plain", "preview")]
    return run_many(commands, os.environ, "tests.system.as_windows")


@pytest.mark.parametrize("command", WORKS)
def test_every_command_works_or_says_in_words_what_it_lacks(command: str, said: dict[str, Said], out: Path) -> None:
    done = said[command.format(out=out)]
    assert "Traceback" not in done.messages
    assert "unexpected fault" not in done.messages
    assert WORKS[command] in done.output


def test_the_conversation_is_held(said: dict[str, Said]) -> None:
    assert said["--plain"].output.count("0: help. ?: more ") == 3
    assert said["--plain"].output.rstrip().endswith("Talk: 116 123")


def test_without_a_full_screen_it_says_what_that_needs_after_who_to_call_and_talks() -> None:
    command = [sys.executable, "-c", "from tests.system.as_windows import become; become(); import ketaguide.__main__"]
    with LineTerminal(command=command, term="xterm-256color") as terminal:
        text = " ".join(terminal.read().split())
    assert "The full screen needs Linux, macOS or, on Windows, WSL." in text
    assert text.index("116 123") < text.index("The full screen needs")


def test_the_preview_says_so_too(said: dict[str, Said]) -> None:
    assert said["preview"].code == 2
    assert "999" in said["preview"].output
    assert "The full screen needs" in said["preview"].messages
