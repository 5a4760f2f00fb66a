"""A heading says what follows, and something follows.

No heading right after a heading, none at the end of a page, no full stop, at most 60 characters. A reader finds the
way by headings, and a screen reader lists them. Source: WCAG 2.2, success criterion 2.4.6; NHS content style guide.

Passes:
    en/sections/risks.yaml: {blocks: [{kind: heading, text: What to ask}, {kind: paragraph, text: Ask.}]}

Fails:
    en/sections/risks.yaml: {blocks: [{kind: heading, text: What to ask.}, {kind: heading, text: Whom}]}
"""

from collections.abc import Iterator
from itertools import zip_longest

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.block import Heading

ID = "headings"
LEVEL = "error"
LONGEST = 60


def check(context: LintContext) -> Iterator[Finding]:
    """Headings over nothing, and headings that are sentences."""
    for page in context.pages:
        blocks = page.section.blocks
        for at, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
            place = page.place.at("blocks", at)
            if not isinstance(block, Heading):
                continue
            if after is None or (isinstance(after, Heading) and set(after.nations) == set(block.nations)):
                yield Finding(place, f"nothing stands under the heading {block.text!r}", "remove it, or write what it promises")
            if block.text.endswith((".", ":", "!")) or len(block.text) > LONGEST:
                message = f"the heading is a sentence: {block.text[:40]!r}"
                yield Finding(place.at("text"), message, f"no full stop, and at most {LONGEST} characters")
