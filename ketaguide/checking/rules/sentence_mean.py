"""The sentences of a page have at most 20 words on average.

One long sentence is forgiven; a page of them is not. Titles, headings and anything of fewer than four words are
left out of the count, so that they cannot hide the rest. Source: NHS content style guide, "sentences"; our standard.

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: A sentence of a few short words. And then one more of the same length.}]

Fails:
    en/sections/risks.yaml:
      summary:
        - This sentence has rather more words than it needs to have, and says them in order to say the little that it has to
          say to you.
      blocks: [{kind: paragraph, text: This sentence is also longer than a sentence ought to be when all that it wants to do
        is to make the mean of the page too long.}]
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, PlacedSection
from ketaguide.checking.text import sentences, words

ID = "sentence-mean"
LEVEL = "error"
MEAN = 20
SHORTEST_COUNTED = 4


def check(context: LintContext) -> Iterator[Finding]:
    """Pages whose sentences are long on the whole."""
    for page in context.pages:
        mean = mean_length(context, page)
        if mean > MEAN:
            message = f"sentences have {mean:.1f} words on average, {MEAN} at most"
            yield Finding(page.place, message, "shorten the longest ones")


def mean_length(context: LintContext, page: PlacedSection) -> float:
    """Words of a sentence of the page, on average; 0 for a page without sentences."""
    counts = [
        count
        for text in context.texts_in(page)
        if text.prose is not None
        for sentence in sentences(text.text)
        if (count := len(words(sentence))) >= SHORTEST_COUNTED
    ]
    return sum(counts) / len(counts) if counts else 0.0
