"""Changes of what the guide says, from the "Content" headings of a changelog in the format of Keep a Changelog."""

import re
from typing import NamedTuple

_VERSION = re.compile(r"^## \[([^]]+)\](?: - (\d{4}-\d\d-\d\d))?[ \t]*$", re.MULTILINE)
_CONTENT = re.compile(r"^#+ *Content *\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"^[ \t]*- ", re.MULTILINE)


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
    found, (_, *parts) = list[Change](), _VERSION.split(text)
    for name, day, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        _, *items = _ITEM.split("".join(_CONTENT.findall(body)).replace("`", ""))
        if items:
            version = "" if name.lower() == "unreleased" else name
            found.append(Change(version, day or "", tuple(" ".join(item.split()) for item in items)))
    before = [*(change.version for change in found[1:]), "0"]
    ids = [f"version-{one.version}" if one.version else f"since-{last}" for one, last in zip(found, before, strict=False)]
    return tuple(change._replace(id=id_.replace(".", "-")) for change, id_ in zip(found, ids, strict=True))
