"""A block that rests on a fact of some nations only names them, or is shown in them only.

What the NHS offers, and the law of mental health, differ between England, Scotland, Wales and Northern Ireland. A
block that cites a claim of one nation says its name, names its body (NICE, SMC, DVLA) or has `nations`; or a heading or
paragraph above it does. Source: our standard, "nations where it matters".

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

import re
from collections.abc import Iterator
from typing import Any

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, PlacedBlock
from ketaguide.model.block import Block, Callout, Details, Faq, Heading, Inset, Paragraph
from ketaguide.model.contact import NATIONS, Nation

ID = "nations-named"
LEVEL = "error"

_IN_WORDS: dict[Nation, str] = {
    "england": r"England|English|NICE|Oxford|London|Northampton\w*|NHS trust|UK|four nations|CQC|Birmingham|DVLA|Great Britain",
    "scotland": r"Scotland|Scottish|SMC|UK|four nations|Edinburgh|Glasgow|DVLA|Great Britain",
    "wales": r"Wales|Welsh|UK|four nations|DVLA|Great Britain",
    "northern-ireland": r"Northern Ireland|UK|four nations|Belfast",
}
"""Words that tell a reader which nation is meant."""
_NAMES = {nation: re.compile(rf"\b(?:{names})\b") for nation, names in _IN_WORDS.items()}


def check(context: LintContext) -> Iterator[Finding]:
    """Blocks that leave the nation open."""
    for placed in context.placed_blocks:
        if isinstance(placed.block, Details | Faq) or placed.block.nations or placed.page.section.nations:
            continue
        local = [claim for claim in context.cited(placed.block.cites) if 0 < len(claim.nations) < len(NATIONS)]
        words = " ".join(text.text for text in context.texts_of(placed)) + " " + _above(placed) if local else ""
        for claim in local:
            if not any(_NAMES[nation].search(words) for nation in claim.nations):
                named = ", ".join(claim.nations)
                message = f"{claim.id!r} is about {named} only, and the block does not say so"
                yield Finding(placed.place, message, "name the nation, or add nations")
                break


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
