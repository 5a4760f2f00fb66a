"""Draws and scrolls a page, without focus or keys."""

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.color import Color
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Doc
from ketaguide.tui.layout import Layout, lay_out, lowered
from ketaguide.tui.looks import LOOKS
from ketaguide.tui.same_place import Landmarks, landmarks
from ketaguide.tui.styled import Styled
from ketaguide.tui.theme import PALETTES

WHEEL_LINES = 3
_UNDRAWN = dict.fromkeys((*range(32), *range(127, 160)))
"""Control codes, which a terminal would obey: text that a reader typed or pasted may have some."""


class DocCanvas(Widget):
    """A page laid out in the widget's width, with its own scrolling.

    Textual's scrolling lays the whole screen out again whenever a page of another length is shown
    (docs/decisions/own-scrolling.md).
    """

    DEFAULT_CSS = "DocCanvas { background: $page; color: $ink; height: 1fr; }"
    scroll_row: reactive[int] = reactive(0)
    """The page's row at the top of the viewport."""
    narrated: reactive[int] = reactive(-1)
    """Index of the piece being read aloud; -1 for none."""

    class Moved(Message):
        """The viewport has changed: scrolled, resized, or another page."""

    def __init__(self, doc: Doc, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.doc = doc
        self.covered = 0
        """Rows at the bottom that a sheet covers."""
        self._layout = Layout((), ())
        self._laid_out: tuple[Doc, int] | None = None
        """The page of the layout, and its width."""
        self._strips: dict[int, Strip] = {}
        self._styles: dict[tuple[str, ...], RichStyle] = {}
        """The style of each combination of looks, the last on top."""

    def moved(self) -> None:
        """Post `Moved`."""
        self.post_message(self.Moved())

    def marked(self, row: int, content: Styled) -> Styled:
        """A row with its marks; subclasses add the focus mark."""
        return content

    # --- content and position

    @property
    def words(self) -> int:
        """Number of words of the page."""
        return sum(len(line.plain.split()) for line in self._layout.lines)

    @property
    def last_scroll_row(self) -> int:
        """The maximum scroll row, with the last row at the bottom of the viewport."""
        return max(len(self._layout.lines) - self.size.height + self.covered, 0)

    @property
    def landmarks(self) -> Landmarks:
        """Rows of its headings and folds, to find the same place in another edition."""
        return landmarks(self.doc, self._layout, self.last_scroll_row)

    def begin(self, width: int = 0) -> Layout:
        """Lay the page out for the first time."""
        return self.lay_out_rows(width)

    def lay_out_rows(self, width: int = 0) -> Layout:
        """Lay the page out, unless it is, in the width that the widget has or, if given, will have."""
        if self._laid_out != (wanted := (self.doc, width or self.size.width)) or self.doc.middle:
            layout, self._laid_out = lay_out(*wanted), wanted
            above = (self.size.height - len(layout.lines)) // 2 if self.doc.middle else 0
            self._layout = lowered(layout, above) if above > 0 else layout
        self._strips.clear()
        return self._layout

    def notify_style_update(self) -> None:
        """Drop cached rows when the theme changes."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One row of the viewport. Lays the page out first if needed: Textual draws before it sends the size."""
        if not self._layout.lines:
            self.begin()
        row = y + self.scroll_row
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row)
        return strip

    def _draw(self, row: int) -> Strip:
        width = self.size.width
        if row >= len(self._layout.lines):
            return Strip.blank(width, self._style(()))
        content = self.marked(row, self._layout.lines[row])
        if row in (rows := self._rows(self.narrated)):
            content = content[:1] + Styled(glyphs.BAR if row > rows.start else glyphs.HERE, "narrated") + content[2:]
        segments = [Segment(text.translate(_UNDRAWN), self._style(names)) for text, names in content.runs()]
        return Strip(segments, content.cell_length).adjust_cell_length(width, self._style(()))

    def _style(self, names: tuple[str, ...]) -> RichStyle:
        """The named looks on top of each other, on the widget's own colours."""
        if (style := self._styles.get(names)) is None:
            palette, drawn = PALETTES[self.app.theme], self.visual_style
            for look in (LOOKS[name] for name in names if name in LOOKS):
                ground, ink = (Color.parse(palette[name]) if name else None for name in (look.ground, look.ink))
                drawn += Style(background=ground, foreground=ink, bold=look.bold or None, underline=look.underline or None)
            style = self._styles[names] = drawn.rich_style
        return style

    # --- narration

    @property
    def first_on_view(self) -> int:
        """Index of the first visible piece."""
        return next((piece for piece, end in enumerate(self._layout.starts[1:]) if end > self.scroll_row), 0)

    def show_narrated(self, piece: int, share: float) -> None:
        """Mark the piece being read aloud and scroll to it, or to its part at `share`, if it is not visible."""
        self.narrated = piece
        rows, height = self._rows(piece), self.size.height
        if len(rows) > height:
            rows = rows[int(share * len(rows)) :][:1]
        if rows and not self.scroll_row <= rows[0] <= rows[-1] < self.scroll_row + height:
            self.scroll_row = rows[0] - 1

    def watch_narrated(self, old: int, new: int) -> None:
        """Redraw the rows of both pieces."""
        for row in (*self._rows(old), *self._rows(new)):
            self._strips.pop(row, None)
        self.refresh()
        self.moved()

    def _rows(self, piece: int) -> range:
        starts = self._layout.starts
        return range(starts[piece], starts[piece + 1]) if 0 <= piece < len(starts) - 1 else range(0)

    # --- scrolling

    def validate_scroll_row(self, scroll_row: int) -> int:
        """Clamp to the page."""
        return min(max(scroll_row, 0), self.last_scroll_row)

    def watch_scroll_row(self) -> None:
        """Post `Moved`."""
        self.moved()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three lines down."""
        event.stop()
        self.scroll_row += WHEEL_LINES

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three lines up."""
        event.stop()
        self.scroll_row -= WHEEL_LINES
