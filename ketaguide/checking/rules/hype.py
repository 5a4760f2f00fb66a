"""No words of adverts, wonder or battle.

Miracle, breakthrough, game-changer, lifeline, last resort, glimmer, fight, journey: each promises more than a trial
can, or makes an illness a matter of courage. "Cure" may be said only to deny it or to ask. What others say (a myth's
saying) is exempt. Source: our standard; NHS content style guide; MHRA Blue Guide.

Passes:
    en/sections/risks.yaml: {summary: [It is not a cure. It helped some people for a week.]}

Fails:
    en/sections/risks.yaml: {summary: [This breakthrough is a cure.]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.text import sentences
from ketaguide.checking.wording import CURE, DENIED, HYPE

ID = "hype"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Words that advertise."""
    for text in draft.doubtful:
        for said, hint in HYPE.found(text.text) if text.role != "saying" else ():
            yield Found(text.place, f"{said!r} promises too much or fights too hard", hint)
    for text in draft.having("cur"):
        for sentence in sentences(text.text) if text.role != "saying" else ():
            if (cure := CURE.search(sentence)) and not DENIED.search(sentence):
                yield Found(text.place, f"{cure[0]!r} is said and not denied", "say what it did, for how many, for how long")
