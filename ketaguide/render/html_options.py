"""Renders the options grid and "What matters most to me"; decide.js lets a reader pick."""

from markupsafe import Markup

from ketaguide.render.html_env import markup
from ketaguide.render.html_links import TAKE_AWAY, slug
from ketaguide.render.html_writer import HtmlWriter
from ketaguide.resolve.options import ResolvedGrid, ResolvedGridOption, ResolvedMatters

_BESIDE = 3
"""Options beside carrying on as now in one table."""


def matters(these: ResolvedMatters, writer: HtmlWriter, level: int, id_: str) -> Markup:
    """The things that may matter, each with a box that can be ticked on paper too."""
    things = [(slug(one.id), one.text, one.picked) for one in these.things]
    return markup("matters", matters=these, things=things, id=id_, level=level, **_around(writer))


def grid(found: ResolvedGrid, writer: HtmlWriter, level: int, id_: str) -> Markup:
    """Tables of at most four columns, carrying on as now in each; for phones, cards by option, or by question once picked."""
    words = writer.view.interface.decide
    things = writer.view.edition.options.things
    rows = [(row, " ".join(slug(one.id) for one in things if row.id in one.rows)) for row in found.rows]
    options = [_option(option, number, found, writer) for number, option in enumerate(found.options, 1)]
    always, others = [one for one in options if one["always"]], [one for one in options if not one["always"]]
    groups = [[*always, *others[at : at + _BESIDE]] for at in range(0, len(others), _BESIDE)]
    choices = [(one["id"], one["name"], one["compared"]) for one in others]
    return markup(
        "grid", grid=found, id=id_, rows=rows, options=options, groups=groups, choices=choices, words=words, level=level,
        **_around(writer),
    )  # fmt: skip


def _around(writer: HtmlWriter) -> dict[str, object]:
    """Words of the web pages, and the address of the page to take along."""
    return {"html": writer.view.interface.html, "take": writer.links.place(TAKE_AWAY)}


def _option(option: ResolvedGridOption, number: int, grid: ResolvedGrid, writer: HtmlWriter) -> dict[str, object]:
    title = writer.view.words.option_of.format(n=number, total=len(grid.options), option=option.name)
    cells = [
        [(line.where, writer.prose(line.text), writer.for_nations(line.nations)) for line in cell] for cell in option.cells
    ]
    return {**option._asdict(), "id": slug(option.id), "title": title, "cells": cells}
