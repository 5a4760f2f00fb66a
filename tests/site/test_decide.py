"""Deciding in the browser: three picks at most, kept in the page and its address alone, and taken along on one sheet."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page, expect

from ketaguide.model.guide import Guide
from ketaguide.render import html_links
from tests.editions import STANDARD
from tests.site.conftest import PHONE, Trees, private_tab
from tests.site.paper import count, printed
from tests.site.words import NAMESPACE, said, with_class

ASKS = ("ask-gp-refer", "ask-gp-what-tried", "ask-gp-not-tried", "ask-gp-longer-appointment", "ask-gp-worse")


@pytest.fixture(scope="module")
def open_page(browser: Browser, address: str) -> Iterator[Page]:
    """One browser window for the whole file; whatever it kept or sent elsewhere fails at its end."""
    with private_tab(browser, address, "matter-", "option-") as page:
        yield page


def test_a_fourth_pick_is_answered_by_a_sentence_and_changes_nothing(shipped: Guide, open_page: Page, address: str) -> None:
    open_page.goto(f"{address}getting-ready.html")
    group = open_page.locator("[data-pick=matter]")
    things = shipped.edition(STANDARD).options.things
    expect(group.get_by_role("checkbox")).to_have_count(len(things))
    for thing in things[:3]:
        group.get_by_label(thing.text).check()
    before = open_page.evaluate("location.href")
    fourth = group.get_by_label(things[3].text)
    fourth.click()
    expect(group.get_by_role("status")).to_have_text(shipped.edition(STANDARD).interface.decide.full)
    expect(fourth).not_to_be_checked()
    expect(group.locator("input:checked")).to_have_count(3)
    assert open_page.evaluate("location.href") == before
    group.get_by_label(things[0].text).uncheck()
    fourth.check()
    expect(group.get_by_role("status")).to_be_empty()


def test_what_matters_goes_along_to_the_options_and_its_rows_come_first(shipped: Guide, open_page: Page, address: str) -> None:
    open_page.goto(f"{address}getting-ready.html")
    options = shipped.edition(STANDARD).options
    thing = next(one for one in reversed(options.things) if options.rows[0].id not in one.rows)
    open_page.get_by_label(thing.text).check()
    open_page.locator("main a[href^='next-steps.html']").first.click()
    open_page.wait_for_url(f"**/next-steps.html*matter-{thing.id}*")
    expect(open_page.get_by_role("heading", name="The options side by side")).to_be_in_viewport()
    mine = [row.label for row in options.rows if row.id in thing.rows]
    rest = [row.label for row in options.rows if row.id not in thing.rows]
    for width, row in ((390, ".cards section:first-child dt"), (1280, ".tables table:first-child tbody th")):
        open_page.set_viewport_size({"width": width, "height": 900})
        labels = [text.replace(":", "") for text in open_page.locator(row).all_inner_texts()]
        assert [re.sub(r"(?i)\s*matters to you", "", text) for text in labels] == [*mine, *rest]
        assert sum("matters to you" in text.lower() for text in labels) == len(mine)
        assert open_page.evaluate("document.documentElement.scrollWidth") <= width
    open_page.set_viewport_size(PHONE)


def test_the_options_picked_stand_beside_carrying_on_and_all_do_when_none_is(
    shipped: Guide, open_page: Page, address: str
) -> None:
    open_page.set_viewport_size({"width": 1280, "height": 900})
    open_page.goto(f"{address}next-steps.html")
    options = [option.name for option in shipped.edition(STANDARD).options.options]
    heads = open_page.locator(".tables table:first-child thead th")
    every = sum(table.count("\n") for table in open_page.locator(".tables table").all_inner_texts())
    picked = [options[-1], options[1], options[2]]
    for name in picked:
        open_page.locator("[data-pick=option]").get_by_label(name, exact=True).check()
    expect(heads).to_have_text([options[0], options[1], options[2], options[-1]])  # the order of the guide
    expect(open_page.locator(".tables table")).to_have_count(1)
    open_page.set_viewport_size(PHONE)
    rows = shipped.edition(STANDARD).options.rows
    expect(open_page.locator(".cards section:visible h3")).to_contain_text([row.label for row in rows])  # each once
    names = [options[0], options[1], options[2], options[-1]]
    expect(open_page.locator(".cards section:first-child dt")).to_have_text(names)
    assert "Option 1 of" not in open_page.locator(".cards").inner_text()
    open_page.set_viewport_size({"width": 1280, "height": 900})
    for name in picked:
        open_page.locator("[data-pick=option]").get_by_label(name, exact=True).uncheck()
    assert sum(table.count("\n") for table in open_page.locator(".tables table").all_inner_texts()) == every
    open_page.set_viewport_size(PHONE)
    expect(open_page.locator(".cards section:visible h3").first).to_contain_text(f"Option 1 of {len(options)}")


def test_a_part_of_a_page_and_picks_go_together_in_one_address(open_page: Page, address: str) -> None:
    open_page.goto(f"{address}nhs-and-private.html#scotland,matter-memory")
    expect(open_page.locator(".aimed")).to_contain_text("Scotland")
    expect(open_page.locator(".aimed")).to_be_in_viewport()
    open_page.locator(".top").get_by_text("Menu", exact=True).click()  # a phone has the links in a menu
    open_page.get_by_role("link", name="All pages").first.click()
    open_page.wait_for_url("**/index.html#all-pages,matter-memory")
    open_page.locator(".parts a").first.click()
    open_page.wait_for_url("**/*.html#matter-memory")
    open_page.goto(f"{address}search.html#matter-memory")
    open_page.get_by_label("Search the guide").fill("bladder")
    expect(open_page.locator(".found [role=status]")).to_contain_text("bladder")
    open_page.locator(".found li a").first.click()
    open_page.wait_for_url(re.compile(r"\.html#.*matter-memory"))


def test_all_that_was_picked_is_on_one_side_of_a4_and_on_two_in_large_letters(
    shipped: Guide, open_page: Page, address: str
) -> None:
    options = shipped.edition(STANDARD).options
    things, compared = options.things[:3], [one for one in options.options if not one.always][:3]
    ids = html_links.picks([one.id for one in things], [one.id for one in compared], ASKS)
    open_page.goto(html_links.take_away(f"{address}take-away.html", ids))
    wanted = [*(one.text for one in things), *(one.name for one in compared)]
    wanted += [ask.text for name in ASKS if (ask := shipped.ask(name, STANDARD))]
    (side,) = printed(open_page)
    places = [side.text.index(" ".join(text.split())) for text in wanted]
    assert places == sorted(places)
    open_page.evaluate("document.documentElement.className = 'large'")
    assert count(open_page) == 2
    open_page.goto(html_links.take_away_short(f"{address}take-away.html", ids))  # a code with little room
    expect(open_page.locator("[data-mine=matter]")).to_contain_text(things[0].text)


def test_with_nothing_picked_the_sheet_has_lines_to_write_on(open_page: Page, address: str) -> None:
    open_page.goto("about:blank")
    open_page.goto(f"{address}take-away.html")
    expect(open_page.locator(".take-away .blank")).to_have_count(9)
    assert set(open_page.locator(".take-away .blank").all_inner_texts()) == {"", "(blank)"}


def test_without_scripts_every_option_stands_there_and_boxes_to_tick_on_paper(without_scripts: Page, address: str) -> None:
    page = without_scripts
    page.goto(f"{address}getting-ready.html")
    expect(page.locator("[data-pick=matter] input").first).to_be_visible()
    page.goto(f"{address}next-steps.html")
    cards = page.locator(".cards section")
    assert cards.count() > 4
    expect(cards.last).to_be_visible()
    expect(page.locator("[data-pick=option]")).to_be_hidden()  # a table cannot follow the boxes then
    page.goto(f"{address}take-away.html")
    expect(page.locator(".to-fill").first).to_be_visible()


def test_the_tables_say_what_the_cards_say_with_a_header_for_every_row_and_column(trees: Trees) -> None:
    found = 0
    for made in trees.values():
        for grid in (one for tree in made.values() for one in with_class(tree, "grid")):
            (cards,), (tables,) = with_class(grid, "cards"), with_class(grid, "tables")
            answers = {_text(card[0]).partition(": ")[2]: [[_text(one) for one in row] for row in card[1]] for card in cards}
            for table in tables:
                head, *rows = table.iter(f"{NAMESPACE}tr")
                names = [_text(cell) for cell in head[1:]]
                assert names[0] == next(iter(answers)), "carrying on as now stands first in every table"
                assert 2 <= len(names) <= 4
                assert {cell.get("scope") for cell in head[1:]} == {"col"}
                assert {row[0].get("scope") for row in rows} == {"row"}
                for at, name in enumerate(names, 1):
                    assert [[_text(row[0]), _text(row[at])] for row in rows] == answers[name]
                    found += 1
    assert found


def _text(element: Element) -> str:
    return " ".join(said(element).split())
