"""Every claim that a page, a term or a question cites is in evidence.yaml.

A citation of nothing would show a fact without its source. Source: our standard, "every claim resolves".

Passes:
    en/sections/risks.yaml: {cites: [syrup-harm]}

Fails:
    en/sections/risks.yaml: {cites: [syrup-harms]}
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from ketaguide.checking.draft import Draft
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import CODES, Found, Place

ID = "known-claims"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Ids of claims that do not exist."""
    parts: list[tuple[Place, Any]] = [(page.place, page.section) for page in draft.pages]
    for edition in draft.editions:
        parts += [
            (Place(f"{edition.variant}/glossary.yaml"), edition.glossary),
            (Place(f"{edition.variant}/quiz.yaml"), edition.quiz),
        ]
    for start, part in parts:
        for place, claim in _cited(part, start):
            if claim not in draft.guide.claims and place.file in draft.places.files:
                hint = nearest(claim, draft.guide.claims)
                yield Found(place, f"there is no claim {claim!r} in evidence.yaml", hint)


def _cited(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, msgspec.Struct):
        for at, claim in enumerate(getattr(value, "cites", ())):
            yield place.at("cites", at), claim
        for name in value.__struct_fields__:
            if name not in CODES:
                yield from _cited(getattr(value, name), place.at(name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _cited(item, place.at(at))
