"""Resolves the options grid and "What matters most to me". Picks reorder rows, never options; nothing is weighed or ranked."""

from typing import NamedTuple

from ketaguide.model.contact import Nation
from ketaguide.model.interface.tools import DecideWords
from ketaguide.model.options import GridCell, GridOption
from ketaguide.model.prose import Prose
from ketaguide.resolve.nation import for_nation, shown
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import for_nations


class ResolvedGridRow(NamedTuple):
    """One row of the grid."""

    id: str
    label: str
    """Ends with "?" or ":"; the mark "(matters to you)" stands in it."""
    matters: bool
    """True where it tells of a thing the reader picked; such rows stand first."""


class GridLine(NamedTuple):
    """One line of a cell."""

    where: str
    """"In Scotland:" while no nation is chosen and the answer differs between nations; else empty."""
    text: Prose
    nations: tuple[Nation, ...] = ()
    """The nations it is for; empty for all."""


class ResolvedGridOption(NamedTuple):
    """One option with a cell for each row, in the order of the rows."""

    id: str
    name: str
    always: bool
    """True for carrying on as now."""
    compared: bool
    """True when the reader set it beside carrying on as now."""
    cells: tuple[tuple[GridLine, ...], ...]
    cites: tuple[str, ...]


class ResolvedGrid(NamedTuple):
    """The whole grid: the rows that matter first, the options always in the order of the file."""

    title: str
    intro: str
    """The order of the options in words, and that the grid does not say what to do."""
    rows: tuple[ResolvedGridRow, ...]
    options: tuple[ResolvedGridOption, ...]

    @property
    def shown(self) -> tuple[ResolvedGridOption, ...]:
        """The options to draw: those compared beside carrying on as now, or all where none is."""
        compared = tuple(option for option in self.options if option.always or option.compared)
        return compared if any(option.compared for option in compared) else self.options


class ResolvedMatter(NamedTuple):
    """One thing that can be picked."""

    id: str
    text: str
    picked: bool


class ResolvedMatters(NamedTuple):
    """The things a reader can pick from, in the order of the file."""

    title: str
    lead: str
    things: tuple[ResolvedMatter, ...]
    note: str
    """The effect of picking, and what it never does."""
    full: str
    """The answer to a pick beyond the limit."""


def resolve_grid(view: GuideView, title: str) -> ResolvedGrid:
    """The grid for a view."""
    options, words = view.edition.options, view.interface.decide
    first = {row for thing in options.picked(view.matters) for row in thing.rows}
    found = (ResolvedGridRow(row.id, _label(row.label, row.id in first, words), row.id in first) for row in options.rows)
    rows = sorted(found, key=lambda row: not row.matters)
    return ResolvedGrid(title, words.intro, tuple(rows), tuple(_option(option, rows, view) for option in options.options))


def resolve_matters(view: GuideView, title: str) -> ResolvedMatters:
    """The things to pick from, for a view."""
    words = view.interface.decide
    things = (ResolvedMatter(one.id, one.text, one.id in view.matters) for one in view.edition.options.things)
    return ResolvedMatters(title, words.pick, tuple(things), words.pick_note, words.full)


def _label(label: str, matters: bool, words: DecideWords) -> str:
    marked = f"{label} ({words.matters})" if matters else label
    return marked if label.endswith("?") else f"{marked}:"


def _option(option: GridOption, rows: list[ResolvedGridRow], view: GuideView) -> ResolvedGridOption:
    cells = list(shown(option.cells, view.nation))
    answers = tuple(tuple(_line(cell, view) for cell in cells if cell.row == row.id) for row in rows)
    cites = tuple(dict.fromkeys(claim for cell in cells for claim in cell.cites))
    return ResolvedGridOption(option.id, option.name, option.always, option.id in view.compared, answers, cites)


def _line(cell: GridCell, view: GuideView) -> GridLine:
    where = for_nations(cell.nations, view) if cell.nations and view.nation is None else ""
    return GridLine(where, for_nation(cell.text, view), cell.nations)
