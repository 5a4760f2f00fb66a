"""Every "N in 100" and "N of M" stands in a claim that is cited beside it.

Numbers live once, in evidence.yaml. A number typed into a page, a term or the quiz must be one of a cited claim's
figures, or stand in its statement, caveat or notes; so a page cannot drift away from its source. What people are
said to claim (the saying of a myth, the question of an answer, a choice of the quiz) is not ours, and is exempt.
Source: our design, "Numbers live once"; IPDAS v4, "accuracy of probabilities".

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: It helped 55 out of 100 people., cites: [syrup-response]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: It helped 70 out of 100 people., cites: [syrup-response]}]
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, ReaderText
from ketaguide.checking.text import shares
from ketaguide.model.evidence import Claim

ID = "numbers"
LEVEL = "error"

_PERCENT = re.compile(r"\b(\d+(?:\.\d+)?)\s?(?:%|per cent)")
_COUNT = re.compile(r"\b\d[\d,]*\b(?<!,)")
_ROUND = frozenset({10, 20, 100, 1000, 10_000})
"""Denominators of shares; anything else is a count of people in a study."""


class _Stated(NamedTuple):
    """The numbers of a claim: its shares, and every number at all."""

    shares: set[tuple[int, int]]
    counts: set[int]


def check(context: LintContext) -> Iterator[Finding]:
    """Numbers that no cited claim has."""
    known = {claim.id: _of(claim) for claim in context.guide.claims.values()}
    for text in context.counting:
        if text.place.file in ("evidence.yaml", "sources.yaml", "guide.yaml") or _is_said_by_others(text):
            continue
        stated = [known[claim] for claim in text.cites if claim in known]
        for said, part, whole in shares(text.text):
            if not any(_states(claim, part, whole) for claim in stated):
                hint = "cite the claim it comes from, or correct the number" if stated else "cite the claim it comes from"
                yield Finding(text.place, f"{said!r} is in no claim that is cited here", hint)


def _is_said_by_others(text: ReaderText) -> bool:
    return text.role in ("saying", "question") or ("choices" in text.place.path and text.role == "text")


def _states(claim: _Stated, part: int, whole: int) -> bool:
    if any(part * known_whole == known_part * whole for known_part, known_whole in claim.shares):
        return True
    return whole not in _ROUND and {part, whole} <= claim.counts


def _of(claim: Claim) -> _Stated:
    texts = [claim.statement, claim.caveat, claim.as_of_note]
    found = set[tuple[int, int]]()
    for figure in claim.figures:
        texts += [figure.note, figure.who, figure.when, figure.outcome]
        for arm in figure.arms:
            found.add((arm.per100, 100))
            if arm.events is not None and arm.total:
                found.add((arm.events, arm.total))
            found |= {(edge, 100) for edge in (arm.low100, arm.high100) if edge is not None}
    whole = " . ".join(texts)
    found |= {(part, of) for _, part, of in shares(whole) if of}
    found |= {(round(float(percent)), 100) for percent in _PERCENT.findall(whole)}
    return _Stated(found, {int(number.replace(",", "")) for number in _COUNT.findall(whole)})
