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
from collections.abc import Iterable, Iterator
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


Share = tuple[str, int, int]
"""A share as written, its part and its whole."""


_NEAR = 0.2
"""Limit of the difference between a number and the figure it is taken for, where a claim has several."""


class _Stated(NamedTuple):
    """The numbers of a claim: its shares, and every number at all."""

    shares: set[tuple[int, int]]
    counts: set[int]
    figures: set[tuple[int, int]]
    """Those of the arms of its figures."""


def check(context: LintContext) -> Iterator[Finding]:
    """Numbers that no cited claim has."""
    known = {claim.id: _of(claim) for claim in context.guide.claims.values()}
    for text in context.counting:
        if text.place.file in ("evidence.yaml", "sources.yaml", "guide.yaml") or _is_said_by_others(text):
            continue
        stated = {claim: known[claim] for claim in text.cites if claim in known}
        wrong = [share for share in shares(text.text) if not any(_states(one, *share[1:]) for one in stated.values())]
        for said in wrong:
            yield Finding(text.place, *_advice(said, stated, known, context.texts_near(text)))


def _advice(said: Share, stated: dict[str, _Stated], known: dict[str, _Stated], near: Iterable[ReaderText]) -> tuple[str, str]:
    """Message and cure: the figure of a cited claim that the text most likely means, or the claims that say the number."""
    words, part, whole = said
    says = [claim for claim, one in known.items() if claim not in stated and _states(one, part, whole)]
    cite = f"cite a claim that says it: {', '.join(says[:3])}" if says else "write its claim into evidence.yaml and cite it"
    if not (meant := _meant(said, stated, near)):
        return f"{words!r} is in no claim that is cited here", f"correct the number, or {cite}"
    claim, now, of = meant
    if whole == of == 100:
        return f"{claim} now says {now}; this page says {part}", f"write {now} out of 100, or {cite}"
    return f"{claim} now says {now} of {of}; this page says {part} of {whole}", f"correct {words!r}, or {cite}"


def _meant(said: Share, stated: dict[str, _Stated], near: Iterable[ReaderText]) -> tuple[str, int, int] | None:
    """The claim and figure nearest to a number, of those that the block does not give; None if none is near."""
    _, part, whole = said
    beside = {share[1:] for text in near for share in shares(text.text)}
    left = [
        (abs(now / of - part / whole), claim, now, of)
        for claim, one in stated.items()
        for now, of in one.figures or one.shares
        if (now, of) not in beside and of and whole and (of == 100) == (whole == 100)
    ]
    nearest = min(left, default=None)
    return nearest[1:] if nearest and (len(left) == 1 or nearest[0] <= _NEAR) else None


def _is_said_by_others(text: ReaderText) -> bool:
    return text.role in ("saying", "question") or ("choices" in text.place.path and text.role == "text")


def _states(claim: _Stated, part: int, whole: int) -> bool:
    if any(part * known_whole == known_part * whole for known_part, known_whole in claim.shares):
        return True
    return whole not in _ROUND and {part, whole} <= claim.counts


def _of(claim: Claim) -> _Stated:
    texts = [claim.statement, claim.caveat, claim.as_of_note]
    found = set[tuple[int, int]]()
    figures = set[tuple[int, int]]()
    for figure in claim.figures:
        texts += [figure.note, figure.who, figure.when, figure.outcome]
        for arm in figure.arms:
            figures.add((arm.per100, 100))
            if arm.events is not None and arm.total:
                figures.add((arm.events, arm.total))
            found |= {(edge, 100) for edge in (arm.low100, arm.high100) if edge is not None}
    whole = " . ".join(texts)
    found |= figures
    found |= {(part, of) for _, part, of in shares(whole) if of}
    found |= {(round(float(percent)), 100) for percent in _PERCENT.findall(whole)}
    return _Stated(found, {int(number.replace(",", "")) for number in _COUNT.findall(whole)}, figures)
