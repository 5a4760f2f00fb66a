"""No & outside A&E, no bare %, no / for "or".

Write "and", "out of 100", "or". Names of services and titles keep theirs. Source: NHS content style guide.

Passes:
    en/sections/risks.yaml: {summary: [Go to A&E. It helped 55 out of 100 people.]}

Fails:
    en/sections/risks.yaml: {summary: ["Nausea & dizziness and/or headache: 55% of people."]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found

ID = "signs"
LEVEL = "error"

_ANY = re.compile(r"[&%/#@~^|<>=]")
_SIGNS = (
    (re.compile(r"(?<!A)&|&(?!E\b)"), "write and"),
    (re.compile(r"%"), 'write "out of 100"'),
    (re.compile(r"\b(?:and/or|his/her|he/she|s/he)\b"), 'write "or", or "they"'),
    (re.compile(r"(?<!\w)[#@](?!\w*\.\w)|[~^|<>=]"), "say it in words"),
)


def check(draft: Draft) -> Iterator[Found]:
    """Signs that stand for words."""
    for text in draft.words:
        if text.place.file.endswith("interface.yaml") or text.role in ("saying", "name") or not _ANY.search(text.text):
            continue
        for sign, hint in _SIGNS:
            if match := sign.search(text.text):
                yield Found(text.place, f"{match[0]!r} stands for a word", hint)
