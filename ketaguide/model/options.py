"""The options grid: treatments side by side, the same rows for all, and the things that may matter most to a reader."""

from collections.abc import Iterator

from ketaguide.model.base import StrictStruct
from ketaguide.model.contact import Nation
from ketaguide.model.prose import Prose

MOST_COMPARED = 3
"""The most options a reader can set beside carrying on as now."""
MOST_MATTERS = 3
"""The most things a reader can pick as mattering most."""


class GridRow(StrictStruct, frozen=True, kw_only=True):
    """One row of the grid, answered by every option."""

    id: str
    """Unique among the rows. Example: how-soon"""
    label: str
    """The question the row answers. Example: How soon may it work?"""
    counts: bool = False
    """True where every answer is a number out of 100 with its claim, or says that none was found. Example: true"""


class GridCell(StrictStruct, frozen=True, kw_only=True):
    """The answer of one option to one row, at most ten words."""

    row: str
    """The id of the row. Example: how-soon"""
    text: Prose
    """The answer. Example: After 4 to 6 weeks."""
    nations: tuple[Nation, ...] = ()
    """The nations it holds for; the cells of one row cover all, each nation once. Example: [scotland]"""
    cites: tuple[str, ...] = ()
    """Ids of the claims that support it. Example: [syrup-response]"""


class GridOption(StrictStruct, frozen=True, kw_only=True):
    """One option, answering every row. Carrying on as now stands first, the others by the alphabet."""

    id: str
    """Unique among the options: small letters, digits and hyphens. Example: carry-on"""
    name: str
    """The option. Example: Carrying on as now"""
    always: bool = False
    """True for carrying on as now alone, which stands beside whatever a reader compares. Example: true"""
    cells: tuple[GridCell, ...]
    """Its answers."""


class Matter(StrictStruct, frozen=True, kw_only=True):
    """A thing that may matter to a reader: once picked, its rows are shown first. It never reorders options."""

    id: str
    """Unique among the things: small letters, digits and hyphens. Example: how-soon"""
    text: str
    """The thing. Example: How soon it may work"""
    rows: tuple[str, ...]
    """Ids of the rows that tell of it. Example: [how-soon]"""


class Options(StrictStruct, frozen=True, kw_only=True):
    """options.yaml of one edition; empty where there is none."""

    rows: tuple[GridRow, ...] = ()
    """The rows, about eight, the same for all options."""
    options: tuple[GridOption, ...] = ()
    """The options: carrying on as now, then the others by the alphabet."""
    things: tuple[Matter, ...] = ()
    """The things a reader can pick from, about eight."""

    def known(self, compared: tuple[str, ...]) -> Iterator[GridOption]:
        """Yield the options with these ids, in the order of the file."""
        return (option for option in self.options if option.id in compared)

    def picked(self, matters: tuple[str, ...]) -> Iterator[Matter]:
        """Yield the things with these ids, in the order they were picked."""
        return (thing for name in matters for thing in self.things if thing.id == name)
