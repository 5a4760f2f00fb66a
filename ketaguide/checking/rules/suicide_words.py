"""Suicide is spoken of without crime, success, method, place or amount.

Never "commit suicide" or "successful attempt"; nothing that shows how. Words in quotation marks, named as what not to
say, are exempt. Source: Samaritans' media guidelines, 6th edition, 2020.

Passes:
    en/sections/risks.yaml: {summary: ['Say "died by suicide". Leave out "committed suicide".']}

Fails:
    en/sections/risks.yaml: {summary: [Some people commit suicide.]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.wording import QUOTED, SUICIDE

ID = "suicide-words"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Words that harm."""
    for text in draft.doubtful:
        for said, hint in SUICIDE.found(QUOTED.sub(" ", text.text)):
            yield Found(text.place, f"{said!r} can harm somebody who reads it", hint)
