"""Arrow-key navigation: the nearest target above, below or beside another on the screen. Pure."""

from collections.abc import Sequence

from ketaguide.tui.layout import Target


def above_or_below(targets: Sequence[Target], here: int, by: int) -> int | None:
    """The nearest target in the next row of targets down (1) or up (-1); None where there is no such row."""
    now = targets[here]
    past = [target for target in targets if (target.row > now.last_row if by > 0 else target.last_row < now.row)]
    if not past:
        return None
    row = min(target.row for target in past) if by > 0 else max(target.row for target in past)
    return targets.index(
        min((target for target in past if target.row == row), key=lambda target: abs(_column(target) - _column(now)))
    )


def beside(targets: Sequence[Target], here: int, by: int) -> int | None:
    """The next target to the right (1) or to the left (-1) in the same row; None at its end."""
    now = targets[here]
    past = [target for target in targets if target.row == now.row and (_column(target) - _column(now)) * by > 0]
    return targets.index(min(past, key=lambda target: abs(_column(target) - _column(now)))) if past else None


def _column(target: Target) -> int:
    return target.cells[0][1]
