"""Every block and every text of a guide, with where it stands and what it rests on."""

from collections.abc import Iterator

import msgspec

from ketaguide.checking.parts import Place, PlacedBlock, PlacedSection, ReaderText
from ketaguide.model.block import Block, Details, FactRow, Faq, IconArray
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Edition, Guide, Section
from ketaguide.model.prose import Prose
from ketaguide.model.walk import Path, word_fields


def blocks_of_page(page: PlacedSection) -> Iterator[PlacedBlock]:
    """Every block of a page, those in folds and answers too."""
    for at, block in enumerate(page.section.blocks):
        place = page.place.at("blocks", at)
        yield PlacedBlock(place, page, block)
        if isinstance(block, Details):
            yield from (PlacedBlock(place.at("blocks", n), page, inner, block) for n, inner in enumerate(block.blocks))
        elif isinstance(block, Faq):
            yield from (PlacedBlock(place.at("answer", n), page, inner, block) for n, inner in enumerate(block.answer))


def texts_of_guide(guide: Guide) -> Iterator[ReaderText]:
    """Every text of the guide that a reader can see, in the order of the files."""
    yield from _Gathering("guide.yaml").texts(guide.meta)
    for name, things in (("contacts", guide.contacts), ("sources", guide.sources)):
        for at, thing in enumerate(things.values()):
            yield from _Gathering(f"{name}.yaml").texts(thing, (name, at))
    for at, claim in enumerate(guide.claims.values()):
        yield from _Gathering("evidence.yaml").texts(claim, ("claims", at), (claim.id,))
    for edition in guide.editions.values():
        yield from _texts_of(edition)


def _texts_of(edition: Edition) -> Iterator[ReaderText]:
    edition_id = edition.edition_id
    for name, part in (
        ("edition", edition.meta),
        ("home", edition.home),
        ("glossary", edition.glossary),
        ("quiz", edition.quiz),
        ("questions", edition.asks),
        ("interface", edition.interface),
        ("options", edition.options),
    ):
        yield from _Gathering(f"{edition_id}/{name}.yaml", edition_id).texts(part)
    for name, section in edition.sections.items():
        page = PlacedSection(Place(f"{edition_id}/sections/{name}.yaml"), edition_id, section)
        yield from _Gathering(page.place.file, edition_id, page).texts(section)


class _Gathering:
    """Collects the texts of one file, with what is known of the place of each."""

    def __init__(self, file: str, edition_id: EditionId | None = None, page: PlacedSection | None = None) -> None:
        self._file, self._edition_id, self._page = file, edition_id, page
        self._found: list[ReaderText] = []

    def texts(self, value: object, path: Path = (), cites: tuple[str, ...] = ()) -> list[ReaderText]:
        """Every text in a value that rests on some claims."""
        self._walk(value, path, "", cites, None)
        return self._found

    def _walk(self, value: object, path: Path, role: str, cites: tuple[str, ...], block: Block | None) -> None:
        if (kind := type(value)) is str or kind is Prose:
            if text := str(value):
                prose = value if isinstance(value, Prose) else None
                place = Place(self._file, path)
                self._found.append(ReaderText(place, text, role, prose, cites, self._edition_id, self._page, block))
        elif isinstance(value, tuple):
            for at, item in enumerate(value):
                self._walk(item, (*path, at), role, cites, block)
        elif isinstance(value, msgspec.Struct):
            self._walk_struct(value, path, cites, block)

    def _walk_struct(self, value: msgspec.Struct, path: Path, cites: tuple[str, ...], block: Block | None) -> None:
        cites += (*getattr(value, "cites", ()), *((value.claim,) if isinstance(value, IconArray | FactRow) else ()))
        block = value if isinstance(value, Block) else block
        for name in word_fields(type(value)):
            if inner := getattr(value, name):
                # The claims of a page stand behind its summary only.
                below = () if name == "blocks" and isinstance(value, Section) else cites
                self._walk(inner, (*path, name), name, below, block)
