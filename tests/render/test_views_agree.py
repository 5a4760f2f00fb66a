"""The three views say the same words: every page and tool page, in every edition, for each nation and for none.

What only one view has is listed here, and nothing else is left out:
- full screen: buttons, numbers in square brackets that open "how we know", the lines on how to have a page read aloud, on
  picking questions, on the edition, and on the place of the page among the others;
- plain text and web pages: meanings and numbers in brackets where there is no link, "Option 1 of 5:" before each option;
- web pages: links that lead onward stand outside what is compared, and notes that a script shows once a date has passed.
"""

import re
from itertools import product

import html5lib
import pytest

from ketaguide.model.block import Details, Faq
from ketaguide.model.contact import NATIONS, Nation
from ketaguide.model.guide import EditionId, Guide, Section
from ketaguide.render.html_blocks import contact_card
from ketaguide.render.html_links import Links
from ketaguide.render.html_pages import about, section_page
from ketaguide.render.plain import section_text
from ketaguide.render.plain_about import about_pieces
from ketaguide.render.plain_contacts import contact_piece
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_writer import PlainWriter, short_meaning
from ketaguide.resolve.contact import first_way, resolve_contact
from ketaguide.resolve.section import link_targets, section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.tui.pages.about import about as about_doc
from ketaguide.tui.pages.evidence import evidence_sheet
from ketaguide.tui.pages.section import section as section_doc
from ketaguide.tui.pages.words import contact_sheet
from tests.render.compared import READERS, WIDE, context_of, drawn_words, flat, plain_words, web_words
from tests.site.words import NAMESPACE, page_words


def drawn(view: GuideView, page: Section) -> str:
    context = context_of(view)
    folds = [block for block in page.blocks if isinstance(block, Details | Faq)]
    context.session.folds |= {f"{page.id}:{fold.id if isinstance(fold, Faq) else fold.title}" for fold in folds}
    tui, take = context.words, view.take_words
    doc = section_doc(context, page.id)
    only_here = [tui.edition_note, take.pick, f"+ {take.pick_all}"]
    only_here += [words.partition("{")[0] for words in (take.see, view.labels.page_of)]
    text = drawn_words(doc, only_here)
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
    text = plain_words(section_text(page, view, WIDE))
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
        page = str(about(view, Links(edition_id)).body)
        onward = (element.text or "" for element in html5lib.parseFragment(page).iter(f"{NAMESPACE}a"))
        plain, web = plain_words(about_pieces(view, WIDE)), sorted(web_words(page).split())
        for word in flat(onward).split():
            web.remove(word)
        drawn = sorted(drawn_words(about_doc(context_of(view)), ["ketaguide "]).split())
        assert web == sorted(plain.split())
        own_heading = view.edition.interface.tui.what_it_is_for
        assert drawn == sorted([*plain.split(), *own_heading.split()])


def test_all_views_say_the_same_of_how_we_know(guide: Guide, shipped: Guide) -> None:
    for which in (guide, shipped):
        view = GuideView(which)
        for page in view.pages():
            cites = section_cites(page)
            drawn = drawn_words(evidence_sheet(context_of(view), cites))
            assert drawn == plain_words(evidence_pieces(cites, view, WIDE)), page.id


def test_all_views_say_the_same_of_every_service(guide: Guide, shipped: Guide) -> None:
    for which, nation in product((guide, shipped), (None, *NATIONS)):
        view = GuideView(which, nation=nation)
        for contact in view.contacts(which.contacts):
            found, sheet = resolve_contact(contact, view), contact_sheet(context_of(view), contact.id)
            assert sheet is not None
            drawn, plain = drawn_words(sheet), plain_words([contact_piece(found, PlainWriter(view, WIDE))])
            assert drawn == plain == web_words(str(contact_card(found))), contact.id
