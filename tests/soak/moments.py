"""Presses keys, sends signals, resizes and closes the terminal at every moment of the start, in a real pseudo-terminal.

    python -m tests.soak.moments --step 20

At each moment from 0 to 400 ms one start for each thing that can happen. A line for each that went wrong, and then the count.
The shipped guide is started, so that the first page stands before the view.
"""

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable

from ketaguide.tui.sizes import LOW
from tests.system.terminal import KEYS

from .starts import ANSWERS, NEVER, Start, Window, seen

HELP, NUMBERS = "Call 999 or go to A&E", "116 123"


def _help(window: Window) -> list[str]:
    window.press("f1")
    return [] if window.wait(ANSWERS, HELP) else [f"no help: {seen(window.sent)[-200:]}"]


def _paused(window: Window) -> list[str]:
    os.write(window.fd, b"\x13")
    return _help(window)


def _in_order(window: Window) -> list[str]:
    os.write(window.fd, f"{KEYS['f6']}3".encode())
    return [] if window.wait(ANSWERS, "Wales (selected)") else [f"lost a key: {seen(window.sent)[-200:]}"]


def _leaving(key: str) -> Callable[[Window], list[str]]:
    def leave(window: Window) -> list[str]:
        if key == "ctrl+q":  # which the terminal keeps for itself until the program asks for it
            window.wait(ANSWERS, NUMBERS)
        os.write(window.fd, KEYS[key].encode())
        return _ended(window, key)

    return leave


def _signalled(number: signal.Signals) -> Callable[[Window], list[str]]:
    def end(window: Window) -> list[str]:
        window.child.kill(number)
        return _ended(window, number.name)

    return end


def _ended(window: Window, by: str) -> list[str]:
    if not window.wait(ANSWERS):
        return [f"{by} did not end it"]
    return [] if window.restored() else [f"{by}: the terminal is not as it was"]


def _resized(columns: int, rows: int) -> Callable[[Window], list[str]]:
    def resize(window: Window) -> list[str]:
        window.child.setwinsize(rows, columns)
        before, give_up = len(window.sent), time.monotonic() + ANSWERS
        window.press("f1")
        wanted = HELP if rows >= LOW else "999"
        while wanted not in seen(window.sent[before:]) and time.monotonic() < give_up:
            window.wait(0.2)
        return [] if wanted in seen(window.sent[before:]) else [f"{columns}x{rows}: {seen(window.sent[before:])[-200:]}"]

    return resize


def _closed(window: Window) -> list[str]:
    window.hangs_up()
    return [] if window.wait(ANSWERS) else ["went on without a terminal"]


HAPPENINGS: dict[str, Callable[[Window], list[str]]] = {
    "F1": _help,
    "Ctrl+S, F1": _paused,
    "F6, 3": _in_order,
    **{key: _leaving(key) for key in ("f10", "ctrl+q", "ctrl+c")},
    **{number.name: _signalled(number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)},
    "resized": _resized(120, 40),
    "small window": _resized(30, 8),
    "closed": _closed,
}


def main() -> int:
    """The series."""
    parser = argparse.ArgumentParser(description="Let everything happen at every moment of the start.")
    parser.add_argument("--step", type=int, default=20, help="milliseconds from one moment to the next")
    parser.add_argument("--last", type=int, default=400, help="the last moment, in milliseconds")
    parser.add_argument("--only", choices=HAPPENINGS, help="one thing alone")
    asked = parser.parse_args()
    count = bad = 0
    for moment in range(0, asked.last + 1, asked.step):
        for name, happen in HAPPENINGS.items():
            if asked.only not in (None, name):
                continue
            with Window(Start("as it is", False, (100, 40), signal.SIGTERM, moment / 1000)) as window:
                window.wait(moment / 1000)
                has_begun = "?1049h" in window.sent  # before that it is Python that a signal finds
                found = happen(window)
                found += [f"says {words!r}" for words in NEVER if has_begun and words in seen(window.sent)]
            count += 1
            for fault in found:
                bad += 1
                print(f"{moment} ms, {name}: {fault}", flush=True)
    print(f"{count} starts: {bad} faults")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
