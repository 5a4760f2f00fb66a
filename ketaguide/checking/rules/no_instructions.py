"""No sentence tells a person what to take, to stop or to ask for in what amount.

The guide sets out choices and questions; the reader and their team decide. "Do not stop without asking" is safe and
may be said. Source: our standard; MHRA guidance on medical device software.

Passes:
    en/sections/risks.yaml: {summary: [Do not stop your medicine without asking.]}

Fails:
    en/sections/risks.yaml: {summary: [You should take ketamine.]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.wording import INSTRUCTIONS

ID = "no-instructions"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Sentences that prescribe."""
    for text in draft.doubtful:
        if text.role not in ("saying", "question"):
            for said, hint in INSTRUCTIONS.found(text.text):
                yield Found(text.place, f"{said!r} tells a person what to take", hint)
