"""Figures in words: shares, counts, differences and ranges."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, Place, ReaderText, rule
from ketaguide.checking.rules.citing import counted
from ketaguide.checking.text import is_question, number, sentences
from ketaguide.checking.text import shares as shares_in
from ketaguide.model.block import Details, FactBox, Faq, Heading, IconArray
from ketaguide.model.evidence import Claim, Figure

_NOT_PEOPLE = (
    "minutes?|hours?|days?|weeks?|months?|years?|trials?|studies|sessions?|visits?|groups?|parts?|places?|nations?|steps?"
    "|other|ways?"
)
_OTHER = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a (?:hundred|thousand|million)"
_SHARE = re.compile(
    rf"\b(?:\d[\d,]*|one|two|three|four|five|nine)(?: people| person| adults?)? (in|out of) (?:every |each )?"
    rf"(\d[\d,]*|{_OTHER})\b(?![.-]?\d)(?! (?:{_NOT_PEOPLE})\b)",
    re.IGNORECASE,
)
_QUICK = re.compile(rf"[nf] (?:every |each )?(?:\d|{_OTHER})")
"""A quick search, in small letters, that spares most texts the slow one."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@rule("error")
def shares(context: LintContext) -> Iterator[Finding]:
    """Shares of people are "N out of 100", and "fewer than 1 out of 100" for less.

    One denominator, so that any two shares can be compared without sums. "1 in 10" beside "1 in 25" is easily misread: the
    second looks like more. The NHS content style guide allows "1 in 10"; we do not, for that reason. "N in 100" stands in
    claims, which a reader sees beside the pictures, and in differences ("18 more in 100"). A claim may keep a publication's
    1,000 or 10,000 for what is rarer than 1 out of 100. What others say (a myth's saying) may say "in". A percentage is a
    sign: see `signs`. Source: IPDAS v4, "same denominator"; our standard.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: paragraph, text: "55 out of 100 on syrup, and 41 out of 100 on water.", cites: [syrup-response]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: paragraph, text: "One in ten felt worse, and 4 in 10 better.", cites: [syrup-response]}]
    """
    for text in context.words:
        for share in _SHARE.finditer(text.text) if _QUICK.search(text.text.lower()) else ():
            how, whole = share[1].lower(), share[2]
            in_claim = text.place.file == "evidence.yaml"
            if whole == "100":
                if how == "in" and not in_claim and text.role != "saying":
                    yield Finding(text.place, f"{share[0]!r} is a share written in another way", 'write "N out of 100"')
            elif not (_YEAR.fullmatch(whole) or (in_claim and len(whole) > len("100"))):
                hint = 'write "N out of 100", or "fewer than 1 out of 100"; people who were counted are "N of the M people"'
                yield Finding(text.place, f"{share[0]!r} is not out of 100", hint)


_COUNT = re.compile(
    r"(?<![\d,.£])(\d[\d,]*) (?:people|adults|patients|women|men|who|had|were|got|felt|said|did|responded|relapsed|improved"
    r"|stopped|left|dropped|died)\b"
)
_STATED = re.compile(r"\b[Oo]f (?:those|these|the|them) ?\d")
_NUMBER = re.compile(r"\d[\d,]*(?<!,)")


@rule("warning")
def counted_people(context: LintContext) -> Iterator[Finding]:
    """People who were counted stand with their total, where the claim gives it.

    "33 people improved" is much of 38 and little of 380. Where a claim that is cited gives a count with its total, the
    sentence that says the count says the total too, or the block around it does. The checker knows a count by its number
    and the words after it, and may be wrong: it warns. Source: our standard; IPDAS v4, "probabilities with a
    reference class".

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: paragraph, text: "108 of the 195 people felt better on syrup.", cites: [syrup-response]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: paragraph, text: "108 people felt better on syrup.", cites: [syrup-response]}]
    """
    counts = {claim.id: _counts(claim) for claim in context.guide.claims.values()}
    for text in context.counting:
        known = {pair for claim in text.cites for pair in counts.get(claim, ())} if not _STATED.search(text.text) else set()
        for said in _COUNT.finditer(text.text) if known else ():
            totals = {total for events, total in known if events == number(said[1])}
            near = "\n".join(other.text for other in context.texts_near(text.place)) if totals else ""
            if totals and totals.isdisjoint(map(number, _NUMBER.findall(near))):
                hint = " or ".join(f'write "{said[1]} of the {total:,}"' for total in sorted(totals))
                yield Finding(text.place, f"{said[0]!r} is said without how many there were", hint)


def _counts(claim: Claim) -> set[tuple[int, int]]:
    """Every count of people in a claim, with its total."""
    texts = (claim.statement, claim.caveat, *(figure.note for figure in claim.figures))
    found = {(part, whole) for text in texts for _, part, whole in shares_in(text) if whole not in (100, 1000, 10_000)}
    return found | counted(claim)


_SAID = re.compile(r"\b(\d+) (more|fewer) in 100\b")
MAY_BE_NONE = re.compile(
    r"\bno (?:clear|true|real) (?:difference|gap)|\bor none\b|\b(?:could|may|might) be (?:due to )?chance|\babout the same",
    re.IGNORECASE,
)
CHANCE = re.compile(r"could be due to chance|may have added nothing")


@rule("error")
def differences(context: LintContext) -> Iterator[Finding]:
    """Under every comparison stands the difference in words, or that there may be none.

    Two shares side by side leave the sum to the reader. The words of a picture with two groups say it: "18 more in 100" or
    "17 fewer in 100", for the first group against the second; where the figure's note says that it could be chance, they
    say so ("or none", "could be chance"). It stands in the words and nowhere else, so that no view says it twice. Where a
    difference is said in a block or in the quiz, it is that of two shares before it there, to within 1 for rounding.
    Source: IPDAS v4, "allows comparing probabilities"; our standard.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
            words: "55 out of 100 felt better on syrup, and 41 out of 100 on water: 14 more in 100."}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
            words: "55 out of 100 felt better on syrup, and 41 out of 100 on water: 14 fewer in 100."}]
    """
    for place, picture in context.every(IconArray):
        yield from _of_picture(context, place.at("words"), picture)
    saying = {text.place.unit for text in context.containing(" more in 100", " fewer in 100")}
    for placed in context.placed_blocks:
        if placed.place.unit in saying and not isinstance(placed.block, Details | Faq | FactBox):  # by block, or by row
            yield from _wrong(placed.place, context.texts_at(placed.place))
    choices = [text for text in context.counting if "choices" in text.place.path]
    for _, texts in groupby(choices, key=lambda text: (text.place.file, text.place.path[:-1])):
        said = tuple(texts)
        yield from _wrong(said[-1].place, said)


def _wrong(place: Place, texts: Iterable[ReaderText]) -> Iterator[Finding]:
    whole = "\n".join(text.text for text in texts)
    for said in _SAID.finditer(whole):
        before = [part for _, part, of in shares_in(whole[: said.start()]) if of == 100]
        if not any(_is(said, one - other) for one, other in combinations(before, 2)):
            hint = "take the second share from the first: more where the first is larger, else fewer"
            yield Finding(place, f"{said[0]!r} is not the difference of two shares before it", hint)


def _of_picture(context: LintContext, place: Place, picture: IconArray) -> Iterator[Finding]:
    figure, words = context.figure(picture), picture.words.text
    gap = gap_of(figure)
    if figure is None or gap is None or MAY_BE_NONE.search(words):
        return
    if CHANCE.search(figure.note):
        yield Finding(place, "the words do not say that there may be no difference", 'add "or none"')
    elif not any(_is(said, gap) for said in _SAID.finditer(words)):
        message = "the words do not say the difference, nor that there may be none"
        yield Finding(place, message, f'add "{difference(gap)}"')


def gap_of(figure: Figure | None) -> int | None:
    """The people out of 100 by which the first group of a figure is ahead of the second; None without a second."""
    return figure.arms[0].per100 - figure.arms[1].per100 if figure and len(figure.arms) > 1 else None


def difference(gap: int) -> str:
    """The words for a difference."""
    return f"{abs(gap)} {'more' if gap > 0 else 'fewer'} in 100" if gap else "about the same"


def _is(said: re.Match[str], gap: int) -> bool:
    return abs(int(said[1]) - abs(gap)) <= 1 and (said[2] == "more") == (gap > 0)


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
MAY_BE = re.compile(r"\b(?:may|might|could|theory|theories|leaned)\b|\bor none\b", re.IGNORECASE)
_OTHERS = ("saying", "question", "questions", "title", "verdict", "picture")


@rule("warning")
def what_may_be(context: LintContext) -> Iterator[Finding]:
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
    for text in context.containing(*_PIECES):
        if text.role in _OTHERS or isinstance(text.block, Heading) or "interface" in text.place.file:
            continue
        for sentence in sentences(text.text):
            unknown = _UNKNOWN.search(sentence)
            if not unknown or not _EFFECT.search(sentence) or is_question(sentence):
                continue
            if not any(MAY_BE.search(other.text) for other in context.texts_near(text.place)):
                hint = 'say what may be so: "it may do nothing", "either may be better", "there may be harm"'
                yield Finding(text.place, f"{unknown[0]!r} stands alone", hint)
