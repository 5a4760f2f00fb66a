"""Blocks of a page as plain lines: words, never drawings. One arm for each kind of block."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ketaguide.model import block as b
from ketaguide.model.contact import Nation
from ketaguide.render import phrases
from ketaguide.render.flow import Piece
from ketaguide.render.plain_contacts import contact_piece, numbers
from ketaguide.render.plain_prose import Pen


def blocks(these: Iterable[b.Block | b.Simple], pen: Pen) -> Iterator[Piece]:
    """The pieces of blocks for the nation shown. Where all are shown, a word says where a block holds only in some."""
    where: tuple[Nation, ...] = ()
    for block in phrases.shown(these, pen.reading.nation):
        pieces = list(_block(block, pen))
        if pieces and (date := _as_of(block, pen)):
            pieces[-1] = Piece((*pieces[-1].lines, *pen.lines(f"({date})")))
        if pieces and pen.reading.nation is None and block.nations != where:
            where = block.nations
            pieces[0] = _placed(pieces[0], where, pen)
        yield from pieces


def _placed(piece: Piece, where: tuple[Nation, ...], pen: Pen) -> Piece:
    """A piece that begins by saying where it holds; a heading that ends such a run needs no more words."""
    if not where:
        return piece if piece.is_heading else Piece((*pen.lines(f"{pen.labels.all_nations}:"), *piece.lines))
    if piece.is_heading and all(phrases.nation_name(nation, pen.labels) in " ".join(piece.lines) for nation in where):
        return piece
    return Piece((*pen.lines(phrases.for_nations(where, pen.labels)), *piece.lines), piece.is_heading)


def _as_of(block: b.Block | b.Simple, pen: Pen) -> str:
    """The date of what may change; inside folds and answers it stands with each block."""
    if isinstance(block, b.Details | b.Faq | b.Heading):
        return ""
    return phrases.as_of(phrases.block_cites(block), pen.reading.guide, pen.labels)


def _block(block: b.Block | b.Simple, pen: Pen) -> Iterator[Piece]:
    labels = pen.labels
    match block:
        case b.Heading():
            yield pen.heading(block.text)
        case b.Paragraph() | b.Inset():
            yield pen.piece(block.text)
        case b.BulletList():
            yield Piece(tuple(pen.bullets(block.items)))
        case b.Steps():
            lines = (pen.lines(item, f"{number}. ") for number, item in enumerate(block.items, 1))
            yield Piece(tuple(line for step in lines for line in step))
        case b.DoDont():
            yield Piece((f"{labels.do}:", *pen.bullets(block.do)))
            dont = [phrases.dont(pen.words(item), labels) for item in block.dont]
            yield Piece((f"{labels.do_not}:", *pen.bullets(dont)))
        case b.CareCard():
            yield Piece(tuple(_care_card(block, pen)))
        case b.Callout():
            yield Piece(tuple(pen.pair(labels.important, block.text)))
        case b.IconArray():
            yield Piece(tuple(_icon_array(block, pen)))
        case b.OptionsTable():
            yield from _options(block, pen)
        case b.Timeline():
            yield pen.heading(block.title)
            yield Piece(tuple(pen.bullets(f"{step.when}: {pen.words(step.text)}" for step in block.steps)))
        case b.Diagram():
            yield pen.heading(block.title)
            yield Piece(tuple(pen.pair(labels.picture_in_words, block.alternative)))
        case b.Myth():
            yield from _myth(block, pen)
        case b.Contacts():
            found = phrases.contacts_of(block, pen.reading.guide, pen.reading.nation)
            yield from (contact_piece(contact, pen) for contact in found)
        case b.Details():
            yield pen.heading(block.title)
            yield from blocks(block.blocks, pen)
        case b.Faq():
            yield pen.heading(block.question)
            yield from blocks(block.answer, pen)
        case _:
            assert_never(block)


def _care_card(card: b.CareCard, pen: Pen) -> list[str]:
    """The level in words, the action, when to take it, and who to call."""
    level = getattr(pen.labels, card.urgency)
    contacts = [pen.reading.guide.contacts[name] for name in card.contacts if name in pen.reading.guide.contacts]
    who = numbers((contact for contact in contacts if contact.serves(pen.reading.nation)), pen)
    return [*pen.lines(f"{level} {card.heading}"), *pen.bullets(card.items), *([""] if who else []), *who]


def _icon_array(block: b.IconArray, pen: Pen) -> list[str]:
    """The words, then each group's figure, then what to know about the study."""
    lines = pen.lines(block.words)
    claim = pen.reading.guide.claims.get(block.claim)
    figure = claim.figure(block.measure) if claim else None
    if claim is None or figure is None:
        return lines
    lines += pen.lines(pen.reading.words.people_who.format(outcome=figure.outcome))
    for arm, label in zip(figure.arms, block.labels, strict=False):
        lines += pen.lines(phrases.arm_words(arm, label, pen.labels), "- ")
    for name, fact in phrases.figure_facts(figure, claim, pen.labels):
        lines += pen.pair(name, fact)
    return lines


def _options(block: b.OptionsTable, pen: Pen) -> Iterator[Piece]:
    """Every option as a card with the same questions in the same order."""
    yield pen.heading(block.title)
    total = len(block.options)
    for number, option in enumerate(block.options, 1):
        lines = pen.lines(pen.reading.words.option_of.format(n=number, total=total, option=option.name))
        for question, answer in zip(block.questions, option.answers, strict=False):
            lines += pen.lines(question, "- ")
            lines += pen.lines(answer, "  ")
        yield Piece(tuple(lines))


def _myth(block: b.Myth, pen: Pen) -> Iterator[Piece]:
    """What people say, the verdict in words, what the evidence says."""
    labels = pen.labels
    verdict = pen.pair(labels.verdict, block.verdict)
    saying = block.saying if '"' in block.saying else f'"{block.saying}"'
    yield Piece((*pen.pair(labels.they_say, saying), *verdict))
    first, *rest = block.evidence or ("",)
    yield Piece(tuple(pen.pair(labels.evidence_says, first)))
    yield from (pen.piece(paragraph) for paragraph in rest)
