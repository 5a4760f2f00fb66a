"""A guide with one reader's choices."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ketaguide.model.ask import Ask
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Edition, Guide, Section
from ketaguide.model.interface import Interface
from ketaguide.model.interface.shared import Labels
from ketaguide.model.interface.views import PlainWords
from ketaguide.model.meta import Part
from ketaguide.model.profile import Profile
from ketaguide.session import Session


@dataclass(frozen=True)
class GuideView:
    """A guide, the edition it is read in, and the nation whose services are shown (None: all)."""

    guide: Guide
    edition_id: EditionId = ""
    nation: Nation | None = None
    matters: tuple[str, ...] = ()
    """Ids of the things that the reader picked as mattering most."""
    compared: tuple[str, ...] = ()
    """Ids of the options that the reader set beside carrying on as now."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "edition_id", self.guide.edition(self.edition_id).edition_id)
        object.__setattr__(self, "guide", self.guide.in_words_of(self.edition_id))

    @classmethod
    def of(cls, guide: Guide, session: Session) -> "GuideView":
        """A guide as the reader of a session sees it."""
        nation = guide.profile.known(session.nation)
        return cls(guide, session.edition_id, nation, session.matters.ids, session.compared.ids)

    @property
    def profile(self) -> Profile:
        """The country of the guide."""
        return self.guide.profile

    @property
    def edition(self) -> Edition:
        """The edition of `edition_id`."""
        return self.guide.edition(self.edition_id)

    @property
    def interface(self) -> Interface:
        """Words of the program in the edition."""
        return self.edition.interface

    @property
    def labels(self) -> Labels:
        """Labels shared by all views."""
        return self.interface.labels

    @property
    def words(self) -> PlainWords:
        """Text of the plain view."""
        return self.interface.plain

    @property
    def lacks(self) -> frozenset[str]:
        """Parts that a guide may have and this one has not."""
        edition = self.edition
        there = {
            "questions": edition.asks.groups or edition.options.options or edition.options.things,
            "matters": edition.options.things,
            "quiz": edition.quiz.rounds,
            "words": edition.glossary.terms,
            "short": self.guide.short_of(self.edition_id),
            "nation": self.profile.nations,
            "sources": self.guide.sources or self.guide.claims,
        }
        return frozenset(name for name, has in there.items() if not has)

    def section(self, section_id: str) -> Section | None:
        """A page in the edition, else in its base."""
        return self.guide.section(section_id, self.edition_id)

    @property
    def gp_page(self) -> Section | None:
        """The page on seeing a GP; None if the guide has none."""
        return self.section(self.guide.meta.roles.gp)

    def pages(self) -> list[Section]:
        """The pages in reading order."""
        return [page for name in self.guide.meta.order if (page := self.section(name))]

    def around(self, section_id: str) -> tuple[Section | None, Section | None]:
        """The pages before and after a page in reading order."""
        order = (None, *self.pages(), None)
        at = next((index for index, page in enumerate(order) if page and page.id == section_id), 0)
        return (order[at - 1], order[at + 1]) if at else (None, None)

    def page_of(self, section_id: str) -> str:
        """ "Page 3 of 20", or empty for a page out of order."""
        order = [page.id for page in self.pages()]
        at = order.index(section_id) + 1 if section_id in order else 0
        return self.labels.page_of.format(n=at, total=len(order)) if at else ""

    def parts(self) -> Iterator[tuple[Part, list[Section]]]:
        """Yield the parts of the contents that have pages."""
        for part in self.guide.meta.parts:
            if pages := [page for name in part.sections if (page := self.section(name))]:
                yield part, pages

    def asks(self, ids: Iterable[str]) -> list[Ask]:
        """The questions to ask with these ids; unknown ids are skipped."""
        return [ask for ask_id in ids if (ask := self.guide.ask(ask_id, self.edition_id))]

    def contacts(self, ids: Iterable[str]) -> Iterator[Contact]:
        """Yield the contacts with these ids that serve the nation; unknown ids are skipped."""
        for contact_id in ids:
            contact = self.guide.contacts.get(contact_id)
            if contact and contact.serves(self.nation):
                yield contact
