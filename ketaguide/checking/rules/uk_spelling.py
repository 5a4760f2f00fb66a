"""British spelling, and British names of things.

Behaviour, centre, organise, A&E. Titles of publications keep their own spelling. Source: NHS content style guide.

Passes:
    en/sections/risks.yaml: {summary: [The centre can organise a lift.]}

Fails:
    en/sections/risks.yaml: {summary: [The center can organize a ride.]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.wording import US_ENDING, US_SPELLING

ID = "uk-spelling"
LEVEL = "error"

_WORDS = re.compile(rf"\b(?:{'|'.join(map(re.escape, US_SPELLING))})\b")


def check(draft: Draft) -> Iterator[Found]:
    """American spellings."""
    for text in draft.words:
        small = text.text.lower()
        for match in _WORDS.finditer(small):
            yield Found(text.place, f"{match[0]!r} is American", f"write {US_SPELLING[match[0]]}")
        for match in US_ENDING.finditer(text.text) if "iz" in small or "yz" in small else ():
            yield Found(text.place, f"{match[0]!r} is American", "write it with s: organise, analyse")
