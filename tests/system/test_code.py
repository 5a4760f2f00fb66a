"""QR codes on the real screen, decoded from the terminal's cells by an independent decoder."""

from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp

from ketaguide.paths import content_dir
from tests.system.runs import EXAMPLE
from tests.system.terminal import HELP, Terminal

SCALE = 16
"""Pixels of half a cell."""
NAMED = {"black": 0, "brightwhite": 255, "white": 229}
"""Shades of a console's colours that a code is drawn in."""


def picture(terminal: Terminal) -> np.ndarray:
    """The screen as a camera sees it: cells twice as tall as wide, halves of them in text or background colour."""
    screen = terminal.screen
    light = np.zeros((screen.lines * 2, screen.columns), dtype=np.uint8)
    for row in range(screen.lines):
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            front, back = (shade(cell.bg), shade(cell.fg)) if cell.reverse else (shade(cell.fg), shade(cell.bg))
            upper, lower = (front if cell.data in marks else back for marks in ("█▀", "█▄"))
            light[2 * row, column], light[2 * row + 1, column] = upper, lower
    return np.kron(light, np.ones((SCALE, SCALE), dtype=np.uint8))


def shade(colour: str) -> int:
    return NAMED[colour] if colour in NAMED else sum(bytes.fromhex(colour)) // 3 if len(colour) == 6 else 0


def decoded(terminal: Terminal) -> str:
    """Decode the screen with ZXing, which reads codes as phones do."""
    return next((found.text for found in zxingcpp.read_barcodes(picture(terminal))), "")


def read(terminal: Terminal, which: str = "Code 1 of 1") -> str:
    """The words of the code that comes up."""
    terminal.sees(which).until(lambda: decoded(terminal) != "", "a code to be read")
    return decoded(terminal)


def has_quiet_zone(terminal: Terminal) -> bool:
    """True if four light modules surround the code on every side, and the code is dark on light."""
    light = picture(terminal)
    (found,) = zxingcpp.read_barcodes(light)
    first, last = found.position.top_left, found.position.bottom_right
    left, top, right, bottom = (round(at / SCALE) for at in (first.x, first.y, last.x, last.y))
    modules = light[::SCALE, ::SCALE]
    around = modules[top - 4 : bottom + 4, left - 4 : right + 4].copy()
    around[4:-4, 4:-4] = 255
    return around.shape == (bottom - top + 8, right - left + 8) and bool((around > 200).all()) and bool(modules[top, left] < 60)


def pick(terminal: Terminal) -> None:
    """Tick the questions of the page about seeing a GP by mouse, open the list, and ask for the code."""
    terminal.sees("See your GP").press("7").sees("In short")
    terminal.press("end").sees("Add all of these").click_on("Add all of these").sees("(in my questions)")
    terminal.press("f4").sees("Take home:").click_on("phone ·")


def pick_one(terminal: Terminal) -> None:
    """Tick the first of the most asked questions, and ask for the code, by keys alone."""
    terminal.sees("999").press("f4").sees("Pick from the most asked").press("1").sees("(in my questions)")
    terminal.press("f4").sees("Choose a question to move it").press("enter")


def test_without_an_address_the_questions_themselves_are_in_numbered_codes() -> None:
    with Terminal(size=(150, 60), content=content_dir()) as terminal:
        pick(terminal)
        first = read(terminal, "Code 1 of")
        total = int(first[2])
        assert first.startswith(f"1/{total} 1. What have I not tried yet?")
        output = [first]
        for number in range(2, total + 1):
            terminal.click_on("Next code").sees(f"Code {number} of {total}")
            terminal.until(lambda number=number: decoded(terminal).startswith(f"{number}/"), "the next code")  # type: ignore[misc]
            output.append(decoded(terminal))
        assert "999" in output[-1]


def test_an_address_too_long_for_the_window_gives_way_to_the_questions_themselves() -> None:
    with Terminal("--site", str(EXAMPLE), size=(150, 70), content=content_dir()) as terminal:
        pick_one(terminal)
        terminal.sees("Code 1 of 1").resize(80, 19).sees_no_more("Code 1 of 1").sees("Code 1 of")
        terminal.until(lambda: "1. What have I not tried" in decoded(terminal), "the first question in the code")


@pytest.mark.parametrize(("theme", "picks"), [("day", pick), ("night", pick_one), ("contrast", pick)])
def test_at_100_by_30_one_code_holds_the_address_and_after_the_hash_the_choices_in_half_blocks(
    theme: str, picks: Callable[[Terminal], None]
) -> None:
    with Terminal("--theme", theme, "--site", str(EXAMPLE), size=(100, 30), content=content_dir()) as terminal:
        picks(terminal)
        address, _, ids = read(terminal).partition("#")
        assert address == "https://elmtree.example/take-away.html"
        assert (ids == "ask-gp-not-tried") == (picks is pick_one)
        assert has_quiet_zone(terminal)
        assert "999" in terminal.text
        terminal.press("f1").sees(HELP)


def test_without_an_address_there_are_as_few_codes_as_fit_at_100_by_30() -> None:
    with Terminal(size=(100, 30), content=content_dir()) as terminal:
        pick_one(terminal)
        assert read(terminal).startswith("1. What have I not tried yet?")


def test_the_console_has_no_half_blocks_and_full_blocks_are_shown_where_they_fit() -> None:
    with Terminal(size=(150, 60), content=content_dir(), term="linux") as terminal:
        pick_one(terminal)
        assert read(terminal)
        assert not set("▀▄") & set("".join(terminal.lines))
        terminal.resize(100, 30).sees("No code for a phone fits").press("2").sees("1 What have I not tried yet?")


def test_a_window_too_small_says_so_and_offers_the_text() -> None:
    with Terminal(size=(150, 60), content=content_dir()) as terminal:
        pick(terminal)
        terminal.sees("Code 1 of").resize(43, 13).sees("No code for a phone")
        terminal.press("1").sees("To take along")
