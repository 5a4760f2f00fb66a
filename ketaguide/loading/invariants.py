"""Checks the invariants that views assume. A guide that breaks one is not shown."""

from collections.abc import Iterator
from itertools import islice
from string import Formatter

from ketaguide.crisis import HELP_PAGE
from ketaguide.loading.duplicate_ids import repeated
from ketaguide.loading.marks import MOST_PROBLEMS
from ketaguide.loading.problem import Places, Problem
from ketaguide.loading.profile_faults import form_faults, profile_faults, unknown_nations
from ketaguide.loading.wording import did_you_mean
from ketaguide.model.block import Block, FactBox, FactRow, IconArray, OptionsGrid, WhatMatters
from ketaguide.model.evidence import Arm
from ketaguide.model.guide import Edition, Guide
from ketaguide.model.interface import Interface
from ketaguide.model.plurals import FORMS, Counted
from ketaguide.model.walk import Path, structs

FEWEST_OPTIONS = 2


def broken_invariants(guide: Guide, places: Places, shipped: Interface) -> Iterator[Problem]:
    """Yield every broken invariant; `shipped` is the program's own wording."""
    for found in (
        repeated(guide, places),
        _figures(guide, places),
        _drawn_figures(guide, places),
        _answers(guide, places),
        _options(guide, places),
        profile_faults(guide, places),
        form_faults(guide, places),
        unknown_nations(guide, places),
        _help_page(guide, places),
        _interface(guide, places, shipped),
    ):
        # Text borrowed from another edition is reported once, in its own file; each kind of problem is capped.
        yield from islice((problem for problem in found if problem.file in places.files), MOST_PROBLEMS)


def _figures(guide: Guide, places: Places) -> Iterator[Problem]:
    for at, claim in enumerate(guide.claims.values()):
        for figure_at, figure in enumerate(claim.figures):
            for arm_at, arm in enumerate(figure.arms):
                if found := _arm_fault(arm):
                    path: Path = ("claims", at, "figures", figure_at, "arms", arm_at)
                    yield places.problem("evidence.yaml", (*path, found[0]), "figure", found[1], found[2])


def _arm_fault(arm: Arm) -> tuple[str, str, str] | None:
    """The field, message and advice for an arm with impossible numbers; None if it is sound."""
    if (arm.events is None) != (arm.total is None):
        field = "total" if arm.events is None else "events"
        return field, "events and total belong together, and only one is written", "write both or neither"
    if arm.events is not None and arm.total is not None and arm.events > arm.total:
        return "events", f"{arm.events} of {arm.total} people is more than there were", "check both numbers in the source"
    if (arm.low100 is None) != (arm.high100 is None):
        field = "low100" if arm.high100 is None else "high100"
        return field, "low100 and high100 belong together, and only one is written", "write both or neither"
    if arm.low100 is not None and arm.high100 is not None and not arm.low100 <= arm.per100 <= arm.high100:
        message = f"{arm.per100} does not lie between {arm.low100} and {arm.high100}"
        return "per100", message, "check the figure and its range in the source"
    return None


def _drawn_figures(guide: Guide, places: Places) -> Iterator[Problem]:
    for edition_id, edition in guide.editions.items():
        for section in edition.sections.values():
            for at, block in enumerate(section.blocks):
                for rule, labels, path, one in _drawn(block):
                    if found := _figure_fault(one, labels, getattr(block, labels), guide):
                        field, message, hint = found
                        path = () if field == labels else path
                        file = f"{edition_id}/sections/{section.id}.yaml"
                        yield places.problem(file, ("blocks", at, *path, field), rule, message, hint)


def _drawn(block: Block) -> Iterator[tuple[str, str, Path, IconArray | FactRow]]:
    """Yield each part of a block that draws a figure: rule, field of the labels, and path."""
    if isinstance(block, IconArray):
        yield "icon-array", "labels", (), block
    elif isinstance(block, FactBox):
        for name, rows in (("better", block.better), ("worse", block.worse)):
            yield from (("fact-box", "arms", (name, n), row) for n, row in enumerate(rows) if row.claim)


def _figure_fault(one: IconArray | FactRow, labels: str, given: tuple[str, ...], guide: Guide) -> tuple[str, str, str] | None:
    """The field, message and advice for a figure that cannot be drawn; None if it can."""
    claim = guide.claims.get(one.claim)
    if claim is None:
        return "claim", f"there is no claim {one.claim!r} in evidence.yaml", did_you_mean(one.claim, guide.claims)
    figure = claim.figure(one.measure)
    if figure is None:
        measures = [figure.measure for figure in claim.figures]
        hint = did_you_mean(one.measure, measures) if measures else "that claim has no figures; say it in words"
        return "measure", f"the claim {claim.id!r} has no measure {one.measure!r}", hint
    if not figure.arms or len(given) != len(figure.arms):
        arms = "; ".join(arm.name for arm in figure.arms) or "none"
        message = f"{len(figure.arms)} groups of people need as many labels, and this has {len(given)}"
        return labels, message, f"write one label for each group, in this order: {arms}"
    return None


def _answers(guide: Guide, places: Places) -> Iterator[Problem]:
    for edition_id, edition in guide.editions.items():
        for at, round_ in enumerate(edition.quiz.rounds):
            for inner, question in enumerate(round_.questions):
                if not any(choice.correct for choice in question.choices):
                    yield places.problem(
                        f"{edition_id}/quiz.yaml", ("rounds", at, "questions", inner), "quiz-answer",
                        "no choice of this question is right", "write correct: true under the right one",
                    )  # fmt: skip


def _options(guide: Guide, places: Places) -> Iterator[Problem]:
    for edition_id, edition in guide.editions.items():
        file, options = f"{edition_id}/options.yaml", edition.options
        if file in places.files and len(options.options) < FEWEST_OPTIONS:
            message = f"a grid of {len(options.options)} has nothing to compare"
            yield places.problem(file, ("options",), "options", message, "add the others, carrying on as now among them")
        always = [at for at, option in enumerate(options.options) if option.always]
        if file in places.files and len(always) != 1:
            path: Path = ("options", always[1], "always") if always else ("options",)
            message = f"{len(always)} options are marked always: true"
            yield places.problem(file, path, "options", message, "mark carrying on as now, and no other")
        for section in edition.sections.values():
            for at, block in enumerate(section.blocks):
                needs = "options" if isinstance(block, OptionsGrid) else "things" if isinstance(block, WhatMatters) else ""
                if needs and not getattr(options, needs):
                    page = f"{edition_id}/sections/{section.id}.yaml"
                    message = f"there is nothing to show: {guide.first.edition_id}/options.yaml has no {needs}"
                    yield places.problem(page, ("blocks", at), "options", message, "write them, or remove this block")


def _help_page(guide: Guide, places: Places) -> Iterator[Problem]:
    """The page of help is the one page that every guide has: every view leads to it."""
    page, message = HELP_PAGE, f"the page {HELP_PAGE!r} is missing"
    if page not in guide.first.sections or page not in guide.meta.order:
        hint = f"write {guide.first.edition_id}/sections/{page}.yaml, and name it in a part: every view leads to it"
        yield places.problem("guide.yaml", ("parts",), "help-page", message, hint)


def _interface(guide: Guide, places: Places, shipped: Interface) -> Iterator[Problem]:
    for edition_id, edition in guide.editions.items():
        for path, message, hint in _wrong_forms(edition):
            yield places.problem(f"{edition_id}/interface.yaml", path, "plural-forms", message, hint)
        for path, text, models in _pairs(edition.interface, shipped):
            allowed = set[str]().union(*(_fields(model) or () for model in models))
            used = _fields(text)
            if used is None:
                message, hint = "a { or } stands alone", "write {{ or }} for the character itself"
            elif used - allowed:
                message = f"there is nothing to put in the place of {{{min(used - allowed)}}}"
                hint = f"use only: {', '.join(f'{{{name}}}' for name in sorted(allowed))}" if allowed else "write the words out"
            else:
                continue
            yield places.problem(f"{edition_id}/interface.yaml", path, "interface", message, hint)


def _wrong_forms(edition: Edition) -> Iterator[tuple[Path, str, str]]:
    """Yield each counted text without a form that its language has, or with one that it has not."""
    plurals = edition.meta.plurals
    forms = plurals.forms if plurals else ()
    for path, words in structs(edition.interface):
        for form in FORMS if isinstance(words, Counted) else ():
            is_there = bool(getattr(words, form).strip())
            if form in forms and not is_there:
                rule = getattr(plurals, form, "") or "all other numbers"
                message = f"the form {form!r} of this counted text is missing or empty"
                yield path, message, f"write it as it is said of {rule}: {form}: …"
            elif is_there and form not in forms:
                hint = f"remove it, or add its rule to plurals in {edition.edition_id}/edition.yaml"
                yield (*path, form), f"{edition.meta.language} has no form {form!r} of counted words here", hint


def _pairs(words: Interface, shipped: Interface) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Yield each interface text with the shipped ones, whose placeholders are the permitted ones."""
    for group in words.__struct_fields__:
        mine, theirs = getattr(words, group), getattr(shipped, group)
        for field in mine.__struct_fields__:
            text, model = getattr(mine, field), getattr(theirs, field)
            if isinstance(text, str) and isinstance(model, str):
                yield (group, field), text, (model,)
            elif isinstance(text, Counted) and isinstance(model, Counted):
                models = tuple(getattr(model, form) for form in FORMS)
                yield from (((group, field, form), getattr(text, form), models) for form in FORMS)


def _fields(text: str) -> set[str] | None:
    """The placeholders of a format string; None if its braces do not match."""
    try:
        parts = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None]
        return {f"{name}{spec or ''}{conversion or ''}" for name, spec, conversion in parts}
    except ValueError:
        return None
