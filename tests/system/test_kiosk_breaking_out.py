"""Escape attempts by everything that a keyboard, a mouse or a terminal can send."""

import os
import signal
from collections.abc import Iterator

import pytest

from tests.kiosk.attacks import ATTACKS
from tests.kiosk.fuzz import memory, send
from tests.kiosk.small import KIOSK

from .terminal import HELP, HOME, KEYS, WAITING, Terminal, opened
from .test_kiosk import children

MEGABYTE = 1024
"""Limit of resident memory in KiB."""


@pytest.fixture(scope="module")
def attacked() -> Iterator[Terminal]:
    with Terminal(command=KIOSK) as terminal:
        yield opened(terminal)


@pytest.mark.parametrize("name", ATTACKS)
def test_no_input_ends_it_or_hides_help(attacked: Terminal, name: str) -> None:
    send(attacked.child.fileno(), ATTACKS[name])
    attacked.sees_after("f1", HELP)
    assert attacked.child.isalive()
    assert memory(attacked.pid) < 150 * MEGABYTE
    for asked in ("52;", "8;", "0;", "2;"):
        assert f"\x1b]{asked}" not in attacked.sent, "no clipboard, no link and no title is ever asked of the terminal"


def test_mouse_clicks_hit_their_target_after_false_size_reports() -> None:
    with Terminal(command=KIOSK) as terminal:
        opened(terminal)
        send(terminal.child.fileno(), b"\x1b[?2048;2$y\x1b[48;22;80;2200;8000t\x1b[?2048;2$y")
        terminal.click_on(HOME).sees_no_more(HOME)
        terminal.resize(120, 40).until(
            lambda: "F9 Hide" in terminal.lines[39], "the keys on the last row of the window that grew"
        )


def test_more_keys_than_can_be_dealt_with_wait_outside_the_memory() -> None:
    with Terminal(command=KIOSK) as terminal:
        opened(terminal)
        before = memory(terminal.pid)
        for _ in range(10):
            terminal.press("\0" * 2048).settles()
        assert memory(terminal.pid) - before < 10 * MEGABYTE


def test_a_window_of_any_size_leaves_it_running() -> None:
    with Terminal(command=KIOSK) as terminal:
        opened(terminal)
        for columns, rows in ((1, 1), (500, 200), (1, 200), (500, 1), (43, 13), (2, 2)):
            terminal.child.setwinsize(rows, columns)
            send(
                terminal.child.fileno(), "".join(KEYS.get(key, key) for key in ("f3", "x", "f2", "tab", "f9", "enter")).encode()
            )
        terminal.resize(80, 22).sees_after("f1", HELP)


def test_output_stopped_by_ctrl_s_during_startup_resumes() -> None:
    """Ctrl+S pressed before the guide has entered raw mode."""
    with Terminal(command=KIOSK) as terminal:
        os.write(terminal.child.fileno(), b"\x13")
        terminal.sees(WAITING)


def test_stopping_restores_the_terminal_keys() -> None:
    script = f"stty -a; {' '.join(KIOSK)}; stty -a"
    with Terminal(command=["/bin/sh", "-c", script]) as terminal:
        terminal.sees(WAITING)
        os.kill(children(terminal.pid)[0], signal.SIGTERM)
        assert terminal.ends() == 0
    before, after = (part[part.index("intr =") :] for part in terminal.sent.split("speed")[1:3])
    modes = ("isig", "icanon", "ixon", "echo", "iexten")
    assert [f" {mode} " in after for mode in modes] == [f" {mode} " in before for mode in modes]
