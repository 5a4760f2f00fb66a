"""All words of a view as one text, so that the views can be compared; only marks of drawing are left out."""

import re
from collections.abc import Iterable
from itertools import product

import html5lib
from msgspec import structs

from ketaguide.model.block import Details, Faq
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Section
from ketaguide.model.prose import Scheme
from ketaguide.model.walk import links_in
from ketaguide.render.flow import Chunk, joined, text_of
from ketaguide.render.plain_writer import short_meaning
from ketaguide.resolve.contact import first_way
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Close
from ketaguide.tui.doc import Button, Buttons, Doc, Either, Piece, Text, text
from ketaguide.tui.doc_lines import lines
from ketaguide.tui.pages.context import Context
from tests.nations import NATIONS
from tests.site.words import said, words

READERS: list[tuple[EditionId, Nation | None]] = list(product(("en", "en-short"), (None, *NATIONS)))

WIDE = 10_000
"""Columns in which no line of the plain view is broken."""

_MARKS = dict.fromkeys(map(ord, glyphs.FOLDED + glyphs.UNFOLDED))


def flat(parts: Iterable[str]) -> str:
    return " ".join(" ".join(parts).split())


def drawn_lines(doc: Doc, *, buttons: bool = False) -> list[str]:
    """The lines of a page of the full-screen view, without the one that closes a sheet."""
    pieces = (piece for piece in doc.pieces if buttons or not isinstance(piece, Button | Buttons))
    kept = (line for piece in pieces for line in lines(piece) if not any(run.action == Close() for run in line))
    found = ("".join(run.text for run in line) for line in kept)
    return [flat([line.replace(joined(" "), " ").translate(_MARKS)]) for line in found]


def drawn_words(doc: Doc, skip: Iterable[str] = (), *, buttons: bool = False) -> str:
    """The same without lines that begin as in `skip`, and the numbers that open "how we know"."""
    kept = [line for line in drawn_lines(doc, buttons=buttons) if not any(line.startswith(start) for start in skip)]
    return flat(words(re.sub(r"\[\d+\]", " ", "\n".join(kept))))


def plain_words(chunks: Iterable[Chunk] | str) -> str:
    text = chunks if isinstance(chunks, str) else text_of(chunks)
    return flat(words(text.replace(joined(" "), " ")))


def web_words(markup: str) -> str:
    return flat([said(html5lib.parseFragment(markup)).replace("\u00a0", " ")])


def context_of(view: GuideView, page: Section | None = None) -> Context:
    """The full-screen view of the same reader, every fold of a page open."""
    folds = [block for block in page.blocks if isinstance(block, Details | Faq)] if page else []
    names = {f"{page.id}:{fold.id if isinstance(fold, Faq) else fold.title}" for fold in folds if page}
    return Context(view.guide, Session(edition_id=view.edition_id, nation=view.nation, folds=names))


def drawn_page(doc: Doc, view: GuideView) -> str:
    """Words of a page of the guide without what only the full-screen view says: how to pick, to listen and to go on.

    Without the question where the reader lives, too: it is a menu entry of the conversation and links of the web page.
    """
    tui, take, decide = view.interface.tui, view.interface.take, view.interface.decide
    only_here = [
        view.guide.edition("short").meta.note or tui.ref_note,
        decide.compare,
        decide.count.format(n=0, most=3),
        take.pick,
        f"+ {take.pick_all}",
        take.see.partition("{")[0],
        tui.ref_note,
        view.interface.listen.here,
    ]
    return drawn_words(
        structs.replace(doc, pieces=_title_first(tuple(piece for piece in doc.pieces if not isinstance(piece, Either)))),
        only_here,
    )


def _title_first(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces with the reading time after the title, as in the other views, and without the place before it."""
    at = next(index for index, piece in enumerate(pieces) if isinstance(piece, Text) and piece.runs[0].style == "h1")
    lead = pieces[at - 1] if at else None
    if not isinstance(lead, Text):
        return pieces
    return (*pieces[: at - 1], pieces[at], text(lead.runs[0].text.rpartition(" · ")[2]), *pieces[at + 1 :])


def without_brackets(text: str, view: GuideView, value: object, schemes: Iterable[Scheme] = ("term", "contact")) -> str:
    """Words of plain text or a web page without the meaning or number in brackets after each link in a value of the model."""
    for scheme in schemes:
        for target in dict.fromkeys(links_in(value, scheme)):
            term, contact = view.guide.term(target, view.edition_id), view.guide.contacts.get(target)
            if scheme == "term" and term:
                text = text.replace(f" ({short_meaning(term)})", "", 1)
            elif scheme == "contact" and contact and (way := first_way(contact, view.labels)):
                text = text.replace(f" ({way.text[:1].lower()}{way.text[1:]})", "", 1)
    return without_option_numbers(text, view)


def without_option_numbers(text: str, view: GuideView) -> str:
    """Words without "Option 1 of 5:" or "1 of 4:" before a name, which a table has no need of."""
    for pattern in map(re.escape, (view.words.option_of, view.words.item_of)):
        for name, found in (("n", r"\d+"), ("total", r"\d+"), ("option", ""), ("item", "")):
            pattern = pattern.replace(rf"\{{{name}\}}", found)
        text = re.sub(pattern, "", text)
    return flat([text])
