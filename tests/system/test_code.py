"""QR codes on the real screen, decoded from the terminal's cells by an independent decoder."""

from pathlib import Path

import cv2
import numpy as np

from ketaguide.paths import content_dir
from tests.system.terminal import Terminal

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "site-example.yaml"


def decoded(terminal: Terminal) -> str:
    """Decode the screen as a camera does: cells twice as tall as wide, in background or, for full blocks, text colour."""
    screen = terminal.screen
    light = np.zeros((screen.lines * 16, screen.columns * 8), dtype=np.uint8)
    for row in range(screen.lines):
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            colour = cell.fg if cell.data == "█" else cell.bg
            shade = sum(bytes.fromhex(colour)) // 3 if len(colour) == 6 else 0
            light[row * 16 : row * 16 + 16, column * 8 : column * 8 + 8] = shade
    text, *_ = cv2.QRCodeDetector().detectAndDecode(light)
    return str(text)


def pick(terminal: Terminal) -> None:
    """Tick the questions of the page about seeing a GP by mouse, open the list, and ask for the code."""
    terminal.sees("What to say, bring and ask").click_on("What to say, bring and ask").sees("In short")
    terminal.press("end").sees("Add all of these").click_on("Add all of these").sees("(in my questions)")
    terminal.press("f4").sees("Take it on my phone").click_on("Take it on my phone")


def test_the_address_in_the_code_has_the_choices_after_the_hash() -> None:
    with Terminal("--site", str(EXAMPLE), size=(150, 70), content=content_dir()) as terminal:
        pick(terminal)
        terminal.sees("Code 1 of 1")
        terminal.until(lambda: decoded(terminal) != "", "a code to be read")
        start = "https://elmtree.example/take-away.html#ask-gp-not-tried,ask-"
        assert decoded(terminal).startswith(start)
        assert "999" in terminal.text
        terminal.press("f1").sees("Samaritans: talk at any hour.")


def test_without_an_address_the_questions_themselves_are_in_numbered_codes() -> None:
    with Terminal(size=(150, 60), content=content_dir()) as terminal:
        pick(terminal)
        terminal.sees("Code 1 of")
        terminal.until(lambda: decoded(terminal) != "", "a code to be read")
        first = decoded(terminal)
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
        pick(terminal)
        terminal.sees("Code 1 of 1").resize(120, 48).sees_no_more("Code 1 of 1").sees("Code 1 of")
        terminal.until(lambda: "1. What have I not tried yet?" in decoded(terminal), "the first question in the code")


def test_a_window_too_small_says_so_and_offers_the_text() -> None:
    with Terminal(size=(150, 60), content=content_dir()) as terminal:
        pick(terminal)
        terminal.sees("Code 1 of").resize(80, 22).sees("This window is too small")
        terminal.press("1").sees("To take along")
