"""Words that the country of the guide spells otherwise."""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.phrases import any_of
from ketaguide.checking.rule import Finding, rule


@rule("error")
def spelling(context: LintContext) -> Iterator[Finding]:
    """The spelling of the guide's country, and its names of things.

    The profile lists words that another country spells otherwise: for the UK, behaviour, centre, organise and A&E. Titles of
    publications keep their own spelling. Source: NHS content style guide.

    Passes:
        en/sections/risks.yaml: {summary: ["The centre can organise a lift."]}

    Fails:
        en/sections/risks.yaml: {summary: ["The center can organize a ride."]}
    """
    profile = context.guide.profile
    instead = {pair[0]: pair[-1] for pair in profile.spelling}
    lists = [(any_of(map(re.escape, instead)), tuple(instead), "")] if instead else []
    lists += [(re.compile(rf"\b(?:{one.pattern})\b"), one.containing, one.write) for one in profile.spelled]
    for pattern, pieces, cure in lists:
        for text in context.containing(*pieces):
            said = {text.text[match.start() : match.end()]: None for match in pattern.finditer(text.text.lower())}
            for word in said:
                message = f"{word!r} is spelled otherwise in {profile.name}"
                yield Finding(text.place, message, cure or f"write {instead[word.lower()]}")
