"""Every value, every block and every text of a guide, with where it stands and what it rests on."""

from collections.abc import Iterable, Iterator

import msgspec

from ketaguide.checking.rule import Place, PlacedBlock, PlacedSection, ReaderText
from ketaguide.model.block import Block, Details, FactRow, Faq, IconArray
from ketaguide.model.evidence import Claim
from ketaguide.model.guide import Guide, Section
from ketaguide.model.prose import Prose
from ketaguide.model.search_words import SearchWords
from ketaguide.model.speech import Speech
from ketaguide.model.topics import Topics
from ketaguide.model.walk import word_fields
from ketaguide.model.wording import Wording

OF_EDITION = ("edition", "home", "glossary", "quiz", "questions", "interface", "search", "speech", "options")
_FIELDS = {"edition": "meta", "questions": "asks"}
"""The fields of `Edition` that are not named like their files."""
_UNSEEN = (SearchWords, Speech, Topics, Wording)
"""Files of words that no reader sees."""


def values_of(guide: Guide) -> Iterator[tuple[Place, msgspec.Struct]]:
    """Yield the value of every file, or of every entry of it; what an edition borrows has the place of a file of its own."""
    yield from ((Place("guide.yaml"), guide.meta), (Place("topics.yaml"), guide.topics), (Place("wording.yaml"), guide.wording))
    yield from ((Place("evidence.yaml", ("claims", at)), claim) for at, claim in enumerate(guide.claims.values()))
    yield from ((Place("sources.yaml", ("sources", at)), source) for at, source in enumerate(guide.sources.values()))
    yield from ((Place("contacts.yaml", ("contacts", at)), contact) for at, contact in enumerate(guide.contacts.values()))
    for id_, edition in guide.editions.items():
        yield from ((Place(f"{id_}/{name}.yaml"), getattr(edition, _FIELDS.get(name, name))) for name in OF_EDITION)
        yield from ((Place(f"{id_}/sections/{name}.yaml"), section) for name, section in edition.sections.items())


def blocks_of_page(page: PlacedSection) -> Iterator[PlacedBlock]:
    """Every block of a page, those in folds and answers too."""
    for at, block in enumerate(page.section.blocks):
        place = page.place.at("blocks", at)
        yield PlacedBlock(place, page, block)
        if isinstance(block, Details | Faq):
            field, inside = ("blocks", block.blocks) if isinstance(block, Details) else ("answer", block.answer)
            yield from (PlacedBlock(place.at(field, n), page, inner, block) for n, inner in enumerate(inside))


def texts_of(values: Iterable[tuple[Place, msgspec.Struct]]) -> Iterator[ReaderText]:
    """Every text in some values that a reader can see, in the order of the files."""
    for place, value in values:
        if not isinstance(value, _UNSEEN):
            yield from _texts(value, place, "", (value.id,) if isinstance(value, Claim) else (), None)


def _texts(value: object, place: Place, role: str, cites: tuple[str, ...], block: Block | None) -> Iterator[ReaderText]:
    if isinstance(value, str | Prose):
        if text := str(value):
            yield ReaderText(place, text, role, value if isinstance(value, Prose) else None, cites, block)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _texts(item, place.at(at), role, cites, block)
    elif isinstance(value, msgspec.Struct):
        cites += (*getattr(value, "cites", ()), *((value.claim,) if isinstance(value, IconArray | FactRow) else ()))
        block = value if isinstance(value, Block) else block
        for name in word_fields(type(value)):
            # The claims of a page stand behind its summary only.
            below = () if name == "blocks" and isinstance(value, Section) else cites
            yield from _texts(getattr(value, name), place.at(name), name, below, block)
