"""A source's address is that of the publication itself.

No archive, mirror, search result, shortener or copy in the news; https; and where only a copy is known, no address:
title, publisher and year are enough to find it. Source: our standard, "A reader sees the real reference".

Passes:
    sources.yaml: {sources: [{id: test-page, title: A page, publisher: NICE, url: "https://www.nice.org.uk/guidance/ng222"}]}

Fails:
    sources.yaml: {sources: [{id: test-page, title: A page, publisher: NICE, url: "http://web.archive.org/ng222"}]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place

ID = "source-links"
LEVEL = "error"

_MIRRORS = re.compile(
    r"archive\.(?:org|ph|is|today)|webcache|googleusercontent|translate\.goog|sci-hub|scribd|academia\.edu|researchgate|europepmc"
    r"|semanticscholar|bit\.ly|tinyurl|t\.co/|amp\.|/amp/|docslide|docplayer|vdoc|studocu|coursehero|reddit|wikipedia|moreblossom"
    r"|uptodate|hndistilled|eobjstudio|github\.|huggingface|medium\.com|substack|blogspot|wordpress\.com|localhost|example\.com",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:/\S*)?")


def check(context: LintContext) -> Iterator[Finding]:
    """Addresses of copies."""
    for at, source in enumerate(context.guide.sources.values()):
        place = Place("sources.yaml", ("sources", at, "url"))
        if source.url and not _ADDRESS.fullmatch(source.url):
            yield Finding(place, f"{source.url!r} is not an https address", "write the publication's own address, or none")
        elif mirror := _MIRRORS.search(source.url):
            message = f"the address of {source.id!r} is that of a copy ({mirror[0]})"
            yield Finding(place, message, "write the publication's own address, or none")
