"""A text says what may be so, where nobody knows whether something works or harms.

A bare "no evidence" or "we do not know" leaves a gap, and readers fill it with hope. The words around it say it: "it
may do nothing", "either may be better", "there may be harm". Questions, headings and what others say are exempt. The
checker knows such sentences by their phrases, and may be wrong: it warns. Source: Cochrane plain language summaries,
"may or may not"; our standard.

Passes:
    en/sections/risks.yaml: {summary: ["We do not know whether it works. It may do nothing."]}

Fails:
    en/sections/risks.yaml: {summary: [We do not know whether it works.]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, ReaderText
from ketaguide.checking.text import is_question, sentences
from ketaguide.model.block import Heading

ID = "what-may-be"
LEVEL = "warning"

_PIECES = ("no evidence", "no good evidence", "no clear evidence", "no proof", "not know", "nobody knows", "not known",
           "not settled", "not proven", "unclear", "cannot say", "cannot tell")  # fmt: skip
_UNKNOWN = re.compile(
    r"\bno (?:good |clear )?(?:evidence|proof) (?:that|of|for)"
    r"|\b(?:not (?:yet )?(?:know|known|settled|proven)|nobody (?:yet )?knows|unclear|cannot (?:say|tell)) (?:yet )?"
    r"(?:whether|if|which|that|to|how (?:safe|long|well|much))"
    r"|\b(?:whether|which)\b.*\b(?:not (?:yet )?(?:known|settled|proven|clear)|unclear)\b",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"\b(?:works?|help(?:s|ed)?|better|worse|effects?|lasts?|lifts?|harm(?:s|ful)?|damages?|safe|relapse|cause[sd]?)\b",
    re.IGNORECASE,
)
_MAY_BE = re.compile(r"\b(?:may|might|could|theory|theories|leaned)\b|\bor none\b", re.IGNORECASE)
_OTHERS = ("saying", "question", "questions", "title", "verdict", "picture")


def check(context: LintContext) -> Iterator[Finding]:
    """Statements that something is not known, with nothing beside them."""
    for text in context.containing(*_PIECES):
        if text.role in _OTHERS or isinstance(text.block, Heading) or "interface" in text.place.file:
            continue
        for sentence in sentences(text.text):
            unknown = _UNKNOWN.search(sentence)
            if unknown and _EFFECT.search(sentence) and not is_question(sentence) and not _is_said(context, text):
                hint = 'say what may be so: "it may do nothing", "either may be better", "there may be harm"'
                yield Finding(text.place, f"{unknown[0]!r} stands alone", hint)


def _is_said(context: LintContext, text: ReaderText) -> bool:
    """True if what may be so stands in the text, or in the block around it."""
    near = context.texts_near(text)
    return any(_MAY_BE.search(other.text) for other in near)
