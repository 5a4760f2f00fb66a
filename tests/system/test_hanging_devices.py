"""The real program with voices and an `lp` that never end: it reports them, and quits when asked."""

import signal
import sys
from pathlib import Path

import pytest

from tests.speaking import hanging, outliving, remaining

from .line_terminal import LineTerminal
from .runs import KITCHEN_SINK
from .terminal import HOME, Terminal, opened
from .test_speaking import gives_up

_START = """
import sys
from pathlib import Path
from ketaguide.devices import printer, speech
speech.voices.__defaults__ = ((Path({folder!r}),),)
speech.write_wav.__defaults__ = speech.voices.__defaults__
printer.print_text.__defaults__ = ((Path({folder!r}) / "lp",), 3600)
speech._FIRST = speech._WRITE_FIRST = {seconds}
speech._EACH = speech._LETTER = speech._WRITE_LETTER = 0
from ketaguide.cli import main
sys.exit(main())
"""


def program(folder: Path, *args: str, seconds: float = 1) -> list[str]:
    """The program, with voices and `lp` looked for in a folder, which have so many seconds for each text."""
    code = _START.format(folder=str(folder), seconds=seconds)
    return [sys.executable, "-c", code, "--content", str(KITCHEN_SINK), *args]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Voices and an `lp` that ignore signals; tests/unit has every other way to hang."""
    for name in ("spd-say", "espeak-ng", "lp"):
        hanging(tmp_path, name, "deaf")
    return tmp_path


def test_the_full_screen_says_that_it_cannot_be_heard(folder: Path) -> None:
    with Terminal(command=program(folder)) as terminal:
        terminal.sees(HOME).press("f5").sees("cannot be heard")
        assert outliving(folder) == []


def test_reading_pages_ends_and_says_so(folder: Path) -> None:
    with Terminal(command=program(folder, "read", "risks", "--speak")) as terminal:
        assert terminal.ends() == 1
        assert "cannot be heard" in terminal.text
        assert outliving(folder) == []


def test_writing_sound_ends_and_says_so(folder: Path) -> None:
    out = folder / "page.wav"
    with Terminal(command=program(folder, "read", "risks", "--speak", "--out", str(out))) as terminal:
        assert terminal.ends() == 1
        assert "No sound was written" in terminal.text
        assert not out.exists()
        assert outliving(folder) == []


def test_the_conversation_says_so_when_listening_is_stopped(folder: Path) -> None:
    with LineTerminal(command=program(folder, "--plain")) as terminal:
        gives_up(terminal)
        assert outliving(folder) == []


COMMANDS = {
    "full screen": (),
    "kiosk": ("--kiosk",),
    "read": ("read", "risks", "--speak"),
    "sound file": ("read", "risks", "--speak", "--out", "{folder}/page.wav"),
    "takeaway": ("takeaway", "--print", "--printer", "Room"),
}


@pytest.mark.parametrize("what", COMMANDS)
def test_it_ends_when_it_is_told_to_and_leaves_nothing_running(folder: Path, what: str) -> None:
    args = (word.format(folder=folder) for word in COMMANDS[what])
    with Terminal(command=program(folder, *args, seconds=3600)) as terminal:
        if what in ("full screen", "kiosk"):
            opened(terminal).press("f5")
        terminal.until(lambda: bool(remaining(folder)), "a program to start")
        terminal.child.kill(signal.SIGTERM)
        assert terminal.ends() in (0, 128 + signal.SIGTERM)
        terminal.until(lambda: remaining(folder) == [], "what it started to end")
        assert not [path for path in folder.iterdir() if path.name.startswith(".")], "nothing half written is left"


@pytest.mark.parametrize("kiosk", [True, False])
def test_a_print_under_way_does_not_hold_up_the_end(folder: Path, kiosk: bool) -> None:
    args = ["--printer", "Room", *(["--kiosk"] if kiosk else [])]
    with Terminal(command=program(folder, *args)) as terminal:
        opened(terminal).press("f4").sees("Pick from the most asked")
        terminal.click_on("print ·").sees("Others near the printer").press("2")
        terminal.until(lambda: bool(remaining(folder)), "lp to start")
        terminal.child.kill(signal.SIGTERM)
        assert terminal.ends() == 0
        terminal.until(lambda: remaining(folder) == [], "lp to end")
