"""Resolves reading paths of 2, 5 or 10 minutes: their steps, each a page or its summary."""

from typing import NamedTuple

from ketaguide.model.guide import ReadingPath, Section
from ketaguide.resolve.view import GuideView


class ResolvedStep(NamedTuple):
    """One step of a path."""

    place: str
    """"In 5 minutes. Page 2 of 6"."""
    page: Section
    whole_page: str
    """The link to the whole page; empty if the step is the whole page."""
    done: str
    """Words for the end of the last step, else empty."""


def resolve_path(path: ReadingPath, view: GuideView) -> tuple[ResolvedStep, ...]:
    """Resolve the steps whose page exists."""
    labels = view.labels
    steps = [(page, step.whole) for step in path.steps if (page := view.section(step.section))]
    return tuple(
        ResolvedStep(
            f"{labels.time_title.format(n=path.minutes)}. {labels.page_of.format(n=number, total=len(steps))}",
            page,
            "" if whole else labels.whole_page.format(title=page.title),
            labels.path_done if number == len(steps) else "",
        )
        for number, (page, whole) in enumerate(steps, 1)
    )
