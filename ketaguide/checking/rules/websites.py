"""The website of a contact is written as a person types it.

Host and path, no https:// and no www. needed, no blank. It is read out and copied by hand from a screen with no link
to follow. Source: model, `Contact.website`; NHS content style guide, links.

Passes:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: listening, for_whom: anyone, website: other.org.uk/help, checked: 2026-02-28,
           check_by: 2026-08-28, sources: [test-page]}

Fails:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: listening, for_whom: anyone, website: "https://other.org.uk/help",
           checked: 2026-02-28, check_by: 2026-08-28, sources: [test-page]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place

ID = "websites"
LEVEL = "error"
_TYPED = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./-]*)?", re.IGNORECASE)


def check(context: LintContext) -> Iterator[Finding]:
    """Websites that nobody would type so."""
    for at, contact in enumerate(context.guide.contacts.values()):
        if contact.website and not _TYPED.fullmatch(contact.website):
            place = Place("contacts.yaml", ("contacts", at, "website"))
            yield Finding(place, f"{contact.website!r} is not what a person types", "write host and path: samaritans.org")
