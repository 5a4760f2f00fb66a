"""The data of a search: passages (parts of a page, questions, public claims, words explained, services), lay words, rules."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from ketaguide.model.block import Block, Contacts, Faq, Heading, Myth, OptionsGrid, OptionsTable
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.glossary import Term
from ketaguide.model.guide import Guide, Section
from ketaguide.model.options import Options
from ketaguide.model.prose import Prose
from ketaguide.model.search_results import ResultKind
from ketaguide.model.walk import texts
from ketaguide.resolve.contact import contact_ways
from ketaguide.resolve.nation import for_nation, shown
from ketaguide.resolve.place import nation_answer
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import sentence
from ketaguide.search.words import rules

Tables = dict[str, Any]
"""Data of a search as JSON values, which the program and the web pages share."""


class Passage(NamedTuple):
    """One searchable item; several passages of one page make one result, which opens at the best."""

    kind: ResultKind
    id: str
    section: str
    title: str
    names: tuple[str, ...] = ()
    """Other names: the menu label of a page, lay words for a term, the wording of a question in the other edition."""
    head: str = ""
    """The heading of this part of a page; empty for its beginning."""
    sentences: tuple[str, ...] = ()
    more: str = ""
    """Searchable text that is not shown."""
    is_crisis: bool = False
    """True for a service in a crisis, which is a result only where the words ask for one."""


_CRISIS = frozenset({"emergency", "urgent", "crisis-line", "listening", "text", "deaf"})
_DRAWN = frozenset({"picture", "labels"})
"""Drawn fields, which are not searched."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"\u201c\u00c0-\u00de\u0100-\u017f\u0370-\uffff])")


def passages(guide: Guide, edition_id: EditionId, nation: Nation | None) -> Iterator[Passage]:
    """Yield every passage of an edition for one nation (None: all)."""
    edition, view = guide.edition(edition_id), GuideView(guide, edition_id, nation)
    for section_id in guide.meta.order:
        if section := guide.section(section_id, edition_id):
            grid = for_nation(edition.options, view)
            yield from _of_section(for_nation(section, view), nation, grid, _other_names(guide, section_id))
    for term in terms(guide, edition_id):
        yield Passage("term", term.id, term.section, term.term, term.also, "", _sentences((for_nation(term.meaning, view),)))
    for contact in view.guide.contacts.values():
        if contact.serves(nation):
            yield _contact(contact, view)


def terms(guide: Guide, edition_id: EditionId) -> list[Term]:
    """Glossary terms of an edition, completed from those of its base."""
    found: dict[str, Term] = {}
    for edition in guide.chain(edition_id):
        found |= {term.id: term for term in edition.glossary.terms if term.id not in found}
    return [*found.values()]


def _other_names(guide: Guide, section_id: str) -> dict[str, list[str]]:
    """The titles of a page and its questions in every edition, by id."""
    found: dict[str, list[str]] = {}
    for edition in guide.editions.values():
        if section := edition.sections.get(section_id):
            found.setdefault("", []).append(section.title)
            for block in section.blocks:
                if isinstance(block, Faq):
                    found.setdefault(block.id, []).append(block.question)
    return found


def _of_section(section: Section, nation: Nation | None, grid: Options, others: dict[str, list[str]]) -> Iterator[Passage]:
    """Yield the parts of a page, then its questions and public claims as passages of their own."""
    blocks = list(shown(section.blocks, nation))

    def part(head: str, said: Sequence[str | Prose]) -> Passage:
        names = (section.nav_title, *(name for name in others.get("", ()) if name != section.title))
        labels = " ".join(text for text in said if isinstance(text, str))  # searched and not shown: "At the start"
        shown = _sentences(text for text in said if isinstance(text, Prose))
        return Passage("section", section.id, section.id, section.title, names, head, shown, labels)

    head, said = "", [*texts(section.summary)]
    for block in blocks:
        if isinstance(block, Faq | Myth | Contacts):
            continue
        if title := _title(block):
            yield part(head, said)
            head, said = title, []
        if isinstance(block, OptionsTable):
            for option in block.options:
                yield part(option.name, option.answers)
        elif isinstance(block, OptionsGrid):
            for one in grid.options:
                yield part(one.name, [cell.text for cell in shown(one.cells, nation)])
        elif not isinstance(block, Heading):
            said += (text for text in texts(block, _DRAWN) if text != title)
    yield part(head, said)
    for block in blocks:
        if isinstance(block, Faq):
            names = tuple(name for name in others.get(block.id, ()) if name != block.question)
            answer = _sentences(texts(block.answer, _DRAWN))
            yield Passage("faq", block.id, section.id, block.question, names, "", answer)
        elif isinstance(block, Myth):
            said = [f"{block.verdict}.", *block.evidence]
            yield Passage("myth", block.saying, section.id, block.saying, (), "", _sentences(said))


def _title(block: Block) -> str:
    return str(
        getattr(block, "title", "") or getattr(block, "heading", "") or (block.text if isinstance(block, Heading) else "")
    )


def _contact(contact: Contact, view: GuideView) -> Passage:
    """A contact: what is shown in full holds purpose and numbers; the rest is searchable and not shown."""
    ways = [way.text for way in contact_ways(contact, view) if way.kind in ("phone", "sms")]
    reach = map(sentence, (contact.for_whom, *ways))
    more = (contact.kind, contact.phone_note, *contact.other_ways, contact.hours, contact.cost, contact.website, contact.expect)
    return Passage(
        "contact", contact.id, "", contact.name, (), "", (" ".join(reach),), " ".join(more), contact.kind in _CRISIS
    )  # fmt: skip


def _sentences(said: Iterable[str | Prose]) -> tuple[str, ...]:
    return tuple(sentence for text in map(str, said) for sentence in _SENTENCE.split(text) if sentence)


def tables(guide: Guide, edition_id: EditionId, nation: Nation | None) -> Tables:
    """Everything that a search of one edition for one nation needs; its index (index.py, finder.js) is built from it."""
    view, edition = GuideView(guide, edition_id), guide.edition(edition_id)
    search = edition.search
    answers = {nation: answer for nation in guide.profile.ids if (answer := nation_answer(view, nation))}
    return {
        "rules": rules() if edition.meta.stems == "english" else rules() | {"forms": {}, "stem": []},
        "passages": [(*passage[:-1], int(passage.is_crisis)) for passage in passages(guide, edition_id, nation)],
        "nations": {nation: (answer.page, answer.title, answer.text, answer.name) for nation, answer in answers.items()},
        "places": [(place.nation, place.itself, place.names) for place in search.places if place.nation in answers],
        "here": search.place_words,
        "asked": [[one.section, one.text] for one in edition.home.questions],
        "synonyms": [
            *([term.term, *term.also] for term in terms(guide, edition_id) if term.also),
            *([synonym.means, *synonym.words] for synonym in search.synonyms),
        ],
        "stop": search.stop_words,
        "distress": search.distress,
    }
