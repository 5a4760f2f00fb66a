"""Builds the files of an edition from those of its base and the words of a worksheet."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import reduce
from operator import getitem
from typing import Any, NamedTuple

from ketaguide.loading.file_types import IN_WORDS_OF
from ketaguide.loading.translated import WHOLE
from ketaguide.loading.yaml_writer import yaml_text
from ketaguide.model.block import Details, Heading
from ketaguide.model.guide import Section
from ketaguide.model.plurals import FORMS
from ketaguide.model.prose import slug
from ketaguide.translating.base import Base
from ketaguide.translating.rows import BAR, OWN, WorksheetRow

_LINK = re.compile(r"\]\(section:([a-z0-9-]+)#([a-z0-9-]+)\)")
HeadingNames = Mapping[tuple[str, str], str]
"""(page, the name of a place in the base) → its name in the translation."""


class Progress(NamedTuple):
    """The state of a file: how many of the words that it needs are translated."""

    file: str
    done: int
    needed: int

    @property
    def is_whole(self) -> bool:
        """True if readers get the file."""
        return self.done == self.needed


def built(base: Base, words: Mapping[str, str]) -> tuple[dict[str, str], list[Progress]]:
    """The YAML of each file that is whole, by its name in the edition's folder, and the state of all."""
    needed = {file: [row.id for row in rows if row.needed] for file, rows in base.rows.items()}
    state = [Progress(file, sum(id_ in words for id_ in ids), len(ids)) for file, ids in needed.items()]
    whole = {one.file for one in state if one.is_whole}
    pages = [page for page in base.pages.sections.values() if f"sections/{page.id}.yaml" in whole]
    places = {name: place for page in pages for name, place in _places(page, words)}
    files = {}
    for file, rows in base.rows.items():
        if file.removesuffix(".yaml") in IN_WORDS_OF:
            value: Any = _shared(rows, words)
        elif file == "edition.yaml":
            value = _declared(base, words, ready=whole >= {file, "interface.yaml"})
        elif file in whole and (file not in OWN or any(row.id in words for row in rows)):
            value = _translated(base, file, words, places)
        else:
            continue
        if value:
            files[file] = yaml_text(value, _schema(file))
    return files, state


def _schema(file: str) -> str:
    name = file.removesuffix(".yaml")
    kind = "section" if "/" in file else "translated" if name in IN_WORDS_OF else name
    return f"{'../' * (file.count('/') + 1)}schema/{kind}.json"


def _translated(base: Base, file: str, words: Mapping[str, str], places: HeadingNames) -> Any:
    """A file of the base with translated words; what may stay out and is not translated is left out."""
    tree = deepcopy(base.raw[file])
    if isinstance(tree.get("id"), str) and "blocks" in tree:
        tree = {"id": tree.pop("id"), "based_on": tree["updated"], **tree}
    forms = base.edition.plurals.forms if base.edition.plurals else ("other",)
    gone: list[Any] = []
    for row in base.rows[file]:
        *way, last = row.path
        text = words.get(row.id)
        if row.kind in FORMS:
            *way, last = way
            value: Any = {form: words[f"{row.id.rpartition('/')[0]}/{form}"] for form in forms}
        elif row.kind == "list":
            value = text and [part.strip() for part in text.split(BAR)]
        else:
            value = text and _LINK.sub(lambda link: f"](section:{link[1]}#{places.get((link[1], link[2]), link[2])})", text)
        holder: Any = reduce(getitem, way, tree)
        if value is None:
            gone.append((holder, last))
        else:
            holder[last] = value
    return _without(tree, gone)


def _without(tree: Any, gone: list[Any]) -> Any:
    """A file without the fields that have no words, and without items that lost one which they need."""
    for holder, last in gone:
        if not isinstance(holder, dict):
            continue
        if "written" in holder:
            holder["written"] = None
        elif last in ("also", "say", "itself"):
            holder.pop(last, None)
        else:
            holder[last] = [] if last in ("distress", "stop_words", "place_words") else None
    for name, items in tree.items():
        if isinstance(items, list):
            tree[name] = [item for item in items if not (isinstance(item, dict) and None in item.values())]
    return {name: value for name, value in tree.items() if value is not None}


def _shared(rows: list[WorksheetRow], words: Mapping[str, str]) -> Any:
    """The texts of each service or claim, or of the guide, that is translated as a whole: none is half in another language."""
    units: dict[str, list[WorksheetRow]] = {}
    for row in rows:
        unit = row.id.split("/")
        units.setdefault(unit[0] if unit[0] in WHOLE else "/".join(unit[:2]), []).append(row)
    whole = [row for unit in units.values() if all(row.id in words for row in unit) for row in unit]
    return {"words": [{"of": row.id, "mark": row.mark, "text": words[row.id]} for row in whole]} if whole else None


def _declared(base: Base, words: Mapping[str, str], *, ready: bool) -> Any:
    """edition.yaml with its translated words; a draft until it and the words of the program are whole."""
    tree = {**base.raw_edition}
    for row in base.rows["edition.yaml"]:
        match row.path if row.id in words else ():
            case ("months", _):
                tree["months"] = [words.get(f"edition/months/{at}", "") for at in range(12)]
            case (str(field), str(name)):
                tree[field] = {**tree.get(field, {}), name: words[row.id]}
            case (str(field),):
                tree[field] = words[row.id]
    tree.pop("draft", None)
    return tree if ready else {**tree, "draft": "true"}


def _places(page: Section, words: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the places of a translated page by their names in the base."""
    for at, block in enumerate(page.blocks):
        field = "text" if isinstance(block, Heading) else "title"
        name = "" if isinstance(block, Details) else getattr(block, field, "")
        if name and (text := words.get(f"sections/{page.id}/blocks/{at}/{field}")):
            yield (page.id, slug(name)), slug(text)
