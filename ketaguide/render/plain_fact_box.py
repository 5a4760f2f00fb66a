"""Renders a fact box as sentences: each outcome on a line of its own, with every group's figure named."""

from collections.abc import Iterator

from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.fact_box import ResolvedFactBox, row_words


def fact_box(box: ResolvedFactBox, writer: PlainWriter) -> Iterator[Chunk]:
    """Yield what all people had, each group of outcomes, what is not known, the facts of the study, and other figures."""
    if box.with_all:
        yield writer.chunk(box.with_all)
    for group in box.groups:
        yield Chunk((*writer.lines(group.head), *writer.bullets(map(row_words, group.rows))))
    yield Chunk((*writer.lines(f"{box.unknown_label}:"), *writer.bullets(box.unknown)))
    yield Chunk(tuple(writer.facts(box.facts)), alone=tuple(writer.facts(box.alone)))
    if box.elsewhere:
        yield Chunk((*writer.lines(f"{box.elsewhere_label}:"), *writer.bullets(box.elsewhere)))
