"""Context for rules: the guide, its texts with their positions and citations, gathered once."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import accumulate
from typing import TypeVar, cast

import msgspec

from ketaguide.checking.gather import blocks_of_page, texts_of, values_of
from ketaguide.checking.phrase_table import flagged
from ketaguide.checking.rule import Place, PlacedBlock, PlacedSection, ReaderText
from ketaguide.loading.problem import Places
from ketaguide.model.block import FactRow, IconArray
from ketaguide.model.contact import Contact
from ketaguide.model.edition import EditionMeta, primary
from ketaguide.model.evidence import Claim, Figure
from ketaguide.model.guide import Guide, Section
from ketaguide.model.walk import cites_in, structs

T = TypeVar("T")
KeyT = TypeVar("KeyT")
_DIGIT = re.compile(r"\d")


def _grouped(things: Iterable[T], key: Callable[[T], KeyT]) -> dict[KeyT, list[T]]:
    found = defaultdict[KeyT, list[T]](list)
    for thing in things:
        found[key(thing)].append(thing)
    return found


class LintContext:
    """A loaded guide, with the lists and indexes that rules share."""

    def __init__(self, guide: Guide, places: Places) -> None:
        self.guide = guide
        self.places = places

    @cached_property
    def other_languages(self) -> frozenset[str]:
        """Ids of the editions in another language than the first."""
        own = primary(self.guide.first.meta.language)
        return frozenset(name for name, one in self.guide.editions.items() if primary(one.meta.language) != own)

    @cached_property
    def _values(self) -> tuple[tuple[Place, msgspec.Struct], ...]:
        """Everything that was read; the rest is borrowed from a base, and looked at there."""
        return tuple((place, value) for place, value in values_of(self.guide) if place.file in self.places.files)

    @cached_property
    def structs(self) -> tuple[tuple[Place, msgspec.Struct], ...]:
        """Everything in every file that has fields, each before what is inside it; not the declarations of editions."""
        values = [(place, value) for place, value in self._values if not isinstance(value, EditionMeta)]
        return tuple((Place(place.file, path), part) for place, value in values for path, part in structs(value, place.path))

    @cached_property
    def _by_type(self) -> dict[type, list[tuple[Place, msgspec.Struct]]]:
        found = defaultdict[type, list[tuple[Place, msgspec.Struct]]](list)
        for one in self.structs:
            for kind in type(one[1]).__mro__:  # a site's contact is a contact
                found[kind].append(one)
        return found

    def every(self, kind: type[T]) -> list[tuple[Place, T]]:
        """Everything of one class, and where it stands: claims, contacts, blocks, cells, questions …"""
        return cast("list[tuple[Place, T]]", self._by_type.get(kind, []))

    def repeated(self, kind: type[T], key: Callable[[T], object]) -> Iterator[tuple[Place, T]]:
        """Everything of one class with a key that another has before it in the same file."""
        seen = set[tuple[str, object]]()
        for place, one in self.every(kind):
            if (name := (place.file, key(one))) in seen:
                yield place, one
            seen.add(name)

    @property
    def sourced(self) -> list[tuple[Place, Claim | Contact]]:
        """Everything that names sources."""
        return [*self.every(Claim), *self.every(Contact)]

    @cached_property
    def pages(self) -> tuple[PlacedSection, ...]:
        """Every page of every edition."""
        return tuple(PlacedSection(place, section) for place, section in self.every(Section))

    @cached_property
    def derived(self) -> tuple[tuple[PlacedSection, PlacedSection], ...]:
        """Each page of an edition with a base, and the page of that base."""
        placed = {(page.place.edition_id, page.section.id): page for page in self.pages}
        bases = ((page, self.guide.edition(page.place.edition_id).meta.base) for page in self.pages)
        return tuple((page, placed[key]) for page, base in bases if (key := (base, page.section.id)) in placed)

    @cached_property
    def pairs(self) -> tuple[tuple[PlacedSection, PlacedSection], ...]:
        """Each page of a short edition with the page it stands for."""
        return tuple(pair for pair in self.derived if self.guide.editions[pair[0].place.edition_id].meta.role == "short")

    @cached_property
    def placed_blocks(self) -> tuple[PlacedBlock, ...]:
        """Every block of every page, those in folds and answers too."""
        return tuple(placed for page in self.pages for placed in blocks_of_page(page))

    def figure(self, shown: IconArray | FactRow) -> Figure | None:
        """The figure that a picture or a row shows; None if it does not exist."""
        claim = self.guide.claims.get(shown.claim)
        return claim.figure(shown.measure) if claim else None

    def cited(self, cites: Iterable[str]) -> list[Claim]:
        """The claims behind ids; those that do not exist are another rule's business."""
        return [self.guide.claims[claim] for claim in cites if claim in self.guide.claims]

    @cached_property
    def cites(self) -> dict[str, tuple[str, ...]]:
        """Every claim a page rests on, those of the options grid that it shows too, by the file of the page."""
        grids = ((page, self.guide.edition(page.place.edition_id).grid_of(page.section)) for page in self.pages)
        return {page.place.file: tuple(dict.fromkeys([*cites_in(page.section), *cites_in(grid)])) for page, grid in grids}

    @cached_property
    def texts(self) -> tuple[ReaderText, ...]:
        """Every text a reader can see, once, where it stands."""
        return tuple(texts_of(self._values))

    @cached_property
    def words(self) -> tuple[ReaderText, ...]:
        """The texts that are ours to word: not the titles of publications, not pictures."""
        return tuple(text for text in self.texts if text.place.file != "sources.yaml" and text.role != "picture")

    @cached_property
    def linking(self) -> tuple[ReaderText, ...]:
        """The texts in which a link stands."""
        return tuple(text for text in self.texts if text.prose and any(span.scheme for span in text.prose.spans))

    @cached_property
    def counting(self) -> tuple[ReaderText, ...]:
        """The texts in which a digit stands."""
        return tuple(text for text in self.texts if _DIGIT.search(text.text))

    @cached_property
    def _by_file(self) -> dict[str, list[ReaderText]]:
        return _grouped(self.texts, lambda text: text.place.file)

    @cached_property
    def _by_unit(self) -> dict[Place, list[ReaderText]]:
        return _grouped(self.texts, lambda text: text.place.unit)

    def texts_in(self, page: PlacedSection) -> list[ReaderText]:
        """The texts of one page."""
        return self._by_file.get(page.place.file, [])

    def texts_near(self, place: Place) -> list[ReaderText]:
        """The texts of the block, or of the claim, the term or the round, to which a place belongs."""
        return self._by_unit.get(place.unit, [])

    def texts_at(self, place: Place) -> list[ReaderText]:
        """The texts of one block."""
        return [text for text in self.texts_near(place) if text.place.path[: len(place.path)] == place.path]

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """Our words in small letters, each below a line break, and where each ends."""
        small = ["\n" + text.text.lower() for text in self.words]
        return "".join(small), list(accumulate(map(len, small)))

    @cached_property
    def flagged(self) -> tuple[ReaderText, ...]:
        """The few of our words in which a phrase of any list stands: no rule on a list has to search the others."""
        joined, pattern = self._joined[0], flagged(self.guide.wording)
        found = self._found(lambda at: match.start() if (match := pattern.search(joined, at)) else -1)
        return tuple(self.words[number] for number in found)

    def containing(self, *pieces: str) -> Iterator[ReaderText]:
        """Those of our words in which a piece of one line stands, whatever its capitals: far quicker than a pattern in each."""
        joined = self._joined[0]
        found = {number for piece in pieces for number in self._found(partial(joined.find, piece))}
        return (self.words[number] for number in sorted(found))

    def _found(self, find: Callable[[int], int]) -> Iterator[int]:
        """The numbers of the texts in which `find` finds something from a position on; it gives -1 at the end."""
        ends, at = self._joined[1], find(0)
        while at >= 0:
            yield (number := bisect_right(ends, at))
            at = find(ends[number])
