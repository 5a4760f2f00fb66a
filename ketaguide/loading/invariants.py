"""Checks the invariants that views assume. A guide that breaks one is not shown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from ketaguide.crisis import HELP_PAGE
from ketaguide.loading.advice import did_you_mean, in_braces, placeholders
from ketaguide.loading.file_types import GuidePart, guide_parts
from ketaguide.loading.marks import MOST_PROBLEMS
from ketaguide.loading.problem import FieldFault, Places, Problem
from ketaguide.loading.profile import form_faults, profile_faults, unknown_nations
from ketaguide.model.block import FactBox, FactRow, IconArray, OptionsGrid, WhatMatters
from ketaguide.model.contact import Contact
from ketaguide.model.evidence import Arm, Claim, Figure
from ketaguide.model.guide import Edition, Guide, Section
from ketaguide.model.interface import Interface
from ketaguide.model.meta import Meta, Part
from ketaguide.model.plurals import FORMS, Counted
from ketaguide.model.quiz import Question
from ketaguide.model.speech import Saying
from ketaguide.model.walk import Path, structs

_FEWEST_OPTIONS = 2
_ID_FIELDS: dict[Any, str] = {Figure: "measure", Saying: "written"} | dict.fromkeys((Claim, Contact, Meta, Section), "")
"""The field that holds the id, where it is not `id`; empty where the reader checks it."""


def broken_invariants(guide: Guide, places: Places, shipped: Interface) -> Iterator[Problem]:
    """Yield every broken invariant; `shipped` is the program's own wording."""
    parts, of = list(guide_parts(guide)), defaultdict[type, list[GuidePart]](list)
    for part in parts:
        of[type(part[2])].append(part)
    for found in (
        _repeated(parts, places),
        _figures(of[Arm], places),
        _drawn_figures(guide, [*of[IconArray], *of[FactBox]], places),
        _answers(of[Question], places),
        _options(guide, {"options": of[OptionsGrid], "things": of[WhatMatters]}, places),
        profile_faults(guide, places),
        form_faults(guide, places),
        unknown_nations(guide, parts, places),
        _help_page(guide, places),
        _interface(guide, places, shipped),
    ):
        # Text borrowed from another edition is reported once, in its own file; each kind of problem is capped.
        yield from islice((problem for problem in found if problem.file in places.files), MOST_PROBLEMS)


def _repeated(parts: Iterable[GuidePart], places: Places) -> Iterator[Problem]:
    """Yield a problem for every id that an edition or, for a measure, a claim has twice."""
    seen = set[object]()
    for file, path, part in parts:
        field, scope = _ID_FIELDS.get(type(part), "id"), path[:2] if isinstance(part, Figure) else file.partition("/")[0]
        ids = [(type(part), getattr(part, field), (*path, field))] if hasattr(part, field) else []
        if isinstance(part, Part):
            ids += ((Section, page, (*path, "sections", at)) for at, page in enumerate(part.sections))
        for kind, id_, place in ids:
            if (scope, kind, id_) in seen:
                hint = "give one of them another id, or remove it"
                yield places.problem(file, place, "id", f"the id {id_!r} is used twice", hint)
            seen.add((scope, kind, id_))


def _figures(arms: Iterable[GuidePart], places: Places) -> Iterator[Problem]:
    for file, path, arm in arms:
        for field, message, hint in _arm_faults(arm):
            yield places.problem(file, (*path, field), "figure", message, hint)


def _arm_faults(arm: Arm) -> Iterator[FieldFault]:
    """Yield each fault of an arm with impossible numbers."""
    for pair in (("events", "total"), ("low100", "high100")):
        written = [field for field in pair if getattr(arm, field) is not None]
        if len(written) == 1:
            yield written[0], f"{' and '.join(pair)} belong together, and only one is written", "write both or neither"
    if arm.events is not None and arm.total is not None and arm.events > arm.total:
        yield "events", f"{arm.events} of {arm.total} people is more than there were", "check both numbers in the source"
    if arm.low100 is not None and arm.high100 is not None and not arm.low100 <= arm.per100 <= arm.high100:
        message = f"{arm.per100} does not lie between {arm.low100} and {arm.high100}"
        yield "per100", message, "check the figure and its range in the source"


def _drawn_figures(guide: Guide, blocks: Iterable[GuidePart], places: Places) -> Iterator[Problem]:
    for file, path, block in blocks:
        for rule, labels, inner, one in _drawn(block):
            if found := _figure_fault(one, labels, getattr(block, labels), guide):
                field, message, hint = found
                yield places.problem(file, (*path, *(() if field == labels else inner), field), rule, message, hint)


def _drawn(block: IconArray | FactBox) -> Iterator[tuple[str, str, Path, IconArray | FactRow]]:
    """Yield each part of a block that draws a figure: rule, field of the labels, and path."""
    if isinstance(block, IconArray):
        yield "icon-array", "labels", (), block
    else:
        for name, rows in (("better", block.better), ("worse", block.worse)):
            yield from (("fact-box", "arms", (name, n), row) for n, row in enumerate(rows) if row.claim)


def _figure_fault(one: IconArray | FactRow, labels: str, given: tuple[str, ...], guide: Guide) -> FieldFault | None:
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


def _answers(questions: Iterable[GuidePart], places: Places) -> Iterator[Problem]:
    for file, path, question in questions:
        if not any(choice.correct for choice in question.choices):
            message, hint = "no choice of this question is right", "write correct: true under the right one"
            yield places.problem(file, path, "quiz-answer", message, hint)


def _options(guide: Guide, blocks: Mapping[str, Iterable[GuidePart]], places: Places) -> Iterator[Problem]:
    for edition_id, edition in guide.editions.items():
        file, options = f"{edition_id}/options.yaml", edition.options
        if file in places.files and len(options.options) < _FEWEST_OPTIONS:
            message = f"a grid of {len(options.options)} has nothing to compare"
            yield places.problem(file, ("options",), "options", message, "add the others, carrying on as now among them")
        always = [at for at, option in enumerate(options.options) if option.always]
        if file in places.files and len(always) != 1:
            path: Path = ("options", always[1], "always") if always else ("options",)
            message = f"{len(always)} options are marked always: true"
            yield places.problem(file, path, "options", message, "mark carrying on as now, and no other")
    for page, path, needs in ((page, path, needs) for needs, those in blocks.items() for page, path, _ in those):
        if not getattr(guide.editions[page.partition("/")[0]].options, needs):
            message = f"there is nothing to show: {guide.first.edition_id}/options.yaml has no {needs}"
            yield places.problem(page, path, "options", message, "write them, or remove this block")


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
            allowed = set[str]().union(*(placeholders(model) or () for model in models))
            used = placeholders(text)
            if used is None:
                message, hint = "a { or } stands alone", "write {{ or }} for the character itself"
            elif used - allowed:
                message = f"there is nothing to put in the place of {{{min(used - allowed)}}}"
                hint = f"use only: {in_braces(allowed)}" if allowed else "write the words out"
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
