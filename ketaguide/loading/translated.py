"""Words of an edition for what all editions share: the guide itself, its services and its evidence."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, TypeVar, cast

import msgspec

from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.file_types import IN_WORDS_OF, Translated, TranslatedText
from ketaguide.loading.prose import parse_prose
from ketaguide.model.guide import Edition, Guide, Shared
from ketaguide.model.prose import Prose
from ketaguide.model.walk import word_fields

T = TypeVar("T")
WHOLE = ("guide", "profile")
"""Shared files of which all words are translated, or none; of the others, all of a service or a claim, or none."""
Texts = dict[str, TranslatedText]


def stamp(words: object) -> str:
    """Eight letters that change when the words, links or strong parts of a text do; no spreadsheet takes them for a number."""
    source = str(words)
    if isinstance(words, Prose):
        source = "".join(f"{one.text}\n{one.strong}\n{one.scheme}:{one.target}#{one.place}\n" for one in words.spans)
    number = int.from_bytes(blake2b(source.encode(), digest_size=8).digest(), "big")
    return "".join("bcdfghjklmnpqrstvwxz"[number // 20**at % 20] for at in range(8))


def step_of(value: object, at: int | str) -> str:
    """The name of an item in the way to it: its id, or its place."""
    return str(getattr(value, "id", "") or at)


def _replaced(value: Any, way: tuple[str, ...], texts: Texts, used: set[str]) -> Any:
    if isinstance(value, str | Prose):
        name = "/".join(way)
        found = texts.get(name)
        if found is None or found.mark != stamp(value):
            return value
        used.add(name)
        return parse_prose(found.text) if isinstance(value, Prose) else found.text
    if isinstance(value, tuple):
        return tuple(_replaced(item, (*way, step_of(item, at)), texts, used) for at, item in enumerate(value))
    if isinstance(value, msgspec.Struct):
        fields = ((name, getattr(value, name)) for name in word_fields(type(value)))
        words = {name: _replaced(inner, (*way, name), texts, used) for name, inner in fields if inner}
        return msgspec.structs.replace(value, **words)
    return value


def in_own_words(guide: Guide, files: FileReader) -> Guide:
    """Give each edition of a guide the shared words in its language, if any edition has them."""
    own = {name: _texts(files, name) if edition.meta.base else {} for name, edition in guide.editions.items()}
    if not any(own.values()):
        return guide
    own_words = Shared(meta=guide.meta, contacts=guide.contacts, claims=guide.claims, profile=guide.profile)
    shared, editions = {"": own_words}, dict[str, Edition]()
    for name, edition in guide.editions.items():
        used: set[str] = set()
        shared[name] = _shared(shared[edition.meta.base], own[name], used)
        outdated = tuple(way for texts in own[name].values() for way in texts if way not in used)
        editions[name] = msgspec.structs.replace(edition, shared=shared[name], outdated=outdated)
    return msgspec.structs.replace(guide, editions=editions)


def _texts(files: FileReader, edition_id: str) -> dict[str, Texts]:
    """The texts of an edition, by the service, the claim or the file that they belong to."""
    units: dict[str, Texts] = {}
    for name in IN_WORDS_OF:
        file = f"{edition_id}/{name}.yaml"
        for text in found.words if files.has(file) and (found := files.file(file, Translated)) else ():
            unit = name if name in WHOLE else "/".join(text.of.split("/")[:2])
            units.setdefault(unit, {})[text.of] = text
    return units


def _shared(base: Shared, texts: Mapping[str, Texts], used: set[str]) -> Shared:
    """The shared values with texts in their places, whose ways go into `used`."""

    def translated(way: str, value: T) -> T:
        """A value with its texts. If the words of any have changed, all stay out: nothing is half in another language."""
        theirs, ours = texts.get(way, {}), set[str]()
        found = _replaced(value, (way,), theirs, ours)
        if not theirs or len(ours) < len(theirs):
            return value
        used.update(ours)
        return cast(T, found)

    return Shared(
        meta=translated("guide", base.meta),
        contacts={name: translated(f"contacts/{name}", one) for name, one in base.contacts.items()},
        claims={name: translated(f"evidence/{name}", one) for name, one in base.claims.items()},
        profile=translated("profile", base.profile),
    )
