"""A page with a picture of benefit says how sure we are, and leads to the risks and to how long it lasts.

A number of people helped, alone, is an advert. The page has a heading or sentence of certainty ("How sure are we?")
and links to the pages that guide.yaml lists in `beside_benefit`, unless it is one of them. Source: our standard, "a
benefit never without"; IPDAS v4, balance.

Passes:
    en/sections/see-your-gp.yaml:
      blocks:
        - {kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
           words: "55 out of 100 felt better on syrup, and 41 out of 100 on water."}
        - {kind: heading, text: "How sure are we?"}
        - {kind: paragraph, text: "Not very. See [the risks](section:risks) and [how long](section:how-long-it-lasts)."}

Fails:
    en/sections/see-your-gp.yaml:
      blocks:
        - {kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
           words: "55 out of 100 felt better on syrup, and 41 out of 100 on water."}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, PlacedSection
from ketaguide.model.block import IconArray
from ketaguide.model.prose import links

ID = "benefit-context"
LEVEL = "error"
BENEFIT = "benefit"
"""The topic of claims about what a treatment can do."""
_SURE = re.compile(r"how sure|not (?:very |quite )?sure|(?:very )?unsure|(?:un)?certain", re.IGNORECASE)


def check(context: LintContext) -> Iterator[Finding]:
    """Pages that show a benefit and nothing beside it."""
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
    """The index of the first picture of benefit among the blocks of a page."""
    for at, block in enumerate(page.section.blocks):
        if isinstance(block, IconArray) and (claim := context.guide.claims.get(block.claim)) and claim.topic == BENEFIT:
            return at
    return None
