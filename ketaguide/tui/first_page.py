"""The first page before Textual is imported: home as the full screen will draw it, from words laid out at build time.

Reads one small file and composes the frame with the functions that the widgets use too. Standard library only, beyond
the guide's own modules without Textual. See docs/decisions/first-page.md.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from zlib import crc32, decompress, error

from ketaguide import __version__, built, clock
from ketaguide.tui.bars import BannerWords, Foot, FootKey, TitleWords, seen
from ketaguide.tui.looks import BANNER, LOOKS, PAGE, SIDE, Look
from ketaguide.tui.sgr import RESET, codes
from ketaguide.tui.sizes import LOW, MARGIN, SHORT, SIDE_WIDTH, THIN, room, side_width
from ketaguide.tui.terminal_depth import depth
from ketaguide.tui.theme import DEFAULT, PALETTES, PLAIN

FOLDER = "first-page"
"""Folder of the files, one for each nation and edition, beside the content or in an editable install's share."""
WindowRow = list[tuple[str, Look]]
"""The pieces of a row of the window, each with its look."""


class StoredLayout(NamedTuple):
    """A page laid out for one width: its rows, and where the terminal's cursor stands."""

    rows: list[list[Any]]
    """Columns of each row, then its texts, each followed by the names of its styles."""
    focus: tuple[int, int]
    """Row and column of the focused choice."""
    begin: tuple[int, int]
    """Row and column of the first words, for a window in which that choice is out of view."""


class FirstPage(NamedTuple):
    """Home for one nation and edition."""

    titles: Mapping[str, TitleWords]
    """By theme; "" where the terminal has no choice of colours."""
    banner: BannerWords
    foot: Foot
    side: StoredLayout
    page: Callable[[int], StoredLayout]
    """The page for a width."""
    near: Mapping[str, int]
    """The nearest of 256 colours for each colour of a palette."""


class Frame(NamedTuple):
    """A whole window."""

    rows: list[WindowRow]
    cursor: tuple[int, int]
    """Row and column."""


def compose(first: FirstPage, theme: str, width: int, height: int) -> Frame:
    """The window as the full screen settles in it; `theme` is empty where the terminal has no choice of colours."""
    if width < THIN or height < LOW:
        rows = [*first.banner.drawn(width, height), *[""] * height][:height]
        return Frame([[(row.ljust(width), BANNER)] for row in rows], (0, MARGIN))
    above: list[WindowRow] = [] if height < SHORT else [_edged([(first.titles[theme].row(width - 2), _TITLE)], width)]
    banner = first.banner.rows(width)
    above += [[(row.ljust(width), BANNER)] for row in banner]
    space, beside = room(height, len(banner)), side_width(width, takes_all=True)
    page = first.page(width - beside)
    body = [
        [*(_drawn(first.side, row, SIDE_WIDTH, SIDE) if beside else ()), *_drawn(page, row, width - beside, PAGE)]
        for row in range(space)
    ]
    foot = first.foot._replace(seen=seen(0, max(len(page.rows) - space, 0), space)).row(width - 2)
    runs = [(text, _look(names, SIDE)) for text, names in foot.runs()]
    row, column = page.focus if page.focus[0] < space else page.begin
    return Frame([*above, *body, _edged(runs, width)], (len(above) + row, beside + column))


_TITLE = LOOKS["bold"].over(SIDE)


def _edged(runs: WindowRow, width: int) -> WindowRow:
    """A row of a bar: a space at both ends."""
    return [(" ", SIDE), *runs, (" " * (width - 1 - sum(len(text) for text, _ in runs)), SIDE)]


def _drawn(laid: StoredLayout, row: int, width: int, beneath: Look) -> Iterator[tuple[str, Look]]:
    """A row of a page, filled up to its width."""
    if row >= len(laid.rows):
        yield " " * width, beneath
        return
    columns, *runs = laid.rows[row]
    yield from ((text, _look(names.split(), beneath)) for text, names in zip(runs[::2], runs[1::2], strict=True))
    yield " " * (width - columns), beneath


def _look(names: Iterable[str], beneath: Look) -> Look:
    for name in names:
        beneath = LOOKS[name].over(beneath) if name in LOOKS else beneath
    return beneath


def painted(frame: Frame, code: Callable[[Look], str]) -> str:
    """A frame as output for a terminal: each row at its place, then the cursor at its own."""
    rows = []
    for number, runs in enumerate(frame.rows, 1):
        said, last = "", None
        for text, look in runs:
            if text:
                said += text if look == last else f"{code(look)}{text}"
                last = look
        rows.append(f"\x1b[{number};1H{said}")
    row, column = frame.cursor
    return f"{''.join(rows)}{RESET}\x1b[{row + 1};{column + 1}H"


# --- the file


def file_name(nation: str | None, edition: str) -> str:
    """Name of the file for a nation and an edition: "first", its role or its id, as the command line asks for it."""
    return f"{nation or 'any'}.{edition}"


def fingerprint(content: str, code: str = "") -> str:
    """A checksum of the version and of every content file; in a source checkout also of the code, which may change."""
    total = crc32(__version__.encode())
    for root, end in ((content, ".yaml"), (code, ".py")):
        for folder, folders, names in os.walk(root) if root else ():
            folders.sort()
            for name in sorted(name for name in names if name.endswith(end)):
                with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH118, PTH123  (pathlib costs 5 ms)
                    total = crc32(file.read(), crc32(name.encode(), total))
    return f"{total:08x}"


def read(path: str, mark: str, day: str) -> FirstPage | None:
    """Read the file; None if there is none, it is damaged, of other content than `mark`, or no longer true on `day`."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            head = json.loads(file.readline())
            if head["mark"] != mark or day > head["until"]:
                return None
            pages = decompress(file.read()).split(b"\n")
        least = head["least"]
        return FirstPage(
            {theme: TitleWords(*words) for theme, words in head["titles"].items()},
            BannerWords(*head["banner"]),
            Foot(tuple(FootKey(*key) for key in head["keys"]), *head["foot"]),
            StoredLayout(*head["side"]),
            lambda width: StoredLayout(*json.loads(pages[min(width - least, len(pages) - 1)])),
            head["near"],
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError, error):
        return None


def places() -> tuple[str, str, str]:
    """The shipped content, the folder of its first pages, and in a source checkout the code, else empty."""
    content, folder = built.places()
    code = "" if folder == content else os.path.dirname(os.path.abspath(built.__file__))  # noqa: PTH100, PTH120
    return content, os.path.join(folder, FOLDER), code  # noqa: PTH118


def output(nation: str | None, edition: str, theme: str | None, size: tuple[int, int]) -> str | None:
    """The first page as output for this terminal; None if it is not to be had."""
    content, folder, code = places()
    path = os.path.join(folder, file_name(nation, edition))  # noqa: PTH118
    first = read(path, fingerprint(content, code), clock.day()) if os.path.exists(path) else None  # noqa: PTH110
    if first is None:
        return None
    found = depth(os.environ)
    chosen = (theme or DEFAULT) if found in ("true", "256") else ""
    code_of = codes(PALETTES[chosen or PLAIN], first.near, found)
    return painted(compose(first, chosen, *size), code_of)
