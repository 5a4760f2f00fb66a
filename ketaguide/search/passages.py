"""Search passages: one for each page, question, glossary term, contact and public claim that a reader can open."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ketaguide.model.block import Contacts, Faq, Heading, Myth
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.glossary import Term
from ketaguide.model.guide import STANDARD, EditionId, Guide, Section
from ketaguide.model.interface import Labels
from ketaguide.model.prose import Prose
from ketaguide.model.search_results import ResultKind
from ketaguide.model.walk import texts
from ketaguide.resolve.nation import for_nation


class Passage(NamedTuple):
    """One searchable item."""

    kind: ResultKind
    id: str
    section: str
    title: str
    names: str
    """Other names and headings, weighted a little less than the title."""
    body: str
    menu: str = ""
    """Its menu label; a query equal to it ranks this passage first."""


def passages(guide: Guide, edition_id: EditionId, nation: Nation | None) -> Iterator[Passage]:
    """Yield every passage of an edition for one nation (None: all)."""
    for section_id in guide.meta.order:
        if section := guide.section(section_id, edition_id):
            yield from _of_section(for_nation(section, nation), nation)
    for term in terms(guide, edition_id):
        meaning = for_nation(term.meaning, nation).text
        yield Passage("term", term.id, term.section, term.term, ", ".join(term.also), meaning)
    for contact in guide.contacts.values():
        if contact.serves(nation):
            yield _contact(contact, guide.edition(edition_id).interface.labels)


def terms(guide: Guide, edition_id: EditionId) -> list[Term]:
    """Glossary terms of an edition, completed from the standard glossary."""
    own = guide.edition(edition_id).glossary.terms
    known = {term.id for term in own}
    return [*own, *(term for term in guide.editions[STANDARD].glossary.terms if term.id not in known)]


def _of_section(section: Section, nation: Nation | None) -> Iterator[Passage]:
    """Yield a page, then its questions and public claims as passages of their own."""
    blocks = [block for block in section.blocks if nation is None or not block.nations or nation in block.nations]
    headings = " ".join(block.text for block in blocks if isinstance(block, Heading))
    own = tuple(block for block in blocks if not isinstance(block, Heading | Faq | Myth | Contacts))
    body = _joined(texts((section.summary, own), _DRAWN))
    names = f"{section.nav_title} {headings}"
    yield Passage("section", section.id, section.id, section.title, names, body, section.nav_title)
    for block in blocks:
        if isinstance(block, Faq):
            yield Passage("faq", block.id, section.id, block.question, "", _joined(texts(block.answer, _DRAWN)))
        elif isinstance(block, Myth):
            said = _joined((block.verdict, *block.evidence))
            yield Passage("myth", block.saying, section.id, block.saying, "", said)


def _contact(contact: Contact, labels: Labels) -> Passage:
    """A contact: its body, shown in full, holds purpose and numbers; the rest is searchable and not shown."""
    reach = [contact.for_whom[:1].upper() + contact.for_whom[1:]]
    reach += [labels.contents_phone.format(phone=contact.phone)] if contact.phone else []
    said = labels.text_to if contact.sms_word else labels.text_only
    reach += [said.format(word=contact.sms_word, number=contact.sms)] if contact.sms else []
    more = (contact.kind, contact.phone_note, *contact.other_ways, contact.hours, contact.cost, contact.website, contact.expect)
    return Passage("contact", contact.id, "", contact.name, " ".join(more), _joined(reach))


_DRAWN = frozenset({"picture", "labels"})
"""Drawn fields, which are not searched."""


def _joined(said: Iterable[str | Prose]) -> str:
    """Join texts as sentences."""
    return " ".join(text if text.endswith((".", "!", "?", ":")) else f"{text}." for text in map(str, said) if text)
