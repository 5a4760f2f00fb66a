"""Renders blocks as HTML, one arm for each kind; the markup stands in templates/blocks.html.

The boxes of the options grid and of "What matters most to me" are ticked by decide.js.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from markupsafe import Markup

from ketaguide import crisis
from ketaguide.model import block as b
from ketaguide.render.html_env import markup, spoken
from ketaguide.render.html_links import TAKE_AWAY, slug
from ketaguide.render.html_writer import HtmlWriter, linked, unbroken
from ketaguide.resolve import block as r
from ketaguide.resolve import options as o
from ketaguide.resolve.contact import NumberLine, ResolvedContact, Way
from ketaguide.resolve.evidence import ResolvedFigure
from ketaguide.resolve.fact_box import ResolvedFactBox
from ketaguide.resolve.language import lender

_BESIDE = 3
"""Options beside carrying on as now in one table."""


def blocks(these: Iterable[r.Resolved], writer: HtmlWriter, level: int = 2) -> Markup:
    """Render blocks in order, each between its nations label and its date; headings have the given `level`.

    A care card below a heading is one level below it.
    """
    return Markup("\n").join(_around(block, body, writer) for block, body in _drawn(these, writer, level))


def directory(these: Iterable[r.Resolved], writer: HtmlWriter) -> Markup:
    """Render the page of help: its parts with lists, but those up to the lines to talk to with services, are folds."""
    parts: list[list[tuple[r.Resolved, Markup]]] = [[]]
    for block, body in _drawn(these, writer, 2):
        parts += [[]] if isinstance(block.body, b.Heading) else []
        parts[-1].append((block, body))
    found, is_after = [], False
    for part in parts:
        services = [one for block, _ in part if isinstance(block.body, r.ResolvedContacts) for one in block.body.contacts]
        is_fold = any(isinstance(block.body, b.BulletList) for block, _ in part) or bool(services and is_after)
        rest = Markup("\n").join(_around(block, body, writer) for block, body in part[1 if is_fold else 0 :])
        if is_fold:
            head, title = part[0]
            nations = writer.for_nations(head.nations)
            rest = markup("part", title=title, where=head.where, as_of=head.as_of, body=rest, nations=nations)
        found.append(rest)
        is_after = is_after or any(one.id in writer.view.profile.talk for one in services)
    return Markup("\n").join(found)


def _drawn(these: Iterable[r.Resolved], writer: HtmlWriter, level: int) -> Iterator[tuple[r.Resolved, Markup]]:
    below = level
    for block in these:
        yield block, _block(block, writer, below if isinstance(block.body, r.ResolvedCareCard) else level)
        below = level + 1 if isinstance(block.body, b.Heading) else below


def _around(block: r.Resolved, body: Markup, writer: HtmlWriter) -> Markup:
    """A block with its nations label and its date."""
    nations = writer.for_nations(block.nations)
    return markup("block", body=body, where=block.where, as_of=block.as_of, nations=nations)


def _block(block: r.Resolved, writer: HtmlWriter, level: int) -> Markup:
    id_, html = writer.anchor(block.heading, block.nations) if block.heading else "", writer.view.interface.html

    def drawn(macro: str, **values: object) -> Markup:
        return markup(macro, block=body, prose=writer.prose, id=id_, level=level, **values)

    match body := block.body:
        case b.Heading():
            return drawn("heading")
        case b.Paragraph():
            return drawn("paragraph")
        case b.BulletList():
            return drawn("list", items=writer.items(body.items))
        case b.Steps():
            return drawn("steps")
        case b.Inset():
            return drawn("inset")
        case b.Timeline():
            return drawn("timeline")
        case r.ResolvedDoDont():
            return drawn("do_dont")
        case r.ResolvedCareCard():
            return drawn("care_card", calls=[_number(line, writer) for line in body.lines])
        case r.ResolvedCallout():
            return drawn("callout")
        case ResolvedFigure():
            return drawn("figure", picture=html.people_picture)
        case ResolvedFactBox():
            return drawn("fact_box")
        case r.ResolvedOptions():
            return drawn("options", options=_options(body, writer))
        case o.ResolvedGrid():
            return drawn("grid", html=html, **_grid(body, writer))
        case o.ResolvedMatters():
            things = [(slug(one.id), one.text, one.picked) for one in body.things]
            return drawn("matters", html=html, things=things, take=writer.links.place(TAKE_AWAY))
        case r.ResolvedDiagram():
            return drawn("diagram", picture=html.picture)
        case r.ResolvedMyth():
            id_ = writer.links.anchor(writer.page, body.saying)
            return drawn("myth")
        case r.ResolvedContacts():
            return drawn("contacts", cards=[contact_card(contact, writer) for contact in body.contacts])
        case r.ResolvedFold():
            id_ = writer.links.anchor(writer.page, body.id) if body.is_question else ""
            return drawn("fold", inner=blocks(body.blocks, writer, level + 1))
        case _:
            assert_never(body)


ServiceName = tuple[str, str]
"""The name of a service, and the nations it serves."""


def _number(line: NumberLine, writer: HtmlWriter) -> tuple[Markup, str, list[ServiceName], str]:
    """(link text, href, services, nations) of a number; href is empty for a service without one."""
    services = [(name, writer.for_nations(nations)) for (_, name), nations in zip(line.names, line.nations, strict=False)]
    everyone = tuple(nation for nation in writer.view.profile.ids if any(nation in nations for nations in line.nations))
    return unbroken(line.way.text), line.way.href, services, writer.for_nations(everyone)


def _options(table: r.ResolvedOptions, writer: HtmlWriter) -> list[tuple[object, ...]]:
    """Every option as a card with the same questions in the same order; cards stand side by side on wide screens."""
    total, said, your_nation = len(table.options), writer.view.words.item_of, writer.view.labels.your_nation
    options: list[tuple[object, ...]] = []
    for number, option in enumerate(table.options, 1):
        answers = list(zip(table.questions, map(writer.prose, option.answers), strict=False))
        nation_id = writer.links.anchor(writer.page, option.nation) if option.nation else ""
        yours = your_nation.format(nation="") if option.nation and not writer.view.nation else ""
        place = said.format(n=number, total=total, item="")
        options.append((place, option.name, answers, nation_id, option.nation or "", yours))
    return options


def _grid(found: o.ResolvedGrid, writer: HtmlWriter) -> dict[str, object]:
    """Tables of at most four columns, carrying on as now in each; for phones, cards by option, or by question once picked."""
    things = writer.view.edition.options.things
    rows = [(row, " ".join(slug(one.id) for one in things if row.id in one.rows)) for row in found.rows]
    options = [_grid_option(option, number, found, writer) for number, option in enumerate(found.options, 1)]
    always, others = [one for one in options if one["always"]], [one for one in options if not one["always"]]
    groups = [[*always, *others[at : at + _BESIDE]] for at in range(0, len(others), _BESIDE)]
    choices = [(one["id"], one["name"], one["compared"]) for one in others]
    words, take = writer.view.interface.decide, writer.links.place(TAKE_AWAY)
    return {"rows": rows, "options": options, "groups": groups, "choices": choices, "words": words, "take": take}


def _grid_option(option: o.ResolvedGridOption, number: int, grid: o.ResolvedGrid, writer: HtmlWriter) -> dict[str, object]:
    title = writer.view.words.option_of.format(n=number, total=len(grid.options), option=option.name)
    cells = [
        [(line.where, writer.prose(line.text), writer.for_nations(line.nations)) for line in cell] for cell in option.cells
    ]
    return {**option._asdict(), "id": slug(option.id), "title": title, "cells": cells}


def contact_card(contact: ResolvedContact, writer: HtmlWriter) -> Markup:
    """A contact in full, its numbers as links; on the page of help, a fold holds all but the ways to reach it at once."""
    due = markup("due", by=contact.check_by, text=contact.last_checked)
    first = [way for way in contact.ways if way.kind in ("phone", "sms", "due")] or list(contact.ways[:1])
    rest = [_way(way) for way in contact.ways if way not in first] if writer.page == crisis.HELP_PAGE else []
    lines = [_way(way) for way in contact.ways if way in first or not rest]
    nations, more = writer.for_nations(contact.nations), writer.view.interface.html.contact_more
    lang = spoken(lender("contact", contact.id, writer.view))
    return markup("contact", contact=contact, lines=lines, rest=rest, more=more, due=due, nations=nations, lang=lang)


def _way(way: Way) -> Markup:
    return Markup("{}{}{}").format(way.before, linked(way.text, way.href), way.after)
