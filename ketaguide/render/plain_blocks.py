"""Renders blocks as plain text without drawings, one arm for each kind."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ketaguide.model import block as b
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_contacts import contact_piece, number_lines
from ketaguide.render.plain_fact_box import fact_box
from ketaguide.render.plain_grid import grid_by_option
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve import block as r
from ketaguide.resolve import options as o
from ketaguide.resolve.fact_box import ResolvedFactBox
from ketaguide.resolve.figure import ResolvedFigure


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
            who = number_lines(body.lines, writer)
            head = writer.lines(f"{body.level} {body.heading}")
            return [Chunk((*head, *writer.bullets(body.items), *([""] if who else []), *who))]
        case r.ResolvedCallout():
            return [Chunk(tuple(writer.pair(body.label, body.text)))]
        case ResolvedFigure():
            return [_figure(body, writer)]
        case ResolvedFactBox():
            return [writer.heading(body.title), *fact_box(body, writer)]
        case r.ResolvedOptions():
            return [writer.heading(body.title), *_options(body, writer)]
        case o.ResolvedGrid():
            return [writer.heading(body.title), writer.chunk(body.intro), *grid_by_option(body, writer)]
        case o.ResolvedMatters():
            things = writer.bullets(_thing(thing, writer) for thing in body.things)
            return [writer.heading(body.title), Chunk((*writer.lines(body.lead), *things)), writer.chunk(body.note)]
        case r.ResolvedDiagram():
            return [writer.heading(body.title), Chunk(tuple(writer.pair(body.label, body.words)))]
        case r.ResolvedMyth():
            return _myth(body, writer)
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


def _thing(thing: o.ResolvedMatter, writer: PlainWriter) -> str:
    return writer.view.interface.decide.picked.format(text=thing.text) if thing.picked else thing.text


def _myth(myth: r.ResolvedMyth, writer: PlainWriter) -> list[Chunk]:
    """The saying, the verdict and the evidence."""
    said = Chunk((*writer.pair(myth.say_label, myth.saying), *writer.pair(myth.verdict_label, myth.verdict)))
    first, *rest = myth.evidence or ("",)
    return [said, Chunk(tuple(writer.pair(myth.evidence_label, first))), *(writer.chunk(paragraph) for paragraph in rest)]
