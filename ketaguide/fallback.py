"""The crisis card where no guide is open, or could be opened. Standard library only."""

import os
from re import MULTILINE, search
from textwrap import wrap

from ketaguide import crisis

ELSEWHERE = "These numbers work in the UK. Anywhere else, call the emergency number of that country."

_MOST_BYTES = 5_000_000
"""The size up to which a pack is searched."""

country = crisis.UK
"""The country of the guide that was opened last: a fault or Ctrl+C shows its crisis card."""


def card(nation: str | None, width: int, content: str | None) -> list[str]:
    """Return the card of the guide that was opened; if none was, the built-in one, which says so for another country."""
    whole = crisis.lines(nation, width, country)
    is_ours = country is not crisis.UK or is_for_uk(content)
    return whole if is_ours else [*wrap(ELSEWHERE, max(width, crisis.NARROWEST)), "", *whole]


def at_start(nation: str | None, width: int, content: str | None) -> list[str]:
    """Return the built-in numbers, for the time until a guide is read; none for a guide of another country."""
    return crisis.short(nation, width) if is_for_uk(content) else []


def is_for_uk(content: str | None) -> bool:
    """Return True for the shipped guide, or a folder whose guide names the UK's profile."""
    return not content or profile_of(content) == crisis.PROFILE


def profile_of(content: str) -> str:
    """Return the profile that a content folder or a pack names, without a parser; empty if it cannot be told."""
    for path in (f"{content}/guide.yaml", content):
        if not os.path.isfile(path):  # noqa: PTH113  (pathlib costs 5 ms)
            continue
        try:
            with open(path, "rb") as file:  # noqa: PTH123
                named = search(rb"^profile:[ \t]*[\"']?([a-z0-9-]+)", file.read(_MOST_BYTES), MULTILINE)
        except OSError:
            continue
        return named[1].decode() if named else ""
    return ""
