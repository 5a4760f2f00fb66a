"""The three views say the same words: every page and tool page, in every edition, for each nation and for none.

What only one view has is listed here, and nothing else is left out:
- full screen: buttons, numbers in square brackets that open "how we know", the lines on how to have a page read aloud, on
  picking questions, on the edition, and on the place of the page among the others;
- plain text and web pages: meanings and numbers in brackets where there is no link, "Option 1 of 5:" before each option;
- web pages: links that lead onward stand outside what is compared, and notes that a script shows once a date has passed.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product

import html5lib
import pytest

from ketaguide.model.block import Details, Faq
from ketaguide.model.contact import NATIONS, Nation
from ketaguide.model.guide import EditionId, Guide, Section
from ketaguide.render.flow import joined, text_of
from ketaguide.render.html_blocks import contact_card
from ketaguide.render.html_links import Links
from ketaguide.render.html_pages import about, section_page
from ketaguide.render.plain import section_text
from ketaguide.render.plain_about import about_pieces
from ketaguide.render.plain_contacts import contact_piece as plain_contact
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_writer import PlainWriter, short_meaning
from ketaguide.resolve.contact import first_way, resolve_contact
from ketaguide.resolve.section import link_targets, section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from ketaguide.tui import glyphs
from ketaguide.tui.doc import Barred, Box, Doc, Item, Pairs, People, Piece, Table, Text
from ketaguide.tui.pages.about import about as about_doc
from ketaguide.tui.pages.blocks import contact_piece
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.evidence import evidence_sheet
from ketaguide.tui.pages.section import section as section_doc
from tests.site.words import NAMESPACE, page_words, words
from tests.site.words import said as html_said

READERS: list[tuple[EditionId, Nation | None]] = list(product(("en", "en-easy"), (None, *NATIONS)))


def flat(parts: Iterable[str]) -> str:
    return " ".join(" ".join(parts).split())


def said(piece: Piece) -> Iterator[str]:
    """The words of a piece of the full-screen view in the order in which they are read."""
    match piece:
        case Text():
            yield "".join(run.text for run in piece.runs)
        case Box():
            yield "".join(run.text for run in piece.head)
            for inside in piece.body:
                yield from said(inside)
        case Barred():
            for inside in piece.body:
                yield from said(inside)
        case Pairs():
            yield from (f"{name}: {''.join(run.text for run in runs)}" for name, runs in piece.rows)
        case Table():
            for name, answers in piece.options:
                yield name
                for question, runs in zip(piece.questions, answers, strict=True):
                    yield f"{question} {''.join(run.text for run in runs)}"
        case People():
            for label, of_100, _ in piece.arms:
                name, _, counts = label.partition("\n")
                yield f"{name}: {of_100} {counts}"
        case Item():
            yield piece.label


def page_words_of(markup: str) -> list[str]:
    """Every word of a piece of a web page."""
    return html_said(html5lib.parseFragment(markup)).replace("\u00a0", " ").split()


def words_of(doc: Doc, skip: Iterable[str] = ()) -> str:
    """All words of a page of the full-screen view but its buttons, the marks of folds, and lines that begin as in `skip`."""
    lines = (line for piece in doc.pieces for line in said(piece))
    kept = (line for line in lines if not any(line.startswith(start) for start in skip))
    text = re.sub(r"\[\d+\]", " ", " ".join(kept))
    return flat([text.replace(joined(" "), " ").translate(dict.fromkeys(map(ord, glyphs.FOLDED + glyphs.UNFOLDED)))])


def drawn(view: GuideView, page: Section) -> str:
    context = Context(view.guide, Session(edition_id=view.edition_id, nation=view.nation))
    folds = [block for block in page.blocks if isinstance(block, Details | Faq)]
    context.session.folds |= {f"{page.id}:{fold.id if isinstance(fold, Faq) else fold.title}" for fold in folds}
    tui, take = context.words, view.take_words
    doc = section_doc(context, page.id)
    only_here = [tui.edition_note, take.pick, f"+ {take.pick_all}"]
    only_here += [words.partition("{")[0] for words in (take.see, view.labels.page_of)]
    text = words_of(doc, only_here)
    listen = view.edition.interface.listen.here
    for once in (f". {tui.ref_note} {listen}", f". {listen}"):
        text = text.replace(once, "", 1)
    return text


def without_brackets(text: str, view: GuideView, page: Section) -> str:
    """Plain words without what stands in brackets where there is no link: meanings of words, numbers of services."""
    for name in link_targets(page, "term"):
        if term := view.guide.term(name, view.edition_id):
            text = text.replace(f" ({short_meaning(term)})", "", 1)
    for name in link_targets(page, "contact"):
        if (contact := view.guide.contacts.get(name)) and (way := first_way(contact, view.labels)):
            text = text.replace(f" ({way.text[:1].lower()}{way.text[1:]})", "", 1)
    return text


def without_option_numbers(text: str, view: GuideView) -> str:
    """Words without "Option 1 of 5:" before the name of an option, which a table has no need of."""
    option = re.escape(view.words.option_of)
    for name, pattern in (("n", r"\d+"), ("total", r"\d+"), ("option", "")):
        option = option.replace(rf"\{{{name}\}}", pattern)
    return flat([re.sub(option, "", text)])


def plain(view: GuideView, page: Section) -> str:
    text = flat(words(section_text(page, view, 10_000).replace(joined(" "), " ")))
    return without_option_numbers(without_brackets(text, view, page), view)


def web(view: GuideView, page: Section) -> str:
    body = section_page(page, view, Links(view.edition_id), [], []).body
    text = flat(page_words(html5lib.parseFragment(str(body))))
    return without_option_numbers(without_brackets(text.replace("\u00a0", " "), view, page), view)


@pytest.mark.parametrize("reader", READERS)
def test_all_views_of_a_page_say_the_same_words(guide: Guide, shipped: Guide, reader: tuple[EditionId, Nation | None]) -> None:
    for which in (guide, shipped):
        view = GuideView(which, *reader)
        for page in view.pages():
            assert drawn(view, page) == plain(view, page) == web(view, page), page.id


def test_all_views_say_the_same_of_who_answers_for_the_guide(shipped: Guide) -> None:
    for edition_id, nation in READERS:
        view = GuideView(shipped, edition_id, nation)
        page = about(view, Links(edition_id)).body
        doc = about_doc(Context(shipped, Session(edition_id=edition_id, nation=nation)))
        drawn = sorted(words_of(doc, ["ketaguide "]).split())
        plain = sorted(words(text_of(about_pieces(view, 10_000))))
        onward = (element.text or "" for element in html5lib.parseFragment(str(page)).iter(f"{NAMESPACE}a"))
        web = sorted([*page_words_of(str(page))])
        for word in flat(onward).split():
            web.remove(word)
        assert web == plain
        assert drawn == sorted([*plain, *view.edition.interface.tui.what_it_is_for.split()]), "with a heading of its own"


def test_all_views_say_the_same_of_how_we_know(guide: Guide, shipped: Guide) -> None:
    for which in (guide, shipped):
        view = GuideView(which)
        for page in view.pages():
            cites = section_cites(page)
            doc = evidence_sheet(Context(which, Session()), cites)
            plain = flat(words(text_of(evidence_pieces(cites, view, 10_000))))
            assert words_of(doc) == plain, page.id


def test_all_views_say_the_same_of_every_service(guide: Guide, shipped: Guide) -> None:
    for which, nation in product((guide, shipped), (None, *NATIONS)):
        view = GuideView(which, nation=nation)
        for contact in view.contacts(which.contacts):
            found = resolve_contact(contact, view)
            drawn = flat(said(contact_piece(found)))
            plain = flat([" ".join(plain_contact(found, PlainWriter(view, 10_000)).lines)])
            web = flat(page_words_of(str(contact_card(found))))
            assert drawn == plain == web.replace("\u00a0", " "), contact.id
