"""Converts resolved blocks to pieces, with one arm for each kind of block."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import structs

from ketaguide.model import block as b
from ketaguide.model.prose import Prose, Span
from ketaguide.render.flow import joined
from ketaguide.resolve import block as r
from ketaguide.resolve import options as o
from ketaguide.resolve.contact import ResolvedContact
from ketaguide.resolve.evidence import ResolvedFigure
from ketaguide.resolve.fact_box import ResolvedFactBox
from ketaguide.tui import glyphs
from ketaguide.tui.actions import ShowContact, ShowEvidence, ShowTerm, Toggle
from ketaguide.tui.doc import Barred, Box, FactTable, Figure, Gap, Item, Pairs, Picture, Piece, Run, Table, Text, spaced, text
from ketaguide.tui.pages.context import Context, action_of
from ketaguide.tui.pages.options import matters, options

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
        self._below_heading = False

    def blocks(self, blocks: Iterable[r.Resolved]) -> Iterator[Piece]:
        """Pieces of blocks: nations, text, number and date; an empty line after each block but a heading."""
        self._below_heading = False
        for block in blocks:
            if block.where:
                yield text(block.where, "label")
            ref = Run(f"[{block.number}]", "ref", ShowEvidence(block.cites)) if block.number and self.numbered else None
            if isinstance(block.body, r.ResolvedFold):
                yield from self._fold(block.body, block.as_of)
            elif isinstance(block.body, ResolvedFigure):
                yield from self._figure(block.body, ref)
            elif isinstance(block.body, ResolvedFactBox):
                yield from self._fact_box(block.body, ref)
            elif isinstance(block.body, o.ResolvedGrid):
                yield self._title(block.body.title)
                yield from (*_with_tail([text(block.body.intro)], [ref] if ref else []), Gap())
                yield from options(self.context, self.page, block.body, self.runs)
                yield from [text(f"({block.as_of})", "soft")] if block.as_of else []
            else:
                tail = [*([ref] if ref else []), *([Run(f"({block.as_of})", "soft")] if block.as_of else [])]
                yield from _with_tail(list(self._block(block.body)), tail)
            self._below_heading = isinstance(block.body, b.Heading)
            if not self._below_heading:
                yield Gap()

    def runs(self, prose: Prose, link: str = "link") -> tuple[Run, ...]:
        """Prose as runs with actions; repeated links to a word become plain text."""
        return tuple(self._run(span, link) for span in prose.spans)

    def bullets(self, items: Iterable[Prose], link: str = "link") -> Iterator[Piece]:
        """Items of a bullet list."""
        return (Text(self.runs(item, link), _BULLET) for item in items)

    def _run(self, span: Span, link: str) -> Run:
        action = action_of(span, self.context.view)
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
                yield self._title(body.title)
                yield Pairs(tuple((step.when, self.runs(step.text)) for step in body.steps), is_ruled=True)
            case r.ResolvedDoDont():
                yield text(f"{body.do_label}:", "strong")
                yield from (Text(self.runs(item), "+ ") for item in body.do)
                yield text(f"{body.dont_label}:", "strong")
                yield from (Text((Run(lead), *self.runs(item)), "x ") for lead, item in body.dont)
            case r.ResolvedCareCard():
                yield self.care_card(body)
            case r.ResolvedCallout():
                yield Barred((text(f"{body.label}:", "strong"), Text(self.runs(body.text, "card-link"))), "callout")
            case r.ResolvedOptions():
                yield self._title(body.title)
                options = tuple((one.name, tuple(map(self.runs, one.answers))) for one in body.options)
                yield Table(body.questions, options, next((one.name for one in body.options if one.is_own), ""))
            case o.ResolvedMatters():
                yield self._title(body.title)
                yield from matters(self.context, body)
            case r.ResolvedDiagram():
                yield from (self._title(body.title), Gap(), Picture(tuple(body.picture.rstrip().splitlines())), Gap())
                yield Text((Run(f"{body.label}: ", "label"), *self.runs(body.words)))
            case r.ResolvedMyth():
                yield from self._myth(body)
            case r.ResolvedContacts():
                yield from spaced(map(contact_piece, body.contacts))
            case ResolvedFigure() | ResolvedFactBox() | r.ResolvedFold() | o.ResolvedGrid():
                raise AssertionError("drawn by `blocks`")
            case _:
                assert_never(body)

    def _title(self, words: str) -> Text:
        """The title of a block: a heading, or a smaller one right below a heading."""
        return text(words, "h3" if self._below_heading else "h2")

    def care_card(self, card: r.ResolvedCareCard) -> Box:
        """A care card: level in words, heading, bullets, contacts."""
        style = _CARD[card.urgency]
        body = list(self.bullets(card.items, "card-link"))
        for line in card.lines:
            body.append(text(str(line.way), "strong"))
            body += [Text((Run(name, "card-link", ShowContact(contact)),), "  ") for contact, name in line.names]
        return Box((Run(f"{card.level} {card.heading}"),), tuple(body), style)

    def _figure(self, figure: ResolvedFigure, ref: Run | None) -> Iterator[Piece]:
        yield from (Text(self.runs(figure.words)), Gap())
        yield Figure(figure.people_who, figure.when, figure.arms, figure.note, figure.facts, ref)

    def _fact_box(self, box: ResolvedFactBox, ref: Run | None) -> Iterator[Piece]:
        yield FactTable(box, self.runs(box.with_all) if box.with_all else (), tuple(map(self.runs, box.unknown)), ref)
        if box.elsewhere:
            yield from (Gap(), text(f"{box.elsewhere_label}:", "label"), *self.bullets(box.elsewhere))

    def _myth(self, myth: r.ResolvedMyth) -> Iterator[Piece]:
        yield Text((Run(f"{myth.say_label}: ", "label"), Run(myth.saying, "strong")))
        yield Text((Run(f"{myth.verdict_label}: ", "label"), Run(myth.verdict, "strong")))
        first, *others = (self.runs(paragraph) for paragraph in myth.evidence or (Prose(()),))
        labelled = Text((Run(f"{myth.evidence_label}: ", "label"), *first))
        yield Barred(spaced((labelled, *map(Text, others))), "bar")

    def _fold(self, fold: r.ResolvedFold, as_of: str) -> Iterator[Piece]:
        """A fold: its title and, while it is open, its blocks and their date."""
        name = f"{self.page}:{fold.id}"
        is_open = name in self.context.session.folds
        yield Item(fold.title, Toggle(name), sign=f"{glyphs.UNFOLDED if is_open else glyphs.FOLDED} ")
        if is_open:
            date = [Run(f"({as_of})", "soft")] if as_of else []
            yield Barred(tuple(_with_tail(list(self.blocks(fold.blocks))[:-1], date)), "bar")


def contact_piece(contact: ResolvedContact) -> Piece:
    """A contact: nations, name, purpose, and all ways to reach it."""
    lines: list[Piece] = [text(contact.where, "label")] if contact.where else []
    lines += [text(contact.name, "strong"), text(contact.for_whom, "soft")]
    for index, way in enumerate(contact.ways):
        lines.append(text(str(way), "strong" if index == 0 and way.kind in ("phone", "sms") else ""))
    return Barred(tuple(lines), "bar")


def _with_tail(pieces: list[Piece], tail: list[Run]) -> list[Piece]:
    """Append a number and a date to the last text of some pieces, joined so that none wraps to a row of its own."""
    if not tail:
        return pieces
    *others, last = pieces
    spaced_out = tuple(part for run in tail for part in (Run(joined(" ")), run))
    match last:
        case Text():
            return [*others, structs.replace(last, runs=(*last.runs, *spaced_out))]
        case Barred() | Box():
            plain = [structs.replace(run, style="") for run in tail]  # in the colours of the card
            return [*others, structs.replace(last, body=tuple(_with_tail(list(last.body), plain)))]
        case Pairs():
            *rows, (name, runs) = last.rows
            return [*others, structs.replace(last, rows=(*rows, (name, (*runs, *spaced_out))))]
        case Table():
            *options, (name, (*answers, runs)) = last.options
            return [*others, structs.replace(last, options=(*options, (name, (*answers, (*runs, *spaced_out)))))]
    return [*pieces, Text(spaced_out[1:])]
