"""Arrow-key navigation: the nearest target above, below or beside another on the screen. Pure."""

from collections.abc import Sequence

from ketaguide.tui.layout import Target


def above_or_below(targets: Sequence[Target], here: int, by: int) -> int | None:
    """The nearest target down (1) or up (-1), in the same columns if there is one; None if there is none at all."""
    now = targets[here]
    past = [index for index, target in enumerate(targets) if _gap(now, target) > 0 and (target.row > now.row) == (by > 0)]
    if not past:
        return None
    in_line = [index for index in past if _overlap(targets[index], now)] or past
    return min(in_line, key=lambda index: _distance(now, targets[index]))


def beside(targets: Sequence[Target], here: int, by: int) -> int | None:
    """The nearest target wholly to the right (1) or to the left (-1), in the same rows if there is one; None at the end."""
    now = targets[here]
    past = [
        index
        for index, target in enumerate(targets)
        if (_first(target) >= _last(now) if by > 0 else _last(target) <= _first(now))
    ]
    return min(past, key=lambda index: _distance(now, targets[index]), default=None)


def _distance(one: Target, other: Target) -> tuple[int, int]:
    """Rows between two targets, then columns between their left edges."""
    return max(_gap(one, other), 0), abs(_first(other) - _first(one))


def _gap(one: Target, other: Target) -> int:
    """Rows from one target to another above or below it; 0 or less if they share a row."""
    return max(other.row - one.last_row, one.row - other.last_row)


def _first(target: Target) -> int:
    return min(first for _, first, _ in target.cells)


def _last(target: Target) -> int:
    return max(last for _, _, last in target.cells)


def _overlap(one: Target, other: Target) -> bool:
    return _first(one) < _last(other) and _first(other) < _last(one)
