"""The lines around every page: title, crisis banner, what more there is to scroll to, and the keys."""

from collections.abc import Sequence
from textwrap import wrap

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ketaguide.tui import glyphs
from ketaguide.tui.keys import Key

WHOLE_WIDTH = 41
"""Columns that the banner needs to be whole in two rows, inside its padding."""


class TitleBar(Widget):
    """The guide's title, and at the right what has been chosen: nation, variant, colours."""

    DEFAULT_CSS = "TitleBar { height: 1; background: $side; color: $ink; padding: 0 1; text-style: bold; }"

    left: reactive[str] = reactive("")
    right: reactive[tuple[str, ...]] = reactive(())

    def render(self) -> Content:
        """Title and state; of the state only as much as fits."""
        width = self.size.width
        chosen = list(self.right)
        while chosen and len(self.left) + len(_joined(chosen)) + 2 > width:
            chosen.pop()
        return Content(self.left.ljust(width - len(_joined(chosen))) + _joined(chosen))


class CrisisBanner(Widget, can_focus=True):
    """Who to call, always on show, always bright; pressing it opens get help now."""

    DEFAULT_CSS = """
    CrisisBanner {
        height: auto; background: $banner; color: $on-banner; text-style: bold; padding: 0 1;
        &:focus { text-style: bold underline; }
    }
    """
    BINDINGS = [("enter", "press", "")]

    title: reactive[str] = reactive("", layout=True)
    parts: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)
    """(for what, number)."""

    class Pressed(Message):
        """The reader asked for help."""

    def lines(self, width: int) -> list[str]:
        """The banner in as few rows as hold it whole."""
        key = "F1"
        first = f"{glyphs.FOCUS if self.has_focus else ' '}{self.title.upper()} {key}"
        if width < WHOLE_WIDTH:
            return _stacked([self.title.upper(), *sorted((number for _, number in self.parts), key=len)], width)
        rows = _flow([first, *(f"{what}: {number}" for what, number in self.parts)], width)
        if len(rows) > 2:
            rows = _flow([first, *sorted((number for _, number in self.parts), key=len)], width)
        return [rows[0], *(f" {row}" if len(row) < width else row for row in rows[1:])]  # beneath the words

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as the numbers need."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The numbers."""
        return Content("\n".join(self.lines(self.size.width)))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The terminal's cursor goes where focus is."""
        super().watch_has_focus(has_focus)
        if has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(1, 0)

    def on_click(self) -> None:
        """Pressing anywhere on it asks for help."""
        self.post_message(self.Pressed())

    def action_press(self) -> None:
        """Enter asks for help."""
        self.post_message(self.Pressed())


class PageBar(Widget):
    """Whether there is more to read above or below, and reading aloud; each can be pressed."""

    DEFAULT_CSS = "PageBar { height: 1; background: $side; color: $ink; padding: 0 1; }"

    above: reactive[str] = reactive("")
    below: reactive[str] = reactive("")
    end: reactive[str] = reactive("")
    """What to say instead where there is nothing below."""
    listen: reactive[str] = reactive("")
    """The key that reads aloud, and its name."""
    note: reactive[str] = reactive("")
    """What to say instead of all that: the page is being read aloud."""

    class Turned(Message):
        """The reader asked for the next (1) or previous (-1) screenful."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Listened(Message):
        """The reader asked for what is on show to be read aloud."""

    def parts(self, width: int) -> tuple[str, int, str]:
        """The hint upward, the column where the key for reading aloud begins, and the hint downward, as long as fit."""
        up = f"{glyphs.UP} {self.above}" if self.above else ""
        down = f"{self.below} {glyphs.DOWN}" if self.below else self.end
        short = glyphs.DOWN if self.below else ""
        for first, last in ((up, down), (up[:1], down), (up[:1], short)):
            if len(first) + len(self.listen) + len(last) + 4 <= width:
                break
        middle = (width - len(self.listen)) // 2
        return first, max(min(middle, width - len(last) - 2 - len(self.listen)), len(first) + 2), last

    def render(self) -> Content:
        """The hint upward at the left, the key for reading aloud, the hint downward at the right."""
        if self.note:
            return Content.styled(self.note, "bold")
        width = self.size.width
        up, column, down = self.parts(width)
        key, _, name = self.listen.partition(" ")
        content = Content(up.ljust(column)) + Content.styled(key, "bold") + Content(f" {name}" if name else "")
        return content + Content(down.rjust(max(width - content.cell_length, 0)))

    def on_click(self, event: events.Click) -> None:
        """The key for reading aloud in the middle; else the left half goes up, the right half down."""
        _, column, _ = self.parts(self.size.width)
        if self.listen and column <= event.x - 1 < column + len(self.listen):
            self.post_message(self.Listened())
        else:
            self.post_message(self.Turned(-1 if event.x < self.size.width // 2 else 1))


class KeyBar(Widget):
    """The keys that work everywhere, as many as fit; each can be pressed."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $side; color: $ink; padding: 0 1; }"

    class Pressed(Message):
        """A key was pressed with the mouse or by touch."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    keys: reactive[list[tuple[Key, str]]] = reactive(list)
    """The keys with their names, in order."""

    def __init__(self, keys: list[tuple[Key, str]]) -> None:
        super().__init__()
        self.set_reactive(KeyBar.keys, keys)

    def fitting(self, width: int) -> list[tuple[int, str, Key]]:
        """(column, text, key) for the keys that fit, least important dropped first."""
        chosen = list(self.keys)
        while chosen and sum(len(_named(key, name)) + 2 for key, name in chosen) - 2 > width:
            chosen.remove(max(chosen, key=lambda item: item[0].rank))
        found, column = [], 0
        for key, name in chosen:
            found.append((column, _named(key, name), key))
            column += len(_named(key, name)) + 2
        return found

    def render(self) -> Content:
        """The keys in their order."""
        content = Content("")
        for _, said, key in self.fitting(self.size.width):
            content = content + Content.styled(said[: len(key.shown)], "bold") + Content(said[len(key.shown) :] + "  ")
        return content

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        for column, said, key in self.fitting(self.size.width):
            if column <= event.x - 1 < column + len(said):
                self.post_message(self.Pressed(key.action))


def _joined(parts: Sequence[str]) -> str:
    return f" {glyphs.OTHER} ".join(parts)


def _named(key: Key, name: str) -> str:
    return f"{key.shown} {name}"


def _stacked(parts: Sequence[str], width: int) -> list[str]:
    """Each part on rows of its own, broken between words where it must be."""
    return [row for part in parts for row in wrap(part, max(width, 1))]


def _flow(parts: Sequence[str], width: int, gap: str = "  ") -> list[str]:
    """Parts on as few rows as hold them, none broken."""
    rows = [parts[0]]
    for part in parts[1:]:
        if len(rows[-1]) + len(gap) + len(part) <= width:
            rows[-1] += gap + part
        else:
            rows.append(part)
    return rows
