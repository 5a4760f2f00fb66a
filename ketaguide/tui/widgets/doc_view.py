"""Shows a page and lets the reader choose things on it. It knows nothing of what the page is about."""

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from ketaguide.tui import glyphs
from ketaguide.tui.actions import Action
from ketaguide.tui.doc import Doc
from ketaguide.tui.layout import MARGIN, Laid, Spot, lay

_LETTERS = {"": Style(), "bold": Style(bold=True), "underline": Style(underline=True)}
STYLES = {
    "strong": ("", "bold"),
    "soft": ("soft", ""),
    "label": ("soft", "bold"),
    "link": ("link", "underline"),
    "ref": ("soft", "underline"),
    "item": ("link", ""),
    "button": ("link", ""),
    "heard": ("heading", "bold"),
    "h1": ("heading", "bold"),
    "h1-rule": ("heading", ""),
    "h2": ("heading", "bold"),
    "h3": ("heading", "bold"),
    "current": ("heading", "bold"),
    "rule": ("line", ""),
    "bar": ("line", ""),
    "note": ("note", ""),
    "icon-on": ("person", "bold"),
    "icon-off": ("other", ""),
    "focus": ("focus", "bold"),
    "card-link": ("", "underline"),
    "calm-head": ("calm", "bold"),
    "calm-edge": ("line", ""),
    "calm-big": ("heading", "bold"),
    "urgent-head": ("urgent", "bold"),
    "urgent-edge": ("line", ""),
    "urgent-big": ("alarm", "bold"),
    "grave": ("grave", ""),
    "grave-head": ("urgent", "bold"),
    "grave-edge": ("line", ""),
    "grave-big": ("grave", "bold"),
    "callout": ("note", ""),
    "callout-head": ("note", "bold"),
    "callout-edge": ("line", ""),
}
"""Every style a page may name: the colours it takes from the style sheet, and how its letters are set."""


WHEEL_LINES = 3


class DocView(Widget, can_focus=True):
    """A page: scrolls by line and page, moves focus among what can be chosen, and says what was chosen.

    It keeps its own top row: Textual's scrolling lays the whole screen out again whenever a page of another length is
    shown, which doubles the time to open one.
    """

    DEFAULT_CSS = """
    DocView {
        background: $page; color: $ink; height: 1fr;
        & > .doc--soft { color: $soft; }
        & > .doc--link { color: $link; }
        & > .doc--heading { color: $heading; }
        & > .doc--line { color: $line; }
        & > .doc--person { color: $person; }
        & > .doc--other { color: $other; }
        & > .doc--alarm { color: $banner-ink; }
        & > .doc--focus { color: $on-focus; background: $focus; }
        & > .doc--note { color: $on-note; background: $note; }
        & > .doc--calm { color: $on-calm; background: $calm; }
        & > .doc--urgent { color: $on-urgent; background: $urgent; }
        & > .doc--grave { color: $on-grave; background: $grave; }
    }
    """
    COMPONENT_CLASSES = {f"doc--{colours}" for colours, _ in STYLES.values() if colours}
    BINDINGS = [
        Binding("down", "down", show=False),
        Binding("up", "up", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("tab", "step(1)", show=False),
        Binding("shift+tab", "step(-1)", show=False),
        Binding("enter", "choose", show=False),
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(1, 10)),
    ]

    top: reactive[int] = reactive(0)
    """The row of the page that stands at the top of the view."""
    chosen: reactive[int] = reactive(-1)
    """The spot with focus; -1 for none."""
    heard: reactive[int] = reactive(-1)
    """The piece of the page that is being read aloud; -1 for none."""

    class Chosen(Message):
        """Something on the page was chosen."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    class Moved(Message):
        """What is on view has changed: scrolled, resized, or another page."""

    def __init__(self, doc: Doc, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.doc = doc
        self._laid = Laid((), ())
        self._height = 0
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}

    # --- what is shown

    def show(self, doc: Doc, *, keep: bool = False, top: int = 0, spot: int | None = None) -> None:
        """Show another page from its top; with `keep`, stay at the same row and spot."""
        top, spot = (self.top, self.chosen) if keep else (top, spot)
        self.doc = doc
        self._lay_out()
        self.set_reactive(DocView.chosen, self._first_spot() if spot is None else min(spot, len(self.spots) - 1))
        self.set_reactive(DocView.top, self.validate_top(top))
        self.set_reactive(DocView.heard, -1)
        self.refresh()
        self._placed()

    def go_to(self, words: str) -> None:
        """Put the row that first says some words at the top, and focus on what can be chosen in it."""
        said = [(word, row) for row, line in enumerate(self._laid.lines) for word in line.content.plain.split()]
        text = " ".join(word for word, _ in said)
        at = text.find(" ".join(words.split()))
        if at < 0 or not said:
            return
        row = said[text.count(" ", 0, at)][1]
        self.chosen = next((index for index, spot in enumerate(self.spots) if spot.row == row), -1)
        self.top = row

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What can be chosen on the page, in reading order."""
        return self._laid.spots

    @property
    def words(self) -> int:
        """How many words the page has."""
        return sum(len(line.content.plain.split()) for line in self._laid.lines)

    @property
    def lowest_top(self) -> int:
        """The furthest the page scrolls: its last row at the foot of the view."""
        return max(len(self._laid.lines) - self.size.height, 0)

    @property
    def share_read(self) -> float:
        """How far down the page the view stands, 0 to 1: the same place in another wording of the page."""
        return self.top / max(len(self._laid.lines), 1)

    def go_to_share(self, share: float) -> None:
        """Put the view that far down the page."""
        self.top = round(share * len(self._laid.lines))

    @property
    def has_more_above(self) -> bool:
        """Whether part of the page is above what is on view."""
        return self.top > 0

    @property
    def has_more_below(self) -> bool:
        """Whether part of the page is below what is on view."""
        return self.top < self.lowest_top

    def _first_spot(self) -> int:
        for index, spot in enumerate(self.spots):
            if spot.action == self.doc.start:
                return index
        return 0 if self.doc.menu and self.spots else -1

    def _lay_out(self) -> None:
        self._laid = lay(self.doc, self.size.width)
        self._strips.clear()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out anew, keeping the focused thing, or else the same part of the page, in view."""
        share = self.share_read
        fresh = not self._laid.lines
        moved = self.top > 0 or self.chosen != self._first_spot()
        in_view = moved and 0 <= self.chosen < len(self.spots) and self._in_view(self.chosen, self._height)
        self._height = self.size.height
        self._lay_out()
        if fresh:
            self.set_reactive(DocView.chosen, self._first_spot())
        elif in_view:
            self._reveal()
        else:
            self.go_to_share(share)
        self.top = self.validate_top(self.top)
        self.refresh()
        self._placed()

    def notify_style_update(self) -> None:
        """Forget drawn rows when the theme changes."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One row of the page as it stands on the screen."""
        row = y + self.top
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row)
        return strip

    def _draw(self, row: int) -> Strip:
        width = self.size.width
        if row >= len(self._laid.lines):
            return Strip.blank(width, self.visual_style.rich_style)
        line = self._laid.lines[row]
        content = line.content
        if self.chosen >= 0 and self.has_focus:
            for index, (spot_row, first, last) in enumerate(self.spots[self.chosen].cells):
                if spot_row == row:
                    content = _mark(content, first, last, with_sign=index == 0)
        if row in self._rows(self.heard):
            content = Content.styled(glyphs.BAR, "heard") + content[1:]
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
        """What the style sheet says of one style, and nothing it inherits: it is laid over what is beneath."""
        colours, letters = STYLES[name]
        if not colours:
            return _LETTERS[letters]
        rules = self.get_component_styles(f"doc--{colours}")
        background = rules.background if rules.has_rule("background") else None
        return Style(background=background, foreground=rules.color) + _LETTERS[letters]

    # --- what is read aloud

    @property
    def first_on_view(self) -> int:
        """The first piece that is on view."""
        return next((piece for piece, end in enumerate(self._laid.starts[1:]) if end > self.top), 0)

    def hear(self, piece: int, share: float) -> None:
        """Mark the piece that is read aloud. What is out of view comes to the top: the piece, or its part at `share`."""
        self.heard = piece
        rows, height = self._rows(piece), self.size.height
        if len(rows) > height:
            rows = rows[int(share * len(rows)) :][:1]
        if rows and not self.top <= rows[0] <= rows[-1] < self.top + height:
            self.top = rows[0] - 1

    def watch_heard(self, old: int, new: int) -> None:
        """Redraw what was marked and what is."""
        for row in (*self._rows(old), *self._rows(new)):
            self._strips.pop(row, None)
        self.refresh()
        self.post_message(self.Moved())

    def _rows(self, piece: int) -> range:
        starts = self._laid.starts
        return range(starts[piece], starts[piece + 1]) if 0 <= piece < len(starts) - 1 else range(0)

    # --- focus among spots

    def watch_chosen(self, old: int, new: int) -> None:
        """Redraw the rows of the spot that lost focus and of the one that gained it."""
        self._redraw(old)
        self._redraw(new)
        self._reveal()
        self._placed()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the mark of focus, or take it away."""
        super().watch_has_focus(has_focus)
        self._redraw(self.chosen)
        self._placed()

    def validate_top(self, top: int) -> int:
        """Never past either end of the page."""
        return min(max(top, 0), self.lowest_top)

    def watch_top(self) -> None:
        """Keep the terminal's cursor on what has focus."""
        self._placed()

    def _redraw(self, spot: int) -> None:
        if 0 <= spot < len(self.spots):
            for row, _, _ in self.spots[spot].cells:
                self._strips.pop(row, None)
                self.refresh(Region(0, row - self.top, self.size.width, 1))

    def _reveal(self) -> None:
        """Scroll as little as shows the whole focused spot."""
        if not 0 <= self.chosen < len(self.spots):
            return
        spot, top = self.spots[self.chosen], self.top
        lowest = max(spot.last_row - self.size.height + 1, 0)
        self.top = min(max(top, lowest), spot.row)

    def _placed(self) -> None:
        self.post_message(self.Moved())
        self.place_cursor()

    def place_cursor(self) -> None:
        """Put the terminal's cursor on the focused spot, else on the first cell of the page (braille follows it)."""
        if not (self.has_focus and self.screen.is_current):
            return
        row, column = 0, MARGIN
        if 0 <= self.chosen < len(self.spots):
            spot_row, first, _ = self.spots[self.chosen].cells[0]
            if 0 <= spot_row - self.top < self.size.height:
                row, column = spot_row - self.top, first
        self.app.cursor_position = self.content_region.offset + Offset(column, row)

    def focus_on(self, action: Action) -> None:
        """Move focus to what asks for `action`, if anything on the page does."""
        for index, spot in enumerate(self.spots):
            if spot.action == action:
                self.chosen = index

    def _in_view(self, index: int, height: int = 0) -> bool:
        top = self.top
        spot = self.spots[index]
        return spot.last_row >= top and spot.row < top + (height or self.size.height)

    def action_step(self, by: int) -> None:
        """Move to the next or previous spot; past either end, to the next widget."""
        index = self._next_spot(by)
        if index is not None:
            self.chosen = index
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def _next_spot(self, by: int) -> int | None:
        """The spot to go to: from the focused one if it is on view, else from what is on view."""
        if self.chosen >= 0 and self._in_view(self.chosen):
            index = self.chosen + by
            return index if 0 <= index < len(self.spots) else None
        visible = [index for index in range(len(self.spots)) if self._in_view(index)]
        if visible:
            return visible[0 if by > 0 else -1]
        top = self.top
        ahead = [index for index, spot in enumerate(self.spots) if (spot.row >= top) == (by > 0)]
        return (ahead[0] if by > 0 else ahead[-1]) if ahead else None

    # --- keys and mouse

    def action_down(self) -> None:
        """A line down; in a menu, the next choice."""
        if self.doc.menu:
            self.chosen = min(self.chosen + 1, len(self.spots) - 1)
        else:
            self.top = self.top + 1

    def action_up(self) -> None:
        """A line up; in a menu, the choice before, and at the first one up to the top of the page."""
        if self.doc.menu and self.chosen > 0:
            self.chosen -= 1
        else:
            self.top = self.top - 1

    def action_page(self, by: int) -> None:
        """A screenful up or down, two lines kept."""
        self.top = self.top + by * max(self.size.height - 2, 1)

    def action_edge(self, by: int) -> None:
        """To the top or the end."""
        self.top = 0 if by < 0 else self.lowest_top

    def action_choose(self) -> None:
        """Choose what has focus."""
        if 0 <= self.chosen < len(self.spots):
            self.post_message(self.Chosen(self.spots[self.chosen].action))

    def action_digit(self, digit: int) -> None:
        """Choose the spot with that number."""
        for index, spot in enumerate(self.spots):
            if spot.number == digit:
                self.chosen = index
                self.post_message(self.Chosen(spot.action))
                return

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three lines on."""
        event.stop()
        self.top += WHEEL_LINES

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three lines back."""
        event.stop()
        self.top -= WHEEL_LINES

    def on_click(self, event: events.Click) -> None:
        """Choose what was pressed."""
        row = event.y + self.top
        for index, spot in enumerate(self.spots):
            if any(at == row and first <= event.x < last for at, first, last in spot.cells):
                self.chosen = index
                self.post_message(self.Chosen(spot.action))
                return


def _mark(content: Content, first: int, last: int, *, with_sign: bool) -> Content:
    """Show focus on some cells: colours, bold, and the sign in the cell before."""
    marked = content.stylize("focus", first, last)
    if with_sign and first > 0 and content.plain[first - 1] == " ":
        marked = marked[: first - 1] + Content.styled(glyphs.FOCUS, "focus") + marked[first:]
    return marked
