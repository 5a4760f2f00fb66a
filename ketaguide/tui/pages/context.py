"""What every page is made from: the guide and one reader's session. Read only."""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from msgspec import Struct, field
from msgspec.structs import replace

from ketaguide.model.contact import Contact
from ketaguide.model.guide import Edition, Guide, Section
from ketaguide.model.interface import AboutWords, CrisisWords, KeyWords, KioskWords, Labels, QuizWords, TakeWords, TuiWords
from ketaguide.model.prose import Prose, Span
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
    few_colours: bool = False
    """Whether the terminal has sixteen colours or none: then there are none to choose."""
    prints: Prints = field(default_factory=of_machine)
    """What was printed on this machine lately, by all its readers."""
    clock: Callable[[], float] = monotonic
    """Seconds of a steady clock."""
    told: set[str] | None = None
    """The words that the page being made has linked so far; None where every mention is a link."""

    @property
    def edition(self) -> Edition:
        """The edition on show."""
        return self.guide.edition(self.session.variant)

    @property
    def labels(self) -> Labels:
        """Words shared by all views."""
        return self.edition.interface.labels

    @property
    def words(self) -> TuiWords:
        """Words of this view."""
        return self.edition.interface.tui

    @property
    def quiz(self) -> QuizWords:
        """Words of the self-check."""
        return self.edition.interface.quiz

    @property
    def about(self) -> AboutWords:
        """Words about the guide itself."""
        return self.edition.interface.about

    @property
    def covers(self) -> KioskWords:
        """Words of what covers the page, and of a waiting room."""
        return self.edition.interface.kiosk

    @property
    def take(self) -> TakeWords:
        """Words of my questions."""
        return self.edition.interface.take

    @property
    def crisis(self) -> CrisisWords:
        """Words of the crisis banner."""
        return self.edition.interface.crisis

    @property
    def keys(self) -> KeyWords:
        """Names of keys."""
        return self.edition.interface.keys

    def section(self, section_id: str) -> Section | None:
        """A page in the variant on show, else in the standard one."""
        return self.guide.section(section_id, self.session.variant)

    def ordered(self) -> Iterator[Section]:
        """The pages in reading order."""
        for section_id in self.guide.meta.order:
            if section := self.section(section_id):
                yield section

    def contacts(self, ids: Iterable[str]) -> Iterator[Contact]:
        """The contacts of some ids that serve the nation on show."""
        for contact_id in ids:
            contact = self.guide.contacts.get(contact_id)
            if contact and contact.serves(self.session.nation):
                yield contact

    def runs(self, prose: Prose, *, link: str = "link") -> tuple[Run, ...]:
        """Prose as runs, its links as actions; a word that the page has linked already is just a word."""
        return tuple(self._run(span, link) for span in prose.spans)

    def _run(self, span: Span, link: str) -> Run:
        action = _action(span.scheme, span.target)
        if isinstance(action, ShowTerm) and self.told is not None:
            if action.term in self.told:
                action = None
            self.told.add(span.target)
        return Run(span.text, link if action else "strong" if span.strong else "", action)

    def of_a_page(self) -> "Context":
        """The same for a page on which each word is linked where it is first met."""
        return replace(self, told=set())


def _action(scheme: str, target: str) -> Action | None:
    match scheme:
        case "term":
            return ShowTerm(target)
        case "section":
            return Open(f"section:{target}")
        case "contact":
            return ShowContact(target)
    return None
