"""After any input the guide still runs and help is one key away."""

import random

from .terminal import HELP, KEYS, Terminal

ACTIONS = 600
"""Enough actions to reach every kind of place."""


def test_random_keys_presses_and_sizes_do_no_harm(terminal: Terminal) -> None:
    chance = random.Random(1)
    keys = [key for key in KEYS if key not in ("f10", "ctrl+q", "ctrl+c", "ctrl+z")]
    for number in range(ACTIONS):
        what = chance.random()
        if what < 0.8:
            terminal.press(chance.choice(keys))
        elif what < 0.97:
            terminal.click(chance.randrange(80), chance.randrange(len(terminal.lines) - 1))
        else:
            terminal.resize(chance.choice([43, 80, 120]), chance.choice([13, 22, 40]))
        if number % 20 == 0:
            terminal.sees_after("f6", "Where in the UK are you?")
    terminal.resize(80, 22).sees_after("f1", HELP)
