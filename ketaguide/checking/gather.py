"""Every block and every text of a guide, with where it stands and what it rests on."""

from collections.abc import Iterator
from typing import Any

import msgspec

from ketaguide.checking.parts import CODES, Page, Place, Spot, Text
from ketaguide.model.block import Block, Details, Faq, IconArray, Myth
from ketaguide.model.guide import Edition, Guide, Section
from ketaguide.model.prose import Prose

_CODES_OF: dict[type, frozenset[str]] = {Section: frozenset({"questions"}), Myth: frozenset({"answers"})}
"""Codes of one class only."""


def spots_of_page(page: Page) -> Iterator[Spot]:
    """Every block of a page, those in folds and answers too."""
    for at, block in enumerate(page.section.blocks):
        place = page.place.at("blocks", at)
        yield Spot(place, page, block)
        if isinstance(block, Details):
            yield from (Spot(place.at("blocks", n), page, inner, block) for n, inner in enumerate(block.blocks))
        elif isinstance(block, Faq):
            yield from (Spot(place.at("answer", n), page, inner, block) for n, inner in enumerate(block.answer))


def texts_of_guide(guide: Guide) -> Iterator[Text]:
    """Every text of the guide that a reader can see, in the order of the files."""
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
            yield from _walk(item, here.at(at, here.role))


def _walk_struct(value: msgspec.Struct, here: Text) -> Iterator[Text]:
    own = (*getattr(value, "cites", ()), *((value.claim,) if isinstance(value, IconArray) else ()))
    if own or isinstance(value, Block):
        here = here._replace(cites=(*here.cites, *own), block=value if isinstance(value, Block) else here.block)
    skipped = CODES | _CODES_OF.get(type(value), frozenset())
    for name in value.__struct_fields__:
        inner = getattr(value, name)
        if not inner or name in skipped:
            continue
        inside = here.at(name, name)
        if name == "blocks" and isinstance(value, Section):
            inside = inside._replace(cites=())  # the claims of a page stand behind its summary only
        yield from _walk(inner, inside)
