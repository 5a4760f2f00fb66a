"""Half blocks and check boxes are drawn only in terminals known to have them."""

import pytest

from ketaguide.tui.terminal_glyphs import draws_more


@pytest.mark.parametrize(
    "term", ["xterm-256color", "xterm", "foot", "alacritty", "xterm-kitty", "rxvt-unicode-256color", "gnome"]
)
def test_the_terminals_of_a_desktop_have_them(term: str) -> None:
    assert draws_more({"TERM": term})


@pytest.mark.parametrize("term", ["linux", "fbterm", "vt220", "dumb", ""])
def test_a_console_and_an_unknown_terminal_have_not(term: str) -> None:
    assert not draws_more({"TERM": term, "COLORTERM": "truecolor"})


@pytest.mark.parametrize("term", ["screen", "tmux-256color"])
def test_within_screen_and_tmux_the_terminal_around_them_counts(term: str) -> None:
    assert not draws_more({"TERM": term})
    assert draws_more({"TERM": term, "COLORTERM": "truecolor"})
