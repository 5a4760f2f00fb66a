"""The full-screen view says every word that the plain view says of a page."""

import re
from itertools import product

import pytest

from ketaguide.model.block import Details, Faq
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.resolve.nation import summary_for
from ketaguide.session import Session
from ketaguide.tui import glyphs
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.section import section
from tests.nations import NATIONS
from tests.render.reader_words import read_in, texts

READERS: list[tuple[EditionId, Nation | None]] = list(product(("en", "en-short"), (None, *NATIONS)))
NARROW = 44
"""Columns: at this width everything is in one column, in reading order."""


def shown(context: Context, page: str) -> str:
    """All words of a page with every fold open, without frames and marks."""
    found = context.view.section(page)
    assert found
    folds = [block for block in found.blocks if isinstance(block, Details | Faq)]
    context.session.folds |= {f"{page}:{fold.id if isinstance(fold, Faq) else fold.title}" for fold in folds}
    drawn = "\n".join(line.content.plain for line in lay_out(section(context, page), NARROW).lines)
    drawn = re.sub(r"\[\d+\]", "", drawn)
    return " ".join(drawn.translate(dict.fromkeys(map(ord, glyphs.FRAME + glyphs.HEAVY))).split())


@pytest.mark.parametrize("reader", READERS)
def test_every_word_of_a_page_is_shown(guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]) -> None:
    edition_id, nation = reader
    for which in guides:
        context = Context(which, Session(edition_id=edition_id, nation=nation))
        for page in context.view.pages():
            said = shown(context, page.id)
            wanted = (*texts(summary_for(page, context.view)), *texts(tuple(read_in(context.view, page.blocks))))
            missing = [words for words in wanted if words not in said]
            assert not missing, f"{page.id} does not show {missing}"


def test_a_phone_number_is_never_broken_over_two_lines(shipped: Guide) -> None:
    context = Context(shipped, Session())
    page = " ".join(line.content.plain for line in lay_out(section(context, "get-help"), 200).lines)
    numbers = [contact.phone for contact in shipped.contacts.values() if " " in contact.phone and contact.phone in page]
    assert len(numbers) > 10
    for width in (40, 43, 56, 80):
        lines = [line.content.plain for line in lay_out(section(context, "get-help"), width).lines]
        for number in numbers:
            whole = sum(number in line for line in lines)
            words = " ".join(" ".join(lines).translate(dict.fromkeys(map(ord, glyphs.HEAVY))).split()).count(number)
            assert whole >= words > 0, f"{number} is broken at {width} columns"
