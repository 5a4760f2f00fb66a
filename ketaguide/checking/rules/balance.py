"""Both sides of a statement: studies that disagree, risks beside benefits, the nation it holds in."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place, PlacedBlock, PlacedSection
from ketaguide.checking.rule import rule
from ketaguide.loading.wording import nearest
from ketaguide.model.block import Block, Callout, Details, FactBox, FactRow, Faq, Heading, IconArray, Inset, Paragraph
from ketaguide.model.contact import Nation
from ketaguide.model.evidence import Claim
from ketaguide.model.profile import Profile
from ketaguide.model.prose import links

BENEFIT = "benefit"
"""The topic of claims about what a treatment can do."""
ENOUGH = 2
"""Pictures of a better result that call for the other side."""


@rule("error")
def both_sides(context: LintContext) -> Iterator[Finding]:
    """Studies that disagree stand together.

    `balance` in guide.yaml lists them. A page that cites one claim of a group of `together` cites the others; a page with two
    or more better results for the treatment, in pictures or fact boxes, also cites every claim of `no_clear_difference`.
    Source: our standard, "Both sides stand together"; IPDAS v4, balance.

    Passes:
        guide.yaml: {balance: {together: [[syrup-harm, who-to-call]]}}
        en/sections/risks.yaml: {cites: [syrup-harm, who-to-call]}

    Fails:
        guide.yaml: {balance: {together: [[syrup-harm, who-to-call]]}}
        en/sections/risks.yaml: {cites: [syrup-harm]}
    """
    balance = context.guide.meta.balance
    for claim in dict.fromkeys([*balance.no_clear_difference, *(claim for group in balance.together for claim in group)]):
        if claim not in context.guide.claims:
            place = Place("guide.yaml", ("balance",))
            yield Finding(place, f"there is no claim {claim!r} in evidence.yaml", nearest(claim, context.guide.claims))
    for page in context.pages:
        cited = set(context.cites_of(page))
        for group in balance.together:
            said, missing = [claim for claim in group if claim in cited], [claim for claim in group if claim not in cited]
            if said and missing:
                message = f"{said[0]!r} is cited without {' and '.join(map(repr, missing))}, which disagrees"
                yield Finding(page.place, message, "tell both, side by side")
        missing = [claim for claim in balance.no_clear_difference if claim not in cited]
        if missing and _better(context, page) >= ENOUGH:
            message = f"the page shows {ENOUGH} or more better results and not {' or '.join(missing)}"
            yield Finding(page.place, message, "show or tell the trials that found no clear difference")


def _better(context: LintContext, page: PlacedSection) -> int:
    """The number of pictures, and of rows of fact boxes, that show the treatment ahead in a benefit."""
    count = 0
    for one in chain.from_iterable(map(_drawn, page.section.blocks)):
        claim = context.guide.claims.get(one.claim)
        if claim is None or claim.topic != BENEFIT or claim.id in context.guide.meta.balance.no_clear_difference:
            continue
        figure = claim.figure(one.measure)
        count += bool(figure and len(figure.arms) > 1 and figure.arms[0].per100 > figure.arms[1].per100)
    return count


def _drawn(block: Block) -> tuple[IconArray | FactRow, ...]:
    """The pictures of a block, or its rows of what may get better."""
    return (block,) if isinstance(block, IconArray) else block.better if isinstance(block, FactBox) else ()


_SURE = re.compile(r"how sure|not (?:very |quite )?sure|(?:very )?unsure|(?:un)?certain", re.IGNORECASE)


@rule("error")
def benefit_context(context: LintContext) -> Iterator[Finding]:
    """A page with a picture or fact box of benefit says how sure we are, and leads to the risks and to how long it lasts.

    A number of people helped, alone, is an advert. The page has a heading or sentence of certainty ("How sure are we?")
    and links to the pages that guide.yaml lists in `beside_benefit`, unless it is one of them. Source: our standard, "a
    benefit never without"; IPDAS v4, balance.

    Passes:
        en/sections/see-your-gp.yaml:
          blocks:
            - {kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
               words: "55 out of 100 felt better on syrup, and 41 out of 100 on water."}
            - {kind: heading, text: "How sure are we?"}
            - {kind: paragraph, text: "Not very. See [the risks](section:risks)."}

    Fails:
        en/sections/see-your-gp.yaml:
          blocks:
            - {kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
               words: "55 out of 100 felt better on syrup, and 41 out of 100 on water."}
    """
    for page in context.pages:
        first = first_benefit(context, page)
        if first is None:
            continue
        place = page.place.at("blocks", first)
        texts = context.texts_in(page)
        if not any(_SURE.search(text.text) for text in texts):
            yield Finding(place, "a benefit is shown and nothing says how sure we are", 'add a part "How sure are we?"')
        linked = {target for text in texts if text.prose for target in links(text.prose, "section")} | {page.section.id}
        for name in context.guide.meta.balance.beside_benefit:
            if name not in linked:
                message = f"a benefit is shown without a link to the page {name!r}"
                yield Finding(place, message, f"add a link: [words](section:{name})")


def first_benefit(context: LintContext, page: PlacedSection) -> int | None:
    """The index of the first picture or fact box of benefit among the blocks of a page."""
    for at, block in enumerate(page.section.blocks):
        claims = (context.guide.claims.get(one.claim) for one in _drawn(block))
        if any(claim and claim.topic == BENEFIT for claim in claims):
            return at
    return None


@rule("error")
def nations_named(context: LintContext) -> Iterator[Finding]:
    """A block that rests on a fact of some nations only names them, or is shown in them only.

    What a health service offers, and the law of mental health, differ between nations. A block that cites a claim of one
    nation says its name or another word that the profile lists for it or for the country, or has `nations`; or a heading
    or paragraph above it does. Source: our standard, "nations where it matters".

    Passes:
        en/sections/risks.yaml:
          blocks:
            - {kind: paragraph, text: In Scotland and Wales the health service offers it., cites: [offer]}
            - {kind: paragraph, text: The health service offers it., cites: [offer], nations: [scotland]}
        evidence.yaml:
          claims:
            - {id: offer, topic: availability, statement: Scotland offers it., certainty: high, certainty_from: source,
               verified: true, as_of: 2026-02, nations: [scotland], sources: [test-page]}

    Fails:
        en/sections/risks.yaml: {blocks: [{kind: paragraph, text: The health service offers it., cites: [offer]}]}
        evidence.yaml:
          claims:
            - {id: offer, topic: availability, statement: Scotland offers it., certainty: high, certainty_from: source,
               verified: true, as_of: 2026-02, nations: [scotland], sources: [test-page]}
    """
    names = _names(context.guide.profile)
    for place, cell in context.cells():
        if not cell.nations:
            yield from islice(_unnamed(names, place, "cell", _local(context, cell.cites), cell.text.text), 1)
    for placed in context.placed_blocks:
        if isinstance(placed.block, Details | Faq) or placed.block.nations or placed.page.section.nations:
            continue
        if local := _local(context, placed.block.cites):
            words = " ".join(text.text for text in context.texts_of(placed)) + " " + _above(placed)
            yield from islice(_unnamed(names, placed.place, "block", local, words), 1)


def _names(profile: Profile) -> dict[Nation, re.Pattern[str]]:
    """The words that tell a reader which nation is meant, by nation."""
    words = {one.id: "|".join(map(re.escape, (one.name, *one.words, *profile.words))) for one in profile.nations}
    return {nation: re.compile(rf"\b(?:{either})\b") for nation, either in words.items()}


def _local(context: LintContext, cites: tuple[str, ...]) -> list[Claim]:
    """The cited claims that hold in some nations only."""
    return [claim for claim in context.cited(cites) if 0 < len(claim.nations) < len(context.guide.profile.ids)]


def _unnamed(
    names: dict[Nation, re.Pattern[str]], place: Place, what: str, local: list[Claim], words: str
) -> Iterator[Finding]:
    for claim in local:
        if not any(names[nation].search(words) for nation in claim.nations if nation in names):
            message = f"{claim.id!r} is about {', '.join(claim.nations)} only, and the {what} does not say so"
            yield Finding(place, message, "name the nation, or add nations")


def _above(placed: PlacedBlock) -> str:
    """Text that a reader has read when they come to a block: from the heading, fold or question it stands under."""
    if placed.outer is not None:
        blocks: tuple[Any, ...] = getattr(placed.outer, "answer", ()) or getattr(placed.outer, "blocks", ())
        return f"{getattr(placed.outer, 'title', '')} {getattr(placed.outer, 'question', '')} {' '.join(map(_said, blocks))}"
    said = ""
    for block in placed.page.section.blocks[: int(placed.place.path[-1])]:
        said = f"{block.text} {' '.join(block.nations)}" if isinstance(block, Heading) else f"{said} {_said(block)}"
    return said


def _said(block: Block) -> str:
    return block.text.text if isinstance(block, Paragraph | Inset | Callout) else ""
