"""A page whose links, buttons and choices can be chosen: by Tab and Enter, digits, or a press."""

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive

from ketaguide.tui import glyphs
from ketaguide.tui.actions import Action
from ketaguide.tui.directions import above_or_below, beside
from ketaguide.tui.doc import Doc
from ketaguide.tui.layout import MARGIN, Spot
from ketaguide.tui.widgets.paper import Paper


class DocView(Paper, can_focus=True):
    """Moves focus among what can be chosen on a page, keeps the terminal's cursor there, and says what was chosen."""

    BINDINGS = [
        Binding("down", "down", show=False),
        Binding("up", "up", show=False),
        Binding("left", "side(-1)", show=False),
        Binding("right", "side(1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("tab", "step(1)", show=False),
        Binding("shift+tab", "step(-1)", show=False),
        Binding("enter", "choose", show=False),
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(1, 10)),
    ]

    chosen: reactive[int] = reactive(-1)
    """The spot with focus; -1 for none."""

    class Chosen(Message):
        """Something on the page was chosen."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    def __init__(self, doc: Doc, *, id: str | None = None) -> None:
        super().__init__(doc, id=id)
        self._height = -1

    # --- what is shown

    def show(self, doc: Doc, *, keep: bool = False, top: int = 0, spot: int | None = None) -> None:
        """Show another page from its top; with `keep`, stay at the same row and spot."""
        top, spot = (self.top, self.chosen) if keep else (top, spot)
        self.doc = doc
        self._lay_out()
        self.set_reactive(DocView.chosen, self._first_spot() if spot is None else min(spot, len(self.spots) - 1))
        self.set_reactive(Paper.top, self.validate_top(top))
        self.set_reactive(Paper.heard, -1)
        self.refresh()
        self.moved()

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

    def _first_spot(self) -> int:
        for index, spot in enumerate(self.spots):
            if spot.action == self.doc.start:
                return index
        return 0 if self.doc.menu and self.spots else -1

    def begin(self) -> None:
        """Lay the page out for the first time, with focus on the first choice of a menu."""
        super().begin()
        self.set_reactive(DocView.chosen, self._first_spot())

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out anew, keeping the focused thing, or else the same part of the page, in view."""
        share = self.share_read
        fresh = self._height < 0
        moved = self.top > 0 or self.chosen != self._first_spot()
        in_view = moved and 0 <= self.chosen < len(self.spots) and self._in_view(self.chosen, self._height)
        self._height = self.size.height
        if fresh:
            self.begin()
        else:
            self._lay_out()
            if in_view:
                self.reveal()
            else:
                self.go_to_share(share)
        self.top = self.validate_top(self.top)
        self.refresh()
        self.moved()

    # --- focus among spots

    def watch_chosen(self, old: int, new: int) -> None:
        """Redraw the rows of the spot that lost focus and of the one that gained it."""
        self._redraw(old)
        self._redraw(new)
        self.reveal()
        self.moved()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the mark of focus, or take it away."""
        super().watch_has_focus(has_focus)
        self._redraw(self.chosen)
        self.moved()

    def marked(self, row: int, content: Content) -> Content:
        """A row with the mark of focus, where it has it."""
        if self.chosen >= 0 and self.has_focus:
            for index, (spot_row, first, last) in enumerate(self.spots[self.chosen].cells):
                if spot_row == row:
                    return _mark(content, first, last, with_sign=index == 0)
        return content

    def moved(self) -> None:
        """Keep the terminal's cursor on what has focus."""
        super().moved()
        self.place_cursor()

    def _redraw(self, spot: int) -> None:
        if 0 <= spot < len(self.spots):
            for row, _, _ in self.spots[spot].cells:
                self._strips.pop(row, None)
                self.refresh(Region(0, row - self.top, self.size.width, 1))

    def reveal(self) -> None:
        """Scroll as little as shows the whole focused spot."""
        if not 0 <= self.chosen < len(self.spots):
            return
        spot, top = self.spots[self.chosen], self.top
        lowest = max(spot.last_row - self.size.height + 1, 0)
        self.top = min(max(top, lowest), spot.row)

    def place_cursor(self) -> None:
        """Put the terminal's cursor on the focused spot, else on the first words on view (braille follows it)."""
        if not self.has_focus or self.app.screen is not self.screen:
            return
        row, column = self._first_words()
        if 0 <= self.chosen < len(self.spots):
            spot_row, first, _ = self.spots[self.chosen].cells[0]
            if 0 <= spot_row - self.top < self.size.height:
                row, column = spot_row - self.top, first
        self.app.cursor_position = self.content_region.offset + Offset(column, row)

    def _first_words(self) -> tuple[int, int]:
        """The row and column where the first words on view begin."""
        for row, line in enumerate(self._laid.lines[self.top : self.top + self.size.height]):
            if words := line.content.plain.lstrip():
                return row, len(line.content.plain) - len(words)
        return 0, MARGIN

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
        """Move to the next or previous spot; past either end, to the next widget. Whoever comes round again starts anew."""
        index = self._next_spot(by)
        if index is not None:
            self.chosen = index
        elif by > 0:
            self.screen.focus_next()
            if self.screen.focused is not self:
                self.chosen, self.top = self._first_spot(), 0
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
        """A line down; in a menu, the choice below, unless there is still something to read before the one with focus."""
        if self.doc.menu and self.spots and (self.chosen < 0 or self._in_view(self.chosen)):
            below = above_or_below(self.spots, self.chosen, 1) if self.chosen >= 0 else 0
            self.chosen = self.chosen if below is None else below
        else:
            self.top = self.top + 1

    def action_up(self) -> None:
        """A line up; in a menu, the choice above, and from the first row of them up to the top of the page."""
        above = above_or_below(self.spots, self.chosen, -1) if self.doc.menu and self.chosen >= 0 else None
        if above is None:
            self.top = self.top - 1
        else:
            self.chosen = above

    def action_side(self, by: int) -> None:
        """In a menu, the choice to the right or the left."""
        if self.doc.menu and self.chosen >= 0 and (side := beside(self.spots, self.chosen, by)) is not None:
            self.chosen = side

    def action_page(self, by: int) -> None:
        """A screenful up or down, two lines kept."""
        self.top = self.top + by * max(self.size.height - 2, 1)

    def action_edge(self, by: int) -> None:
        """To the top or the end."""
        self.top = 0 if by < 0 else self.lowest_top

    def action_choose(self) -> None:
        """Choose what has focus; what is out of view is shown first, so that nothing is chosen unseen."""
        if 0 <= self.chosen < len(self.spots) and not self._in_view(self.chosen):
            self.reveal()
        else:
            self.choose()

    def choose(self) -> None:
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

    def on_click(self, event: events.Click) -> None:
        """Choose what was pressed."""
        row = event.y + self.top
        for index, spot in enumerate(self.spots):
            if any(at == row and first <= event.x < last for at, first, last in spot.cells):
                self.chosen = index
                self.post_message(self.Chosen(spot.action))
                return


def _mark(content: Content, first: int, last: int, *, with_sign: bool) -> Content:
    """Show focus on some cells: colours, bold, and the sign in the cell before, in place of a space or an opening bracket."""
    marked = content.stylize("focus", first, last)
    if with_sign and first > 0 and not content.plain[first - 1].isalnum():
        marked = marked[: first - 1] + Content.styled(glyphs.FOCUS, "sign") + marked[first:]
    return marked
