"""Context for rules: the guide, its texts with their positions and citations, gathered once."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, groupby
from typing import Any, TypeVar

import msgspec

from ketaguide.checking.gather import blocks_of_page, texts_of_guide
from ketaguide.checking.parts import Place, PlacedBlock, PlacedSection, ReaderText
from ketaguide.checking.phrase_table import flagged
from ketaguide.loading.problem import Places
from ketaguide.model.block import Block
from ketaguide.model.contact import Contact
from ketaguide.model.edition import primary
from ketaguide.model.evidence import Claim
from ketaguide.model.guide import Edition, Guide
from ketaguide.model.options import GridCell, Options
from ketaguide.model.walk import cites_in, structs

B = TypeVar("B", bound=Block)
_DIGIT = re.compile(r"\d")


class LintContext:
    """A loaded guide, with the lists and indexes that rules share."""

    def __init__(self, guide: Guide, places: Places) -> None:
        self.guide = guide
        self.places = places
        self._cites: dict[str, list[str]] = {}

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Every edition's words, the first one's first."""
        return tuple(self.guide.editions.values())

    @cached_property
    def other_languages(self) -> frozenset[str]:
        """Ids of the editions in another language than the first."""
        own = primary(self.guide.first.meta.language)
        return frozenset(name for name, one in self.guide.editions.items() if primary(one.meta.language) != own)

    @cached_property
    def pages(self) -> tuple[PlacedSection, ...]:
        """Every page of every edition."""
        return tuple(
            PlacedSection(Place(f"{edition.edition_id}/sections/{name}.yaml"), edition.edition_id, section)
            for edition in self.editions
            for name, section in edition.sections.items()
        )

    @cached_property
    def pairs(self) -> tuple[tuple[PlacedSection, PlacedSection], ...]:
        """Each page of a short edition with the page it stands for."""
        return tuple((page, base) for page, base in self.derived if self.guide.editions[page.edition_id].meta.role == "short")

    @cached_property
    def derived(self) -> tuple[tuple[PlacedSection, PlacedSection], ...]:
        """Each page of an edition with a base, and the page of that base."""
        placed = {(page.edition_id, page.section.id): page for page in self.pages}
        bases = ((page, self.guide.editions[page.edition_id].meta.base) for page in self.pages)
        return tuple((page, placed[base, page.section.id]) for page, base in bases if (base, page.section.id) in placed)

    def is_first(self, edition_id: str | None) -> bool:
        """True for the edition that others are made of."""
        return edition_id == self.guide.first.edition_id

    @cached_property
    def placed_blocks(self) -> tuple[PlacedBlock, ...]:
        """Every block of every page, those in folds and answers too."""
        return tuple(placed for page in self.pages for placed in blocks_of_page(page))

    def blocks_of(self, kind: type[B]) -> Iterator[tuple[Place, B]]:
        """Every block of one kind and where it stands."""
        return ((placed.place, placed.block) for placed in self.placed_blocks if isinstance(placed.block, kind))

    def blocks_in(self, page: PlacedSection) -> Iterator[PlacedBlock]:
        """Every block of one page."""
        return iter(self._blocks_by_file.get(page.place.file, ()))

    @cached_property
    def _blocks_by_file(self) -> dict[str, tuple[PlacedBlock, ...]]:
        return {file: tuple(placed) for file, placed in groupby(self.placed_blocks, key=lambda placed: placed.place.file)}

    @cached_property
    def texts(self) -> tuple[ReaderText, ...]:
        """Every text a reader can see, once, where it stands."""
        return tuple(text for text in texts_of_guide(self.guide) if text.place.file in self.places.files)

    @cached_property
    def words(self) -> tuple[ReaderText, ...]:
        """The texts that are ours to word: not the titles of publications, not pictures."""
        return tuple(text for text in self.texts if text.place.file != "sources.yaml" and text.role != "picture")

    @cached_property
    def flagged(self) -> tuple[ReaderText, ...]:
        """The few of our words in which a phrase of any list stands: no rule on a list has to search the others."""
        joined, ends = self._joined
        found, at, search = list[ReaderText](), 0, flagged(self.guide.wording).search
        while match := search(joined, at):
            number = bisect_right(ends, match.start())
            found.append(self.words[number])
            at = ends[number]
        return tuple(found)

    @cached_property
    def linking(self) -> tuple[ReaderText, ...]:
        """The texts in which a link stands."""
        return tuple(text for text in self.texts if text.prose and any(span.scheme for span in text.prose.spans))

    @cached_property
    def counting(self) -> tuple[ReaderText, ...]:
        """The texts in which a digit stands."""
        return tuple(text for text in self.texts if _DIGIT.search(text.text))

    def containing(self, *pieces: str) -> Iterator[ReaderText]:
        """Those of our words in which a piece of one line stands, whatever its capitals: far quicker than a pattern in each."""
        joined, ends = self._joined
        found = set[int]()
        for piece in pieces:
            at = joined.find(piece)
            while at >= 0:
                found.add(number := bisect_right(ends, at))
                at = joined.find(piece, ends[number])
        return (self.words[number] for number in sorted(found))

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """Our words in small letters, each below a line break, and where each ends."""
        small = ["\n" + text.text.lower() for text in self.words]
        return "".join(small), list(accumulate(map(len, small)))

    @cached_property
    def of_pages(self) -> tuple[ReaderText, ...]:
        """The texts of pages."""
        return tuple(text for text in self.texts if text.page)

    def texts_in(self, page: PlacedSection) -> tuple[ReaderText, ...]:
        """The texts of one page."""
        return self._by_file.get(page.place.file, ())

    def texts_of(self, placed: PlacedBlock) -> tuple[ReaderText, ...]:
        """The texts of one block."""
        path = placed.place.path
        near = self._by_block.get((placed.place.file, *path[:2]), [])
        return tuple(text for text in near if text.place.path[: len(path)] == path)

    def texts_near(self, text: ReaderText) -> tuple[ReaderText, ...]:
        """The texts of the block, or of the claim, the term or the round, in which a text stands."""
        return tuple(self._by_block.get((text.place.file, *text.place.path[:2]), ()))

    @cached_property
    def _by_block(self) -> dict[tuple[str | int, ...], list[ReaderText]]:
        found: dict[tuple[str | int, ...], list[ReaderText]] = {}
        for text in self.texts:
            found.setdefault((text.place.file, *text.place.path[:2]), []).append(text)
        return found

    @cached_property
    def _by_file(self) -> dict[str, tuple[ReaderText, ...]]:
        return {file: tuple(texts) for file, texts in groupby(self.of_pages, key=lambda text: text.place.file)}

    def _files(self) -> Iterator[tuple[Place, Any]]:
        """Every value that was read, with the file it is from."""
        guide = self.guide
        yield Place("guide.yaml"), guide.meta
        yield Place("topics.yaml"), guide.topics
        yield Place("wording.yaml"), guide.wording
        yield from self.claim_places()
        yield from ((Place("sources.yaml", ("sources", at)), source) for at, source in enumerate(guide.sources.values()))
        yield from self.contact_places()
        for name in ("home", "glossary", "quiz", "questions", "interface", "search", "speech", "options"):
            for place, edition in self.editions_with(name):
                yield place, getattr(edition, "asks" if name == "questions" else name)
        for page in self.pages:
            yield page.place, page.section

    @cached_property
    def structs(self) -> tuple[tuple[Place, msgspec.Struct], ...]:
        """Everything in every file that has fields, each before what is inside it."""
        return tuple(
            (Place(start.file, path), part) for start, value in self._files() for path, part in structs(value, start.path)
        )

    def cited(self, cites: tuple[str, ...]) -> list[Claim]:
        """The claims behind ids; those that do not exist are another rule's business."""
        return [self.guide.claims[claim] for claim in cites if claim in self.guide.claims]

    def contact_places(self) -> Iterator[tuple[Place, Contact]]:
        """Every contact and where it stands."""
        for at, contact in enumerate(self.guide.contacts.values()):
            yield Place("contacts.yaml", ("contacts", at)), contact

    def editions_with(self, name: str) -> Iterator[tuple[Place, Edition]]:
        """Every edition that has a file of its own of some name; others borrow that of their base."""
        for edition in self.editions:
            place = Place(f"{edition.edition_id}/{name}.yaml")
            if place.file in self.places.files:
                yield place, edition

    def grids(self) -> Iterator[tuple[Place, Options]]:
        """Every options.yaml and where it stands."""
        return ((place, edition.options) for place, edition in self.editions_with("options"))

    def cells(self) -> Iterator[tuple[Place, GridCell]]:
        """Every cell of every options grid and where it stands."""
        for place, options in self.grids():
            for at, option in enumerate(options.options):
                yield from ((place.at("options", at, "cells", inner), cell) for inner, cell in enumerate(option.cells))

    def cites_of(self, page: PlacedSection) -> list[str]:
        """Every claim a page rests on, those of the options grid that it shows too."""
        if page.place.file not in self._cites:
            grid = self.guide.edition(page.edition_id).grid_of(page.section)
            self._cites[page.place.file] = list(dict.fromkeys([*cites_in(page.section), *cites_in(grid)]))
        return self._cites[page.place.file]

    def claim_places(self) -> Iterator[tuple[Place, Claim]]:
        """Every claim and where it stands."""
        for at, claim in enumerate(self.guide.claims.values()):
            yield Place("evidence.yaml", ("claims", at)), claim
