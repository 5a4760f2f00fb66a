"""No eg, ie, etc, nb or via.

Screen readers read them as letters, and not everybody knows them. Source: NHS content style guide.

Passes:
    en/sections/risks.yaml: {summary: ["Some feelings, for example dizziness, pass."]}

Fails:
    en/sections/risks.yaml: {summary: ["Some feelings, e.g. dizziness, pass."]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.wording import LATIN

ID = "latin"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Latin and its abbreviations."""
    for text in draft.doubtful:
        for said, hint in LATIN.found(text.text):
            yield Found(text.place, f"{said!r} is not plain English", hint)
