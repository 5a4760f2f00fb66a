"""People come before their condition.

"People with depression", never sufferers, victims, addicts or the mentally ill. Source: NHS content style guide,
mental health; our standard.

Passes:
    en/sections/risks.yaml: {summary: [Some people with depression feel dizzy.]}

Fails:
    en/sections/risks.yaml: {summary: [Depression sufferers feel dizzy.]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.wording import PEOPLE

ID = "people-first"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Words that make a person their condition."""
    for text in draft.doubtful:
        for said, hint in PEOPLE.found(text.text):
            yield Found(text.place, f"{said!r} makes a person their condition", hint)
