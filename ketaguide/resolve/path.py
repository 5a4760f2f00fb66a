"""Resolves reading paths of 2, 5 or 10 minutes: their steps, each a page, or its summary with tables and questions."""

from typing import NamedTuple

from msgspec import structs

from ketaguide.model.guide import Section
from ketaguide.model.meta import PathStep, ReadingPath
from ketaguide.model.walk import tables
from ketaguide.resolve.block import Resolved, resolve_blocks
from ketaguide.resolve.nation import shown
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import counted


class ResolvedStep(NamedTuple):
    """One step of a path."""

    place: str
    """"In 5 minutes. Page 2 of 6"."""
    page: Section
    """The page, with the questions of the step, if it has any, in place of its own."""
    whole_page: str
    """The link to the whole page; empty if the step is the whole page."""
    tables: tuple[Resolved, ...]
    """Tables to show under the summary."""
    has_questions: bool
    """True if the questions of the page are shown under the summary, to pick."""
    done: str
    """Words for the end of the last step, else empty."""


def resolve_path(path: ReadingPath, view: GuideView) -> tuple[ResolvedStep, ...]:
    """Resolve the steps whose page exists."""
    steps = [(page, step) for step in path.steps if (page := view.section(step.section))]
    return tuple(_step(path, step, page, number, len(steps), view) for number, (page, step) in enumerate(steps, 1))


def _step(path: ReadingPath, step: PathStep, page: Section, number: int, total: int, view: GuideView) -> ResolvedStep:
    labels = view.labels
    return ResolvedStep(
        f"{counted(labels.time_title, path.minutes, view)}. {labels.page_of.format(n=number, total=total)}",
        structs.replace(page, questions=step.questions) if step.questions else page,
        "" if step.whole else labels.whole_page.format(title=page.title),
        () if step.whole else resolve_blocks(tables(shown(page.blocks, view.nation), step.tables), view),
        bool(step.questions) and not step.whole,
        counted(labels.path_done, path.minutes, view) if number == total else "",
    )
