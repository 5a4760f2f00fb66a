"""Blocks of a page as plain lines: words, never drawings. One arm for each kind of block."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ketaguide.model import block as b
from ketaguide.render.flow import Piece
from ketaguide.render.plain_contacts import contact_piece, number_lines
from ketaguide.render.plain_prose import Pen
from ketaguide.resolve import block as r


def blocks(these: Iterable[r.Resolved], pen: Pen) -> Iterator[Piece]:
    """The pieces of blocks, each with where it holds before it and its date after it."""
    for block in these:
        pieces = _block(block.body, pen)
        if pieces and block.as_of:
            pieces[-1] = Piece((*pieces[-1].lines, *pen.lines(f"({block.as_of})")))
        if pieces and block.where:
            pieces[0] = Piece((*pen.lines(block.where), *pieces[0].lines), pieces[0].is_heading)
        yield from pieces


def _block(body: r.Body, pen: Pen) -> list[Piece]:
    match body:
        case b.Heading():
            return [pen.heading(body.text)]
        case b.Paragraph() | b.Inset():
            return [pen.piece(body.text)]
        case b.BulletList():
            return [Piece(tuple(pen.bullets(body.items)))]
        case b.Steps():
            lines = (pen.lines(item, f"{number}. ") for number, item in enumerate(body.items, 1))
            return [Piece(tuple(line for step in lines for line in step))]
        case b.Timeline():
            steps = pen.bullets(f"{step.when}: {pen.words(step.text)}" for step in body.steps)
            return [pen.heading(body.title), Piece(tuple(steps))]
        case r.ResolvedDoDont():
            dont = pen.bullets(f"{lead}{pen.words(item)}" for lead, item in body.dont)
            return [Piece((f"{body.do_label}:", *pen.bullets(body.do))), Piece((f"{body.dont_label}:", *dont))]
        case r.ResolvedCareCard():
            who = number_lines(body.lines, pen)
            head = pen.lines(f"{body.level} {body.heading}")
            return [Piece((*head, *pen.bullets(body.items), *([""] if who else []), *who))]
        case r.ResolvedCallout():
            return [Piece(tuple(pen.pair(body.label, body.text)))]
        case r.ResolvedFigure():
            return [_figure(body, pen)]
        case r.ResolvedOptions():
            return [pen.heading(body.title), *_options(body, pen)]
        case r.ResolvedDiagram():
            return [pen.heading(body.title), Piece(tuple(pen.pair(body.label, body.words)))]
        case r.ResolvedMyth():
            return _myth(body, pen)
        case r.ResolvedContacts():
            return [contact_piece(contact, pen) for contact in body.contacts]
        case r.ResolvedFold():
            return [pen.heading(body.title), *blocks(body.blocks, pen)]
        case _:
            assert_never(body)


def _figure(figure: r.ResolvedFigure, pen: Pen) -> Piece:
    """The words, then each group's figure, then what to know about the study."""
    lines = pen.lines(figure.words) + pen.lines(figure.people_who)
    for arm in figure.arms:
        lines += pen.lines(f"{arm.label}: {arm.in_100}{f' ({arm.counts})' if arm.counts else ''}", "- ")
    for fact in figure.facts:
        lines += pen.pair(fact.name, fact.text)
    return Piece(tuple(lines))


def _options(table: r.ResolvedOptions, pen: Pen) -> Iterator[Piece]:
    """Every option as a card with the same questions in the same order."""
    for number, option in enumerate(table.options, 1):
        lines = pen.lines(pen.view.words.option_of.format(n=number, total=len(table.options), option=option.name))
        for question, answer in zip(table.questions, option.answers, strict=False):
            lines += pen.lines(question, "- ") + pen.lines(answer, "  ")
        lines += pen.lines(f"({option.as_of})") if option.as_of else []
        yield Piece(tuple(lines))


def _myth(myth: r.ResolvedMyth, pen: Pen) -> list[Piece]:
    """What people say, the verdict in words, what the evidence says."""
    said = Piece((*pen.pair(myth.say_label, myth.saying), *pen.pair(myth.verdict_label, myth.verdict)))
    first, *rest = myth.evidence or ("",)
    return [said, Piece(tuple(pen.pair(myth.evidence_label, first))), *(pen.piece(paragraph) for paragraph in rest)]
