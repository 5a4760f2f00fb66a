"""Resolves the answer of one nation: the parts of the page by nation that hold there, whatever nation is chosen."""

from dataclasses import replace
from typing import NamedTuple

import msgspec

from ketaguide.model.block import Block, OptionsTable
from ketaguide.model.contact import Nation
from ketaguide.resolve.block import Resolved, resolve_blocks
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import nation_name


class NationAnswer(NamedTuple):
    """The beginning of a nation's answer, as a search result."""

    page: str
    title: str
    """"Near you: Scotland"."""
    name: str
    table: str
    """The title of the table that holds it."""
    text: str
    """Its first question and answer."""


def nation_answer(view: GuideView, nation: Nation) -> NationAnswer | None:
    """The answer of a nation; None if the guide has no page by nation."""
    page, name = view.section(view.guide.meta.roles.by_nation), nation_name(nation, view)
    if page is None:
        return None
    tables = (block for block in page.blocks if isinstance(block, OptionsTable))
    found = ((table, option) for table in tables for option in table.options if option.name == name)
    for table, option in found:
        text = f"{table.questions[0]} {option.answers[0].text}"
        return NationAnswer(page.id, f"{page.nav_title}: {name}", name, table.title, text)
    return None


def nation_blocks(view: GuideView, nation: Nation) -> tuple[Resolved, ...]:
    """The parts of the page by nation that are for a nation: its option in a table of nations, and blocks for it."""
    page, name, found = view.section(view.guide.meta.roles.by_nation), nation_name(nation, view), list[Block]()
    for block in page.blocks if page else ():
        if nation in block.nations:
            found.append(block)
        elif isinstance(block, OptionsTable):
            own = tuple(option for option in block.options if option.name == name)
            found += [msgspec.structs.replace(block, options=own)] if own else []
    return resolve_blocks(found, replace(view, nation=None))
