"""A valid guide that is still wrong: the table of rules, and running them.

A rule has `ID` and `LEVEL`, a docstring that is its entry in the manual, and `check`, which yields its findings. It is a
module of `checking.rules` of the same name, or a row of `phrase_table`. Nothing is discovered: `_ORDER` lists them all.
"""

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Protocol, cast

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.checking.phrase_table import PHRASE_RULES
from ketaguide.loading.problem import Level, Places, Problem, ordered
from ketaguide.model.guide import Guide

_ORDER = (
    "dates", "review-state", "stale-claims", "verified-claims", "known-claims", "known-sources", "known-links",
    "known-ids", "myths", "citations", "uncited-facts", "numbers", "funding-named", "figure-sums", "source-links",
    "phones", "phone-form", "dead-numbers", "contact-dates", "contact-reach", "websites", "crisis-copy", "crisis-block",
    "care-card-heading", "care-card-once", "care-card-contacts", "care-card-suicide", "suicide-words", "time-paths",
    "no-instructions", "not-a-device", "people-first", "hype", "promises", "rare", "relative-risk", "plain-words",
    "uk-spelling", "latin", "signs", "sentence-length", "sentence-mean", "paragraph-length", "page-parts", "page-length",
    "headings", "options-tables", "diagrams", "glyphs", "markup", "shares", "ranges", "counted-people",
    "icon-array-words", "icon-array-repeats", "differences", "what-may-be", "both-sides", "benefit-context",
    "nations-named", "glossary-used", "glossary-named", "glossary-meanings", "home-answers", "quiz-choices", "quiz-tone",
    "short-pages", "short-age", "short-length", "short-parts", "short-contacts", "short-numbers", "short-facts", "empty-fields",
    "unused-pages", "unused-claims", "unused-sources", "unused-contacts", "unused-asks", "unexpected-files",
)  # fmt: skip
"""The ids of all rules, in the order of the manual."""


class Rule(Protocol):
    """A module of `checking.rules`, or a row of the table of phrases."""

    __doc__: str | None
    ID: str
    LEVEL: Level

    @staticmethod
    def check(context: LintContext) -> Iterator[Finding]:
        """Everything in the guide that breaks the rule."""


_ROWS = {rule.ID: rule for rule in PHRASE_RULES}


def _rule(id_: str) -> Rule:
    return cast(Rule, _ROWS.get(id_) or import_module(f"{__name__}.rules.{id_.replace('-', '_')}"))


RULES: tuple[Rule, ...] = tuple(_rule(id_) for id_ in _ORDER)
"""Every rule, in the order of the manual."""


def check_guide(guide: Guide, places: Places) -> list[Problem]:
    """Everything that any rule finds, in order of file and line."""
    context = LintContext(guide, places)
    return list(ordered(problem for rule in RULES for problem in run(rule, context)))


OF_CONTACTS = tuple(rule for rule in RULES if rule.ID == "contact-dates")
"""The rules that hold for a contact of a site too, beyond what reading a site file asks of it."""


def check_contacts(guide: Guide, places: Places) -> list[Problem]:
    """Findings of the rules for contacts, in contacts.yaml only."""
    context = LintContext(guide, places)
    found = (problem for rule in OF_CONTACTS for problem in run(rule, context))
    return list(ordered(problem for problem in found if problem.file == "contacts.yaml"))


MOST_FOUND = 200
"""Findings of one rule that are listed: advice on thousands of names that do not exist takes minutes."""


def run(rule: Rule, context: LintContext) -> Iterator[Problem]:
    """Everything that one rule finds, as far as anybody reads."""
    for found in islice(rule.check(context), MOST_FOUND):
        place = found.place
        yield context.places.problem(place.file, place.path, rule.ID, found.message, found.hint, rule.LEVEL)
