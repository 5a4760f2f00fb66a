"""No promise without its figure.

"Good chance", "very effective", "studies have shown": nobody can picture these, and each reader hears another number.
Source: our standard; NHS content style guide, numbers; IPDAS v4, "probabilities".

Passes:
    en/sections/risks.yaml: {summary: [In one trial 55 out of 100 people felt better.]}

Fails:
    en/sections/risks.yaml: {summary: [Studies have shown that you have a good chance.]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.wording import PROMISES, QUOTED

ID = "promises"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Promises that no figure stands behind."""
    for text in draft.doubtful:
        if text.role != "saying":
            for said, hint in PROMISES.found(QUOTED.sub(" ", text.text)):
                yield Found(text.place, f"{said!r} promises without a figure", hint)
