"""Changes of what the guide says, from the "Content" headings of a changelog in the format of Keep a Changelog."""

import re
from typing import NamedTuple

_VERSION = re.compile(r"## \[(?P<name>[^]]+)\](?: - (?P<day>\d{4}-\d\d-\d\d))?\s*")


class Change(NamedTuple):
    """The changes of one version to the words and facts of the guide."""

    version: str
    """Empty for what no version has yet."""
    day: str
    """Empty until it is in a version. Example: 2026-11-21"""
    texts: tuple[str, ...]
    id: str = ""
    """Its anchor, which no later change has. Example: version-0-1-0"""


def read_changes(text: str) -> tuple[Change, ...]:
    """Every version of a changelog that changed the content, the newest first. Marks of code are left out."""
    found: list[Change] = []
    version, day, heading = "", "", ""
    for line in text.splitlines():
        if match := _VERSION.fullmatch(line):
            version, day, heading = match["name"], match["day"] or "", ""
            version = "" if version.lower() == "unreleased" else version
        elif line.startswith("#"):
            heading = line.lstrip("# ").strip()
            if heading == "Content":
                found.append(Change(version, day, ()))
        elif heading == "Content" and line.strip():
            said, told = line.strip().replace("`", ""), found[-1].texts
            texts = (*told, said[2:]) if said.startswith("- ") else (*told[:-1], f"{told[-1]} {said}") if told else ()
            found[-1] = found[-1]._replace(texts=texts)
    found = [change for change in found if change.texts]
    before = [*(change.version for change in found[1:]), "0"]
    ids = [f"version-{one.version}" if one.version else f"since-{last}" for one, last in zip(found, before, strict=False)]
    return tuple(change._replace(id=id_.replace(".", "-")) for change, id_ in zip(found, ids, strict=True))
