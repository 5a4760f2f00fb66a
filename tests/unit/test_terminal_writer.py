"""A slow, blocked or closed terminal has its modes restored and never blocks the program."""

import os
from contextlib import suppress
from threading import Thread

from ketaguide.tui.terminal_writer import LEAVE, TerminalWriter


def nothing() -> None: ...


def test_a_terminal_that_is_behind_is_left_in_order_and_gets_no_more_frames() -> None:
    reading, writing = os.pipe()
    writer = TerminalWriter(writing, on_closed=nothing, on_behind=nothing)
    for _ in range(50):
        writer.write("x" * 100_000)
    ending = Thread(target=writer.stop, args=(LEAVE, 20))
    ending.start()
    seen = b""
    while not seen.endswith(LEAVE.encode()):
        seen += os.read(reading, 65_536)
    ending.join()
    assert seen.count(b"x") < 50 * 100_000 / 2
    assert seen.endswith(b"\x18" + LEAVE.encode())
    for end in (reading, writing):
        os.close(end)


def test_a_terminal_that_keeps_up_gets_every_frame_before_it_is_left() -> None:
    reading, writing = os.pipe()
    writer = TerminalWriter(writing, on_closed=nothing, on_behind=nothing)
    writer.write("the whole page")
    assert os.read(reading, 100) == b"the whole page"
    writer.stop(LEAVE, 20)
    assert os.read(reading, 1000) == b"\x18" + LEAVE.encode()
    for end in (reading, writing):
        os.close(end)


def test_a_terminal_that_takes_nothing_is_not_waited_for_and_is_left_in_order_once_it_takes_more() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    filled = 0
    with suppress(BlockingIOError):
        while True:
            filled += os.write(writing, b"f" * 4096)
    writer = TerminalWriter(writing, on_closed=nothing, on_behind=nothing)
    writer.write("x")
    writer.stop(LEAVE, 0.05)
    seen = b""
    while not seen.endswith(LEAVE.encode()):
        seen += os.read(reading, 65_536)
    assert seen.startswith(b"f" * filled)
    for end in (reading, writing):
        os.close(end)
