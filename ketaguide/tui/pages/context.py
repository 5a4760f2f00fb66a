"""What every page is made from: the guide, one reader's session, and the view that follows from both. Read only."""

from collections.abc import Callable
from time import monotonic

from msgspec import Struct, field

from ketaguide.model.guide import Guide
from ketaguide.model.interface import KeyWords, KioskWords, TuiWords
from ketaguide.model.prose import Prose, Span
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from ketaguide.session.prints import Prints, of_machine
from ketaguide.tui.actions import Action, Open, ShowContact, ShowTerm
from ketaguide.tui.doc import Run


class Context(Struct, frozen=True):
    """The guide as this reader sees it."""

    guide: Guide
    session: Session
    kiosk: bool = False
    """Whether it stands in a waiting room: what leads out of the guide is not offered there."""
    has_fixed_colours: bool = False
    """Whether the terminal has sixteen colours or none: then there are none to choose."""
    prints: Prints = field(default_factory=of_machine)
    """What was printed on this machine lately, by all its readers."""
    clock: Callable[[], float] = monotonic
    """Seconds of a steady clock."""

    @property
    def view(self) -> GuideView:
        """The guide in the edition and for the nation chosen now."""
        return GuideView(self.guide, self.session.edition_id, self.session.nation)

    @property
    def words(self) -> TuiWords:
        """Words of the full-screen program."""
        return self.view.edition.interface.tui

    @property
    def covers(self) -> KioskWords:
        """Words of what covers the page, and of a waiting room."""
        return self.view.edition.interface.kiosk

    @property
    def keys(self) -> KeyWords:
        """Names of keys."""
        return self.view.edition.interface.keys

    def runs(self, prose: Prose) -> tuple[Run, ...]:
        """Prose as runs, every mention of a word a link."""
        return tuple(_run(span, action_of(span)) for span in prose.spans)


def _run(span: Span, action: Action | None) -> Run:
    return Run(span.text, "link" if action else "strong" if span.strong else "", action)


def action_of(span: Span) -> Action | None:
    """The action of a run of prose that is a link; None for any other."""
    match span.scheme:
        case "term":
            return ShowTerm(span.target)
        case "section":
            return Open(f"section:{span.target}")
        case "contact":
            return ShowContact(span.target)
    return None
