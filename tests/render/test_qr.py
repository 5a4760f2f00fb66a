"""QR codes, read back by an independent decoder."""

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from ketaguide.render import qr

SCALE = 8


def seen(rows: tuple[str, ...]) -> str:
    """Decode rows of cells, two columns a module, with OpenCV, or ZXing where OpenCV finds no code in a good picture."""
    modules = np.array([[0 if row[at] == "█" else 255 for at in range(0, len(row), 2)] for row in rows], dtype=np.uint8)
    picture = np.kron(modules, np.ones((SCALE, SCALE), dtype=np.uint8))
    text, *_ = cv2.QRCodeDetector().detectAndDecode(picture)
    return str(text) or next(
        (found.text for found in zxingcpp.read_barcodes(np.pad(picture, 4 * SCALE, constant_values=255))), ""
    )


@pytest.mark.parametrize(
    "text",
    [
        "https://elmtree.example/k#ask-gp-refer,ask-gp-next-step",
        "1. What now?\nCrisis: 111",
        "Dr Zoë\N{RIGHT SINGLE QUOTATION MARK}s £5",
    ],
)
def test_a_code_decodes_to_its_text(text: str) -> None:
    assert seen(qr.cells(text)) == text


def test_a_code_is_dark_on_light_with_four_quiet_modules_around_it() -> None:
    rows = qr.cells("hello")
    assert all(not row.strip() for row in (*rows[:4], *rows[-4:]))
    assert all(row.startswith(" " * 8) and row.endswith(" " * 8) for row in rows)
    assert all(len(row) == 2 * len(rows) for row in rows)


def test_the_smallest_window_for_a_code_is_29_rows_of_58_columns() -> None:
    assert qr.largest(58, 29) == 1
    assert qr.largest(57, 29) == 0
    assert qr.largest(58, 28) == 0
    assert qr.largest(1000, 1000) == 10


LETTERS = st.characters(codec="utf-8", exclude_categories=["Z", "C"])
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=12), max_size=80).map(" ".join)


@settings(max_examples=40)
@given(WORDS, st.integers(0, 10))
def test_however_it_is_split_no_word_is_lost_and_every_part_fits(text: str, version: int) -> None:
    parts = qr.split(text, version)
    if parts:
        words = [word for part in parts for word in (part.split(" ", 1)[1] if len(parts) > 1 else part).split()]
        assert words == text.split()
        assert len(parts) <= qr.MOST
        assert all(len(qr.cells(part)) <= 17 + 4 * version + 8 for part in parts if part)


def test_too_much_for_nine_codes_is_not_split() -> None:
    assert qr.split("word " * 200, 1) == []


@pytest.mark.parametrize("text", ["hello", "x" * 100])
def test_in_half_blocks_the_same_modules_take_half_the_columns_and_rows(text: str) -> None:
    full = ["".join("#" if row[at] == "█" else " " for at in range(0, len(row), 2)) for row in qr.cells(text)]
    halves = qr.cells(text, half=True)
    drawn = [line for row in halves for line in ("".join(" #"[cell in mark] for cell in row) for mark in ("█▀", "█▄"))]
    assert drawn[: len(full)] == full
    assert not "".join(drawn[len(full) :]).strip()


def test_the_smallest_window_for_a_code_in_half_blocks_is_15_rows_of_29_columns() -> None:
    assert qr.largest(29, 15, half=True) == 1
    assert qr.largest(28, 15, half=True) == qr.largest(29, 14, half=True) == 0
