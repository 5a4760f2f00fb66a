"""The three views say the same words: every page and tool page, in every edition, for each nation and for none.

What only one view has is listed here, and nothing else is left out:
- full screen: buttons, numbers in square brackets that open "how we know", the lines on how to have a page read aloud, on
  picking questions, on the edition, and on the place of the page among the others;
- plain text and web pages: meanings and numbers in brackets where there is no link, "Option 1 of 5:" before each option;
- web pages: the name of the fold that holds the hours of a service; links that lead onward stand outside what is compared,
  and notes that a script shows once a date has passed.
"""

from itertools import product
from typing import get_args

import pytest

from ketaguide import crisis
from ketaguide.model.block import Block
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide, Section
from ketaguide.model.walk import structs
from ketaguide.render.html_blocks import contact_card
from ketaguide.render.html_links import Links
from ketaguide.render.html_pages import about, section_page
from ketaguide.render.html_writer import HtmlWriter
from ketaguide.render.plain import section_text
from ketaguide.render.plain_blocks import contact_piece
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_guide import about_pieces
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.contact import resolve_contact
from ketaguide.resolve.section import section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.tui.pages.about import about as about_doc
from ketaguide.tui.pages.evidence import evidence_sheet
from ketaguide.tui.pages.section import section as section_doc
from ketaguide.tui.pages.words import contact_sheet
from tests.nations import NATIONS
from tests.render.compared import (
    READERS,
    WIDE,
    context_of,
    drawn_page,
    drawn_words,
    flat,
    plain_words,
    tree_of,
    web_words,
    without_brackets,
)  # fmt: skip
from tests.site.words import NAMESPACE, page_words


def drawn(view: GuideView, page: Section) -> str:
    return drawn_page(section_doc(context_of(view, page), page.id), view)


def plain(view: GuideView, page: Section) -> str:
    return without_brackets(plain_words(section_text(page, view, WIDE)), view, page)


def web(view: GuideView, page: Section) -> str:
    body = section_page(page, view, Links(view.edition.meta.path)).body
    text = flat(page_words(tree_of(body)))
    return without_brackets(text.replace("\u00a0", " "), view, page)


def test_the_page_that_is_compared_has_every_kind_of_block(guide: Guide) -> None:
    found = {type(part) for page in guide.editions["en"].sections.values() for _, part in structs(page)}
    assert set(get_args(Block)) - found == set()


@pytest.mark.parametrize("reader", READERS)
def test_all_views_of_a_page_say_the_same_words(guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]) -> None:
    for which in guides:
        view = GuideView(which, *reader)
        for page in view.pages():
            assert drawn(view, page) == plain(view, page) == web(view, page), page.id


def test_all_views_say_the_same_of_who_answers_for_the_guide(guides: tuple[Guide, ...]) -> None:
    for which in guides:
        for edition_id, nation in READERS:
            view = GuideView(which, edition_id, nation)
            page = str(about(view, Links(view.edition.meta.path)).body)
            onward = (element.text or "" for element in tree_of(page).iter(f"{NAMESPACE}a"))
            plain, web = plain_words(about_pieces(view, WIDE)), sorted(web_words(page).split())
            for word in flat(onward).split():
                web.remove(word)
            drawn = sorted(drawn_words(about_doc(context_of(view)), ["ketaguide "]).split())
            assert web == sorted(plain.split())
            own_heading = view.interface.tui.what_it_is_for
            assert drawn == sorted([*plain.split(), *own_heading.split()])


def test_all_views_say_the_same_of_how_we_know(guides: tuple[Guide, ...]) -> None:
    for which in guides:
        view = GuideView(which)
        for page in view.pages():
            cites = section_cites(page, view)
            drawn = drawn_words(evidence_sheet(context_of(view), cites))
            assert drawn == plain_words(evidence_pieces(cites, view, WIDE)), page.id


def test_all_views_say_the_same_of_every_service(guides: tuple[Guide, ...]) -> None:
    for which, nation in product(guides, (None, *NATIONS)):
        view = GuideView(which, nation=nation)
        for contact in view.contacts(which.contacts):
            found, sheet = resolve_contact(contact, view), contact_sheet(context_of(view), contact.id)
            assert sheet is not None
            drawn, plain = drawn_words(sheet), plain_words([contact_piece(found, PlainWriter(view, WIDE))])
            assert (
                drawn
                == plain
                == web_words(contact_card(found, HtmlWriter(view, Links(view.edition.meta.path), crisis.HELP_PAGE)))
            ), contact.id
