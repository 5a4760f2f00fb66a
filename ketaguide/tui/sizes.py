"""Sizes of the window at which something is added or left out, in columns and rows. Pure."""

THIN, LOW = 43, 13
"""Columns and rows below which only the crisis banner is shown."""
SHORT = 18
"""Rows below which the title bar is left out."""
WIDE = 100
"""Columns from which the contents stand beside a page."""
ROOM_FOR_CONTENTS = 130
"""Columns from which they stand beside a page that otherwise takes the whole width."""
ROOM_FOR_THREE = 144
"""Columns from which the headings, words and sources of a page stand beside it."""
SIDE_WIDTH = 30
"""Columns of the contents."""
MARGIN = 3
"""Columns at the left of every target in a row of its own: the focus mark, its bar, and a space."""


def side_width(width: int, *, takes_all: bool) -> int:
    """Columns of the contents beside a page in a window; `takes_all` for one that otherwise takes the whole width."""
    return SIDE_WIDTH if width >= (ROOM_FOR_CONTENTS if takes_all else WIDE) else 0


def room(height: int, banner: int) -> int:
    """Rows for the page in a window, under the title bar and `banner` rows, above the foot bar."""
    return height - banner - 1 - (height >= SHORT)
