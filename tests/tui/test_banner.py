"""The crisis banner is bright and complete everywhere, and help is one action away."""

from itertools import product

import pytest
from msgspec import structs
from textual.color import Color
from textual.pilot import Pilot

from ketaguide import crisis
from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide
from ketaguide.session import Session
from ketaguide.settings import Settings
from ketaguide.tui import actions
from ketaguide.tui.app import GuideApp
from ketaguide.tui.keys import HELP_KEYS
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.frame import banner_words
from ketaguide.tui.screens.sheet import Sheet
from ketaguide.tui.theme import PALETTES
from ketaguide.tui.widgets.bars import CrisisBanner
from ketaguide.tui.widgets.doc_view import DocView
from tests.nations import NATIONS

from .conftest import SIZES, places, resize, rows, screen_text

NUMBERS = {
    None: ("999", "111", "0808 808 8000", "116 123"),
    "england": ("999", "111", "116 123"),
    "scotland": ("999", "111", "116 123"),
    "wales": ("999", "111", "116 123"),
    "northern-ireland": ("999", "0808 808 8000", "116 123"),
}


def banner_rows(app: GuideApp) -> list[str]:
    region = app.screen.query_one(CrisisBanner).region
    return [row.strip() for row in rows(app)[region.y : region.bottom]]


def banner_is_bright_and_whole(app: GuideApp, nation: Nation | None = None) -> None:
    region = app.screen.query_one(CrisisBanner).region
    said = " ".join(" ".join(banner_rows(app)).split())
    assert "HELP NOW F1" in said
    assert "Ctrl+G" in said
    for number in NUMBERS[nation]:
        assert number in said, f"{number} is not whole in the banner: {said}"
    red = Color.parse(PALETTES[app.context.session.theme]["banner"])
    for strip in app.screen._compositor.render_strips()[region.y : region.bottom]:
        colours = {segment.style.bgcolor.get_truecolor() for segment in strip if segment.style and segment.style.bgcolor}
        assert colours == {red.rich_color.get_truecolor()}, "the banner is dimmed"


@pytest.mark.parametrize("size", SIZES)
async def test_every_place_has_a_bright_whole_banner(app: GuideApp, guide: Guide, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for place in places(guide):
            app.main.open(place)
            await pilot._wait_for_screen()
            banner_is_bright_and_whole(app)


@pytest.mark.parametrize("size", SIZES)
async def test_every_sheet_has_a_bright_whole_banner(app: GuideApp, guide: Guide, size: tuple[int, int]) -> None:
    sheets: list[actions.Action] = [actions.ShowTerm(term.id) for term in guide.editions["en"].glossary.terms]
    sheets += [actions.ShowContact(contact) for contact in guide.contacts]
    async with app.run_test(size=size) as pilot:
        for action in sheets:
            app.main.perform(action)
            await pilot.pause()
            assert app.screen is not app.main
            banner_is_bright_and_whole(app)
            await pilot.press("f7")


@pytest.mark.parametrize("nation", [*NATIONS, None])
async def test_the_numbers_are_those_of_the_nation(guide: Guide, nation: Nation | None) -> None:
    app = GuideApp(Settings(nation=nation), guide)
    async with app.run_test(size=(80, 22)):
        banner_is_bright_and_whole(app, nation)
        if nation == "northern-ireland":
            assert "111" not in screen_text(app), "111 is no mental health line in Northern Ireland"


async def test_no_number_of_the_banner_is_broken_over_two_rows(app: GuideApp) -> None:
    async with app.run_test(size=(43, 20)) as pilot:
        for width in range(43, 15, -1):
            whole = lambda: all(any(number in row for row in rows(app)) for number in NUMBERS[None])  # noqa: E731
            assert await resize(pilot, (width, 20), whole), rows(app)


async def ask_for_help(app: GuideApp, pilot: Pilot[None], how: str) -> None:
    """Ask for help by a key, by a click on the banner, or by Enter on it; it must have opened."""
    if how == "click":
        await pilot.click(CrisisBanner)
    else:
        if how == "enter":
            app.screen.query_one(CrisisBanner).focus()
        await pilot.press(how)
    await pilot.pause()
    assert (app.screen, app.main.here) == (app.main, "help-now"), how


async def test_one_action_opens_get_help_now_from_every_place(app: GuideApp, guide: Guide) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        for place, how in product(places(guide), (*HELP_KEYS, "click", "enter")):
            app.main.open(place)
            await pilot.pause()
            await ask_for_help(app, pilot, how)


async def test_one_action_opens_get_help_now_from_a_sheet_the_search_and_a_cover(app: GuideApp) -> None:
    async with app.run_test(size=(43, 13)) as pilot:
        for how in (*HELP_KEYS, "click"):
            app.main.perform(actions.ShowContact("samaritans"))
            await pilot.pause()
            await ask_for_help(app, pilot, how)
        for key in HELP_KEYS:
            for over in (("f3", *"abc"), ("f9",)):
                await pilot.press(*over)
                await ask_for_help(app, pilot, key)
                app.main.open("section:every-kind")


ROWS = {
    100: ["HELP NOW F1 or Ctrl+G  In danger: 999  Crisis: 111 (Northern Ireland 0808 808 8000)  Talk: 116 123"],
    80: ["HELP NOW F1 Ctrl+G  In danger 999  Crisis 111 (NI 0808 808 8000)  Talk 116 123"],
    43: ["HELP NOW F1 Ctrl+G   In danger 999", "Crisis 111 (NI 0808 808 8000) Talk 116 123"],
}


async def test_the_banner_takes_one_row_at_80_columns_and_two_at_43(app: GuideApp) -> None:
    async with app.run_test(size=(120, 20)) as pilot:
        for width, expected in ROWS.items():
            assert await resize(pilot, (width, 20), lambda: banner_rows(app) == expected), banner_rows(app)  # noqa: B023


@pytest.mark.parametrize("width", range(43, 170, 7))
@pytest.mark.parametrize("nation", [*NATIONS, None])
async def test_with_four_different_urgent_numbers_the_banner_is_whole_and_says_whom_each_is_for(
    guide: Guide, width: int, nation: Nation | None
) -> None:
    phones = {"england": "0800 100 1111", "scotland": "0800 200 2222", "wales": "0800 300 3333"}
    contacts = dict(guide.contacts)
    for place, phone in phones.items():
        name = crisis.URGENT[place]
        contacts[name] = structs.replace(contacts[name], phone=phone)
    lines = banner_words(Context(structs.replace(guide, contacts=contacts), Session(nation=nation))).rows(width)
    assert max(map(len, lines)) <= width
    said = " ".join(" ".join(lines).split())
    for place, phone in {**phones, "northern-ireland": "0808 808 8000"}.items():
        name = crisis.NATION_NAMES[place]
        assert (f"{name} {phone}" in said or f"NI {phone}" in said) == (nation is None)
        assert (phone in said) == (nation in (None, place))
        assert any(phone in line for line in lines) == (nation in (None, place)), "no number is broken over two rows"
    assert "Crisis" in said
    assert all(what in said for what in ("In danger", "Talk"))


async def test_a_choice_on_a_sheet_that_another_sheet_has_covered_is_dropped(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open("section:every-kind")
        app.main.perform(actions.ShowContact("samaritans"))
        await pilot.pause()
        beneath = app.screen
        assert isinstance(beneath, Sheet)
        app.push_screen(Sheet(app.context, beneath.doc))
        await pilot.pause()
        above = app.screen
        beneath.post_message(DocView.Chosen(actions.Close()))
        await pilot.pause()
        assert app.screen is above
        await pilot.press("f7", "f7")
        assert app.screen is app.main
