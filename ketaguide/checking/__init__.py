"""A valid guide that is still wrong: the table of rules, and running them.

A rule is a function of a module of `checking.rules`, or a row of `phrase_table`. The manual has them in the order of `RULES`.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice

from ketaguide.checking.context import LintContext
from ketaguide.checking.phrase_table import PHRASE_RULES
from ketaguide.checking.rule import Rule
from ketaguide.checking.rules.contacts import contact_dates
from ketaguide.loading.problem import Places, Problem, ordered
from ketaguide.model.guide import Guide

_MODULES = (
    "review", "references", "claims", "citing", "contacts", "urgent_help", "reading", "pages", "blocks", "fact_boxes",
    "options", "figures", "balance", "glossary_quiz", "short", "spelling", "unused",
)  # fmt: skip

_of_modules = (one for name in _MODULES for one in vars(import_module(f"ketaguide.checking.rules.{name}")).values())
RULES = (*(one for one in _of_modules if isinstance(one, Rule)), *PHRASE_RULES)


def check_guide(guide: Guide, places: Places, rules: Iterable[Rule] = RULES) -> list[Problem]:
    """Everything that any rule finds, in order of file and line."""
    context = LintContext(guide, places)
    return list(ordered(problem for rule in rules for problem in run(rule, context)))


def check_contacts(guide: Guide, places: Places) -> list[Problem]:
    """Findings, in contacts.yaml, of the rule for a site's contacts beyond what reading a site file asks of them."""
    return [problem for problem in check_guide(guide, places, [contact_dates]) if problem.file == "contacts.yaml"]


OF_WORDING = frozenset(
    (
        "care-card-contacts", "care-card-heading", "nations-named", "benefit-context", "fact-box-differences", "fact-boxes",
        "differences", "icon-array-words", "headings", "glossary-named", "options-cells", "options-grid",
    )
)  # fmt: skip
"""Rules that read words of the guide's first language; a translation has the blocks of its base, which they were held to."""

MOST_FOUND = 200
"""Findings of one rule that are listed: advice on thousands of names that do not exist takes minutes."""


def run(rule: Rule, context: LintContext) -> Iterator[Problem]:
    """Everything that one rule finds, as far as anybody reads."""
    foreign = context.other_languages if rule.id in OF_WORDING else ()
    for place, message, hint in islice(rule.check(context), MOST_FOUND):
        if place.edition_id not in foreign:
            yield context.places.problem(place.file, place.path, rule.id, message, hint, rule.level)
