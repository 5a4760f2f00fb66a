"""The plain word: medicine, not medication; side effect, not adverse event.

"Drug" is kept for illegal drugs, misuse, driving law and names of services: beside such a word it may stand, and
otherwise it is a medicine. Source: NHS content style guide, "medicines" and "drugs"; our standard.

Passes:
    en/sections/risks.yaml: {summary: [Tell them about every medicine. Illegal drugs count too.]}

Fails:
    en/sections/risks.yaml: {summary: [Tell them about your medication. This drug raises pressure.]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.wording import DRUG, DRUG_ALLOWED, MEDICINE

ID = "plain-words"
LEVEL = "error"
_OTHERS = ("saying", "also", "name", "say")
"""What others say, and names."""


def check(draft: Draft) -> Iterator[Found]:
    """Words that a nurse would not say."""
    for text in draft.doubtful:
        for said, hint in MEDICINE.found(text.text) if text.role not in _OTHERS else ():
            yield Found(text.place, f"{said!r} has a plainer word", hint)
    for text in draft.having("drug"):
        if text.role not in _OTHERS and (drug := DRUG.search(text.text)) and not DRUG_ALLOWED.search(text.text):
            yield Found(text.place, f"{drug[0]!r} stands for a medicine", 'say "medicine", or "illegal drug"')
