"""Without colours, or with sixteen, the real screen conveys everything by marks, words, bold and reversed text."""

import re
from collections.abc import Iterator

import pyte.screens
import pytest
from syrupy.assertion import SnapshotAssertion

from .terminal import Terminal

COLOURLESS = {"no colour": ("xterm-256color", {"NO_COLOR": "1"}), "one colour": ("vt220", {})}
TERMINALS = {**COLOURLESS, "sixteen colours": ("linux", {})}
PLAIN = {("default", "default"), ("default", "black"), ("brightwhite", "black")}
"""Colours that say nothing: letters on the page."""
Walk = Iterator[tuple[str, Terminal]]


def walk(terminal: Terminal) -> Walk:
    """Home, figures, the quiz before and after, view, get help, a sheet, and what can be ticked."""

    def at(name: str) -> tuple[str, Terminal]:
        return name, terminal.settles()

    terminal.sees("Ask in your own words").press("right")
    yield at("home")
    terminal.press("f2").sees("First part").click_on("Every kind of block").sees("In short")
    yield at("page")
    while "·········" not in (before := terminal.settles().text):
        terminal.press("pgdn").until(lambda seen=before: terminal.text != seen, "the next screenful")  # type: ignore[misc]
    yield at("icon array")
    terminal.press("f2").sees("First part").press("f7", "home").sees("In short")
    terminal.press("f6").sees("Where in the UK").press("4").sees("Northern Ireland (selected)")
    yield at("view")
    terminal.press("f1").sees("Emergency: Call 999").sees("F7 Back to what you were reading")
    yield at("get help now")
    terminal.press("pgdn").sees("Emergency services (999)").settles().click_on("Emergency services (999)").sees("For: anyone")
    yield at("sheet")
    terminal.press("f7", "home").sees("Emergency: Call 999").press("f2").sees("Start").press("end").sees("Check what you know")
    terminal.settles().click_on("Check what you know").sees("Nothing is counted").press("1")
    terminal.sees("Question 1 of")
    yield at("question")
    terminal.press("1").sees("You chose:")
    yield at("answered")


def drawn(screen: pyte.Screen) -> str:
    """The screen with a letter for the style of each cell under each row, and a legend at the end."""
    kinds: dict[str, str] = {}
    rows = []
    for number, text in enumerate(screen.display):
        cells = [screen.buffer[number][column] for column in range(screen.columns)]
        letters = "".join(kinds.setdefault(said, chr(ord("a") + len(kinds))) if (said := way(cell)) else " " for cell in cells)
        rows += [f"|{text}|", *([f"|{letters}|"] if letters.strip() else [])]
    return "\n".join([*rows, *(f"{letter}: {said}" for said, letter in kinds.items())])


def way(cell: pyte.screens.Char) -> str:
    """Describe the style of a cell; empty for a plain one."""
    colours = [] if (cell.fg, cell.bg) in PLAIN else [f"{cell.fg} on {cell.bg}"]
    ways = {"bold": cell.bold, "underlined": cell.underscore, "reversed": cell.reverse}
    return ", ".join([*colours, *(name for name, holds in ways.items() if holds)])


@pytest.mark.parametrize("name", TERMINALS)
def test_what_is_drawn_is_what_was_agreed(name: str, snapshot: SnapshotAssertion) -> None:
    term, env = TERMINALS[name]
    with Terminal(term=term, env=env) as terminal:
        for state, shown in walk(terminal):
            assert drawn(shown.screen) == snapshot(name=state)
            assert_tells_everything(name, state, shown)
            assert not re.search(r"\x1b\[(?:\d+;)*[56](?:;\d+)*m", shown.sent), "something blinks"
            if name in COLOURLESS:
                assert not re.search(r"\x1b\[(?:\d+;)*(?:3\d|4\d|9\d|10\d)(?:;\d+)*m", shown.sent), "a colour was written"


def assert_tells_everything(name: str, state: str, shown: Terminal) -> None:
    """Crisis help stands out, focus has its sign, and what colours would say is said in words."""
    screen = shown.screen
    banner = next(row for row, text in enumerate(screen.display) if "HELP NOW" in text)
    ground = {(cell.reverse, cell.bg) for cell in (screen.buffer[banner][column] for column in range(screen.columns))}
    assert ground == ({(True, "default")} if name in COLOURLESS else {(False, "red")})
    for number in ("999", "116 123"):
        assert number in " ".join(screen.display[banner : banner + 2])
    says = {
        "view": "Northern Ireland (selected)",
        "get help now": "Emergency: Call 999",
        "question": "Question 1 of",
        "answered": "You chose: ",
        "icon array": " in 100",
    }
    assert says.get(state, "") in shown.text
    if state in ("home", "view", "sheet", "answered"):
        x, y = screen.cursor.x, screen.cursor.y
        row = [screen.buffer[y][column] for column in range(screen.columns)]
        sign, first = next(cell for cell in reversed(row[:x]) if cell.data == ">"), row[x]
        assert sign.bold, state
        if name in COLOURLESS:
            assert first.bold, state
        else:
            assert sign.fg == "brightbrown", state  # so pyte calls bright yellow
            assert not (first.bold and first.fg == "black"), "bold black is grey on a console"
