"""Draws and scrolls a page, without focus or keys."""

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Doc
from ketaguide.tui.layout import Layout, lay_out, lowered
from ketaguide.tui.same_place import Landmarks, landmarks

_LETTERS = {"": Style(), "bold": Style(bold=True), "underline": Style(underline=True)}
STYLES = {
    "strong": ("", "bold"),
    "soft": ("soft", ""),
    "label": ("soft", "bold"),
    "link": ("link", "underline"),
    "press": ("link", ""),
    "ref": ("soft", ""),
    "item": ("link", ""),
    "button": ("button", ""),
    "narrated": ("heading", "bold"),
    "h1": ("heading", "bold"),
    "h1-rule": ("heading", ""),
    "h2": ("heading", "bold"),
    "h3": ("", "bold"),
    "current": ("heading", "bold"),
    "rule": ("line", ""),
    "alarm-big": ("alarm", "bold"),
    "alarm-edge": ("alarm", ""),
    "note": ("note", ""),
    "icon-on": ("person", "bold"),
    "icon-off": ("other", ""),
    "focus": ("focus", "bold"),
    "tint": ("tint", "bold"),
    "mark": ("mark", "bold"),
    "card-link": ("", "underline"),
    "bar": ("panel", ""),
    "bar-edge": ("line", ""),
    "short": ("panel", ""),
    "short-edge": ("heading", ""),
    "callout": ("note", ""),
    "callout-edge": ("", ""),
    "calm": ("panel", ""),
    "calm-head": ("calm", "bold"),
    "calm-edge": ("line", ""),
    "urgent": ("panel", ""),
    "urgent-head": ("urgent", "bold"),
    "urgent-edge": ("line", ""),
    "grave": ("grave", ""),
    "grave-head": ("urgent", "bold"),
    "grave-edge": ("grave", ""),
    "code": ("code", ""),
}
"""Styles of a page: component class of the style sheet, and text attribute."""

WHEEL_LINES = 3


class DocCanvas(Widget):
    """A page laid out in the widget's width, with its own scrolling.

    Textual's scrolling lays the whole screen out again whenever a page of another length is shown
    (docs/decisions/own-scrolling.md).
    """

    DEFAULT_CSS = """
    DocCanvas {
        background: $page; color: $ink; height: 1fr;
        & > .doc--soft { color: $soft; }
        & > .doc--link { color: $link; }
        & > .doc--heading { color: $heading; }
        & > .doc--line { color: $line; }
        & > .doc--person { color: $person; }
        & > .doc--other { color: $other; }
        & > .doc--alarm { color: $banner-ink; }
        & > .doc--focus { color: $on-focus; background: $focus; }
        & > .doc--mark { color: $mark; }
        & > .doc--tint { color: $on-tint; background: $tint; }
        & > .doc--panel { color: $ink; background: $panel; }
        & > .doc--button { color: $on-button; background: $button; }
        & > .doc--note { color: $on-note; background: $note; }
        & > .doc--calm { color: $on-calm; background: $calm; }
        & > .doc--urgent { color: $on-urgent; background: $urgent; }
        & > .doc--code { color: $on-code; background: $code; }
        & > .doc--grave { color: $on-grave; background: $grave; }
    }
    """
    COMPONENT_CLASSES = {f"doc--{colours}" for colours, _ in STYLES.values() if colours}
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
        self._styles: dict[str, Style] = {}

    def moved(self) -> None:
        """Post `Moved`."""
        self.post_message(self.Moved())

    def marked(self, row: int, content: Content) -> Content:
        """A row with its marks; subclasses add the focus mark."""
        return content

    # --- content and position

    @property
    def words(self) -> int:
        """Number of words of the page."""
        return sum(len(line.content.plain.split()) for line in self._layout.lines)

    @property
    def last_scroll_row(self) -> int:
        """The maximum scroll row, with the last row at the bottom of the viewport."""
        return max(len(self._layout.lines) - self.size.height + self.covered, 0)

    @property
    def share_read(self) -> float:
        """The scroll position as a share of the page, 0 to 1, to find the same place at another width."""
        return self.scroll_row / max(len(self._layout.lines), 1)

    def go_to_share(self, share: float) -> None:
        """Scroll to a share of the page."""
        self.scroll_row = round(share * len(self._layout.lines))

    @property
    def landmarks(self) -> Landmarks:
        """Rows of its headings and folds, to find the same place in another edition."""
        return landmarks(self.doc, self._layout, self.last_scroll_row)

    @property
    def per_cent(self) -> int:
        """Per cent of the page from its top to the last visible row."""
        return 100 * (self.scroll_row + self.size.height) // max(self.last_scroll_row + self.size.height, 1)

    @property
    def has_more_above(self) -> bool:
        """True if part of the page is above the viewport."""
        return self.scroll_row > 0

    @property
    def has_more_below(self) -> bool:
        """True if part of the page is below the viewport."""
        return self.scroll_row < self.last_scroll_row

    def begin(self) -> None:
        """Lay the page out for the first time."""
        self.lay_out_rows()

    def lay_out_rows(self, width: int = 0) -> None:
        """Lay the page out, unless it is, in the width that the widget has or, if given, will have."""
        if self._laid_out != (wanted := (self.doc, width or self.size.width)) or self.doc.middle:
            layout, self._laid_out = lay_out(*wanted), wanted
            above = (self.size.height - len(layout.lines)) // 2 if self.doc.middle else 0
            self._layout = lowered(layout, above) if above > 0 else layout
        self._strips.clear()

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
            return Strip.blank(width, self.visual_style.rich_style)
        line = self._layout.lines[row]
        content = self.marked(row, line.content)
        if row in (rows := self._rows(self.narrated)):
            content = content[:1] + Content.styled(glyphs.BAR if row > rows.start else glyphs.HERE, "narrated") + content[2:]
        style = self._style(line.style) if line.style else self.visual_style
        parts = content.render(style, end="", parse_style=self._style)
        segments = [Segment(text, part.rich_style) for text, part in parts]
        return Strip(segments).adjust_cell_length(width, style.rich_style)

    def _style(self, name: str | Style) -> Style:
        if isinstance(name, Style):
            return name
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self._component(name) if name in STYLES else Style.null()
        return style

    def _component(self, name: str) -> Style:
        """One style of the style sheet without inherited values, to be combined with the style beneath."""
        colours, letters = STYLES[name]
        if not colours:
            return _LETTERS[letters]
        rules = self.get_component_styles(f"doc--{colours}")
        background = rules.background if rules.has_rule("background") else None
        return Style(background=background, foreground=rules.color) + _LETTERS[letters]

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
