"""A picture is at most 40 columns wide, and its words say something.

It has to fit a window of 43 columns without moving sideways. The words are what plain text, speech and braille give
in its place, so they are a sentence at least. Source: WCAG 2.2, 1.1.1 and 1.4.10; our design: from 43 columns.

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: diagram, title: A way, picture: "A → B", alternative: First comes A and then comes B.,
        cites: [syrup-harm]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: diagram, title: A way, picture: "A ────────────────────────────────────────────────→ B",
        alternative: A picture., cites: [syrup-harm]}]
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.checking.text import words
from ketaguide.model.block import Diagram

ID = "diagrams"
LEVEL = "error"
WIDEST = 40
FEWEST_WORDS = 5


def check(context: LintContext) -> Iterator[Finding]:
    """Pictures that do not fit, and pictures without words."""
    for placed in context.placed_blocks:
        if not isinstance(placed.block, Diagram):
            continue
        widest = max(map(len, placed.block.picture.splitlines()), default=0)
        if widest > WIDEST:
            message = f"the picture is {widest} columns wide, {WIDEST} at most"
            yield Finding(placed.place.at("picture"), message, "set it narrower")
        if len(words(placed.block.alternative.text)) < FEWEST_WORDS:
            place = placed.place.at("alternative")
            yield Finding(place, "the words do not say what the picture shows", "tell it as to someone on the phone")
