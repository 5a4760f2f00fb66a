"""Base classes of all screens and dialogs. Each has a crisis banner at the top, never dimmed or cut."""

from collections.abc import Iterable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from ketaguide.tui import sizes
from ketaguide.tui.actions import Action
from ketaguide.tui.bars import Foot
from ketaguide.tui.doc import Doc
from ketaguide.tui.keys import VIEW
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.frame import banner_words, title_words
from ketaguide.tui.textual_private import RemovableScreen, forget_screens
from ketaguide.tui.widgets.bars import CrisisBanner, FootBar, TitleBar
from ketaguide.tui.widgets.doc_view import DocView


class BaseScreen(RemovableScreen[Action]):
    """A screen that tolerates removal while mounting, and keeps its focus when the window is too small for a time."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    BaseScreen {
        background: $page; color: $ink; layout: vertical;
        &:ansi { background: $page; color: $ink; }
        &.-short TitleBar { display: none; }
        &.-thin, &.-low {
            & > * { display: none !important; } & > CrisisBanner { display: block !important; height: 1fr; }
        }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (sizes.LOW, "-short"), (sizes.SHORT, "-tall")]
    HORIZONTAL_BREAKPOINTS = [(0, "-thin"), (sizes.THIN, "-narrow"), (sizes.WIDE, "-wide")]

    _last_focused: Widget | None = None
    """The last focused widget while the window was large enough."""
    _was_too_small = False

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def title_bar(self) -> TitleBar:
        """The title bar, for the chosen view."""
        return TitleBar(title_words(self.context), VIEW.action)

    def on_unmount(self) -> None:
        """Release the screen's memory."""
        forget_screens()

    def set_size_classes(self) -> None:
        """Set the size classes before the first layout: Textual sets them after it, and then lays everything out again."""
        for cells, steps in zip(self.app.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True):
            self.add_class(next(name for least, name in reversed(steps or []) if cells >= least))

    @property
    def _is_too_small(self) -> bool:
        return self.has_class("-thin") or self.has_class("-low")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember the focused widget: one that is hidden in a too small window loses focus."""
        if not self._is_too_small:
            self._last_focused = event.widget

    def on_resize(self) -> None:
        """Restore focus once the window is large enough again."""
        self._was_too_small |= self._is_too_small
        self.call_after_refresh(self._restore_focus)

    @on(FootBar.Turned)
    def _turn_page(self, event: FootBar.Turned) -> None:
        self.query_one("#page, #results, #sheet", DocView).action_page(event.by)

    def _restore_focus(self) -> None:
        last = self._last_focused
        if not self._was_too_small or self._is_too_small:
            self._was_too_small |= self._is_too_small
            return
        self._was_too_small = False
        if last and last is not self.focused and last in self.focus_chain:
            last.focus()


class GuideScreen(BaseScreen):
    """A whole screen: title, banner, body, keys."""

    AUTO_FOCUS = ""  # each screen sets its own first focus; Textual would give it to the banner for a moment
    DEFAULT_CSS = "GuideScreen #body { height: 1fr; layout: horizontal; }"

    def compose(self) -> ComposeResult:
        """Compose the frame and, inside it, the widgets of `body`."""
        self.set_size_classes()
        yield self.title_bar()
        yield CrisisBanner(banner_words(self.context))
        with Vertical(id="body"):
            yield from self.body()
        yield FootBar(self.first_foot())

    def on_screen_suspend(self) -> None:
        """Leave the focus mark to the sheet that covers this screen."""
        if isinstance(self.focused, DocView):
            self.focused.draw_mark()

    def on_screen_resume(self) -> None:
        """Draw the focus mark again, and move the terminal's cursor there, after a sheet or cover has closed."""
        if isinstance(self.focused, DocView):
            self.focused.draw_mark()
            self.focused.place_cursor()

    def body(self) -> Iterable[Widget]:
        """The widgets of the body."""
        return ()

    @on(DocView.Chosen)
    def _perform_chosen(self, event: DocView.Chosen) -> None:
        event.stop()
        self.perform(event.action)

    def perform_result(self, action: Action | None) -> None:
        """Perform the result of a closed sheet or search screen."""
        if action:
            self.perform(action)

    def perform(self, action: Action) -> None:
        """Perform an action, chosen here or on a sheet above."""

    def refresh_all(self) -> None:
        """Redraw everything at the same place after the view has changed."""

    def first_foot(self) -> Foot:
        """The first words of the foot bar, so that no frame is drawn without it."""
        return Foot()

    def update_frame(self) -> None:
        """Update title and banner of the frame."""
        self.query_one(TitleBar).words = self.title_bar().words
        self.query_one(CrisisBanner).words = banner_words(self.context)


class GuideModal(BaseScreen, ModalScreen[Action]):
    """A sheet over a screen, with a banner of its own: one beneath it would be dimmed."""

    AUTO_FOCUS = "#sheet"
    DEFAULT_CSS = """
    GuideModal {
        align: center middle;
        & #sheet { width: 100%; max-width: 84; height: 1fr; margin: 1 0 0 0; }
    }
    """
    SHOWS_TITLE = False
    """True if it shows the guide's title; screens that others may see do not."""

    def __init__(self, context: Context, doc: Doc) -> None:
        super().__init__(context)
        self.doc = doc

    def compose(self) -> ComposeResult:
        """Compose the banner and the sheet."""
        self.set_size_classes()
        if self.SHOWS_TITLE:
            yield self.title_bar()
        yield CrisisBanner(banner_words(self.context))
        yield from self.sheet()

    def sheet(self) -> Iterable[Widget]:
        """The widgets of the sheet."""
        yield DocView(self.doc, id="sheet")
