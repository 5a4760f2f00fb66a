"""A guide under check: what it says, where each text stands, and what that text rests on. Gathered once for all rules."""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from ketaguide.loading.problem import Path, Places
from ketaguide.model.block import Block, Details, Faq, IconArray, Myth
from ketaguide.model.evidence import Claim
from ketaguide.model.guide import EASY, STANDARD, Edition, Guide, Section, Variant
from ketaguide.model.prose import Prose


class Place(NamedTuple):
    """Where something stands: a file of the content folder and the way to a value in it."""

    file: str
    path: Path = ()

    def at(self, *steps: str | int) -> "Place":
        """A place inside this one."""
        return Place(self.file, (*self.path, *steps))


class Found(NamedTuple):
    """One finding of a rule: where, what is wrong, what to do."""

    place: Place
    message: str
    hint: str


class Page(NamedTuple):
    """One page of one variant."""

    place: Place
    variant: Variant
    section: Section


class Spot(NamedTuple):
    """A block, where it stands, and the block that holds it, if any."""

    place: Place
    page: Page
    block: Block
    outer: Block | None = None

    @property
    def cites(self) -> tuple[str, ...]:
        """Every claim the block rests on, its own, of what it holds and of what holds it."""
        outer = self.outer.cites if self.outer else ()
        return tuple(dict.fromkeys([*outer, *cites_in(self.block)]))


class Text(NamedTuple):
    """Words that a reader can see."""

    place: Place
    text: str
    role: str
    """The name of the field that holds them."""
    prose: Prose | None = None
    cites: tuple[str, ...] = ()
    """The claims they rest on: those of everything that holds them."""
    variant: Variant | None = None
    """None where every variant shows them."""
    page: Page | None = None
    block: Block | None = None
    """The innermost block around them."""


CODES = frozenset(
    (
        "id", "cites", "nations", "claim", "measure", "contacts", "urgency", "sources", "section", "sections", "updated",
        "checked", "check_by", "url", "website", "phone", "sms", "sms_word", "year", "certainty", "certainty_from", "as_of",
        "volatility", "topic", "written", "facts_checked", "next_update", "kind", "kinds", "ids", "added_by", "date",
        "next_date",
    )
)  # fmt: skip
"""Fields that hold ids, dates and addresses, not words."""

CODES_OF: dict[type, frozenset[str]] = {Section: frozenset({"questions"}), Myth: frozenset({"answers"})}


class Draft:
    """A guide that has been read, and everything rules ask of it."""

    def __init__(self, guide: Guide, places: Places) -> None:
        self.guide = guide
        self.places = places

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Every variant's words, the standard ones first."""
        return tuple(self.guide.editions.values())

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page of every variant."""
        return tuple(
            Page(Place(f"{edition.variant}/sections/{name}.yaml"), edition.variant, section)
            for edition in self.editions
            for name, section in edition.sections.items()
        )

    @cached_property
    def pairs(self) -> tuple[tuple[Page, Page], ...]:
        """Each Easy Read page with the standard page it stands for."""
        standard = {page.section.id: page for page in self.pages if page.variant == STANDARD}
        easy = [page for page in self.pages if page.variant == EASY]
        return tuple((page, standard[page.section.id]) for page in easy if page.section.id in standard)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every block of every page, those in folds and answers too."""
        return tuple(spot for page in self.pages for spot in _spots(page))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text a reader can see, once, where it stands."""
        return tuple(text for text in _texts(self.guide) if text.place.file in self.places.files)

    @cached_property
    def words(self) -> tuple[Text, ...]:
        """The texts that are ours to word: not the titles of publications, not pictures."""
        return tuple(text for text in self.texts if text.place.file != "sources.yaml" and text.role != "picture")

    @cached_property
    def of_pages(self) -> tuple[Text, ...]:
        """The texts of pages."""
        return tuple(text for text in self.texts if text.page)

    def texts_in(self, page: Page) -> tuple[Text, ...]:
        """The texts of one page."""
        return self._by_file.get(page.place.file, ())

    def texts_of(self, spot: Spot) -> tuple[Text, ...]:
        """The texts of one block."""
        path = spot.place.path
        near = self._by_block.get((spot.place.file, *path[:2]), [])
        return tuple(text for text in near if text.place.path[: len(path)] == path)

    @cached_property
    def _by_block(self) -> dict[tuple[str | int, ...], list[Text]]:
        found: dict[tuple[str | int, ...], list[Text]] = {}
        for text in self.of_pages:
            found.setdefault((text.place.file, *text.place.path[:2]), []).append(text)
        return found

    @cached_property
    def _by_file(self) -> dict[str, tuple[Text, ...]]:
        return {file: tuple(texts) for file, texts in groupby(self.of_pages, key=lambda text: text.place.file)}

    def files(self) -> Iterator[tuple[Place, Any]]:
        """Every value that was read, with the file it is from."""
        guide = self.guide
        yield Place("guide.yaml"), guide.meta
        yield Place("topics.yaml"), guide.topics
        for name, things in (("evidence", guide.claims), ("sources", guide.sources), ("contacts", guide.contacts)):
            field = "claims" if name == "evidence" else name
            for at, thing in enumerate(things.values()):
                yield Place(f"{name}.yaml", (field, at)), thing
        for edition in self.editions:
            for name in ("glossary", "quiz", "asks", "interface"):
                file = f"{edition.variant}/{'questions' if name == 'asks' else name}.yaml"
                if file in self.places.files:
                    yield Place(file), getattr(edition, name)
        for page in self.pages:
            yield page.place, page.section

    def cited(self, cites: tuple[str, ...]) -> list[Claim]:
        """The claims behind ids; those that do not exist are another rule's business."""
        return [self.guide.claims[claim] for claim in cites if claim in self.guide.claims]

    def claim_places(self) -> Iterator[tuple[Place, Claim]]:
        """Every claim and where it stands."""
        for at, claim in enumerate(self.guide.claims.values()):
            yield Place("evidence.yaml", ("claims", at)), claim


def _spots(page: Page) -> Iterator[Spot]:
    for at, block in enumerate(page.section.blocks):
        place = page.place.at("blocks", at)
        yield Spot(place, page, block)
        if isinstance(block, Details):
            yield from (Spot(place.at("blocks", n), page, inner, block) for n, inner in enumerate(block.blocks))
        elif isinstance(block, Faq):
            yield from (Spot(place.at("answer", n), page, inner, block) for n, inner in enumerate(block.answer))


def cites_in(value: Any) -> Iterator[str]:
    """Every claim id in a value of the model, in order."""
    if isinstance(value, msgspec.Struct):
        yield from getattr(value, "cites", ())
        if isinstance(value, IconArray):
            yield value.claim
        for name in value.__struct_fields__:
            if name not in CODES:
                yield from cites_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from cites_in(item)


def _texts(guide: Guide) -> Iterator[Text]:
    yield from _walk(guide.meta, Text(Place("guide.yaml"), "", ""))
    for name, things in (("contacts", guide.contacts), ("sources", guide.sources)):
        for at, thing in enumerate(things.values()):
            yield from _walk(thing, Text(Place(f"{name}.yaml", (name, at)), "", ""))
    for at, claim in enumerate(guide.claims.values()):
        yield from _walk(claim, Text(Place("evidence.yaml", ("claims", at)), "", "", cites=(claim.id,)))
    for edition in guide.editions.values():
        yield from _texts_of(edition)


def _texts_of(edition: Edition) -> Iterator[Text]:
    variant = edition.variant
    for name, part in (
        ("glossary", edition.glossary),
        ("quiz", edition.quiz),
        ("questions", edition.asks),
        ("interface", edition.interface),
    ):
        yield from _walk(part, Text(Place(f"{variant}/{name}.yaml"), "", "", variant=variant))
    for name, section in edition.sections.items():
        page = Page(Place(f"{variant}/sections/{name}.yaml"), variant, section)
        yield from _walk(section, Text(page.place, "", "", variant=variant, page=page))


def _walk(value: Any, here: Text) -> Iterator[Text]:
    """Every text in a value; `here` says what is known of the place so far."""
    if isinstance(value, str):
        if value:
            yield here._replace(text=value)
    elif isinstance(value, Prose):
        yield here._replace(text=value.text, prose=value)
    elif isinstance(value, msgspec.Struct):
        yield from _walk_struct(value, here)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _walk(item, here._replace(place=here.place.at(at)))


def _walk_struct(value: msgspec.Struct, here: Text) -> Iterator[Text]:
    own = (*getattr(value, "cites", ()), *((value.claim,) if isinstance(value, IconArray) else ()))
    here = here._replace(cites=(*here.cites, *own), block=value if isinstance(value, Block) else here.block)
    skipped = CODES | CODES_OF.get(type(value), frozenset())
    for name in value.__struct_fields__:
        if name in skipped:
            continue
        inside = here._replace(place=here.place.at(name), role=name)
        if name == "blocks" and isinstance(value, Section):
            inside = inside._replace(cites=())  # the claims of a page stand behind its summary only
        yield from _walk(getattr(value, name), inside)
