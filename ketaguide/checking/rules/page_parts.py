"""Every page has a summary of one to three points, a short name, and questions to take along.

The summary is what a tired person reads; the short name (24 characters at most) fits the contents at 80 columns; the
questions turn reading into a talk with the GP. Source: our standard, "Every page"; PEMAT-P, summary and action.

Passes:
    en/sections/risks.yaml: {nav_title: Risks, summary: [It raises pressure.], questions: [ask-test]}

Fails:
    en/sections/risks.yaml: {nav_title: The risks of test syrup at length, summary: [], questions: []}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding

ID = "page-parts"
LEVEL = "error"
MOST_POINTS = 3
LONGEST_NAME = 24


def check(context: LintContext) -> Iterator[Finding]:
    """Pages without one of the parts that every page has."""
    for page in context.pages:
        section, place = page.section, page.place
        if not 1 <= len(section.summary) <= MOST_POINTS:
            message = f"a summary of {len(section.summary)} points, 1 to {MOST_POINTS} are wanted"
            yield Finding(place.at("summary"), message, "say what to remember, in three points at most")
        if len(section.nav_title) > LONGEST_NAME:
            message = f"nav_title has {len(section.nav_title)} characters, {LONGEST_NAME} at most"
            yield Finding(place.at("nav_title"), message, "shorten it; title may be longer")
        if not section.questions:
            yield Finding(place.at("questions"), "the page ends without questions to ask", "add ids from questions.yaml")
