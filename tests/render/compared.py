"""All words of a view as one text, so that the views can be compared; only marks of drawing are left out."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import product
from xml.etree.ElementTree import Element, TreeBuilder

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
from tests.site.words import NAMESPACE, said, words

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


class _Trees(HTMLParser):
    """Builds a tree of markup that has no fault; tests/site/test_markup.py looks for faults."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.builder.start("fragment", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(f"{NAMESPACE}{tag}", {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.builder.end(f"{NAMESPACE}{tag}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("body", "html"):  # which the text of a page may end with
            self.builder.end(f"{NAMESPACE}{tag}")

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})


def tree_of(markup: object) -> Element:
    """Part of a web page as a tree, in a fifth of the time that html5lib takes."""
    trees = _Trees()
    trees.feed(str(markup))
    trees.close()
    trees.builder.end("fragment")
    return trees.builder.close()


def web_words(markup: object) -> str:
    return flat([said(tree_of(markup)).replace("\u00a0", " ")])


def folds_of(page: Section) -> set[str]:
    """Ids of all folds of a page, as a session keeps those that are open."""
    folds = (block for block in page.blocks if isinstance(block, Details | Faq))
    return {f"{page.id}:{fold.id if isinstance(fold, Faq) else fold.title}" for fold in folds}


def context_of(view: GuideView, page: Section | None = None) -> Context:
    """The full-screen view of the same reader, every fold of a page open."""
    folds = folds_of(page) if page else set[str]()
    return Context(view.guide, Session(edition_id=view.edition_id, nation=view.nation, folds=folds))


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
