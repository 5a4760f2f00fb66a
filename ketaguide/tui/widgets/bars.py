"""The bars around every page: title, crisis banner, page bar and key bar."""

from collections.abc import Sequence
from textwrap import wrap

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ketaguide.render.flow import apart, whole_numbers
from ketaguide.tui import glyphs
from ketaguide.tui.keys import Key


class TitleBar(Widget):
    """The guide's title, and at the right the chosen nation, edition and colours."""

    DEFAULT_CSS = "TitleBar { height: 1; background: $side; color: $ink; padding: 0 1; text-style: bold; }"

    left: reactive[str] = reactive("")
    right: reactive[tuple[str, ...]] = reactive(())

    def render(self) -> Content:
        """Title and choices, as many as fit."""
        width = self.size.width
        chosen = list(self.right)
        while chosen and len(self.left) + len(_joined(chosen)) + 2 > width:
            chosen.pop()
        return Content(self.left.ljust(width - len(_joined(chosen))) + _joined(chosen))


class CrisisBanner(Widget, can_focus=True):
    """The crisis numbers, always visible and never dimmed; pressing it opens the help page."""

    DEFAULT_CSS = """
    CrisisBanner {
        height: auto; background: $banner; color: $on-banner; text-style: bold; padding: 0 1;
        &:focus { text-style: bold underline; }
    }
    """
    BINDINGS = [("enter", "press", "")]

    title: reactive[str] = reactive("", layout=True)
    parts: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)
    """(purpose, number)."""
    short: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)
    """The same for a narrow window; a purpose may be empty."""
    hint: reactive[str] = reactive("")
    """Advice for a window that is too small for a page."""

    class Pressed(Message):
        """The banner was pressed."""

    def lines(self, width: int) -> list[str]:
        """The whole banner in as few rows as possible: two from 43 columns on."""
        key = "F1"
        first = f"{glyphs.FOCUS if self.has_focus else ' '}{self.title.upper()} {key}"
        rows = _flow([first, *_with_purpose(self.parts)], width)
        if len(rows) > 2:
            rows = _flow([first, *_with_purpose(self.short)], width)
        return [rows[0], *(f" {row}" if len(row) < width else row for row in rows[1:])]  # beneath the words

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

    def action_press(self) -> None:
        """Post `Pressed` on Enter."""
        self.post_message(self.Pressed())


Named = tuple[Key, str]
"""A key and its name."""
Placed = list[tuple[int, str, Key]]
"""First column, label and key of each key on a bar."""


class KeyPressed(Message):
    """A key on a bar was pressed with the mouse or by touch."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class PageBar(Widget):
    """Hints to scroll up or down, and the keys of a page; each can be pressed."""

    DEFAULT_CSS = "PageBar { height: 1; background: $side; color: $ink; padding: 0 1; }"

    above: reactive[str] = reactive("")
    below: reactive[str] = reactive("")
    below_short: reactive[str] = reactive("")
    """The same for a narrow window."""
    end: reactive[str] = reactive("")
    """Hint at the end of the page."""
    keys: reactive[tuple[Named, ...]] = reactive(())
    """The keys with their names, the most important first."""
    note: reactive[str] = reactive("")
    """Replaces the whole bar while the page is read aloud."""

    class Turned(Message):
        """The next (1) or previous (-1) screenful was requested."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def parts(self, width: int) -> tuple[str, Placed, str]:
        """Upward hint, keys and downward hint, as much as fits."""
        up = f"{glyphs.UP} {self.above}" if self.above else ""
        down = f"{self.below} {glyphs.DOWN}" if self.below else self.end
        brief, sign = (f"{self.below_short} {glyphs.DOWN}", glyphs.DOWN) if self.below else ("", "")
        for keys in (self.keys, self.keys[:1]):
            middle = sum(len(_named(*key)) for key in keys) + 2 * len(keys) - 2
            for first, last in ((up, down), (up[:1], down), (up[:1], brief), (up[:1], sign)):
                if len(first) + middle + len(last) + 4 <= width:
                    column = min((width - middle) // 2, width - len(last) - 2 - middle)
                    return first, _placed(keys, max(column, len(first) + 2)), last
        return up[:1], [], sign

    def render(self) -> Content:
        """Upward hint at the left, keys, downward hint at the right."""
        if self.note:
            return Content.styled(self.note, "bold")
        up, keys, down = self.parts(self.size.width)
        content = Content(up.ljust(keys[0][0] if keys else 0)) + _shown(keys)
        return content + Content(down.rjust(max(self.size.width - content.cell_length, 0)))

    def on_click(self, event: events.Click) -> None:
        """Press a key; elsewhere, scroll up in the left half and down in the right."""
        if key := _under(self.parts(self.size.width)[1], event):
            self.post_message(KeyPressed(key.action))
        else:
            self.post_message(self.Turned(-1 if event.x < self.size.width // 2 else 1))


class KeyBar(Widget):
    """The global keys, as many as fit; each can be pressed."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $side; color: $ink; padding: 0 1; }"

    keys: reactive[list[Named]] = reactive(list)
    """The keys with their names, in order."""

    def __init__(self, keys: list[Named]) -> None:
        super().__init__()
        self.set_reactive(KeyBar.keys, keys)

    def fitting(self, width: int) -> Placed:
        """The keys that fit, the least important dropped first."""
        chosen = list(self.keys)
        while chosen and sum(len(_named(key, name)) + 2 for key, name in chosen) - 2 > width:
            chosen.remove(max(chosen, key=lambda item: item[0].rank))
        return _placed(chosen, 0)

    def render(self) -> Content:
        """The keys in their order."""
        return _shown(self.fitting(self.size.width))

    def on_click(self, event: events.Click) -> None:
        """Press the key under the pointer."""
        if key := _under(self.fitting(self.size.width), event):
            self.post_message(KeyPressed(key.action))


def _joined(parts: Sequence[str]) -> str:
    return f" {glyphs.OTHER} ".join(parts)


def _named(key: Key, name: str) -> str:
    return f"{key.shown} {name}"


def _placed(keys: Sequence[Named], column: int) -> Placed:
    """Place keys in a row from a column on, two columns apart."""
    placed: Placed = []
    for key, name in keys:
        placed.append((column, _named(key, name), key))
        column += len(_named(key, name)) + 2
    return placed


def _shown(placed: Placed) -> Content:
    """Keys in bold, each with its name."""
    each = (Content.styled(key.shown, "bold") + Content(said[len(key.shown) :]) for _, said, key in placed)
    return Content("  ").join(each)


def _under(placed: Placed, event: events.Click) -> Key | None:
    """The key under a click, on a bar with one column of padding."""
    return next((key for column, said, key in placed if column <= event.x - 1 < column + len(said)), None)


def _with_purpose(parts: Sequence[tuple[str, str]]) -> list[str]:
    """ "Talk: 116 123", or the number alone."""
    return [f"{what}: {number}" if what else number for what, number in parts]


def _stacked(parts: Sequence[str], width: int) -> list[str]:
    """Wrap each part on rows of its own."""
    return [apart(row) for part in parts for row in wrap(whole_numbers(part), max(width, 1))]


def _flow(parts: Sequence[str], width: int, gap: str = "  ") -> list[str]:
    """Arrange parts in as few rows as possible, none of them broken."""
    rows = [parts[0]]
    for part in parts[1:]:
        if len(rows[-1]) + len(gap) + len(part) <= width:
            rows[-1] += gap + part
        else:
            rows.append(part)
    return rows
