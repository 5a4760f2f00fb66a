"""Renders blocks as plain text without drawings, one arm for each kind."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ketaguide.model import block as b
from ketaguide.render.flow import Chunk, joined, wrap
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve import block as r
from ketaguide.resolve import options as o
from ketaguide.resolve.contact import NumberLine, ResolvedContact
from ketaguide.resolve.evidence import ResolvedFigure
from ketaguide.resolve.fact_box import ResolvedFactBox, row_words

_INDENT = "  "


def blocks(these: Iterable[r.Resolved], writer: PlainWriter) -> Iterator[Chunk]:
    """Yield the pieces of blocks, each block between its nations label and its date."""
    for block in these:
        chunks = _block(block.body, writer)
        if chunks and block.as_of:
            chunks[-1] = Chunk((*chunks[-1].lines, *writer.lines(f"({block.as_of})")))
        if chunks and block.where:
            chunks[0] = Chunk((*writer.lines(block.where), *chunks[0].lines), chunks[0].is_heading)
        yield from chunks


def _block(body: r.Body, writer: PlainWriter) -> list[Chunk]:
    match body:
        case b.Heading():
            return [writer.heading(body.text)]
        case b.Paragraph() | b.Inset():
            return [writer.chunk(body.text)]
        case b.BulletList():
            return [Chunk(tuple(writer.bullets(body.items)))]
        case b.Steps():
            lines = (writer.lines(item, f"{number}. ") for number, item in enumerate(body.items, 1))
            return [Chunk(tuple(line for step in lines for line in step))]
        case b.Timeline():
            steps = writer.bullets(f"{step.when}: {writer.words(step.text)}" for step in body.steps)
            return [writer.heading(body.title), Chunk(tuple(steps))]
        case r.ResolvedDoDont():
            dont = writer.bullets(f"{lead}{writer.words(item)}" for lead, item in body.dont)
            return [Chunk((f"{body.do_label}:", *writer.bullets(body.do))), Chunk((f"{body.dont_label}:", *dont))]
        case r.ResolvedCareCard():
            who = _number_lines(body.lines, writer)
            head = writer.lines(f"{body.level} {body.heading}")
            return [Chunk((*head, *writer.bullets(body.items), *([""] if who else []), *who))]
        case r.ResolvedCallout():
            return [Chunk(tuple(writer.pair(body.label, body.text)))]
        case ResolvedFigure():
            return [_figure(body, writer)]
        case ResolvedFactBox():
            return [writer.heading(body.title), *_fact_box(body, writer)]
        case r.ResolvedOptions():
            return [writer.heading(body.title), *_options(body, writer)]
        case o.ResolvedGrid():
            return [writer.heading(body.title), writer.chunk(body.intro), *grid_by_option(body, writer)]
        case o.ResolvedMatters():
            picked = writer.view.interface.decide.picked
            things = writer.bullets(picked.format(text=one.text) if one.picked else one.text for one in body.things)
            return [writer.heading(body.title), Chunk((*writer.lines(body.lead), *things)), writer.chunk(body.note)]
        case r.ResolvedDiagram():
            return [writer.heading(body.title), Chunk(tuple(writer.pair(body.label, body.words)))]
        case r.ResolvedMyth():
            said = (*writer.pair(body.say_label, body.saying), *writer.pair(body.verdict_label, body.verdict))
            first, *rest = body.evidence or ("",)
            return [Chunk(said), Chunk(tuple(writer.pair(body.evidence_label, first))), *map(writer.chunk, rest)]
        case r.ResolvedContacts():
            return [contact_piece(contact, writer) for contact in body.contacts]
        case r.ResolvedFold():
            return [writer.heading(body.title), *blocks(body.blocks, writer)]
        case _:
            assert_never(body)


def _figure(figure: ResolvedFigure, writer: PlainWriter) -> Chunk:
    """The words, then each arm's figure, then facts about the study."""
    lines = writer.lines(figure.words) + writer.lines(f"{figure.people_who} {figure.when}".strip())
    for arm in figure.arms:
        lines += writer.lines(f"{arm.label}: {arm.in_100}{f' ({arm.counts})' if arm.counts else ''}", "- ")
    lines += writer.lines(figure.note) if figure.note else []
    return Chunk((*lines, *writer.facts(figure.facts)), alone=(*lines, *writer.facts(figure.alone)))


def _options(table: r.ResolvedOptions, writer: PlainWriter) -> Iterator[Chunk]:
    """Every option as a card with the same questions in the same order."""
    for number, option in enumerate(table.options, 1):
        lines = writer.lines(writer.view.words.item_of.format(n=number, total=len(table.options), item=option.name))
        for question, answer in zip(table.questions, option.answers, strict=False):
            lines += writer.lines(question, "- ") + writer.lines(answer, "  ")
        yield Chunk(tuple(lines))


def _fact_box(box: ResolvedFactBox, writer: PlainWriter) -> Iterator[Chunk]:
    """Yield what all people had, each group of outcomes, what is not known, the facts of the study, and other figures."""
    if box.with_all:
        yield writer.chunk(box.with_all)
    for group in box.groups:
        yield Chunk((*writer.lines(group.head), *writer.bullets(map(row_words, group.rows))))
    yield Chunk((*writer.lines(f"{box.unknown_label}:"), *writer.bullets(box.unknown)))
    yield Chunk(tuple(writer.facts(box.facts)), alone=tuple(writer.facts(box.alone)))
    if box.elsewhere:
        yield Chunk((*writer.lines(f"{box.elsewhere_label}:"), *writer.bullets(box.elsewhere)))


def grid_by_option(grid: o.ResolvedGrid, writer: PlainWriter) -> Iterator[Chunk]:
    """Every option with its answers, the rows in the same order."""
    for number, option in enumerate(grid.shown, 1):
        said = writer.view.words.option_of.format(n=number, total=len(grid.shown), option=option.name)
        rows = (f"{row.label} {_answer(cell, writer)}" for row, cell in zip(grid.rows, option.cells, strict=True))
        yield Chunk((*writer.lines(said), *writer.bullets(rows)))


def grid_by_row(grid: o.ResolvedGrid, writer: PlainWriter) -> Iterator[Chunk]:
    """Every row with the answer of each option, the options in the same order."""
    for number, row in enumerate(grid.rows):
        said = writer.view.words.row_of.format(n=number + 1, total=len(grid.rows), row=row.label)
        answers = (f"{option.name}: {_answer(option.cells[number], writer)}" for option in grid.shown)
        yield Chunk((*writer.lines(said), *writer.bullets(answers)))


def _answer(cell: tuple[o.GridLine, ...], writer: PlainWriter) -> str:
    """An answer, or each nation's answer after its name."""
    return " ".join(f"{line.where} {writer.words(line.text)}".strip() for line in cell)


def _number_lines(numbers: Iterable[NumberLine], writer: PlainWriter) -> list[str]:
    """Each number of a care card, followed by the services that share it."""
    lines = []
    for line in numbers:
        way = str(line.way)
        lines += wrap(joined(way) if line.names else way, writer.width, _INDENT)
        for _, name in line.names:
            lines += wrap(name, writer.width, _INDENT * 3)
    return lines


def contact_piece(contact: ResolvedContact, writer: PlainWriter) -> Chunk:
    """A contact in full."""
    return Chunk(tuple(line for part in contact.lines for line in writer.lines(part)))
