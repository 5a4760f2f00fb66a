"""Input of all pages: the guide, one reader's session, and the view that follows from both. Read only."""

from collections.abc import Callable
from time import monotonic

from msgspec import Struct, field
from msgspec.structs import replace

from ketaguide.model.guide import Guide
from ketaguide.model.interface.shared import KeyWords
from ketaguide.model.interface.views import KioskWords, TuiWords
from ketaguide.model.prose import Prose, Span
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from ketaguide.session.prints import Prints, of_machine
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Action, Open, OpenAt, ShowContact, ShowTerm
from ketaguide.tui.doc import Run


class Context(Struct, frozen=True):
    """Guide and session of one reader."""

    guide: Guide
    session: Session
    kiosk: bool = False
    """True in a kiosk, which offers no way to quit."""
    has_fixed_colours: bool = False
    """True on terminals with sixteen colours or none, where no theme can be chosen."""
    draws_more: bool = True
    """True on terminals with half blocks and check boxes."""
    prints: Prints = field(default_factory=of_machine)
    """Print limit of this machine, for all readers."""
    clock: Callable[[], float] = monotonic
    """Seconds of a monotonic clock."""

    @property
    def view(self) -> GuideView:
        """The guide in the current edition and nation."""
        return GuideView.of(self.guide, self.session)

    @property
    def words(self) -> TuiWords:
        """Interface words of the full-screen view."""
        return self.view.interface.tui

    @property
    def covers(self) -> KioskWords:
        """Interface words of covers and kiosk."""
        return self.view.interface.kiosk

    @property
    def keys(self) -> KeyWords:
        """Names of keys."""
        keys = self.view.interface.keys
        return keys if self.guide.profile.nations else replace(keys, view=self.words.view_alone)

    @property
    def view_title(self) -> str:
        """The title of the page of settings: of nation and view, or of the view alone."""
        return self.words.view if self.guide.profile.nations else self.words.view_alone

    def runs(self, prose: Prose) -> tuple[Run, ...]:
        """Prose as runs, with every link."""
        return tuple(run_of(span, action_of(span, self.view)) for span in prose.spans)


def check_box(context: Context, *, ticked: bool) -> str:
    """A check box, drawn as [x] where the terminal may have none."""
    full, empty = (glyphs.TICKED, glyphs.UNTICKED) if context.draws_more else ("[x]", "[ ]")
    return f"{full if ticked else empty} "


def run_of(span: Span, action: Action | None, link: str = "link") -> Run:
    """Part of a prose as a run, in the style `link` if it has an action."""
    return Run(span.text, link if action else "strong" if span.strong else "", action)


def action_of(span: Span, view: GuideView) -> Action | None:
    """The action of a run of prose that is a link; None for any other."""
    match span.scheme:
        case "term":
            return ShowTerm(span.target)
        case "section":
            page, place = view.section(span.target), f"section:{span.target}"
            heading = page.places.get(span.place, "") if page else ""
            return OpenAt(place, heading, below=heading) if heading else Open(place)
        case "contact":
            return ShowContact(span.target)
    return None
