"""Focus among the targets of a page: its mark, the terminal's cursor, and what of it is in view."""

from textual.geometry import Offset, Region
from textual.reactive import reactive

from ketaguide.tui.actions import Action
from ketaguide.tui.layout import Target
from ketaguide.tui.layout_focus import first_letter, first_words, with_focus
from ketaguide.tui.styled import Styled
from ketaguide.tui.widgets.doc_canvas import DocCanvas


class DocFocus(DocCanvas):
    """A page on which one target may have focus; it has no keys."""

    focused_target: reactive[int] = reactive(-1, repaint=False)
    """The target with focus; -1 for none. Only the rows of the old and the new one are drawn again."""

    _without_place: tuple[int, Action, int] | None = None
    """Action of the target that had focus before the window became too narrow to show it."""
    _to_reveal = False
    """True if the focused target is to be shown once the view has a height."""

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets in reading order."""
        return self._layout.targets

    @property
    def _target(self) -> Target | None:
        """The target with focus."""
        return self.targets[self.focused_target] if 0 <= self.focused_target < len(self.targets) else None

    @property
    def focus_row(self) -> int:
        """Row of the window in which the focused target begins; 0 for none."""
        return self._target.row - self.scroll_row if self._target else 0

    def _nearest(self, action: Action, index: int) -> int:
        """The target with an action that is nearest to an index, or else the index."""
        same = [at for at, target in enumerate(self.targets) if target.action == action]
        return min(same, key=lambda at: abs(at - index), default=index)

    def _focused_among(self) -> tuple[int, Action, int] | None:
        """Index and action of the focused target, and the number of targets with that action."""
        if (focused := self._target) is None:
            return None
        return self.focused_target, focused.action, sum(target.action == focused.action for target in self.targets)

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
        top, end = self.scroll_row, self.scroll_row + self.size.height
        if visible := self._all_in_view():
            whole = [index for index in visible if top <= self.targets[index].row and self.targets[index].last_row < end]
            old = self.focused_target
            self.set_reactive(DocFocus.focused_target, (whole or visible)[place])
            self._redraw(old)
            self._redraw(self.focused_target)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show or remove the focus mark."""
        super().watch_has_focus(has_focus)
        self._redraw(self.focused_target)
        self.moved()

    def marked(self, row: int, content: Styled) -> Styled:
        """A row with the focus mark, if the focused target is in it."""
        if (target := self._target) and self.has_focus:
            return with_focus(self._layout, target, row, content, is_covered=self.app.screen is not self.screen)
        return content

    def draw_mark(self) -> None:
        """Draw the focused target again: its screen is covered by a sheet, or no longer."""
        self._redraw(self.focused_target)

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
        """Scroll as little as needed to show the whole focused target; before the view has a height, once it has one."""
        self._to_reveal = not self.size.height
        if (target := self._target) and not self._to_reveal:
            lowest = max(target.last_row - self.size.height + self.covered + 1, 0)
            self.scroll_row = min(max(self.scroll_row, lowest), target.row)

    def place_cursor(self) -> None:
        """Put the terminal's cursor on the focused target, else on the first visible words; braille displays follow it."""
        if not self.has_focus or self.app.screen is not self.screen:
            return
        row, column = self.first_words()
        if target := self._target:
            target_row, first = first_letter(self._layout, target)
            if 0 <= target_row - self.scroll_row < self.size.height:
                row, column = target_row - self.scroll_row, first
        self.app.cursor_position = self.content_region.offset + Offset(column, row)

    def first_words(self) -> tuple[int, int]:
        """Row and column of the first visible words, or of those a reader begins with."""
        return first_words(self.doc, self._layout, self.scroll_row, self.size.height)

    def focus_on(self, action: Action, *, near: int = 0) -> None:
        """Focus the target with `action` that is nearest to an index, if there is one."""
        if any(target.action == action for target in self.targets):
            self.focused_target = self._nearest(action, near)

    def _in_view(self, index: int, height: int = 0) -> bool:
        """True if some of a target is in view, in a viewport of a height (default: the widget's); False for no target."""
        if not 0 <= index < len(self.targets):
            return False
        target, end = self.targets[index], self.scroll_row + (height or self.size.height)
        return target.last_row >= self.scroll_row and target.row < end

    def _all_in_view(self) -> list[int]:
        return [index for index in range(len(self.targets)) if self._in_view(index)]
