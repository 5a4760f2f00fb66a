"""The guide does not diagnose, detect, monitor, calculate, score or assess.

Nothing about the person goes in and nothing about the person comes out; words that say otherwise would make a medical
device of an information tool. To deny it is welcome. Source: MHRA, medical devices: software applications; our
standard, "What keeps this an information tool".

Passes:
    en/sections/risks.yaml: {summary: [This guide cannot diagnose anybody.]}

Fails:
    en/sections/risks.yaml: {summary: [This guide helps to monitor your mood.]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.text import sentences
from ketaguide.checking.wording import DENIED, DEVICE

ID = "not-a-device"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Sentences that claim what only a device may do."""
    for text in draft.doubtful:
        for said, hint in dict.fromkeys(DEVICE.found(text.text)):  # each once, however often it is said
            if not any(DENIED.search(sentence) for sentence in sentences(text.text) if said in sentence):
                yield Found(text.place, f"{said!r} is what a medical device does", hint)
