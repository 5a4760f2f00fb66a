"""A phone number is written as people read it out: digits in groups, and nothing else.

Views print it large, speech reads it digit by digit, and a screen reader joins digits that are not grouped. What to
press belongs in `phone_note`. Source: NHS content style guide, telephone numbers.

Passes:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: listening, for_whom: anyone, phone: "0800 123 4567", checked: 2026-02-28,
           check_by: 2026-08-28, sources: [test-page]}

Fails:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: listening, for_whom: anyone, phone: "08001234567 (press 2)",
           checked: 2026-02-28, check_by: 2026-08-28, sources: [test-page]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place

ID = "phone-form"
LEVEL = "error"
_FORM = re.compile(r"\d{2,5}(?: \d{2,6})*")
_LONGEST_GROUP = 6


def check(context: LintContext) -> Iterator[Finding]:
    """Numbers that are not digits in groups."""
    for at, contact in enumerate(context.guide.contacts.values()):
        for field, number in (("phone", contact.phone), ("sms", contact.sms)):
            grouped = all(len(group) <= _LONGEST_GROUP for group in number.split())
            if number and not (_FORM.fullmatch(number) and grouped):
                hint = 'write it in groups, as in "0808 808 8000", and what to press in phone_note'
                yield Finding(Place("contacts.yaml", ("contacts", at, field)), f"{number!r} is not digits in groups", hint)
