"""Every word of an edition that a reader sees, as the rows of a worksheet: id, place, words, and how to fill it in."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import msgspec

from ketaguide.loading.field_docs import field_docs
from ketaguide.loading.translated import stamp, step_of
from ketaguide.model.glossary import Term
from ketaguide.model.interface.typed import Command
from ketaguide.model.interface.views import PlainWords
from ketaguide.model.plurals import FORMS, Counted, Plurals
from ketaguide.model.prose import Prose
from ketaguide.model.search_words import KnownPlace, SearchWords, Synonym
from ketaguide.model.walk import Path, word_fields

BAR = "|"
"""Between the items of a list of which a language may have more or fewer."""
_FREE: Mapping[type, frozenset[str]] = {
    Term: frozenset({"also"}),
    Command: frozenset({"words"}),
    PlainWords: frozenset({"leave_words", "help_words"}),
    Synonym: frozenset({"words"}),
    KnownPlace: frozenset({"itself", "names"}),
    SearchWords: frozenset({"distress", "stop_words", "place_words"}),
}
"""Lists of words that mean the same: one row each, with as many items as the language has."""
_MAY_STAY_OUT: Mapping[type, frozenset[str]] = {Term: frozenset({"also", "say"})}
"""Fields that a translation may leave out."""
OWN = frozenset({"search.yaml", "speech.yaml"})
"""Files with a language's own words for searching and speaking: each of their rows may stay out."""
_LABELS = ("title", "heading", "term", "name", "question", "text", "label", "id")
"""Fields that name a value, the best first."""
_LIST_NOTE = f'Words that mean the same, with "{BAR}" between two: as many as the language has.'


class WorksheetRow(NamedTuple):
    """One text of an edition, to be translated."""

    id: str
    """The file and the way in it, by ids where there are any: "sections/risks/blocks/3/items/0"."""
    file: str
    """The file in the edition's folder: "sections/risks.yaml"."""
    path: Path
    words: str
    mark: str
    """A mark of the words, which shows when they have changed."""
    where: str
    note: str
    kind: str = ""
    """"prose", "list" for words that mean the same, a plural form, or empty."""
    needed: bool = True
    """False if the file is whole without it."""


def rows_of(file: str, value: Any, raw: Any, plurals: Plurals | None) -> list[WorksheetRow]:
    """The rows of one file: its typed value, and the same as plain values, whose texts still have their links."""
    walk = _Walk(file, plurals or Plurals())
    walk.visit(value, raw, (), (file.removesuffix(".yaml"),), [])
    return walk.rows


class _Walk:
    def __init__(self, file: str, plurals: Plurals) -> None:
        self.file, self.plurals = file, plurals
        self.rows: list[WorksheetRow] = []
        self.heading = ""

    def visit(self, value: Any, raw: Any, path: Path, ids: tuple[str, ...], trail: list[str], note: str = "") -> None:
        """Add the rows of a value and of everything in it, in reading order."""
        if isinstance(value, str | Prose):
            if str(value):
                self._add(path, ids, str(raw), stamp(value), trail, note, "prose" if isinstance(value, Prose) else "")
        elif isinstance(value, Counted):
            for form in self.plurals.forms:
                rule = getattr(self.plurals, form, "")
                which = f"The form for {rule}." if rule else "The form for all other numbers."
                mark = stamp([getattr(value, one) for one in FORMS])
                words = getattr(value, form) or value.other
                self._add((*path, form), (*ids, form), words, mark, [*trail, form], f"{which} {note}".strip(), form)
        elif isinstance(value, msgspec.Struct):
            self._struct(value, raw, path, ids, trail)
        elif isinstance(value, tuple):
            for at, inner in enumerate(value):
                self.visit(inner, raw[at], (*path, at), (*ids, step_of(inner, at)), trail, note)

    def _struct(self, value: msgspec.Struct, raw: Any, path: Path, ids: tuple[str, ...], trail: list[str]) -> None:
        type_, tag = type(value), str(type(value).__struct_config__.tag or "")
        self.heading = str(getattr(value, "text", "")) if tag == "heading" else self.heading
        label = next((str(found) for name in _LABELS if isinstance(found := getattr(value, name, ""), str) and found), "")
        here = [*trail, *filter(None, (self.heading, tag.replace("_", " ")) if tag else (label,))]
        for name in word_fields(type_):
            inner = getattr(value, name)
            below = here if isinstance(inner, tuple) and tag else [*here, name.replace("_", " ")]
            note, steps, deeper, before = _docs(type_)[name], (*path, name), (*ids, name), len(self.rows)
            if name not in raw:
                continue
            if name in _FREE.get(type_, ()):
                words = f" {BAR} ".join(inner)
                self._add(steps, deeper, words, stamp(words), below, f"{_LIST_NOTE} {note}", "list")
            else:
                self.visit(inner, raw[name], steps, deeper, below, note)
            if name in _MAY_STAY_OUT.get(type_, ()):
                self.rows[before:] = [row._replace(needed=False) for row in self.rows[before:]]

    def _add(self, path: Path, ids: tuple[str, ...], words: str, mark: str, trail: list[str], note: str, kind: str) -> None:
        where = " > ".join(dict.fromkeys(trail))
        self.rows.append(WorksheetRow("/".join(ids), self.file, path, words, mark, where, note, kind, self.file not in OWN))


@cache
def _docs(type_: type[msgspec.Struct]) -> dict[str, str]:
    return {name: doc.text for name, doc in field_docs(type_).items()}
