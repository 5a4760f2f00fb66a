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
from ketaguide.tui.actions import ShowContact, ShowEvidence, ShowTerm
from ketaguide.tui.doc import Barred, Box, FactTable, Gap, Pairs, PeopleFigure, Picture, Piece, Run, Table, Text, spaced, text
from ketaguide.tui.pages.context import Context, action_of, run_of
from ketaguide.tui.pages.options import fold_of, matters, options

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
            yield from self._block(block.body, ref, Run(f"({block.as_of})", "soft") if block.as_of else None)
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
        return run_of(span, action, link)

    def _block(self, body: r.Body, ref: Run | None, date: Run | None) -> Iterable[Piece]:
        pieces: Iterable[Piece]
        match body:
            case r.ResolvedFold():
                return self._fold(body, date)
            case ResolvedFigure():
                return self._figure(body, ref)
            case ResolvedFactBox():
                return self._fact_box(body, ref)
            case o.ResolvedGrid():
                return self._grid(body, ref, date)
            case b.Heading():
                pieces = [text(body.text, "h2")]
            case b.Paragraph():
                pieces = [Text(self.runs(body.text))]
            case b.BulletList():
                pieces = self.bullets(body.items)
            case b.Steps():
                pieces = (Text(self.runs(item), f"{number}. ") for number, item in enumerate(body.items, 1))
            case b.Inset():
                pieces = [Barred((Text(self.runs(body.text)),), "bar")]
            case b.Timeline():
                steps = tuple((step.when, self.runs(step.text)) for step in body.steps)
                pieces = [self._title(body.title), Pairs(steps, is_ruled=True)]
            case r.ResolvedDoDont():
                do = [Text(self.runs(item), "+ ") for item in body.do]
                dont = [Text((Run(lead), *self.runs(item)), "x ") for lead, item in body.dont]
                pieces = [text(f"{body.do_label}:", "strong"), *do, text(f"{body.dont_label}:", "strong"), *dont]
            case r.ResolvedCareCard():
                pieces = [self.care_card(body)]
            case r.ResolvedCallout():
                said = Text(self.runs(body.text, "card-link"))
                pieces = [Barred((text(f"{body.label}:", "strong"), said), "callout")]
            case r.ResolvedOptions():
                options = tuple((one.name, tuple(map(self.runs, one.answers))) for one in body.options)
                own = next((one.name for one in body.options if one.is_own), "")
                pieces = [self._title(body.title), Table(body.questions, options, own)]
            case o.ResolvedMatters():
                pieces = [self._title(body.title), *matters(self.context, body)]
            case r.ResolvedDiagram():
                picture = Picture(tuple(body.picture.rstrip().splitlines()))
                said = Text((Run(f"{body.label}: ", "label"), *self.runs(body.words)))
                pieces = [self._title(body.title), Gap(), picture, Gap(), said]
            case r.ResolvedMyth():
                pieces = self._myth(body)
            case r.ResolvedContacts():
                pieces = spaced(map(contact_piece, body.contacts))
            case _:
                assert_never(body)
        return _with_tail(pieces, ref, date)

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

    def _grid(self, grid: o.ResolvedGrid, ref: Run | None, date: Run | None) -> Iterator[Piece]:
        yield self._title(grid.title)
        yield from (*_with_tail([text(grid.intro)], ref), Gap(), *options(self.context, self.page, grid, self.runs))
        if date:
            yield Text((date,))

    def _figure(self, figure: ResolvedFigure, ref: Run | None) -> Iterator[Piece]:
        yield from (Text(self.runs(figure.words)), Gap())
        yield PeopleFigure(figure.people_who, figure.when, figure.arms, figure.note, figure.facts, ref)

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

    def _fold(self, fold: r.ResolvedFold, date: Run | None) -> Iterator[Piece]:
        def inside() -> Iterator[Piece]:
            yield from _with_tail([*self.blocks(fold.blocks)][:-1], date)

        return fold_of(self.context, f"{self.page}:{fold.id}", fold.title, inside())


def contact_piece(contact: ResolvedContact) -> Piece:
    """A contact: nations, name, purpose, and all ways to reach it."""
    lines: list[Piece] = [text(contact.where, "label")] if contact.where else []
    lines += [text(contact.name, "strong"), text(contact.for_whom, "soft")]
    for index, way in enumerate(contact.ways):
        lines.append(text(str(way), "strong" if index == 0 and way.kind in ("phone", "sms") else ""))
    return Barred(tuple(lines), "bar")


def _with_tail(pieces: Iterable[Piece], *tail: Run | None) -> list[Piece]:
    """Append a number and a date to the last text of some pieces, joined so that none wraps to a row of its own."""
    whole, added = list(pieces), tuple(part for run in tail if run for part in (Run(joined(" ")), run))
    if not added:
        return whole
    *others, last = whole
    match last:
        case Text():
            return [*others, structs.replace(last, runs=(*last.runs, *added))]
        case Barred() | Box():
            plain = (structs.replace(run, style="") for run in tail if run)  # in the colours of the card
            return [*others, structs.replace(last, body=tuple(_with_tail(last.body, *plain)))]
        case Pairs():
            *rows, (name, runs) = last.rows
            return [*others, structs.replace(last, rows=(*rows, (name, (*runs, *added))))]
        case Table():
            *options, (name, (*answers, runs)) = last.options
            return [*others, structs.replace(last, options=(*options, (name, (*answers, (*runs, *added)))))]
    return [*whole, Text(added[1:])]
