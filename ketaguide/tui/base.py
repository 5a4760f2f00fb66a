"""What every screen and every dialog has: the crisis banner, bright and whole, above everything else."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from ketaguide.render import phrases
from ketaguide.tui.keys import on_bar
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import banner_parts
from ketaguide.tui.widgets.bars import CrisisBanner, KeyBar, TitleBar


def banner(context: Context) -> CrisisBanner:
    """The crisis banner for the nation on show."""
    bar = CrisisBanner()
    fill_banner(bar, context)
    return bar


def fill_banner(bar: CrisisBanner, context: Context) -> None:
    """Put the numbers of the nation on show into the banner."""
    bar.title = context.crisis.get_help_now
    bar.parts = tuple(banner_parts(context))


class GuideScreen(Screen[None]):
    """A whole screen: title, banner, body, keys."""

    AUTO_FOCUS = None
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    GuideScreen {
        background: $page; color: $ink; layout: vertical;
        &.-short TitleBar { display: none; }
        & #body { height: 1fr; layout: horizontal; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def compose(self) -> ComposeResult:
        """The frame around what `body` yields."""
        yield TitleBar()
        yield banner(self.context)
        with Vertical(id="body"):
            yield from self.body()
        yield from self.below()
        yield KeyBar([(key, getattr(self.context.keys, key.name)) for key in on_bar()])

    def body(self) -> Iterable[Widget]:
        """The widgets of the body."""
        return ()

    def below(self) -> Iterable[Widget]:
        """Widgets between the body and the keys."""
        return ()

    def show_state(self) -> None:
        """Say in the frame what has been chosen."""
        context, labels = self.context, self.context.labels
        bar = self.query_one(TitleBar)
        bar.left = context.guide.meta.title
        bar.right = (
            phrases.nation_name(context.session.nation, labels),
            getattr(labels, context.session.variant.replace("-", "_")),
            getattr(context.words, context.session.theme),
        )
        fill_banner(self.query_one(CrisisBanner), context)


class GuideModal(ModalScreen[None]):
    """A sheet over a screen, with a banner of its own: one beneath it would be dimmed."""

    AUTO_FOCUS = "#sheet"
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    GuideModal {
        background: $page; color: $ink; layout: vertical; align: center middle;
        & > CrisisBanner { dock: top; }
        & #sheet { width: 100%; max-width: 84; height: 1fr; margin: 1 0 0 0; }
    }
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def compose(self) -> ComposeResult:
        """The banner, then the sheet."""
        yield banner(self.context)
        yield from self.sheet()

    def sheet(self) -> Iterable[Widget]:
        """The widgets of the sheet."""
        return ()
