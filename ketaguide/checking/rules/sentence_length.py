"""No sentence is longer than 30 words, and none in the short edition longer than 15.

A long sentence has to be held in mind to its end, and a tired person cannot. List items and headings count as
sentences. Titles of publications are exempt. Source: NHS content style guide (aim at 20); our standard (15).

Passes:
    en/sections/risks.yaml: {summary: [A short sentence. And another one.]}

Fails:
    en/sections/risks.yaml:
      summary:
        - This one goes on and on and on, as sentences do when nobody stops to think how it is to read them late at night
          in a bed that is cold and far from sleep.
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.checking.text import sentences, words
from ketaguide.model.guide import SHORT

ID = "sentence-length"
LEVEL = "error"
LONGEST = {None: 30, "en": 30, SHORT: 15}
"""Words, by edition."""


def check(context: LintContext) -> Iterator[Finding]:
    """Sentences that are too long."""
    for text in context.words:
        limit = LONGEST[text.edition_id]
        for sentence in sentences(text.text) if text.text.count(" ") >= limit else ():
            if sentence.count(" ") >= limit and (count := len(words(sentence))) > limit:
                shown = " ".join(sentence.split()[:6])
                message = f"a sentence of {count} words, {limit} at most: {shown!r} …"
                yield Finding(text.place, message, "make two of it, or cut what is not needed")
