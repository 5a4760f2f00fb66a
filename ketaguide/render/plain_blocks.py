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
        pieces = _block(block, pen)
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
    """The date of what may change; inside folds, answers and options it stands with each of them."""
    cites = block.cites if isinstance(block, b.Details | b.Faq | b.OptionsTable) else phrases.block_cites(block)
    return phrases.as_of(cites, pen.reading.guide, pen.labels)


def _block(block: b.Block | b.Simple, pen: Pen) -> list[Piece]:
    match block:
        case b.Heading():
            return [pen.heading(block.text)]
        case b.Paragraph() | b.Inset():
            return [pen.piece(block.text)]
        case b.BulletList():
            return [Piece(tuple(pen.bullets(block.items)))]
        case b.Steps():
            return [_steps(block, pen)]
        case b.DoDont():
            return _do_dont(block, pen)
        case b.CareCard():
            return [_care_card(block, pen)]
        case b.Callout():
            return [Piece(tuple(pen.pair(pen.labels.important, block.text)))]
        case b.IconArray():
            return [_icon_array(block, pen)]
        case b.OptionsTable():
            return [pen.heading(block.title), *_options(block, pen)]
        case b.Timeline():
            return [pen.heading(block.title), _timeline(block, pen)]
        case b.Diagram():
            return [pen.heading(block.title), Piece(tuple(pen.pair(pen.labels.picture_in_words, block.alternative)))]
        case b.Myth():
            return _myth(block, pen)
        case b.Contacts():
            found = phrases.contacts_of(block, pen.reading.guide, pen.reading.nation)
            return [contact_piece(contact, pen) for contact in found]
        case b.Details():
            return [pen.heading(block.title), *blocks(block.blocks, pen)]
        case b.Faq():
            return [pen.heading(block.question), *blocks(block.answer, pen)]
        case _:
            assert_never(block)


def _steps(block: b.Steps, pen: Pen) -> Piece:
    lines = (pen.lines(item, f"{number}. ") for number, item in enumerate(block.items, 1))
    return Piece(tuple(line for step in lines for line in step))


def _do_dont(block: b.DoDont, pen: Pen) -> list[Piece]:
    """What to do, then what not to do, each line of it saying so."""
    labels = pen.labels
    dont = [phrases.dont(pen.words(item), labels) for item in block.dont]
    return [Piece((f"{labels.do}:", *pen.bullets(block.do))), Piece((f"{labels.do_not}:", *pen.bullets(dont)))]


def _timeline(block: b.Timeline, pen: Pen) -> Piece:
    return Piece(tuple(pen.bullets(f"{step.when}: {pen.words(step.text)}" for step in block.steps)))


def _care_card(card: b.CareCard, pen: Pen) -> Piece:
    """The level in words, the action, when to take it, and who to call."""
    level = getattr(pen.labels, card.urgency)
    contacts = [pen.reading.guide.contacts[name] for name in card.contacts if name in pen.reading.guide.contacts]
    who = numbers((contact for contact in contacts if contact.serves(pen.reading.nation)), pen)
    return Piece((*pen.lines(f"{level} {card.heading}"), *pen.bullets(card.items), *([""] if who else []), *who))


def _icon_array(block: b.IconArray, pen: Pen) -> Piece:
    """The words, then each group's figure, then what to know about the study."""
    lines = pen.lines(block.words)
    claim = pen.reading.guide.claims.get(block.claim)
    if claim and (figure := claim.figure(block.measure)):
        lines += pen.lines(pen.labels.people_who.format(outcome=figure.outcome))
        for arm, label in zip(figure.arms, block.labels, strict=False):
            lines += pen.lines(phrases.arm_words(arm, label, pen.labels), "- ")
        for name, fact in phrases.figure_facts(figure, claim, pen.labels):
            lines += pen.pair(name, fact)
    return Piece(tuple(lines))


def _options(block: b.OptionsTable, pen: Pen) -> Iterator[Piece]:
    """Every option as a card with the same questions in the same order."""
    total = len(block.options)
    for number, option in enumerate(block.options, 1):
        lines = pen.lines(pen.reading.words.option_of.format(n=number, total=total, option=option.name))
        for question, answer in zip(block.questions, option.answers, strict=False):
            lines += pen.lines(question, "- ")
            lines += pen.lines(answer, "  ")
        if date := phrases.as_of(option.cites, pen.reading.guide, pen.labels):
            lines += pen.lines(f"({date})")
        yield Piece(tuple(lines))


def _myth(block: b.Myth, pen: Pen) -> list[Piece]:
    """What people say, the verdict in words, what the evidence says."""
    labels = pen.labels
    saying = block.saying if '"' in block.saying else f'"{block.saying}"'
    said = Piece((*pen.pair(labels.they_say, saying), *pen.pair(labels.verdict, block.verdict)))
    first, *rest = block.evidence or ("",)
    return [said, Piece(tuple(pen.pair(labels.evidence_says, first))), *(pen.piece(paragraph) for paragraph in rest)]
