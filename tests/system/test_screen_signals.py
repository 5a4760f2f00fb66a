"""The full-screen guide and its terminal: closed, stopped, continued, blocked, written over, of unknown size."""

import os
import signal
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest

from .runs import ROOT
from .terminal import DEADLINE, HELP, Terminal, opened, restored

VIEWS: list[list[str]] = [[], ["--kiosk"]]
LETTERS = "any words at all that somebody may have typed " * 11


def fill(terminal: Terminal) -> None:
    """Fill the terminal, which nobody reads, so that the program's next write must wait."""
    beside = os.open(f"/proc/{terminal.pid}/fd/1", os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    with suppress(BlockingIOError):
        while True:
            os.write(beside, b" " * 64)
    os.close(beside)


def rests(terminal: Terminal) -> None:
    """Wait, reading nothing, until the program has used no processor time for half a second."""
    used, since, deadline = "", time.monotonic(), time.monotonic() + DEADLINE
    while time.monotonic() < min(since + 0.5, deadline):
        if (now := " ".join(Path(f"/proc/{terminal.pid}/stat").read_text().rpartition(")")[2].split()[11:13])) != used:
            used, since = now, time.monotonic()
        time.sleep(0.02)


def threads(terminal: Terminal) -> int:
    return len(list(Path(f"/proc/{terminal.pid}/task").iterdir()))


def is_cooked(terminal: Terminal) -> bool:
    """True if the terminal is in line mode with echo, as a shell needs it."""
    flags = termios.tcgetattr(terminal.child.fileno())[3]
    return bool(flags & termios.ICANON and flags & termios.ECHO)


@pytest.mark.parametrize(("view", "letters"), [([], 400), ([], 500), (["--kiosk"], 500)])
def test_a_terminal_that_closes_while_words_are_typed_ends_the_program(view: list[str], letters: int) -> None:
    with Terminal(*view) as terminal:
        opened(terminal).press("f3").sees("Nothing you type is kept").settles()
        fill(terminal)
        rests(terminal.press(LETTERS[:letters]))
        terminal.hangs_up()
        assert terminal.is_gone()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("keys", [["f1"], ["f2", "f6", "f4"] * 30])
def test_sigterm_ends_it_although_the_terminal_takes_nothing_any_more(view: list[str], keys: list[str]) -> None:
    with Terminal(*view) as terminal:
        fill(opened(terminal))
        rests(terminal.press(*keys))
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.is_gone()


def test_a_terminal_that_has_taken_nothing_for_a_while_shows_the_last_screen_whole(terminal: Terminal) -> None:
    terminal.press(*["f2", "f6", "f4"] * 60, "f3").sees("Nothing you type is kept").settles()
    terminal.screen.reset()
    terminal.press("\x0c")
    for words in ("every kind of block", "HELP NOW", "116 123", "Nothing you type is kept", "F9 Hide"):
        terminal.sees(words)


def test_being_continued_again_and_again_adds_no_thread(terminal: Terminal) -> None:
    before = threads(terminal)
    for _ in range(20):
        os.kill(terminal.pid, signal.SIGCONT)
    terminal.press("f1").sees(HELP)
    assert threads(terminal) == before


def test_sigterm_and_then_sigcont_leave_the_terminal_as_it_was(terminal: Terminal) -> None:
    assert not is_cooked(terminal)
    os.kill(terminal.pid, signal.SIGTERM)
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.until(lambda: not terminal.child.isalive(), "the program to end").settles()
    assert is_cooked(terminal)
    assert restored(terminal)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("key", "bytes_seen"), [("f3", 0), ("f3", 1000), ("f9", 200)])  # tests/soak/starts.py: at any moment
def test_sigterm_while_a_screen_goes_up_is_no_fault(view: list[str], key: str, bytes_seen: int) -> None:
    with Terminal(*view) as terminal:
        before = len(opened(terminal).sent)
        terminal.press(key).until(lambda: len(terminal.sent) >= before + bytes_seen, "the screen to begin")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.ends() == 0
        assert restored(terminal)


def test_ctrl_z_and_fg_bring_back_the_whole_screen(terminal: Terminal) -> None:
    shown = terminal.lines
    os.kill(terminal.pid, signal.SIGTSTP)
    os.waitid(os.P_PID, terminal.pid, os.WSTOPPED | os.WNOWAIT)
    terminal.settles()
    assert restored(terminal)
    assert is_cooked(terminal)
    terminal.screen.reset()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.until(lambda: terminal.lines == shown, "the whole screen")
    assert not is_cooked(terminal)
    terminal.press("f1").sees(HELP)


@pytest.mark.parametrize("view", VIEWS)
def test_what_was_written_over_the_screen_goes_when_it_is_continued_and_at_ctrl_l(view: list[str]) -> None:
    with Terminal(*view) as terminal:
        shown = opened(terminal).lines
        terminal.screen.reset()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.until(lambda: terminal.lines == shown, "the whole screen")
        terminal.screen.reset()
        terminal.press("\x0c").until(lambda: terminal.lines == shown, "the whole screen")


@pytest.mark.parametrize(("columns", "rows"), [(80, 0), (0, 24), (0, 0)])
def test_a_terminal_that_does_not_know_its_size_is_drawn_once(columns: int, rows: int) -> None:
    with Terminal(size=(columns or 80, 24)) as terminal:
        opened(terminal).child.setwinsize(rows, columns)
        terminal.settles().press("f6").sees("Where in the UK are you?").settles()
        written = len(terminal.sent)
        terminal.settles()
        assert len(terminal.sent) == written
        assert "F10 Ctrl+Q Close" in terminal.lines[-1]


def test_what_was_written_over_a_waiting_screen_goes_within_a_minute_of_the_kiosks_clock(tmp_path: Path) -> None:
    watched = [sys.executable, "-m", "tests.kiosk.audited", str(tmp_path / "report")]
    with Terminal(command=watched, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.sees("Press any key").until(lambda: "F12 Clean" in terminal.lines[-1], "the keys in the last row")
        shown = terminal.settles().lines
        terminal.screen.reset()
        os.kill(terminal.pid, signal.SIGUSR1)
        terminal.until(lambda: terminal.lines == shown, "the whole screen")
