"""The terminal's answer about its background is taken out of the input, whole or in pieces."""

import pytest

from ketaguide.tui import background
from ketaguide.tui.background import BackgroundReader, is_dark

START, BEL, ST = b"\x1b]11;", b"\x07", b"\x1b\\"


def read(*pieces: bytes) -> tuple[bytes, list[bool]]:
    """The rest of the input, with a silence at its end, and the reports."""
    reported: list[bool] = []
    reader = BackgroundReader(reported.append)
    return b"".join([*map(reader.feed, pieces), reader.tick()]), reported


@pytest.mark.parametrize(
    ("answer", "dark"),
    [
        (b"rgb:0000/0000/0000", True),
        (b"rgb:1e1e/1e1e/1e1e", True),
        (b"rgb:ffff/ffff/ffff", False),
        (b"rgb:FD/F6/E3", False),
        (b"rgb:0/2/3", True),
        (b"rgb:fff/fff/eee", False),
        (b"rgba:1c1c/1c1c/1c1c/ffff", True),
        (b"rgba:ff/ff/ff/80", False),
        (b"rgb:ff/ff", None),
        (b"rgb:fffff/0/0", None),
        (b"rgb:gg/00/00", None),
        (b"#000000", None),
        (b"", None),
    ],
)
def test_a_background_is_dark_if_white_text_stands_out_more_than_black(answer: bytes, dark: bool | None) -> None:
    assert is_dark(answer) is dark


@pytest.mark.parametrize("end", [BEL, ST])
@pytest.mark.parametrize("colour", [b"rgb:1e1e/1e1e/1e1e", b"rgba:0/0/0/f"])
def test_an_answer_split_anywhere_is_taken_out_and_all_else_is_left(end: bytes, colour: bytes) -> None:
    data = b"ab\x1b[B" + START + colour + end + b"cd\x1bOP"
    for first in range(len(data) + 1):
        for second in range(first, len(data) + 1):
            assert read(data[:first], data[first:second], data[second:]) == (b"ab\x1b[Bcd\x1bOP", [True]), (first, second)


@pytest.mark.parametrize("garbage", [b"", b"rgb:zz", b"?", b"x" * 64, b"rgb:1/2/3/4/5", b"not supported"])
@pytest.mark.parametrize("end", [BEL, ST])
def test_a_malformed_answer_is_dropped_whole(garbage: bytes, end: bytes) -> None:
    assert read(b"a" + START + garbage + end + b"b") == (b"ab", [])


@pytest.mark.parametrize("key", [b"\r", b"\t", b"\x03", b"\x7f", b"\x1bOP", b"\x1b[B", b"\x1b[17~", "é".encode()])
def test_a_key_after_an_answer_without_an_end_is_not_lost(key: bytes) -> None:
    assert read(START + b"rgb:00/0", key) == (key, [])


def test_an_answer_without_an_end_takes_no_more_than_any_answer_has() -> None:
    assert read(START + b"x" * 65 + b"bladder") == (b"xbladder", [])


def test_what_follows_an_answer_without_an_end_after_a_second_is_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "_PIECE_SECONDS", -1)
    assert read(START + b"rgb:00", b"bladder") == (b"bladder", [])


def test_only_the_first_answer_counts_and_later_ones_are_taken_out_too() -> None:
    dark, light = (START + colour + ST for colour in (b"rgb:0/0/0", b"rgb:f/f/f"))
    assert read(dark, b"a", light, b"b" + light[:4], light[4:]) == (b"ab", [True])


@pytest.mark.parametrize("key", [b"\x1b", b"\x1b]", b"\x1b]1", b"\x1b]11"])
def test_a_key_that_begins_like_an_answer_comes_after_a_silence(key: bytes) -> None:
    assert read(key) == (key, [])


def test_esc_does_not_wait_once_the_answer_has_come() -> None:
    reader = BackgroundReader(lambda _: None)
    reader.feed(START + b"rgb:0/0/0" + ST)
    assert reader.feed(b"\x1b") == b"\x1b"
