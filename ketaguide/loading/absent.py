"""Files that a guide need not have: what stands for each, and words laid over words."""

from collections.abc import Mapping
from typing import Any

import msgspec

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.ask import Asks
from ketaguide.model.glossary import Glossary
from ketaguide.model.guide import Section
from ketaguide.model.home import LONGEST_ANSWER, MOST_QUESTIONS, Home, HomeQuestion
from ketaguide.model.meta import Meta
from ketaguide.model.options import Options
from ketaguide.model.quiz import Quiz

ABSENT: dict[str, Any] = {
    "home": Home(),
    "glossary": Glossary(terms=()),
    "quiz": Quiz(rounds=()),
    "questions": Asks(groups=()),
    "options": Options(),
}
"""Files of an edition that a guide need not have, with what stands for one that it has not: nothing."""


def filled_home(home: Home, meta: Meta, sections: Mapping[str, Section]) -> Home:
    """The first page with the guide's title and its first pages, where it has no title and no questions of its own."""
    apart = (HELP_PAGE, meta.roles.about, meta.roles.gp, meta.roles.ready)
    pages = [sections[name] for name in meta.order if name in sections and name not in apart][:MOST_QUESTIONS]
    return msgspec.structs.replace(
        home, title=home.title or meta.title, questions=home.questions or tuple(map(_question, pages))
    )


def _question(page: Section) -> HomeQuestion:
    """A page as a choice of the first page, with the first point of its summary that is short enough."""
    points = (point.text for point in page.summary)
    short = next((point for point in points if len(point) <= LONGEST_ANSWER), "")
    return HomeQuestion(text=page.title, brief=page.nav_title, answer=short, section=page.id)


def laid_over(base: Any, value: Any) -> Any:
    """A value over another one: field by field where both have fields, else the value itself."""
    if not (isinstance(base, dict) and isinstance(value, dict)):
        return value
    return base | {name: laid_over(base.get(name), item) for name, item in value.items()}
