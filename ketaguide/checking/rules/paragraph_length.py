"""A paragraph has at most three sentences.

More make a grey wall on a screen of 22 lines. Asides and important notes count as paragraphs. Source: NHS content
style guide; our standard.

Passes:
    en/sections/risks.yaml: {blocks: [{kind: paragraph, text: You can ask. You can wait. You can change your mind.}]}

Fails:
    en/sections/risks.yaml: {blocks: [{kind: paragraph, text: You can ask. You can wait. You can go. You can stay.}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.checking.text import sentences
from ketaguide.model.block import Callout, Inset, Paragraph

ID = "paragraph-length"
LEVEL = "error"
MOST = 3


def check(context: LintContext) -> Iterator[Finding]:
    """Paragraphs of more than three sentences."""
    for placed in context.placed_blocks:
        if isinstance(placed.block, Paragraph | Inset | Callout):
            count = len(sentences(placed.block.text.text))
            if count > MOST:
                message = f"a paragraph of {count} sentences, {MOST} at most"
                yield Finding(placed.place.at("text"), message, "make two paragraphs or a list of it")
