"""Advice for an id that does not exist."""

from collections.abc import Iterable

from ketaguide.loading.wording import misspelt, run_together


def nearest(name: str, known: Iterable[str]) -> str:
    """The nearest known id, or what to do where none is near."""
    known = list(known)
    if together := run_together(name, known):
        return together
    close = misspelt(name, known)
    return f"did you mean {close!r}?" if close else "add it, or remove the reference"
