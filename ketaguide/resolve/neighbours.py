"""Facts of a study that neighbouring figures share: said with the first, named with those right after it."""

from typing import TypeVar

from ketaguide.resolve.evidence import Fact, ResolvedFigure
from ketaguide.resolve.fact_box import ResolvedFactBox
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import inside, listed

LEAST = 2
"""Fewer shared facts are repeated: to name one is no shorter than to say it."""

T = TypeVar("T")


def after(before: object, body: T, view: GuideView) -> T:
    """A block right after another: a figure does not repeat what the figure before it says of the study.

    A picture of a row of a fact box shares all facts with the box; others share what they say in the same words.
    The date of the last check is always said.
    """
    match before, body:
        case ResolvedFactBox(title=title, sources=sources), ResolvedFigure(source=source, alone=alone) if source in sources:
            return body._replace(facts=_facts(alone, alone, view.labels.as_in.format(title=title), view))
        case ResolvedFactBox(title=title, alone=said), ResolvedFactBox(alone=alone):
            return body._replace(facts=_facts(alone, said, view.labels.as_in.format(title=title), view))
        case ResolvedFigure(alone=said), ResolvedFigure(alone=alone):
            return body._replace(facts=_facts(alone, said, view.labels.as_before, view))
    return body


def _facts(alone: tuple[Fact, ...], said: tuple[Fact, ...], where: str, view: GuideView) -> tuple[Fact, ...]:
    shared = [fact for fact in alone if fact in said and fact.kind == "study"]
    names = [fact.name for fact in shared] if len(shared) >= LEAST else []
    found: list[Fact] = []
    for fact in alone:
        if fact.name in names:
            one, *others = names
            found += [Fact(listed([one, *map(inside, others)], view), where)] if fact.name == one else []
        elif fact not in said or fact.kind != "words":
            found.append(fact)
    return tuple(found)
