"""All words of a view as one text, so that the views can be compared; only marks of drawing are left out."""

import re
from collections.abc import Iterable
from itertools import product

import html5lib

from ketaguide.model.contact import NATIONS, Nation
from ketaguide.model.guide import EditionId
from ketaguide.render.flow import Chunk, joined, text_of
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from ketaguide.tui import glyphs
from ketaguide.tui.doc import Button, Buttons, Doc, lines
from ketaguide.tui.pages.context import Context
from tests.site.words import said, words

READERS: list[tuple[EditionId, Nation | None]] = list(product(("en", "en-short"), (None, *NATIONS)))

WIDE = 10_000
"""Columns in which no line of the plain view is broken."""

_MARKS = dict.fromkeys(map(ord, glyphs.FOLDED + glyphs.UNFOLDED))


def flat(parts: Iterable[str]) -> str:
    return " ".join(" ".join(parts).split())


def drawn_lines(doc: Doc, *, buttons: bool = False) -> list[str]:
    """The lines of a page of the full-screen view."""
    pieces = (piece for piece in doc.pieces if buttons or not isinstance(piece, Button | Buttons))
    found = ("".join(run.text for run in line) for piece in pieces for line in lines(piece))
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


def context_of(view: GuideView) -> Context:
    """The full-screen view of the same reader."""
    return Context(view.guide, Session(edition_id=view.edition_id, nation=view.nation))
