"""British spelling, and British names of things.

Behaviour, centre, organise, A&E. Titles of publications keep their own spelling. Source: NHS content style guide.

Passes:
    en/sections/risks.yaml: {summary: [The centre can organise a lift.]}

Fails:
    en/sections/risks.yaml: {summary: [The center can organize a ride.]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.wording import US_ENDING, US_SPELLING, US_WORD

ID = "uk-spelling"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """American spellings."""
    for text in draft.doubtful:
        for match in US_WORD.finditer(text.text.lower()):
            yield Found(text.place, f"{match[0]!r} is American", f"write {US_SPELLING[match[0]]}")
    for text in draft.having("iz", "yz"):
        for match in US_ENDING.finditer(text.text):
            yield Found(text.place, f"{match[0]!r} is American", "write it with s: organise, analyse")
