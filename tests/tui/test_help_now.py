"""Get help now: the numbers first, each with when to call it, then the care cards."""

import pytest
from msgspec.structs import replace

from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide, Overdue
from ketaguide.session import Session
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import help_now, numbers
from tests.nations import NATIONS

from .conftest import page, screen_text

SAMARITANS = "Samaritans: talk at any hour."


@pytest.mark.parametrize("size", [(80, 22), (100, 30), (160, 45)])
async def test_every_number_is_on_the_first_screen_with_when_to_call_it(shipped: Guide, size: tuple[int, int]) -> None:
    app = GuideApp(Settings(), shipped)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert page(app).scroll_row == 0
        seen = screen_text(app)
        said = (
            "A life is in danger",
            "You have thoughts of suicide",
            "England, Scotland and Wales: choose",
            "Lifeline",
            SAMARITANS,
        )
        assert [words for words in said if words not in seen] == []


@pytest.mark.parametrize("width", [80, 100, 160])
def test_when_to_call_begins_in_one_column_for_every_number_and_is_said_of_lifeline_too(
    guides: tuple[Guide, ...], width: int
) -> None:
    for which in guides[1:]:  # the kitchen sink words its cards otherwise
        drawn = [line.plain for line in lay_out(help_now(Context(which, Session())), width).lines[:20]]
        begins = (
            "A life is in danger",
            "You have thoughts",
            "England, Scotland",
            "Lifeline (Northern Ireland): the same reasons.",
            SAMARITANS,
        )
        rows = [next(row for row in drawn if words in row) for words in begins]
        assert len({row.index(words) for row, words in zip(rows, begins, strict=True)}) == 1


def test_the_way_back_beside_the_title_is_not_underlined_as_it_is_in_no_sentence(shipped: Guide) -> None:
    spans = lay_out(help_now(Context(shipped, Session())), 80).lines[0].spans
    assert "press" in {style for _, _, style in spans}
    assert "link" not in {style for _, _, style in spans}


def test_in_the_smallest_window_every_number_begins_one_of_the_ten_rows_of_a_page(guides: tuple[Guide, ...]) -> None:
    for which in guides[1:]:  # the kitchen sink words its cards otherwise
        drawn = [line.plain.strip(" ┃") for line in lay_out(help_now(Context(which, Session())), 43).lines[:10]]
        assert [row.split(" ")[0] for row in drawn if row[0].isdigit()] == ["999", "111", "0808", "116"]
        assert {"England, Scotland and Wales: choose", "0808 808 8000 Northern Ireland", f"116 123 {SAMARITANS}"} <= set(drawn)


@pytest.mark.parametrize("nation", NATIONS)
def test_with_a_nation_chosen_no_number_of_another_is_there(shipped: Guide, nation: Nation) -> None:
    app = GuideApp(Settings(nation=nation), shipped)
    calls = numbers(app.context).calls
    urgent = "0808 808 8000" if nation == "northern-ireland" else "111"
    assert [call.number for call in calls] == ["999", urgent, "116 123"]
    assert "You have thoughts of suicide" in calls[1].lines[0]
    other = "England, Scotland and Wales"
    assert other not in str(calls)


def test_the_care_cards_follow_in_nhs_order_and_the_way_back_is_said(app: GuideApp) -> None:
    drawn = " ".join(" ".join(line.plain.strip(" ┃") for line in lay_out(help_now(app.context), 80).lines).split())
    places = [
        drawn.index(words) for words in ("F7 Back to what", "Samaritans", "Emergency:", "Urgent advice:", "Non-urgent advice:")
    ]
    assert places == sorted(places)


def test_a_number_that_is_overdue_for_checking_says_so(guide: Guide) -> None:
    late = replace(guide, overdue=Overdue(contacts=frozenset({"samaritans"})))
    assert "We last checked this in" in str(numbers(Context(late, Session())).calls[-1].lines)


async def test_f7_goes_back_to_what_was_being_read(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open("section:every-kind")
        await pilot.press("pagedown", "f1")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert app.main.here == "section:every-kind"
        assert page(app).scroll_row > 0
