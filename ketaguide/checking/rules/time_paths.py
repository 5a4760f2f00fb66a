"""Paths of 2, 5 or 10 minutes can be read in that time, in both editions, and every step of it exists.

At 200 words a minute, which a calm adult reads. A reader who was promised 2 minutes and given 5 does not come back.
Source: our design, "I have 2, 5 or 10 minutes".

Passes:
    guide.yaml: {paths: [{minutes: 2, steps: [{section: risks}, {section: see-your-gp}]}]}

Fails:
    guide.yaml: {paths: [{minutes: 0, steps: [{section: risks, whole: true}, {section: nowhere}]}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place, PlacedSection
from ketaguide.checking.rules.page_length import open_words
from ketaguide.model.guide import PathStep
from ketaguide.model.walk import tables, texts

ID = "time-paths"
LEVEL = "error"
WORDS_A_MINUTE = 200


def check(context: LintContext) -> Iterator[Finding]:
    """Paths longer than their time, and steps that lead nowhere."""
    pages = {(page.edition_id, page.section.id): page for page in context.pages}
    known = {section for _, section in pages}
    for number, path in enumerate(context.guide.meta.paths):
        place = Place("guide.yaml", ("paths", number))
        for at, step in enumerate(path.steps):
            if step.section not in known:
                yield Finding(place.at("steps", at, "section"), f"there is no page {step.section!r}", "name a page there is")
        for edition in context.editions:
            steps = [(pages.get((edition.edition_id, step.section)), step) for step in path.steps]
            words = sum(_words(context, page, step) for page, step in steps if page)
            if words > path.minutes * WORDS_A_MINUTE:
                minutes = f"{words / WORDS_A_MINUTE:.1f}"
                message = f"what is offered for {path.minutes} minutes takes {minutes} in {edition.edition_id!r}"
                yield Finding(place.at("minutes"), message, "take a step or a table out, or show a summary alone")


def _words(context: LintContext, page: PlacedSection, step: PathStep) -> int:
    """Words of the whole page, or of its summary, its first tables and the questions of the step."""
    asks = tuple(ask for id_ in step.questions if (ask := context.guide.ask(id_, page.edition_id)))
    shown = (asks,) if step.whole else (page.section.summary, tables(page.section.blocks, step.tables), asks)
    return (open_words(context, page) if step.whole else 0) + sum(len(str(text).split()) for text in texts(shown))
