"""A page with targets (links, buttons, menu items), chosen by Tab and Enter, by digits or by a press."""

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive

from ketaguide.tui import glyphs
from ketaguide.tui.actions import Action
from ketaguide.tui.doc import Box, Doc, Text
from ketaguide.tui.layout import Target
from ketaguide.tui.layout_text import MARGIN
from ketaguide.tui.navigation import above_or_below, beside
from ketaguide.tui.widgets.doc_canvas import DocCanvas

_ROOM = 4
"""Rows of a window that a row must be above the end of, to be seen whole with what belongs to it."""


class DocView(DocCanvas, can_focus=True):
    """Moves focus among the targets of a page, keeps the terminal's cursor there, and posts the chosen action."""

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

    focused_target: reactive[int] = reactive(-1, repaint=False)
    """The target with focus; -1 for none. Only the rows of the old and the new one are drawn again."""

    class Chosen(Message):
        """A target was chosen."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    class Sideways(Message):
        """The right (1) or left (-1) arrow had nothing left to go to on the page."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, doc: Doc, *, id: str | None = None) -> None:
        super().__init__(doc, id=id)
        self._height = -1
        self._without_place: tuple[int, Action, int] | None = None
        """Action of the target that had focus before the window became too narrow to show it."""

    # --- the page

    def show(self, doc: Doc, *, keep: bool = False, scroll_row: int = 0, target: int | None = None, width: int = 0) -> None:
        """Show another page from the top; with `keep`, at the same row and the nearest target of the same action.

        `width` is the one that the widget will have, if it is about to change.
        """
        scroll_row, target = (self.scroll_row, self.focused_target) if keep else (scroll_row, target)
        action = self.targets[self.focused_target].action if keep and self.focused_target >= 0 else None
        in_view = action is not None and self._in_view(self.focused_target, self._height)
        self.doc = doc
        self._lay_out(width)
        if action is not None:
            target = self._nearest(action, self.focused_target)
        self.set_reactive(
            DocView.focused_target, self._first_target() if target is None else min(target, len(self.targets) - 1)
        )
        self.set_reactive(DocCanvas.scroll_row, self.validate_scroll_row(scroll_row))
        self.set_reactive(DocCanvas.narrated, -1)
        self.refresh()
        if in_view:
            self.reveal()
        self.moved()

    def go_to(self, words: str) -> None:
        """Scroll to the first row with some words, and focus the target in it."""
        said = [(word, row) for row, line in enumerate(self._layout.lines) for word in line.content.plain.split()]
        text = " ".join(word for word, _ in said)
        at = text.find(" ".join(words.split()))
        if at < 0 or not said:
            return
        row = said[text.count(" ", 0, at)][1]
        self.focused_target = next((index for index, target in enumerate(self.targets) if target.row == row), -1)
        self.scroll_row = row

    def go_to_heading(self, words: str, below: str = "") -> None:
        """Scroll to a heading or a card without focus on what is left behind; a row that starts as `below` is seen too."""
        if (row := self.heading_rows().get(words)) is not None:
            self.focused_target = -1
            lines = [line.content.plain.strip() for line in self._layout.lines] if below else []
            seen = next((at for at in range(row + 1, len(lines)) if lines[at].startswith(below)), row)
            self.scroll_row = row if seen - row < self.size.height - _ROOM else seen

    def heading_rows(self) -> dict[str, int]:
        """The first row of each heading and card."""
        rows: dict[str, int] = {}
        for piece, row in zip(self.doc.pieces, self._layout.starts, strict=False):
            runs = piece.head if isinstance(piece, Box) else piece.runs if isinstance(piece, Text) and piece.runs else ()
            if runs and (isinstance(piece, Box) or runs[0].style in ("h2", "h3")):
                rows.setdefault(runs[0].text, row)
        return rows

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets in reading order."""
        return self._layout.targets

    def _nearest(self, action: Action, index: int) -> int:
        """The target with an action that is nearest to an index, or else the index."""
        same = [at for at, target in enumerate(self.targets) if target.action == action]
        return min(same, key=lambda at: abs(at - index), default=index)

    def _first_target(self) -> int:
        if self.doc.reads_from >= 0:
            return -1
        for index, target in enumerate(self.targets):
            if target.action == self.doc.start:
                return index
        return 0 if self.doc.menu and self.targets else -1

    def begin(self) -> None:
        """Lay the page out for the first time, with focus on the first target of a menu."""
        super().begin()
        self.set_reactive(DocView.focused_target, self._first_target())

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out again, keeping the focused target, or else the same part of the page, visible."""
        if not self.size.height:
            return  # hidden: what was in view is found again once it is shown
        share = self.share_read
        fresh = self._height < 0
        moved = self.scroll_row > 0 or self.focused_target != self._first_target()
        in_view = moved and 0 <= self.focused_target < len(self.targets) and self._in_view(self.focused_target, self._height)
        self._height = self.size.height
        if fresh:
            self.begin()
        else:
            self._lay_out_again()
            if in_view:
                self.reveal()
            else:
                self.go_to_share(share)
        self.scroll_row = self.validate_scroll_row(self.scroll_row)
        self.refresh()
        self.moved()

    def _lay_out_again(self) -> None:
        """Lay the page out in another width; a target that has no place there has its focus again where it has."""
        kept = self._without_place or self._focused_among()
        self._lay_out()
        if kept is not None:
            here, wanted, count = kept
            has_place = sum(target.action == wanted for target in self.targets) >= count
            self.set_reactive(DocView.focused_target, self._nearest(wanted, here) if has_place else -1)
            self._without_place = None if has_place else kept

    def _focused_among(self) -> tuple[int, Action, int] | None:
        """Index and action of the focused target, and the number of targets with that action."""
        here = self.focused_target
        action = self.targets[here].action if 0 <= here < len(self.targets) else None
        return (here, action, sum(target.action == action for target in self.targets)) if action else None

    # --- focus among targets

    def watch_focused_target(self, old: int, new: int) -> None:
        """Redraw the rows of both targets and scroll to the new one."""
        self._without_place = None
        self._redraw(old)
        self._redraw(new)
        self.reveal()
        self.moved()

    def watch_scroll_row(self, old: int, new: int) -> None:  # type: ignore[override]
        """Post `Moved`; a focused target that has gone out of view gives its focus to the nearest in view."""
        if self.focused_target >= 0 and not self._in_view(self.focused_target):
            self._focus_in_view(0 if new > old else -1)
        super().watch_scroll_row()

    def _focus_in_view(self, place: int) -> None:
        """Focus the first (0) or last (-1) target in view, if there is one, preferably a whole one; without scrolling."""
        visible = [index for index in range(len(self.targets)) if self._in_view(index)]
        top, end = self.scroll_row, self.scroll_row + self.size.height
        whole = [index for index in visible if top <= self.targets[index].row <= self.targets[index].last_row < end]
        if visible:
            old = self.focused_target
            self.set_reactive(DocView.focused_target, (whole or visible)[place])
            self._redraw(old)
            self._redraw(self.focused_target)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show or remove the focus mark."""
        super().watch_has_focus(has_focus)
        self._redraw(self.focused_target)
        self.moved()

    def marked(self, row: int, content: Content) -> Content:
        """A row with the focus mark, if the focused target is in it."""
        if self.focused_target >= 0 and self.has_focus:
            target = self.targets[self.focused_target]
            for at, first, last in target.cells:
                if at == row:
                    return with_mark(content, target.mark, first, last, with_sign=row == self._cursor_cell(target)[0])
        return content

    def _cursor_cell(self, target: Target) -> tuple[int, int]:
        """Row and column of the first letter of a target."""
        for row, first, last in target.cells:
            plain = self._layout.lines[row].content.plain[first:last]
            if words := plain.lstrip(f" {glyphs.BAR}"):
                return row, first + len(plain) - len(words)
        return target.cells[0][:2]

    def moved(self) -> None:
        """Post `Moved` and move the terminal's cursor to the focused target."""
        super().moved()
        self.place_cursor()

    def _redraw(self, target: int) -> None:
        if 0 <= target < len(self.targets):
            for row, _, _ in self.targets[target].cells:
                self._strips.pop(row, None)
                self.refresh(Region(0, row - self.scroll_row, self.size.width, 1))

    def reveal(self) -> None:
        """Scroll as little as needed to show the whole focused target."""
        if not 0 <= self.focused_target < len(self.targets) or not self.size.height:
            return
        target, scroll_row = self.targets[self.focused_target], self.scroll_row
        lowest = max(target.last_row - self.size.height + self.covered + 1, 0)
        self.scroll_row = min(max(scroll_row, lowest), target.row)

    def place_cursor(self) -> None:
        """Put the terminal's cursor on the focused target, else on the first visible words; braille displays follow it."""
        if not self.has_focus or self.app.screen is not self.screen:
            return
        row, column = self._first_words()
        if 0 <= self.focused_target < len(self.targets):
            target_row, first = self._cursor_cell(self.targets[self.focused_target])
            if 0 <= target_row - self.scroll_row < self.size.height:
                row, column = target_row - self.scroll_row, first
        self.app.cursor_position = self.content_region.offset + Offset(column, row)

    def _first_words(self) -> tuple[int, int]:
        """Row and column of the first visible words, or of those a reader begins with."""
        begin = self._layout.starts[self.doc.reads_from] - self.scroll_row if self.doc.reads_from >= 0 else 0
        for row, line in enumerate(self._layout.lines[self.scroll_row : self.scroll_row + self.size.height]):
            words = line.content.plain.lstrip(f" {glyphs.BAR}{glyphs.FRAME}{glyphs.DIVIDER}{glyphs.THICK}")
            if row >= begin and words:
                return row, len(line.content.plain) - len(words)
        return 0, MARGIN

    def focus_on(self, action: Action, *, near: int = 0) -> None:
        """Focus the target with `action` that is nearest to an index, if there is one."""
        if any(target.action == action for target in self.targets):
            self.focused_target = self._nearest(action, near)

    def _in_view(self, index: int, height: int = 0) -> bool:
        scroll_row = self.scroll_row
        target = self.targets[index]
        return target.last_row >= scroll_row and target.row < scroll_row + (height or self.size.height)

    def action_step(self, by: int) -> None:
        """Move to the next or previous target; past either end, to the next widget; at the end, scroll back to the top."""
        index = self._next_target(by)
        if index is not None:
            self.focused_target = index
        elif by > 0:
            self.screen.focus_next()
            if self.screen.focused is not self:
                self.focused_target, self.scroll_row = 0 if self.doc.menu and self.targets else -1, 0
        else:
            self.screen.focus_previous()

    def _next_target(self, by: int) -> int | None:
        """The next target: counted from the focused one if it is visible, else from the viewport."""
        if self.focused_target >= 0 and self._in_view(self.focused_target):
            index = self.focused_target + by
            return index if 0 <= index < len(self.targets) else None
        visible = [index for index in range(len(self.targets)) if self._in_view(index)]
        if visible:
            return visible[0 if by > 0 else -1]
        scroll_row = self.scroll_row
        ahead = [index for index, target in enumerate(self.targets) if (target.row >= scroll_row) == (by > 0)]
        return (ahead[0] if by > 0 else ahead[-1]) if ahead else None

    # --- keys and mouse

    def action_down(self) -> None:
        """Scroll a line down; in a menu, focus the target below, unless the focused one is still below the viewport."""
        if self.doc.menu and self.targets and (self.focused_target < 0 or self._in_view(self.focused_target)):
            below = above_or_below(self.targets, self.focused_target, 1) if self.focused_target >= 0 else 0
            self.focused_target = self.focused_target if below is None else below
        else:
            self.scroll_row = self.scroll_row + 1

    def action_up(self) -> None:
        """Scroll a line up; in a menu, focus the target above, if there is one."""
        above = above_or_below(self.targets, self.focused_target, -1) if self.doc.menu and self.focused_target >= 0 else None
        if above is None:
            self.scroll_row = self.scroll_row - 1
        else:
            self.focused_target = above

    def action_side(self, by: int) -> None:
        """In a menu, focus the target to the right or the left; elsewhere and at its edge, post `Sideways`."""
        if self.doc.menu and self.focused_target >= 0 and (side := beside(self.targets, self.focused_target, by)) is not None:
            self.focused_target = side
        else:
            self.post_message(self.Sideways(by))

    def action_page(self, by: int) -> None:
        """Scroll a screenful up or down, with two lines of overlap; at the end, take the focus there."""
        before = self.scroll_row
        self.scroll_row = before + by * max(self.size.height - 2, 1)
        if self.scroll_row == before:
            self.action_edge(by)

    def action_edge(self, by: int) -> None:
        """Scroll to the top or the end, and take the focus along."""
        self.scroll_row = 0 if by < 0 else self.last_scroll_row
        if self.focused_target >= 0:
            self._focus_in_view(0 if by < 0 else -1)
            self.moved()

    def action_choose(self) -> None:
        """Choose the focused target; if it is not visible, only scroll to it, so that nothing is chosen unseen."""
        if 0 <= self.focused_target < len(self.targets) and not self._in_view(self.focused_target):
            self.reveal()
        else:
            self.choose()

    def choose(self) -> None:
        """Choose the focused target."""
        if 0 <= self.focused_target < len(self.targets):
            self.post_message(self.Chosen(self.targets[self.focused_target].action))

    def action_digit(self, digit: int) -> None:
        """Choose the target with that number."""
        for index, target in enumerate(self.targets):
            if target.number == digit:
                self.focused_target = index
                self.post_message(self.Chosen(target.action))
                return

    def on_click(self, event: events.Click) -> None:
        """Choose the target under the pointer."""
        row = event.y + self.scroll_row
        for index, target in enumerate(self.targets):
            if any(at == row and first <= event.x < last for at, first, last in target.cells):
                self.focused_target = index
                self.post_message(self.Chosen(target.action))
                return


def with_mark(content: Content, mark: int | None, first: int, last: int, *, with_sign: bool) -> Content:
    """Focused cells: in a row of their own on a tint behind a bar, inside a text in full; the sign stands in the margin."""
    drawn = content.stylize("focus" if mark is None else "tint", first, last)
    if mark is not None:
        drawn = drawn[: mark + 1] + Content.styled(glyphs.BAR, "mark") + drawn[mark + 2 :]
    if with_sign:
        at = mark or 0
        drawn = drawn[:at] + Content.styled(glyphs.FOCUS, "mark") + drawn[at + 1 :]
    return drawn
