"""The bars around every page: title, crisis banner and foot bar."""

import re
from collections.abc import Sequence
from itertools import product
from textwrap import wrap

from msgspec import Struct
from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ketaguide.render.flow import apart, joined, whole_numbers
from ketaguide.tui import glyphs
from ketaguide.tui.widgets.doc_view import DocView


class TitleBar(Widget):
    """The guide's title, and at the right the chosen nation, edition and colours; pressing it opens the view settings."""

    DEFAULT_CSS = "TitleBar { height: 1; background: $side; color: $ink; padding: 0 1; text-style: bold; }"

    left: reactive[str] = reactive("")
    brief: reactive[str] = reactive("")
    """A shorter title, for a narrow window; may be empty."""
    right: reactive[tuple[str, ...]] = reactive(())
    action: str = ""

    def render(self) -> Content:
        """Title and choices, as many as fit, beside the shorter title if need be."""
        width, left = self.size.width, self.left
        chosen = list(self.right)
        while chosen and len(left) + len(_joined(chosen)) + 2 > width:
            if left != (left := self.brief or left):
                continue
            chosen.pop()
        return Content(left.ljust(width - len(_joined(chosen))) + _joined(chosen))

    def on_click(self) -> None:
        """Post the action of the view settings."""
        if self.action:
            self.post_message(KeyPressed(self.action))


class CrisisBanner(Widget, can_focus=True):
    """The crisis numbers, always visible and never dimmed; pressing it opens the help page."""

    DEFAULT_CSS = """
    CrisisBanner {
        height: auto; background: $banner; color: $on-banner; text-style: bold;
        &:focus { text-style: bold underline; }
    }
    """
    BINDINGS = [("enter", "press", ""), ("shift+tab", "back", "")]

    title: reactive[str] = reactive("", layout=True)
    keys: reactive[tuple[str, str]] = reactive(("", ""), layout=True)
    """Keys that open the help page, in words and for a narrow window."""
    parts: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)
    """(purpose, number)."""
    short: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)
    """The same for a narrow window."""
    hint: reactive[str] = reactive("")
    """Advice for a window that is too small for a page."""

    class Pressed(Message):
        """The banner was pressed."""

    def lines(self, width: int) -> list[str]:
        """The whole banner in as few rows as possible, none of them cut; the first column is for the focus mark."""
        said, brief = (f"{self.title.upper()} {keys}" for keys in self.keys)
        long, short = [said, *_with_purpose(self.parts)], [brief, *_with_purpose(self.short, " ")]
        first, *rest = min((_flow(parts, width - 1, gap) for parts, gap in ((long, 2), (short, 2), (short, 1))), key=len)
        return [f"{glyphs.FOCUS if self.has_focus else ' '}{first}", *(f" {row}" for row in rest)]

    def alone(self, width: int, height: int) -> list[str]:
        """The banner of a window too small for a page: numbers with purposes and the hint, as far as they fit."""
        title, bare = self.title.upper(), [number for _, number in self.short]
        said = _stacked([title, *_with_purpose(self.parts)], width)
        hinted = [*said, "", *wrap(self.hint, max(width, 1))]
        return next((rows for rows in (hinted, said) if len(rows) <= height), _stacked([title, *bare], width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Rows that the numbers need."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The numbers."""
        width, height = self.size
        rows = self.lines(width)
        fits = len(rows) == height and all(len(row) <= width for row in rows)
        return Content("\n".join(rows if fits else self.alone(width, height)))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Move the terminal's cursor to the banner when it has focus."""
        super().watch_has_focus(has_focus)
        if has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(1, 0)

    def on_click(self) -> None:
        """Post `Pressed`."""
        self.post_message(self.Pressed())

    def action_back(self) -> None:
        """Focus the last choice of the page, for whoever goes backwards."""
        if isinstance(view := self.screen.focus_previous(), DocView):
            view.enter_at_the_end()

    def action_press(self) -> None:
        """Post `Pressed` on Enter."""
        self.post_message(self.Pressed())


class KeyPressed(Message):
    """A key on a bar was pressed with the mouse or by touch."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class FootKey(Struct, frozen=True):
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


class FootBar(Widget):
    """One row: the keys of the moment, as many as fit, and how far the page has been read; each can be pressed."""

    DEFAULT_CSS = "FootBar { height: 1; background: $side; color: $ink; padding: 0 1; }"

    keys: reactive[tuple[FootKey, ...]] = reactive(())
    """The keys in the order shown."""
    more: reactive[str] = reactive("")
    """Name of the button that shows the keys for which there is no room."""
    seen: reactive[tuple[bool, int, bool]] = reactive((False, 100, False))
    """True if there is more above, per cent of the page seen, and True if there is more below."""
    end: reactive[str] = reactive("")
    """Word for the end of a page."""
    note: reactive[str] = reactive("")
    """Replaces the keys while the page is read aloud."""
    turn: reactive[int] = reactive(0)
    """Presses of the button: another group of keys each."""

    class Turned(Message):
        """The next (1) or previous (-1) screenful was requested."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def watch_keys(self) -> None:
        """Return to the first group of keys."""
        self.turn = 0

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

    def render(self) -> Content:
        """The keys in their order, and at the right how far."""
        if self.note:
            return Content.styled(self.note, "bold")
        width = self.size.width
        placed, far = self.placed(width)
        content = Content("  ").join(_bold_key(label, key) for _, label, key in placed)
        return content + Content(far.rjust(max(width - content.cell_length, 0)))

    def on_click(self, event: events.Click) -> None:
        """Press a key; at its right, scroll up in the left half and down in the right, if there is more that way."""
        placed, far = self.placed(self.size.width)
        x = event.x - 1
        for column, label, key in placed:
            if column <= x < column + len(label):
                if key is None:
                    self.turn += 1
                else:
                    self.post_message(KeyPressed(key.action))
                return
        column, label, _ = placed[-1] if placed else (0, "", None)
        above, _, below = self.seen
        start = max(column + len(label), self.size.width - 2 * max(len(far), 4)) if far else self.size.width
        if far and x >= start:
            is_up = above and (not below or x < (start + self.size.width) // 2)
            self.post_message(self.Turned(-1 if is_up else 1))


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


def _bold_key(label: str, key: FootKey | None) -> Content:
    """A key in bold with its name; the button all in bold."""
    bold = len(label) - len(key.name) - 1 if key else len(label)
    return Content.styled(label[:bold], "bold") + Content(label[bold:])


def _with_purpose(parts: Sequence[tuple[str, str]], joint: str = ": ") -> list[str]:
    """ "Talk: 116 123"."""
    return [f"{what}{joint}{number}" for what, number in parts]


def _stacked(parts: Sequence[str], width: int) -> list[str]:
    """Wrap each part on rows of its own."""
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
