"""Nobody is said to have reviewed the guide until a named role has signed.

The review fields of guide.yaml are filled all together or not at all, and until then no text says that a clinician,
the NHS or anybody else has reviewed, approved or endorsed it. Source: our standard, "Honesty about review"; the
PIF TICK may be shown by its members only.

Passes:
    guide.yaml: {review: {role: "", date: "", next_date: ""}}
    en/sections/risks.yaml: {summary: [This page has not been reviewed by a clinician.]}

Fails:
    guide.yaml: {review: {role: Consultant psychiatrist, date: "", next_date: ""}}
    en/sections/risks.yaml: {summary: [This page was approved by a psychiatrist.]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.days import day
from ketaguide.checking.parts import Finding, Place
from ketaguide.checking.text import sentences

ID = "review-state"
LEVEL = "error"

_WORDS = re.compile("reviewed|approved|endorsed|accredited|certified|pif")
_CLAIMED = re.compile(
    r"\b(?:this (?:guide|page)|these pages|it|pages)\b[^.]*\b(?:reviewed|approved|endorsed|accredited|certified) by\b"
    r"|\b(?:clinically|medically) (?:reviewed|approved)\b|\bPIF TICK\b|\bNHS[- ]approved\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no|nobody|never)\b", re.IGNORECASE)


def check(context: LintContext) -> Iterator[Finding]:
    """A review that is half filled in, or claimed before it is."""
    review = context.guide.meta.review
    place = Place("guide.yaml", ("review",))
    filled = [bool(review.role), bool(review.date), bool(review.next_date)]
    if any(filled) and not all(filled):
        yield Finding(place, "the review is half filled in", "fill in role, date and next_date, or leave all three empty")
    elif all(filled) and day(review.next_date) <= day(review.date):
        yield Finding(place.at("next_date"), "the next review is not after the last one", "correct one of the two dates")
    if all(filled):
        return
    for text in context.words:
        if text.place.file.endswith("interface.yaml") or not _WORDS.search(text.text.lower()):
            continue  # the program's own words hold what will be said once a role has signed
        for sentence in sentences(text.text):
            if (claimed := _CLAIMED.search(sentence)) and not _DENIED.search(sentence):
                yield Finding(text.place, f"{claimed[0]!r} claims a review that nobody has signed", "remove it")
