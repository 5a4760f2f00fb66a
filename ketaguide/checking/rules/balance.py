"""Both sides of a statement: studies that disagree, risks beside benefits, the nation it holds in."""

import re
from collections.abc import Iterator
from itertools import islice

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, Place, PlacedBlock, PlacedSection, linked_by, rule
from ketaguide.checking.rules.figures import gap_of
from ketaguide.loading.advice import nearest
from ketaguide.model.block import Block, Callout, Details, FactBox, FactRow, Faq, Heading, IconArray, Inset, Paragraph
from ketaguide.model.options import GridCell

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
        cited = set(context.cites[page.place.file])
        for group in balance.together:
            said, missing = [claim for claim in group if claim in cited], [claim for claim in group if claim not in cited]
            if said and missing:
                message = f"{said[0]!r} is cited without {' and '.join(map(repr, missing))}, which disagrees"
                yield Finding(page.place, message, "tell both, side by side")
        missing = [claim for claim in balance.no_clear_difference if claim not in cited]
        shown = [one for _, one in _benefits(context, page) if one.claim not in balance.no_clear_difference]
        if missing and sum((gap_of(context.figure(one)) or 0) > 0 for one in shown) >= ENOUGH:
            message = f"the page shows {ENOUGH} or more better results and not {' or '.join(missing)}"
            yield Finding(page.place, message, "show or tell the trials that found no clear difference")


def _benefits(context: LintContext, page: PlacedSection) -> Iterator[tuple[Place, IconArray | FactRow]]:
    """Every picture of a benefit, and every row of a fact box on what may get better, with the place of its block."""
    for at, block in enumerate(page.section.blocks):
        shown = (block,) if isinstance(block, IconArray) else block.better if isinstance(block, FactBox) else ()
        for one in shown:
            if (claim := context.guide.claims.get(one.claim)) and claim.topic == BENEFIT:
                yield page.place.at("blocks", at), one


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
          blocks: [{kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
            words: "55 out of 100 felt better on syrup, and 41 out of 100 on water."}]
    """
    for page in context.pages:
        texts = context.texts_in(page)
        for place, _ in islice(_benefits(context, page), 1):
            if not any(_SURE.search(text.text) for text in texts):
                yield Finding(place, "a benefit is shown and nothing says how sure we are", 'add a part "How sure are we?"')
            linked = {page.section.id, *linked_by(texts, "section")}
            for name in context.guide.meta.balance.beside_benefit:
                if name not in linked:
                    message = f"a benefit is shown without a link to the page {name!r}"
                    yield Finding(place, message, f"add a link: [words](section:{name})")


@rule("error")
def nations_named(context: LintContext) -> Iterator[Finding]:
    """A block that rests on a fact of some nations only names them, or is shown in them only.

    What a health service offers, and the law of mental health, differ between nations. A block that cites a claim of one
    nation says its name or another word that the profile lists for it or for the country, or has `nations`; or a heading
    or paragraph above it does. Source: our standard, "nations where it matters".

    Passes:
        en/sections/risks.yaml:
          blocks:
            - {kind: paragraph, text: In Scotland and Wales the health service offers it., cites: [syrup-offer]}
            - {kind: paragraph, text: The health service offers it., cites: [syrup-offer], nations: [scotland]}
        evidence.yaml: {claims: [{id: syrup-offer, nations: [scotland]}]}

    Fails:
        en/sections/risks.yaml: {blocks: [{kind: paragraph, text: The health service offers it., cites: [syrup-offer]}]}
        evidence.yaml: {claims: [{id: syrup-offer, nations: [scotland]}]}
    """
    profile = context.guide.profile
    words = {one.id: "|".join(map(re.escape, (one.name, *one.words, *profile.words))) for one in profile.nations}
    names = {nation: re.compile(rf"\b(?:{either})\b") for nation, either in words.items()}
    shown = [(place, "cell", cell.cites, cell.text.text) for place, cell in context.every(GridCell) if not cell.nations]
    for placed in context.placed_blocks:
        block = placed.block
        if block.cites and not (isinstance(block, Details | Faq) or block.nations or placed.page.section.nations):
            said = " ".join([*(text.text for text in context.texts_at(placed.place)), _above(placed)])
            shown.append((placed.place, "block", block.cites, said))
    for place, what, cites, said in shown:
        for claim in context.cited(cites):
            is_local = 0 < len(claim.nations) < len(profile.ids)
            if is_local and not any(names[nation].search(said) for nation in claim.nations if nation in names):
                message = f"{claim.id!r} is about {', '.join(claim.nations)} only, and the {what} does not say so"
                yield Finding(place, message, "name the nation, or add nations")
                break


def _above(placed: PlacedBlock) -> str:
    """Text that a reader has read when they come to a block: from the heading, fold or question it stands under."""
    match placed.outer:
        case Details(title=title, blocks=blocks) | Faq(question=title, answer=blocks):
            return f"{title} {' '.join(map(_said, blocks))}"
    said = ""
    for block in placed.page.section.blocks[: int(placed.place.path[-1])]:
        said = f"{block.text} {' '.join(block.nations)}" if isinstance(block, Heading) else f"{said} {_said(block)}"
    return said


def _said(block: Block) -> str:
    return block.text.text if isinstance(block, Paragraph | Inset | Callout) else ""
