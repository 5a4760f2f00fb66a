"""The real program without Unix terminals and signals: text and conversation work, the full screen reports its needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from .line_terminal import LineTerminal
from .runs import KITCHEN_SINK, LIMIT, ROOT, Done

PROGRAM = [sys.executable, str(Path(__file__).with_name("as_windows.py"))]


def run(*args: str, typed: bytes = b"") -> Done:
    command = [*PROGRAM, *args] if args == ("crisis",) else [*PROGRAM, "--content", str(KITCHEN_SINK), *args]
    return subprocess.run(command, input=typed, capture_output=True, timeout=LIMIT, cwd=ROOT, check=False)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("crisis", "GET HELP NOW"),
        ("list", "risks"),
        ("read risks", "999"),
        ("read all", "116 123"),
        ("search risk", "999"),
        ("glossary", "999"),
        ("quiz", "999"),
        ("takeaway", "999"),
        ("check", ""),
        ("schema", ""),
        ("doctor --format json", '"speech"'),
        ("site {out}/site", "pages"),
        ("takeaway --questions tried --html {out}/home.html", ""),
        ("read risks --speak", "999"),
        ("takeaway --print --printer Room", ""),
        ("--help", "999"),
        ("", "999"),
    ],
)
def test_every_command_works_or_says_in_words_what_it_lacks(command: str, said: str, tmp_path: Path) -> None:
    done = run(*command.format(out=tmp_path).split())
    assert b"Traceback" not in done.stderr
    assert b"unexpected fault" not in done.stderr
    assert said in done.stdout.decode(errors="replace")


def test_the_conversation_is_held() -> None:
    said = run("--plain", typed=b"2\nleave\n").stdout.decode()
    assert said.count("0: help. ?: more ") == 2
    assert said.rstrip().endswith("Talk: 116 123")


def test_without_a_full_screen_it_says_what_that_needs_after_who_to_call_and_talks() -> None:
    with LineTerminal(command=[*PROGRAM, "--content", str(KITCHEN_SINK)], term="xterm-256color") as terminal:
        said = " ".join(terminal.read().split())
    assert "The full screen needs Linux, macOS or, on Windows, WSL." in said
    assert said.index("116 123") < said.index("The full screen needs")


def test_the_preview_says_so_too() -> None:
    done = run("preview")
    assert done.returncode == 2
    assert b"999" in done.stdout
    assert b"The full screen needs" in done.stderr
