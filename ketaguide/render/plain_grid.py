"""Renders the options grid as plain text: option by option, or question by question."""

from collections.abc import Iterator

from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.options import GridLine, ResolvedGrid


def grid_by_option(grid: ResolvedGrid, writer: PlainWriter) -> Iterator[Chunk]:
    """Every option with its answers, the rows in the same order."""
    for number, option in enumerate(grid.shown, 1):
        said = writer.view.words.option_of.format(n=number, total=len(grid.shown), option=option.name)
        rows = (f"{row.label} {_answer(cell, writer)}" for row, cell in zip(grid.rows, option.cells, strict=True))
        yield Chunk((*writer.lines(said), *writer.bullets(rows)))


def grid_by_row(grid: ResolvedGrid, writer: PlainWriter) -> Iterator[Chunk]:
    """Every row with the answer of each option, the options in the same order."""
    for number, row in enumerate(grid.rows):
        said = writer.view.words.row_of.format(n=number + 1, total=len(grid.rows), row=row.label)
        answers = (f"{option.name}: {_answer(option.cells[number], writer)}" for option in grid.shown)
        yield Chunk((*writer.lines(said), *writer.bullets(answers)))


def _answer(cell: tuple[GridLine, ...], writer: PlainWriter) -> str:
    """An answer, or each nation's answer after its name."""
    return " ".join(f"{line.where} {writer.words(line.text)}".strip() for line in cell)
