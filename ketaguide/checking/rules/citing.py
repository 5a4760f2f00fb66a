"""Statements and the claims they rest on."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, ReaderText, rule
from ketaguide.checking.text import either, is_question, number, sentences, shares
from ketaguide.model.block import CareCard, Contacts, Details, Diagram, Faq, Heading, IconArray, Myth, OptionsTable, Timeline
from ketaguide.model.evidence import Claim
from ketaguide.model.options import GridCell
from ketaguide.model.wording import Wording

ALWAYS = (CareCard, OptionsTable, Timeline, Diagram, Myth)
CITE = "add cites: [ids of the claims it rests on]"


@rule("error")
def citations(context: LintContext) -> Iterator[Finding]:
    """A card, an options table, a timeline, a diagram and a myth cite the claims they rest on.

    They state medical, legal or availability facts by their kind. The page about the guide (`roles` in guide.yaml) is
    exempt. `uncited-facts` looks for facts in other blocks. Source: IPDAS v4, "provides citations to the studies"; PIF TICK
    criterion 3; our standard.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: timeline, title: A day, steps: [{when: 9 am, text: You arrive.}], cites: [syrup-harm]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: timeline, title: A day, steps: [{when: 9 am, text: You arrive.}]}]
    """
    about = context.guide.meta.roles.about
    for placed in context.placed_blocks:
        if isinstance(placed.block, ALWAYS) and not placed.cites and placed.page.section.id != about:
            kind = type(placed.block).__struct_config__.tag
            yield Finding(placed.place, f"this {kind} cites nothing", CITE)


_NOT_GUESSED = (*ALWAYS, Heading, Contacts, Details, Faq, IconArray)
"""`citations` asks it of the first. Headings say nothing by themselves; contacts have their sources in contacts.yaml; folds
and answers hold blocks that are looked at one by one; an icon array is nothing without its claim."""
_SPAN = "(?:minutes?|hours?|days?|weeks?|months?|years?)"
_FACT = rf"""
    \d[\d,]*\s(?:out\ of|in|of)\s\d | \d[\d,]*\s(?:{_SPAN}|mg|people|times) |
    (?:a|one|two|three|four|five|six|several)\s{_SPAN} |
    licen[cs]ed?|illegal|legal|the\ law|offence|crime|prescri\w+|prison |
    causes?|raises?|lowers?|reduces?|increases?|improves?|relieves?|treats|prevents?|affects?|fades?|damages?|helps?\ some |
    side\ effects?|risks?|symptoms?|doses?|trials?|stud(?:y|ies)|evidence|found|common|dangerous|works\ (?:for|by|on) |
    pregnan\w+|breastfe\w+|recommended
    """
"""Words by which a sentence states a medical, legal or availability fact; wording.yaml has those of the topic."""


@lru_cache(maxsize=8)
def _fact(wording: Wording) -> re.Pattern[str]:
    """The words of a fact, those of the topic too."""
    return re.compile(rf"\b(?:{_FACT}|{either((*wording.treatments, *wording.facts))})\b", re.VERBOSE)


_NO_CLAIM = re.compile(
    r"""could\ not\ (?:confirm|check|find) | ^No\ number\ found | we\ found\ no | we\ (?:do|did)\ not\ know | [Nn]obody\ knows |
    this\ guide | this\ page | the\ page | these\ pages | legal\ advice | these\ risks | not\ a\ forecast | the\ ones\ below |
    ^Next: | ^See\ | ^There\ is\ more | [Ee]ach\ picture | needs?\ testing | ^\w+\ means\  | ^An?\ \w+\ is\ an?\ \w+\ that
    """,
    re.VERBOSE,
)
"""Words that say that nothing is known, speaks of the guide itself, or explains a word."""
_ADVICE = re.compile(
    r"""^(?:(?:If|Before|For|When|With)\b[^,]+,\s)?(?:then\s)?(?:also\s)?
    (?:ask|tell|say|read|bring|call|ring|see|mention|weigh|talk|look|go|take|write|do\ not|please|have|which|whether|every |
    you\ can|you\ could|you\ do\ not\ (?:need|have)|you\ deserve|you\ may|it\ may\ help)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Requests and invitations to the reader."""
_TELLS = re.compile(r"\b(?:tells?|has|shows|sets|says|lists|goes through|answers|what matters more|does not mean)\b")
"""Verbs for a page when it is named as a signpost."""


@rule("warning")
def uncited_facts(context: LintContext) -> Iterator[Finding]:
    """A paragraph, list or answer that states a medical, legal or availability fact cites the claims it rests on.

    The checker guesses from the English, and may be wrong: it warns. A block must cite as soon as one of its sentences
    states something (it is not a question, a quotation, advice to ask or tell somebody, or about this guide itself) and
    speaks of a number of people, a length of time, an effect, a risk, a study, a licence or the law, or of a treatment or
    fact that wording.yaml names. What is left, a kind word, a signpost, "we could not confirm", needs no source, so nobody
    cites for the sake of the rule. The page about the guide is exempt. Source: IPDAS v4, "provides citations to the
    studies"; PIF TICK criterion 3; our standard.

    Passes:
        en/sections/risks.yaml:
          blocks:
            - {kind: paragraph, text: Test pressure rises for 40 minutes., cites: [syrup-harm]}
            - {kind: paragraph, text: You do not have to decide today. Ask what worries you.}

    Fails:
        wording.yaml: {treatments: [test syrup]}
        en/sections/risks.yaml:
          blocks: [{kind: paragraph, text: Some people like test syrup.}]
    """
    about, fact = context.guide.meta.roles.about, _fact(context.guide.wording)
    for page in context.pages:
        if not page.section.cites and page.section.id != about:
            said = [text for text in context.texts_in(page) if text.role == "summary"]
            for sentence in _facts(said, fact):
                message = f"the summary states a fact and the page cites nothing for it: {sentence!r}"
                yield Finding(page.place.at("summary"), message, "add cites: to the page, above its blocks")
    uncited = [(place, "this cell") for place, cell in context.every(GridCell) if not cell.cites]
    for placed in context.placed_blocks:
        if not (placed.cites or isinstance(placed.block, _NOT_GUESSED) or placed.page.section.id == about):
            uncited.append((placed.place, "this"))
    for place, what in uncited:
        for sentence in _facts(context.texts_at(place), fact):
            yield Finding(place, f"{what} states a fact and cites nothing: {sentence!r}", CITE)


def _facts(texts: Iterable[ReaderText], fact: re.Pattern[str]) -> Iterator[str]:
    """The beginning of the first sentence that states a fact, if any of some texts has one."""
    for text in texts:
        signposts = {span.text for span in text.prose.spans if span.scheme == "section"} if text.prose else set()
        for sentence in sentences(text.text):
            if is_question(sentence) or sentence[0] == '"' or _ADVICE.match(sentence) or _NO_CLAIM.search(sentence):
                continue
            if _TELLS.search(sentence) and (any(link in sentence for link in signposts) or "does not mean" in sentence):
                continue  # a signpost to a page, named by its title
            if fact.search(sentence):
                yield sentence if len(sentence) <= 60 else f"{sentence[:57]}..."
                return


_PERCENT = re.compile(r"\b(\d+(?:\.\d+)?)\s?(?:%|per cent)")
COUNT = re.compile(r"\b\d[\d,]*\b(?<!,)")
_ROUND = frozenset({10, 20, 100, 1000, 10_000})
"""Denominators of shares; anything else is a count of people in a study."""
Share = tuple[str, int, int]
"""A share as written, its part and its whole."""
_NEAR = 0.2
"""Limit of the difference between a number and the figure it is taken for, where a claim has several."""


class Stated(NamedTuple):
    """The numbers of a claim."""

    shares: set[tuple[int, int]]
    counts: set[int]
    figures: set[tuple[int, int]]
    """Those of the arms of its figures."""


@rule("error")
def numbers(context: LintContext) -> Iterator[Finding]:
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
    known = {claim.id: stated_by(claim) for claim in context.guide.claims.values()}
    for text in context.counting:
        of_others = text.role in ("saying", "question") or ("choices" in text.place.path and text.role == "text")
        if text.place.file in ("evidence.yaml", "sources.yaml", "guide.yaml") or of_others:
            continue
        stated = {claim: known[claim] for claim in text.cites if claim in known}
        for said in shares(text.text):
            if not any(_states(one, *said[1:]) for one in stated.values()):
                yield Finding(text.place, *_advice(said, stated, known, context.texts_near(text.place)))


def _advice(said: Share, stated: dict[str, Stated], known: dict[str, Stated], near: Iterable[ReaderText]) -> tuple[str, str]:
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


def _meant(said: Share, stated: dict[str, Stated], near: Iterable[ReaderText]) -> tuple[str, int, int] | None:
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


def _states(claim: Stated, part: int, whole: int) -> bool:
    if any(part * known_whole == known_part * whole for known_part, known_whole in claim.shares):
        return True
    return whole not in _ROUND and {part, whole} <= claim.counts


def stated_by(claim: Claim) -> Stated:
    """The numbers of a claim."""
    notes = (text for figure in claim.figures for text in (figure.note, figure.who, figure.when, figure.outcome))
    whole = " . ".join([claim.statement, claim.caveat, claim.as_of_note, *notes])
    arms = [arm for figure in claim.figures for arm in figure.arms]
    figures = {(arm.per100, 100) for arm in arms} | counted(claim)
    found = figures | {(edge, 100) for arm in arms for edge in (arm.low100, arm.high100) if edge is not None}
    found |= {(part, of) for _, part, of in shares(whole) if of}
    found |= {(round(float(percent)), 100) for percent in _PERCENT.findall(whole)}
    return Stated(found, set(map(number, COUNT.findall(whole))), figures)


def counted(claim: Claim) -> set[tuple[int, int]]:
    """The people that the figures of a claim count, each number with its total."""
    arms = (arm for figure in claim.figures for arm in figure.arms)
    return {(arm.events, arm.total) for arm in arms if arm.events is not None and arm.total}
