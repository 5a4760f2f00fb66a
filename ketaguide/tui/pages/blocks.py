"""Converts resolved blocks to pieces, with one arm for each kind of block."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import structs

from ketaguide.model import block as b
from ketaguide.model.prose import Prose, Span
from ketaguide.render.flow import joined
from ketaguide.resolve import block as r
from ketaguide.resolve.contact import ResolvedContact
from ketaguide.tui import glyphs
from ketaguide.tui.actions import ShowContact, ShowEvidence, ShowTerm, Toggle
from ketaguide.tui.doc import Barred, Box, Gap, Pairs, People, Picture, Piece, Run, Table, Text, spaced, text
from ketaguide.tui.pages.context import Context, action_of

_CARD = {"non_urgent": "calm", "urgent": "urgent", "emergency": "grave"}
_BULLET = f"{glyphs.BULLET} "


class PageWriter:
    """Writes one page: links the first occurrence of each word, and draws open folds with their contents."""

    def __init__(self, context: Context, page: str, *, numbered: bool = False) -> None:
        self.context = context
        self.page = page
        self.numbered = numbered
        """True if blocks show the number that opens their evidence."""
        self._linked: set[str] = set()

    def blocks(self, blocks: Iterable[r.Resolved]) -> Iterator[Piece]:
        """Pieces of blocks: nations, text, number and date; an empty line after each block."""
        for block in blocks:
            if block.where:
                yield text(block.where, "label")
            tail = []
            if block.number and self.numbered:
                tail.append(Run(f"[{block.number}]", "ref", ShowEvidence(block.cites)))
            if block.as_of:
                tail.append(Run(f"({block.as_of})", "soft"))
            yield from _with_tail(list(self._block(block.body)), tail)
            yield Gap()

    def runs(self, prose: Prose, link: str = "link") -> tuple[Run, ...]:
        """Prose as runs with actions; repeated links to a word become plain text."""
        return tuple(self._run(span, link) for span in prose.spans)

    def bullets(self, items: Iterable[Prose], link: str = "link") -> Iterator[Piece]:
        """Items of a bullet list."""
        return (Text(self.runs(item, link), _BULLET) for item in items)

    def _run(self, span: Span, link: str) -> Run:
        action = action_of(span)
        if isinstance(action, ShowTerm):
            action = None if action.term in self._linked else action
            self._linked.add(span.target)
        return Run(span.text, link if action else "strong" if span.strong else "", action)

    def _block(self, body: r.Body) -> Iterator[Piece]:
        match body:
            case b.Heading():
                yield text(body.text, "h2")
            case b.Paragraph():
                yield Text(self.runs(body.text))
            case b.BulletList():
                yield from self.bullets(body.items)
            case b.Steps():
                yield from (Text(self.runs(item), f"{number}. ") for number, item in enumerate(body.items, 1))
            case b.Inset():
                yield Barred((Text(self.runs(body.text)),), "bar")
            case b.Timeline():
                yield from (text(body.title, "h2"), Gap())
                yield Pairs(tuple((step.when, self.runs(step.text)) for step in body.steps))
            case r.ResolvedDoDont():
                yield text(f"{body.do_label}:", "strong")
                yield from (Text(self.runs(item), "+ ") for item in body.do)
                yield text(f"{body.dont_label}:", "strong")
                yield from (Text((Run(lead), *self.runs(item)), "x ") for lead, item in body.dont)
            case r.ResolvedCareCard():
                yield self.care_card(body)
            case r.ResolvedCallout():
                yield Box((Run(f"{body.label}:"),), (Text(self.runs(body.text, "card-link")),), "callout")
            case r.ResolvedFigure():
                yield from self._figure(body)
            case r.ResolvedOptions():
                yield from (text(body.title, "h2"), Gap())
                yield Table(body.questions, tuple((option.name, self._answers(option)) for option in body.options))
            case r.ResolvedDiagram():
                yield from (text(body.title, "h2"), Gap(), Picture(tuple(body.picture.rstrip().splitlines())), Gap())
                yield Text((Run(f"{body.label}: ", "label"), *self.runs(body.words)))
            case r.ResolvedMyth():
                yield from self._myth(body)
            case r.ResolvedContacts():
                yield from spaced(map(contact_piece, body.contacts))
            case r.ResolvedFold():
                yield from self._fold(body)
            case _:
                assert_never(body)

    def care_card(self, card: r.ResolvedCareCard) -> Box:
        """A care card: level in words, heading, bullets, contacts."""
        style = _CARD[card.urgency]
        body = list(self.bullets(card.items, "card-link"))
        for line in card.lines:
            body.append(text(str(line.way), "strong"))
            body += [Text((Run(name, "card-link", ShowContact(contact)),), "  ") for contact, name in line.names]
        return Box((Run(f"{card.level} {card.heading}"),), tuple(body), style)

    def _figure(self, figure: r.ResolvedFigure) -> Iterator[Piece]:
        yield Text(self.runs(figure.words))
        if not figure.arms:
            return
        yield from (Gap(), text(figure.people_who, "soft"))
        yield from (People(figure.arms), Gap())
        for fact in figure.facts:
            yield Text((*((Run(f"{fact.name}: ", "label"),) if fact.name else ()), Run(fact.text, "soft")))

    def _answers(self, option: r.ResolvedOption) -> tuple[tuple[Run, ...], ...]:
        """Answers of an option; a date follows the last one."""
        *others, last = (self.runs(answer) for answer in option.answers)
        return (*others, (*last, Run(f" ({option.as_of})", "soft")) if option.as_of else last)

    def _myth(self, myth: r.ResolvedMyth) -> Iterator[Piece]:
        yield Text((Run(f"{myth.say_label}: ", "label"), Run(myth.saying, "strong")))
        yield Text((Run(f"{myth.verdict_label}: ", "label"), Run(myth.verdict, "strong")))
        for index, paragraph in enumerate(myth.evidence):
            label = () if index else (Run(f"{myth.evidence_label}: ", "label"),)
            yield Barred((Text((*label, *self.runs(paragraph))),), "bar")

    def _fold(self, fold: r.ResolvedFold) -> Iterator[Piece]:
        """A fold: its title and, while it is open, its blocks."""
        name = f"{self.page}:{fold.id}"
        is_open = name in self.context.session.folds
        sign = glyphs.UNFOLDED if is_open else glyphs.FOLDED
        yield Text((Run(f"{sign} {fold.title}", "link", Toggle(name)),))
        if is_open:
            yield Barred(tuple(self.blocks(fold.blocks))[:-1], "bar")


def contact_piece(contact: ResolvedContact) -> Piece:
    """A contact: nations, name, purpose, and all ways to reach it."""
    lines: list[Piece] = [text(contact.where, "label")] if contact.where else []
    lines += [text(contact.name, "strong"), text(contact.for_whom, "soft")]
    for index, way in enumerate(contact.ways):
        lines.append(text(str(way), "strong" if index == 0 and way.kind in ("phone", "sms") else ""))
    return Barred(tuple(lines), "bar")


def _with_tail(pieces: list[Piece], tail: list[Run]) -> list[Piece]:
    """Append a number and a date to the last piece, joined so that none wraps to a row of its own."""
    if not tail:
        return pieces
    last = pieces[-1] if pieces else None
    spaced_out = tuple(part for run in tail for part in (Run(joined(" ")), run))
    if isinstance(last, Text):
        return [*pieces[:-1], structs.replace(last, runs=(*last.runs, *spaced_out))]
    return [*pieces, Text(spaced_out[1:])]
