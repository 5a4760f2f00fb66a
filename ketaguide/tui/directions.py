"""Which of the things one can choose lies above, below or beside another, as the eye sees it. Pure."""

from collections.abc import Sequence

from ketaguide.tui.layout import Spot


def above_or_below(spots: Sequence[Spot], here: int, by: int) -> int | None:
    """The nearest spot in the next row of spots down (1) or up (-1); None where there is no such row."""
    now = spots[here]
    past = [spot for spot in spots if (spot.row > now.last_row if by > 0 else spot.last_row < now.row)]
    if not past:
        return None
    row = min(spot.row for spot in past) if by > 0 else max(spot.row for spot in past)
    return spots.index(min((spot for spot in past if spot.row == row), key=lambda spot: abs(_column(spot) - _column(now))))


def beside(spots: Sequence[Spot], here: int, by: int) -> int | None:
    """The next spot to the right (1) or to the left (-1) in the same row; None at its end."""
    now = spots[here]
    past = [spot for spot in spots if spot.row == now.row and (_column(spot) - _column(now)) * by > 0]
    return spots.index(min(past, key=lambda spot: abs(_column(spot) - _column(now)))) if past else None


def _column(spot: Spot) -> int:
    return spot.cells[0][1]
