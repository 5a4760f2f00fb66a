"""The page of `ketaguide takeaway --html` in a real browser: one side of A4, in black and white."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.render.html_takeaway import takeaway_html
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from tests.editions import EDITIONS
from tests.site.paper import printed

QUESTIONS = 5


@pytest.mark.parametrize("edition_id", EDITIONS)
@pytest.mark.parametrize("has_picks", [True, False])
def test_it_is_one_side_of_a4_even_with_the_longest_picks(
    shipped: Guide, browser: Browser, edition_id: EditionId, has_picks: bool
) -> None:
    view = GuideView(shipped, edition_id)
    options, asks = view.edition.options, [ask for group in view.edition.asks.groups for ask in group.questions]
    if has_picks:
        things = sorted(options.things, key=lambda thing: -len(thing.text))[:3]
        compared = sorted(options.options, key=lambda option: -len(option.name))[:3]
        view = replace(view, matters=tuple(one.id for one in things), compared=tuple(one.id for one in compared))
    longest = sorted(asks, key=lambda ask: -len(ask.text))[:QUESTIONS]
    page = browser.new_page()
    page.set_content(takeaway_html(takeaway(view, [ask.id for ask in longest]), view))
    (sheet,) = printed(page)
    assert "In danger: 999" in sheet.text
    assert "Not yet reviewed by a clinician" in sheet.text
    page.close()
