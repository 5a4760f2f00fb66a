"""A valid guide that is still wrong: the table of rules, and running them.

A rule is a module of `checking.rules`: its docstring is the manual entry, `ID` and `LEVEL` name it, and `check` yields
what it finds. Rules are listed here, in the order of the manual; nothing is discovered.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Protocol, cast

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.rules import (
    benefit_context,
    both_sides,
    care_card_contacts,
    care_card_heading,
    care_card_once,
    care_card_suicide,
    citations,
    contact_dates,
    contact_reach,
    counted_people,
    crisis_block,
    crisis_copy,
    dates,
    dead_numbers,
    diagrams,
    differences,
    easy_age,
    easy_contacts,
    easy_facts,
    easy_numbers,
    easy_pages,
    empty_fields,
    figure_sums,
    funding_named,
    glossary_meanings,
    glossary_named,
    glossary_used,
    glyphs,
    headings,
    hype,
    icon_array_repeats,
    icon_array_words,
    known_claims,
    known_ids,
    known_links,
    known_sources,
    latin,
    markup,
    myths,
    nations_named,
    no_instructions,
    not_a_device,
    numbers,
    options_tables,
    page_length,
    page_parts,
    paragraph_length,
    people_first,
    phone_form,
    phones,
    plain_words,
    promises,
    quiz_choices,
    quiz_tone,
    rare,
    review_state,
    sentence_length,
    sentence_mean,
    shares,
    signs,
    source_links,
    stale_claims,
    suicide_words,
    time_paths,
    uk_spelling,
    unexpected_files,
    unused_asks,
    unused_claims,
    unused_contacts,
    unused_pages,
    unused_sources,
    verified_claims,
    websites,
    what_may_be,
)
from ketaguide.loading.problem import Level, Places, Problem, ordered
from ketaguide.model.guide import Guide


class Rule(Protocol):
    """What a module in `checking.rules` has."""

    __doc__: str | None
    ID: str
    LEVEL: Level

    @staticmethod
    def check(draft: Draft) -> Iterator[Found]:
        """Everything in the guide that breaks the rule."""


_MODULES = (
    dates,
    review_state,
    stale_claims,
    verified_claims,
    known_claims,
    known_sources,
    known_links,
    known_ids,
    myths,
    citations,
    numbers,
    funding_named,
    figure_sums,
    source_links,
    phones,
    phone_form,
    dead_numbers,
    contact_dates,
    contact_reach,
    websites,
    crisis_copy,
    crisis_block,
    care_card_heading,
    care_card_once,
    care_card_contacts,
    care_card_suicide,
    suicide_words,
    time_paths,
    no_instructions,
    not_a_device,
    people_first,
    hype,
    promises,
    rare,
    plain_words,
    uk_spelling,
    latin,
    signs,
    sentence_length,
    sentence_mean,
    paragraph_length,
    page_parts,
    page_length,
    headings,
    options_tables,
    diagrams,
    glyphs,
    markup,
    shares,
    counted_people,
    icon_array_words,
    icon_array_repeats,
    differences,
    what_may_be,
    both_sides,
    benefit_context,
    nations_named,
    glossary_used,
    glossary_named,
    glossary_meanings,
    quiz_choices,
    quiz_tone,
    easy_pages,
    easy_age,
    easy_contacts,
    easy_numbers,
    easy_facts,
    empty_fields,
    unused_pages,
    unused_claims,
    unused_sources,
    unused_contacts,
    unused_asks,
    unexpected_files,
)

RULES: tuple[Rule, ...] = cast(tuple[Rule, ...], _MODULES)
"""Every rule, in the order of the manual."""


def check_guide(guide: Guide, places: Places) -> list[Problem]:
    """Everything that any rule finds, in order of file and line."""
    draft = Draft(guide, places)
    return list(ordered(problem for rule in RULES for problem in run(rule, draft)))


OF_CONTACTS: tuple[Rule, ...] = cast(tuple[Rule, ...], (contact_dates,))
"""The rules that hold for a contact of a site too, beyond what reading a site file asks of it."""


def check_contacts(guide: Guide, places: Places) -> list[Problem]:
    """What the rules for contacts find in the contacts of a guide, and in nothing else of it."""
    draft = Draft(guide, places)
    found = (problem for rule in OF_CONTACTS for problem in run(rule, draft))
    return list(ordered(problem for problem in found if problem.file == "contacts.yaml"))


MOST_FOUND = 200
"""Findings of one rule that are listed: advice on thousands of names that do not exist takes minutes."""


def run(rule: Rule, draft: Draft) -> Iterator[Problem]:
    """Everything that one rule finds, as far as anybody reads."""
    for found in islice(rule.check(draft), MOST_FOUND):
        place = found.place
        yield draft.places.problem(place.file, place.path, rule.ID, found.message, found.hint, rule.LEVEL)
