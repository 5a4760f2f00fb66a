"""A page with targets (links, buttons, menu items), chosen by Tab and Enter, by digits or by a press."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from ketaguide.tui.actions import Action, Compare, Drop, Pick, PickMatter
from ketaguide.tui.doc import Doc
from ketaguide.tui.layout import Layout
from ketaguide.tui.layout_focus import first_target
from ketaguide.tui.navigation import above_or_below, beside
from ketaguide.tui.widgets.doc_canvas import DocCanvas
from ketaguide.tui.widgets.doc_passage import DocPassage

_TICKS = Pick | Drop | PickMatter | Compare
_ROOM = 4
"""Rows of a window that a row must be above the end of, to be seen whole with what belongs to it."""


class DocView(DocPassage, can_focus=True):
    """Moves focus among the targets of a page, keeps the terminal's cursor there, and posts the chosen action."""

    BINDINGS = [
        ("down", "down"),
        ("up", "up"),
        ("left", "side(-1)"),
        ("right", "side(1)"),
        ("pagedown", "page(1)"),
        ("space", "tick_or_page"),
        ("pageup", "page(-1)"),
        ("home", "edge(-1)"),
        ("end", "edge(1)"),
        ("tab", "step(1)"),
        ("shift+tab", "step(-1)"),
        ("enter", "choose"),
        *((str(digit), f"digit({digit})") for digit in range(1, 10)),
    ]

    @dataclass
    class Chosen(Message):
        """A target was chosen."""

        action: Action

    @dataclass
    class Sideways(Message):
        """The right (1) or left (-1) arrow had nothing left to go to on the page."""

        by: int

    _height = -1
    """Rows of the viewport before it was last resized; -1 before it had any."""

    # --- the page

    def show(self, doc: Doc, *, keep: bool = False, scroll_row: int = 0, target: int | None = None, width: int = 0) -> None:
        """Show another page from the top; with `keep`, at the same row and the nearest target of the same action.

        `width` is the one that the widget will have, if it is about to change.
        """
        kept, in_view = self._target if keep else None, keep and self._in_view(self.focused_target, self._height)
        self.doc = doc
        if keep:
            scroll_row, target = self.scroll_row, self.focused_target
        else:
            self.forget_passage()
        self.lay_out_rows(width)
        if kept:
            target = self._nearest(kept.action, self.focused_target)
        self.set_reactive(
            DocView.focused_target, self._first_target() if target is None else min(target, len(self.targets) - 1)
        )
        self.set_reactive(DocCanvas.scroll_row, self.validate_scroll_row(scroll_row))
        self.set_reactive(DocCanvas.narrated, -1)
        self.refresh()
        if in_view:
            self.reveal()
        self.moved()

    def go_to_heading(self, words: str, below: str = "") -> None:
        """Scroll to a heading or a card without focus on what is left behind; a row that starts as `below` is seen too."""
        if (row := self.heading_rows().get(words)) is not None:
            self.focused_target = -1
            lines = [line.plain.strip() for line in self._layout.lines] if below not in ("", words) else []
            seen = next((at for at in range(row + 1, len(lines)) if lines[at].startswith(below)), row)
            self.scroll_row = row if seen - row < self.size.height - _ROOM else seen

    def _first_target(self) -> int:
        return first_target(self.doc, self._layout)

    def begin(self, width: int = 0) -> Layout:
        """Lay the page out for the first time, with focus on the first target of a menu."""
        layout = super().begin(width)
        self.set_reactive(DocView.focused_target, self._first_target())
        return layout

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out again, keeping the focused target, or else the same part of the page, visible."""
        if not self.size.height:
            return  # hidden: what was in view is found again once it is shown
        share = self.scroll_row / max(len(self._layout.lines), 1)
        fresh = self._height < 0
        moved = self.scroll_row > 0 or self.focused_target != self._first_target()
        in_view = moved and self._in_view(self.focused_target, self._height)
        self._height = self.size.height
        if fresh:
            self.begin()
        else:
            self._lay_out_again()
        if in_view or self._to_reveal:
            self.reveal()
        elif not fresh:
            self.scroll_row = round(share * len(self._layout.lines))
        self.scroll_row = self.validate_scroll_row(self.scroll_row)
        self.refresh()
        self.moved()

    def _lay_out_again(self) -> None:
        """Lay the page out in another width; a target that has no place there has its focus again where it has."""
        kept = self._without_place or self._focused_among()
        self.lay_out_rows()
        if kept is not None:
            here, wanted, count = kept
            has_place = sum(target.action == wanted for target in self.targets) >= count
            self.set_reactive(DocView.focused_target, self._nearest(wanted, here) if has_place else -1)
            self._without_place = None if has_place else kept

    # --- keys and mouse

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
        if self._in_view(self.focused_target):
            index = self.focused_target + by
            return index if 0 <= index < len(self.targets) else None
        ahead = (index for index, target in enumerate(self.targets) if (target.row >= self.scroll_row) == (by > 0))
        found = self._all_in_view() or [*ahead]
        return found[0 if by > 0 else -1] if found else None

    def action_down(self) -> None:
        """Scroll a line down; in a menu, focus the target below, unless the focused one is still below the viewport."""
        if self.doc.menu and self.targets and (self.focused_target < 0 or self._in_view(self.focused_target)):
            below = above_or_below(self.targets, self.focused_target, 1) if self.focused_target >= 0 else 0
            self.focused_target = self.focused_target if below is None else below
        else:
            self.scroll_row += 1

    def action_up(self) -> None:
        """Scroll a line up; in a menu, focus the target above, if there is one."""
        above = above_or_below(self.targets, self.focused_target, -1) if self.doc.menu and self.focused_target >= 0 else None
        if above is None:
            self.scroll_row -= 1
        else:
            self.focused_target = above

    def action_side(self, by: int) -> None:
        """In a menu, focus the target to the right or the left; elsewhere and at its edge, post `Sideways`."""
        if self.doc.menu and self.focused_target >= 0 and (side := beside(self.targets, self.focused_target, by)) is not None:
            self.focused_target = side
        else:
            self.post_message(self.Sideways(by))

    def enter_at_the_end(self) -> None:
        """Focus the last target, for whoever comes to it backwards."""
        self.focused_target = len(self.targets) - 1

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

    def action_tick_or_page(self) -> None:
        """Tick or untick the focused check box; elsewhere, scroll a screenful down."""
        if self._target and isinstance(self._target.action, _TICKS):
            self.action_choose()
        else:
            self.action_page(1)

    def action_choose(self) -> None:
        """Choose the focused target; if it is not visible, only scroll to it, so that nothing is chosen unseen."""
        if self._in_view(self.focused_target):
            self.post_message(self.Chosen(self.targets[self.focused_target].action))
        else:
            self.reveal()

    def action_digit(self, digit: int) -> None:
        """Choose the target with that number: of several, one in view, the nearest to the focus.

        Check boxes out of view are only shown, so that nothing is ticked unseen.
        """
        same = [index for index, target in enumerate(self.targets) if target.number == digit]
        if not same:
            return
        here = self.focused_target
        index = min(same, key=lambda index: (not self._in_view(index), abs(index - here) if here >= 0 else index))
        action = self.targets[index].action
        alike = [at for at, target in enumerate(self.targets) if type(target.action) is type(action)]
        is_seen = any(map(self._in_view, alike))
        self.focused_target = index
        if is_seen or not isinstance(action, PickMatter | Compare):
            self.post_message(self.Chosen(action))
        else:
            self.scroll_row = self.targets[alike[0]].row - 1

    def on_click(self, event: events.Click) -> None:
        """Choose the target under the pointer."""
        row = event.y + self.scroll_row
        for index, target in enumerate(self.targets):
            if any(at == row and first <= event.x < last for at, first, last in target.cells):
                self.focused_target = index
                self.post_message(self.Chosen(target.action))
                return
