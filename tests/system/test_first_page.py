"""The first page stands before Textual is imported, and whatever happens from then on happens as if the view were there."""

import os
import shutil
import signal
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest

from ketaguide.commands.loader import load_undated
from ketaguide.settings import Settings
from ketaguide.tui import first_page
from ketaguide.tui.first_page_build import write_first_pages
from ketaguide.tui.terminal_writer import ENTER

from .fault_injection import needs_strace
from .runs import PROGRAM
from .terminal import UNKNOWN, Terminal, restored

HOME, NUMBERS = "What can I try next?", "116 123"


@pytest.fixture(scope="module", autouse=True)
def _laid_out(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The files of this checkout as an install would make them now, if its code has changed since."""
    content, folder, code = first_page.places()
    mark, path = first_page.fingerprint(content, code), Path(folder)
    if first_page.read(str(path / first_page.file_name(None, "en")), mark, "") is None:
        made = write_first_pages(load_undated(Settings()), mark, tmp_path_factory.mktemp("made"))
        path.mkdir(parents=True, exist_ok=True)
        for one in made.iterdir():
            shutil.copy(one, part := path / f"{one.name}.part")
            part.replace(path / one.name)


@contextmanager
def starting(*args: str, env: dict[str, str] | None = None, **settings: object) -> Iterator[Terminal]:
    """The shipped guide, from the moment when its first page stands and nothing else does."""
    with Terminal(*args, content=None, env=env, **settings) as terminal:  # type: ignore[arg-type]
        yield terminal.until(lambda: NUMBERS in terminal.text, "the first page")


def emulated(size: tuple[int, int]) -> tuple[pyte.Screen, pyte.Stream]:
    screen = pyte.Screen(*size)
    return screen, pyte.Stream(screen)


def cells(screen: pyte.Screen) -> list[tuple[object, ...]]:
    """The visible look of each cell, and the place of the cursor."""
    found: list[tuple[object, ...]] = [(screen.cursor.y, screen.cursor.x)]
    for row in range(screen.lines):
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            letters = (cell.fg, cell.bold) if cell.data.strip() else ()
            found.append((row, column, cell.data, cell.bg, cell.reverse, cell.underscore, *letters))
    return found


@pytest.mark.parametrize(
    ("args", "size", "term", "env"),
    [
        (["--theme", "day"], (80, 24), "xterm-256color", {}),
        (["--theme", "night", "--nation", "northern-ireland"], (160, 45), "xterm-256color", {"COLORTERM": "truecolor"}),
        (["--theme", "contrast", "--short"], (80, 17), "xterm-256color", {}),
        (["--theme", "plain"], (100, 30), "xterm-256color", {"COLORTERM": "truecolor"}),
        (["--nation", "wales"], (43, 13), "linux", {}),
        ([], (100, 30), "xterm-256color", {"NO_COLOR": "1"}),
        ([], (80, 24), "vt220", {}),
        (["--theme", "day"], (30, 8), "xterm-256color", {}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_textual_changes_no_cell_of_the_page_that_stood_before_it(
    args: list[str], size: tuple[int, int], term: str, env: dict[str, str]
) -> None:
    with starting(*args, size=size, term=term, env=env) as terminal:
        terminal.until(lambda: NUMBERS in terminal.sent.partition(ENTER[:8])[2], "Textual's own frame").settles()
        before, _, after = UNKNOWN.sub("", terminal.sent).partition(ENTER[:8])
        screen, stream = emulated(size)
        stream.feed(before)
        stood = cells(screen)
        assert any("HELP NOW" in row for row in screen.display)
        assert any(HOME in row for row in screen.display) == (size != (30, 8))
        for at in range(0, len(after), 512):  # at no time on the way either
            stream.feed(after[at : at + 512])
            assert [pair for pair in zip(stood[1:], cells(screen)[1:], strict=True) if pair[0] != pair[1]] == []
        assert stood[0] == cells(screen)[0], "the cursor"


@pytest.mark.parametrize(
    ("keys", "shown"),
    [(["f1"], "Emergency: Call 999"), (["\x07"], "Emergency: Call 999"), (["\x13", "f1"], "Emergency: Call 999"),
     (["f6", "3"], "Wales (selected)"), (["f3", "bladder"], "bladder"), (["down", "enter"], "It depends where you live")],
    ids=["F1", "Ctrl+G", "after Ctrl+S", "a setting", "a search", "a choice"],
)  # fmt: skip
def test_keys_pressed_on_the_first_page_are_kept_in_order_and_not_drawn_over_it(keys: list[str], shown: str) -> None:
    with starting(size=(100, 40)) as terminal:
        page = terminal.settles().lines
        terminal.press(*keys).until(lambda: ENTER[:8] in terminal.sent or terminal.lines != page, "Textual")
        assert ENTER[:8] in terminal.sent, "something was drawn over the page"
        terminal.sees(shown)


@pytest.mark.parametrize("key", ["f10", "ctrl+q", "ctrl+c"])
def test_it_can_be_left_from_the_first_page(key: str) -> None:
    with starting() as terminal:
        before = termios.tcgetattr(terminal.child.fileno())
        assert not before[3] & termios.ECHO
        terminal.press(key)
        assert terminal.ends() == 0
        assert "\x1b[?1049l" in terminal.sent.rpartition("\x1b[?1049h")[2]
        assert "\x1b[?25h" in terminal.sent.rpartition("\x1b[?25l")[2], "the cursor is back"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_on_the_first_page_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    with Terminal(content=None) as terminal:
        before = termios.tcgetattr(terminal.child.fileno())
        terminal.until(lambda: NUMBERS in terminal.text, "the first page")
        os.kill(terminal.pid, number)
        terminal.until(lambda: not terminal.child.isalive(), "the program to end").settles()
        assert termios.tcgetattr(terminal.child.fileno()) == before
        assert terminal.sent.rfind("\x1b[?1049l") > terminal.sent.rfind("\x1b[?1049h")
        assert "Traceback" not in terminal.sent
        assert terminal.ends() == 0


@needs_strace
def test_ctrl_c_while_the_first_page_is_written_leaves_the_terminal_as_it_was() -> None:
    once_written = 'exec strace -o /dev/null -P "$(tty)" -e trace=close -e inject=close:signal=SIGINT:when=1 "$@"'
    with Terminal(command=["/bin/sh", "-c", once_written, "sh", *PROGRAM]) as terminal:
        assert terminal.ends() == 0
        assert terminal.sent.rfind("\x1b[?1049l") > terminal.sent.rfind("\x1b[?1049h") > -1
        assert terminal.sent.rfind("\x1b[?25h") > terminal.sent.rfind("\x1b[?25l"), "the cursor is back"
        assert NUMBERS in terminal.sent.rpartition("\x1b[?1049l")[2], "the last words are who to call"


def test_a_terminal_that_is_closed_on_the_first_page_ends_the_program() -> None:
    with starting() as terminal:
        terminal.hangs_up()
        assert terminal.is_gone()


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (30, 8)])
def test_a_window_resized_on_the_first_page_is_drawn_anew(size: tuple[int, int]) -> None:
    with starting(size=size) as terminal:
        terminal.until(lambda: NUMBERS in terminal.sent.partition(ENTER[:8])[2], "Textual").settles()
        fresh = terminal.lines
    with starting() as terminal:
        terminal.resize(*size).until(lambda: ENTER[:8] in terminal.sent, "Textual")
        terminal.until(lambda: terminal.lines == fresh, "the same page")


OTHERWISE: dict[str, tuple[list[str], dict[str, str]]] = {
    "other content": (["--content", "tests/guides/kitchen_sink"], {}),
    "a site": (["--site", "docs/site-example.yaml"], {}),
    "overdue": ([], {"KETAGUIDE_TODAY": "2031-01-01"}),
}


@pytest.mark.parametrize(("args", "env"), OTHERWISE.values(), ids=OTHERWISE)
def test_where_the_page_may_be_another_the_numbers_stand_first_instead(args: list[str], env: dict[str, str]) -> None:
    with starting(*args, env=env, size=(100, 30)) as terminal:
        terminal.until(lambda: ENTER[:8] in terminal.sent, "Textual")
        before = terminal.sent.partition(ENTER[:8])[0]
        assert "GET HELP NOW" in before
        assert HOME not in before
        terminal.sees("F10").press("f10")
        assert terminal.ends() == 0
        assert restored(terminal)
