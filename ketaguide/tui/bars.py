"""The words of the bars around every page, and their rows at each width. Pure: the first page is drawn without Textual."""

import re
from collections.abc import Sequence
from itertools import product
from textwrap import wrap
from typing import NamedTuple

from ketaguide.render.flow import apart, joined, whole_numbers
from ketaguide.tui import glyphs
from ketaguide.tui.styled import Styled


class TitleWords(NamedTuple):
    """The title bar: the guide's title, a shorter one (may be empty), and at the right the chosen view."""

    left: str = ""
    brief: str = ""
    right: tuple[str, ...] = ()

    def row(self, width: int) -> str:
        """Title and choices, as many as fit, beside the shorter title if need be."""
        left, chosen = self.left, list(self.right)
        while chosen and len(left) + len(_joined(chosen)) + 2 > width:
            if left != (left := self.brief or left):
                continue
            chosen.pop()
        row = left.ljust(width - len(_joined(chosen))) + _joined(chosen)
        return Styled(row).wrap(max(width, 1))[0].plain


class BannerWords(NamedTuple):
    """The crisis banner."""

    title: str = ""
    keys: tuple[str, str] = ("", "")
    """Keys that open the help page, in words and for a narrow window."""
    parts: tuple[tuple[str, str], ...] = ()
    """(purpose, number)."""
    short: tuple[tuple[str, str], ...] = ()
    """The same for a narrow window."""
    hint: str = ""
    """Advice for a window that is too small for a page."""

    def rows(self, width: int, *, has_focus: bool = False) -> list[str]:
        """The whole banner in as few rows as possible, none of them cut; the first column is for the focus mark."""
        said, brief = (f"{self.title.upper()} {keys}" for keys in self.keys)
        long, short = [said, *_with_purpose(self.parts)], [brief, *_with_purpose(self.short, " ")]
        first, *rest = min((_flow(parts, width - 1, gap) for parts, gap in ((long, 2), (short, 2), (short, 1))), key=len)
        return [f"{glyphs.FOCUS if has_focus else ' '}{first}", *(f" {row}" for row in rest)]

    def drawn(self, width: int, height: int, *, has_focus: bool = False) -> list[str]:
        """The banner in the room that it has: all of it, or in a window too small for a page what fits."""
        rows = self.rows(width, has_focus=has_focus)
        fits = len(rows) == height and all(len(row) <= width for row in rows)
        return rows if fits else self._alone(width, height)

    def _alone(self, width: int, height: int) -> list[str]:
        """The banner of a window too small for a page: numbers with purposes and the hint, as far as they fit."""
        title, bare = self.title.upper(), [number for _, number in self.short]
        said = _stacked([title, *_with_purpose(self.parts)], width)
        hinted = [*said, "", *wrap(self.hint, max(width, 1))]
        return next((rows for rows in (hinted, said) if len(rows) <= height), _stacked([title, *bare], width))


class FootKey(NamedTuple):
    """A key on the foot bar."""

    shown: str
    name: str
    action: str
    rank: int
    """Lowest first; the highest gives way first. Those up to `MUST` are one press away at every width."""
    long: str = ""
    """Its label where there is room for both keys: "F10 Ctrl+Q"."""

    def said(self, *, long: bool) -> str:
        """Its label and name."""
        return f"{self.long if long and self.long else self.shown} {self.name}"


PERCENT, LONG, MUST = 7, 8, 9
"""Ranks of the percentage, of long labels, and of the last key that may not vanish."""


class Foot(NamedTuple):
    """The foot bar."""

    keys: tuple[FootKey, ...] = ()
    """The keys in the order shown."""
    more: str = ""
    """Name of the button that shows the keys for which there is no room."""
    end: str = ""
    """Word for the end of a page."""
    note: str = ""
    """Replaces the keys while the page is read aloud."""
    seen: tuple[bool, int, bool] = (False, 100, False)
    """True if there is more above, per cent of the page seen, and True if there is more below."""
    turn: int = 0
    """Presses of the button: another group of keys each."""

    def far(self, gap: str, *, percent: bool) -> str:
        """The share of the page read, between signs to press, `gap` apart; empty if all of it is on view."""
        above, share, below = self.seen
        if not (above or below):
            return ""
        up, down = glyphs.UP if above else "", glyphs.DOWN if below else ""
        said = f"{share}{gap}%" if below else self.end
        return f"{up}{gap}{said}{gap}{down}".strip() if percent else up + down

    def placed(self, width: int) -> tuple[list[tuple[int, str, FootKey | None]], str]:
        """Column, label and key of each key shown (None for the button), and how far, as much as fits."""
        levels = range(max((key.rank for key in self.keys), default=0) + LONG, -1, -1)
        for level, gap in product(levels, (" ", "")):
            far = self.far(gap, percent=level >= PERCENT)
            room = width - (len(far) + 2 if far else 0)
            chosen = [key for key in self.keys if key.rank <= level]
            rest = [key for key in self.keys if key.rank > level]
            groups = [chosen]
            if any(key.rank <= MUST for key in rest):
                room -= len(self.more) + 2
                groups += _groups(rest, room)
            if level == 0 or _width(chosen, long=level >= LONG) <= room:
                break
        labels: list[tuple[str, FootKey | None]] = [
            (key.said(long=level >= LONG), key) for key in groups[self.turn % len(groups)]
        ]
        labels += [(self.more, None)] if len(groups) > 1 else []
        placed, column = [], 0
        for label, key in labels:
            placed.append((column, label, key))
            column += len(label) + 2
        return placed, far

    def row(self, width: int) -> Styled:
        """The keys in their order, and at the right how far."""
        if self.note:
            return Styled(self.note, "bold")
        placed, far = self.placed(width)
        keys = Styled("  ").join(_bold_key(label, key) for _, label, key in placed)
        return keys + Styled(far.rjust(max(width - len(keys), 0)))


def seen(scroll_row: int, last_scroll_row: int, height: int) -> tuple[bool, int, bool]:
    """More above, per cent of a page from its top to the last row in view, and more below."""
    share = 100 * (scroll_row + height) // max(last_scroll_row + height, 1)
    return scroll_row > 0, share, scroll_row < last_scroll_row


def _joined(parts: Sequence[str]) -> str:
    return f" {glyphs.OTHER} ".join(parts)


def _width(keys: Sequence[FootKey], *, long: bool = False) -> int:
    return sum(len(key.said(long=long)) + 2 for key in keys) - 2


def _groups(keys: Sequence[FootKey], room: int) -> list[list[FootKey]]:
    """The keys in groups that fit, in order."""
    groups: list[list[FootKey]] = [[]]
    for key in keys:
        if groups[-1] and _width([*groups[-1], key]) > room:
            groups.append([])
        groups[-1].append(key)
    return groups


def _bold_key(label: str, key: FootKey | None) -> Styled:
    bold = len(label) - len(key.name) - 1 if key else len(label)
    return Styled(label[:bold], "bold") + Styled(label[bold:])


def _with_purpose(parts: Sequence[tuple[str, str]], joint: str = ": ") -> list[str]:
    """ "Talk: 116 123"."""
    return [f"{what}{joint}{number}" for what, number in parts]


def _stacked(parts: Sequence[str], width: int) -> list[str]:
    return [apart(row) for part in parts for row in wrap(whole_numbers(part), max(width, 1))]


def _flow(parts: Sequence[str], width: int, gap: int) -> list[str]:
    """Arrange parts in as few rows as possible; one longer than a row is broken between numbers, never within."""
    rows: list[list[str]] = [[]]
    for part in parts:
        if rows[-1] and sum(map(len, rows[-1])) + gap * len(rows[-1]) + len(part) <= width:
            rows[-1].append(part)
        else:
            pieces = _BETWEEN.split(part) if len(part) > width else [part]
            rows += [[apart(row)] for row in wrap(" ".join(map(joined, pieces)), max(width, 1))]
    return [_spread(row, width) for row in rows[1:]]


def _spread(row: Sequence[str], width: int) -> str:
    """Join the parts of a row by the widest gap that fits."""
    return next((said for gap in (3, 2) if len(said := (" " * gap).join(row)) <= width), " ".join(row))


_BETWEEN = re.compile(r"(?<=,) | (?=\()")
"""Matches the spaces of a part at which it may be broken: after a number, and before those in brackets."""
