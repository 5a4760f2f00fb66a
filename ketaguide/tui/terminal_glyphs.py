"""Glyphs that the terminal is known to draw, beyond those of the Linux console's fonts."""

from collections.abc import Mapping

_CONSOLES = ("linux", "fbterm", "vt", "dumb", "cons", "ansi")
_MULTIPLEXERS = ("screen", "tmux")


def draws_more(env: Mapping[str, str]) -> bool:
    """True for a terminal of a desktop, whose fonts have half blocks (▀▄) and check boxes (☐☑).

    The Linux console's have not. `screen` and `tmux` may run on a console: they count only if the terminal around them has
    named itself, by its 24-bit colours.
    """
    term = env.get("TERM", "")
    if not term or term.startswith(_CONSOLES):
        return False
    return not term.startswith(_MULTIPLEXERS) or env.get("COLORTERM", "") in ("truecolor", "24bit")
