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

import re
from collections.abc import Iterator
from itertools import combinations, groupby

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place, PlacedBlock, ReaderText
from ketaguide.checking.text import shares
from ketaguide.model.block import Details, Faq, IconArray

ID = "differences"
LEVEL = "error"

_SAID = re.compile(r"\b(\d+) (more|fewer) in 100\b")
_MAY_BE_NONE = re.compile(
    r"\bno (?:clear|true|real) (?:difference|gap)|\bor none\b|\b(?:could|may|might) be (?:due to )?chance|\babout the same",
    re.IGNORECASE,
)
_CHANCE = re.compile(r"could be due to chance|may have added nothing")


def check(context: LintContext) -> Iterator[Finding]:
    """Pictures without their difference, and differences that are not those of the shares beside them."""
    saying = {(text.place.file, *text.place.path[:2]) for text in context.containing(" more in 100", " fewer in 100")}
    for placed in context.placed_blocks:
        if isinstance(placed.block, IconArray):
            yield from _of_picture(context, placed, placed.block)
        is_looked_at = (placed.place.file, *placed.place.path[:2]) in saying
        if is_looked_at and not isinstance(placed.block, Details | Faq):  # their blocks are looked at one by one
            yield from _wrong(placed.place, context.texts_of(placed))
    choices = [text for text in context.counting if "choices" in text.place.path]
    for _, texts in groupby(choices, key=lambda text: (text.place.file, text.place.path[:-1])):
        said = tuple(texts)
        yield from _wrong(said[-1].place, said)


def _wrong(place: Place, texts: tuple[ReaderText, ...]) -> Iterator[Finding]:
    whole = "\n".join(text.text for text in texts)
    for said in _SAID.finditer(whole):
        before = [part for _, part, of in shares(whole[: said.start()]) if of == 100]
        if not any(_is(said, one - other) for one, other in combinations(before, 2)):
            hint = "take the second share from the first: more where the first is larger, else fewer"
            yield Finding(place, f"{said[0]!r} is not the difference of two shares before it", hint)


def _of_picture(context: LintContext, placed: PlacedBlock, block: IconArray) -> Iterator[Finding]:
    claim = context.guide.claims.get(block.claim)
    figure = claim.figure(block.measure) if claim else None
    if figure is None or len(figure.arms) < 2:
        return
    gap = figure.arms[0].per100 - figure.arms[1].per100
    words = block.words.text
    if not _MAY_BE_NONE.search(words) and _CHANCE.search(figure.note):
        yield Finding(placed.place.at("words"), "the words do not say that there may be no difference", 'add "or none"')
    elif not _MAY_BE_NONE.search(words) and not any(_is(said, gap) for said in _SAID.finditer(words)):
        difference = f"{abs(gap)} {'more' if gap > 0 else 'fewer'} in 100" if gap else "about the same"
        message = "the words do not say the difference, nor that there may be none"
        yield Finding(placed.place.at("words"), message, f'add "{difference}"')


def _is(said: re.Match[str], gap: int) -> bool:
    return abs(int(said[1]) - abs(gap)) <= 1 and (said[2] == "more") == (gap > 0)
