"""The bars around every page: title, crisis banner and foot bar."""

from dataclasses import dataclass

from textual import events
from textual.content import Content, Span
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ketaguide.tui.bars import BannerWords, Foot, TitleWords
from ketaguide.tui.widgets.doc_view import DocView


class TitleBar(Widget):
    """The guide's title, and at the right the chosen nation, edition and colours; pressing it opens the view settings."""

    DEFAULT_CSS = "TitleBar { height: 1; background: $side; color: $ink; padding: 0 1; text-style: bold; }"

    words: reactive[TitleWords] = reactive(TitleWords())

    def __init__(self, words: TitleWords, action: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleBar.words, words)
        self.action = action

    def render(self) -> Content:
        """Title and choices."""
        return Content(self.words.row(self.size.width))

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
    BINDINGS = [("enter", "press"), ("shift+tab", "back")]

    words: reactive[BannerWords] = reactive(BannerWords(), layout=True)

    def __init__(self, words: BannerWords) -> None:
        super().__init__()
        self.set_reactive(CrisisBanner.words, words)

    class Pressed(Message):
        """The banner was pressed."""

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Rows that the numbers need."""
        return len(self.words.rows(width))

    def render(self) -> Content:
        """The numbers."""
        return Content("\n".join(self.words.drawn(*self.size, has_focus=self.has_focus)))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Move the terminal's cursor to the banner when it has focus."""
        super().watch_has_focus(has_focus)
        if has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(1, 0)

    def on_click(self) -> None:
        """Post `Pressed`."""
        self.action_press()

    def action_back(self) -> None:
        """Focus the last choice of the page, for whoever goes backwards."""
        if isinstance(view := self.screen.focus_previous(), DocView):
            view.enter_at_the_end()

    def action_press(self) -> None:
        """Post `Pressed` on Enter."""
        self.post_message(self.Pressed())


@dataclass
class KeyPressed(Message):
    """A key on a bar was pressed with the mouse or by touch."""

    action: str


class FootBar(Widget):
    """One row: the keys of the moment, as many as fit, and how far the page has been read; each can be pressed."""

    DEFAULT_CSS = "FootBar { height: 1; background: $side; color: $ink; padding: 0 1; }"

    foot: reactive[Foot] = reactive(Foot())

    def __init__(self, foot: Foot | None = None) -> None:
        super().__init__()
        self.set_reactive(FootBar.foot, foot or Foot())

    @dataclass
    class Turned(Message):
        """The next (1) or previous (-1) screenful was requested."""

        by: int

    def validate_foot(self, foot: Foot) -> Foot:
        """Stay at the same group of keys while the keys are the same."""
        return foot._replace(turn=self.foot.turn) if foot.keys == self.foot.keys and not foot.turn else foot

    def render(self) -> Content:
        """The keys in their order, and at the right how far."""
        row = self.foot.row(self.size.width)
        return Content(row.plain, [Span(*span) for span in row.spans])

    def on_click(self, event: events.Click) -> None:
        """Press a key; at its right, scroll up in the left half and down in the right, if there is more that way."""
        placed, far = self.foot.placed(self.size.width)
        x = event.x - 1
        for column, label, key in placed:
            if column <= x < column + len(label):
                if key is None:
                    self.foot = self.foot._replace(turn=self.foot.turn + 1)
                else:
                    self.post_message(KeyPressed(key.action))
                return
        column, label, _ = placed[-1] if placed else (0, "", None)
        start = max(column + len(label), self.size.width - 2 * max(len(far), 4))
        if far and x >= start:
            above, _, below = self.foot.seen
            is_up = above and (not below or x < (start + self.size.width) // 2)
            self.post_message(self.Turned(-1 if is_up else 1))
