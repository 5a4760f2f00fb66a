"""Covers of the kiosk: waiting, hidden, cleaning, closed, and the idle warning."""

import re

import pytest
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.session.idle import Hours
from ketaguide.settings import Settings
from ketaguide.tui.screens.cover import Cover, Warn
from ketaguide.tui.widgets.bars import CrisisBanner
from tests.conftest import KITCHEN_SINK
from tests.tui.conftest import SIZES, rows, screen_text
from tests.tui.test_banner import banner_is_bright_and_whole

from .conftest import Recorder, World, newer

CONDITIONS = re.compile(r"depress|ketamine|suicid|mental|psych|treatment|nhs(?! 24)|medicine", re.I)


def beside_the_banner(app: Recorder) -> str:
    banner = app.screen.query_one(CrisisBanner).region
    return " ".join(row for number, row in enumerate(rows(app)) if not banner.y <= number < banner.bottom)


def kiosk_of(pilot: Pilot[None]) -> Recorder:
    assert isinstance(pilot.app, Recorder)
    return pilot.app


async def pass_time(pilot: Pilot[None], world: World, seconds: float) -> None:
    world.now += seconds
    await kiosk_of(pilot).tick()
    await pilot.pause()


async def touch(pilot: Pilot[None], words: str) -> None:
    """Touch words on the screen."""
    found = rows(kiosk_of(pilot))
    row = next(number for number, said in enumerate(found) if words in said)
    await pilot.click(offset=(found[row].index(words) + 1, row))
    await pilot.pause()


async def until_asked(pilot: Pilot[None], world: World) -> None:
    """Advance the clock until the warning has just appeared."""
    for _ in range(2000):
        world.now += 1
        await kiosk_of(pilot).tick()
        if isinstance(pilot.app.screen, Warn):
            await pilot.pause()
            return
    raise AssertionError("the reader was never asked")


@pytest.mark.parametrize("size", SIZES)
async def test_the_waiting_screen_says_how_to_start_and_names_no_condition(kiosk: Recorder, size: tuple[int, int]) -> None:
    async with kiosk.run_test(size=size):
        said = " ".join(beside_the_banner(kiosk).split())
        assert "Health information" in said
        assert "Press any key to start, or touch the screen." in said
        assert not CONDITIONS.search(said)
        banner_is_bright_and_whole(kiosk)


async def test_the_whole_of_the_waiting_screen_fits_the_smallest_window(shipped: Guide, world: World) -> None:
    kiosk = Recorder(Settings(), shipped, world.environment())
    async with kiosk.run_test(size=(43, 13)):
        said = screen_text(kiosk)
        assert all(line in said for line in kiosk.context.covers.waiting)
        assert "F12" in said, "for staff"


async def test_the_supervisor_is_notified_of_ready_then_alive(pilot: Pilot[None], world: World) -> None:
    await pilot.pause()
    assert world.started == 1
    before = world.pings
    await pass_time(pilot, world, 1)
    await pass_time(pilot, world, 1)
    assert world.pings - before >= 2


async def test_the_waiting_screen_is_drawn_again_once_a_minute_and_a_page_is_not(
    kiosk: Recorder, pilot: Pilot[None], world: World
) -> None:
    await pilot.pause()
    kiosk.frames.clear()
    await pass_time(pilot, world, 59)
    assert kiosk.frames == []
    await pass_time(pilot, world, 1)
    await pass_time(pilot, world, 59)
    assert kiosk.frames == ["Cover"]
    await pilot.press("enter")
    await pilot.pause()
    kiosk.frames.clear()
    await pass_time(pilot, world, 61)
    assert kiosk.frames == []


async def test_a_waiting_room_where_nobody_has_read_shows_new_content_to_its_first_reader(
    kiosk: Recorder, pilot: Pilot[None], world: World, guide: Guide
) -> None:
    await pilot.pause()
    world.replaced = newer(guide)
    await pass_time(pilot, world, 61)
    assert kiosk._reloader._thread
    kiosk._reloader._thread.join(10)
    await pass_time(pilot, world, 1)
    await pilot.press("enter")
    await pilot.pause()
    assert kiosk.context.guide.meta.title == "A newer guide"


async def test_any_key_starts_and_does_nothing_else(kiosk: Recorder, pilot: Pilot[None]) -> None:
    for key in ("enter", "a", "down", "f2", "tab", "ctrl+q", "escape"):
        await pilot.press(key)
        await pilot.pause()
        assert kiosk.screen is kiosk.main, key
        assert kiosk.main.here == "home", key
        assert kiosk.main.page.targets[kiosk.main.page.focused_target].action == kiosk.main.page.doc.start, key
        await kiosk.reset()
        await pilot.pause()


async def test_a_touch_anywhere_starts(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.click(offset=(40, 15))
    await pilot.pause()
    assert kiosk.screen is kiosk.main


async def test_hiding_shows_nothing_of_the_page_from_the_first_repaint_on(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.press("enter", "1")
    await pilot.pause()
    assert "test guide" in beside_the_banner(kiosk).lower()
    kiosk.frames.clear()
    await pilot.press("f9")
    await pilot.pause()
    assert set(kiosk.frames) == {"Cover"}
    assert "test guide" not in beside_the_banner(kiosk).lower()
    assert not CONDITIONS.search(beside_the_banner(kiosk))
    assert not re.search(r"\d{3}", screen_text(kiosk)), "no number to call either"
    assert "F1 or Ctrl+G Help" in screen_text(kiosk)


async def test_hiding_works_by_touch(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    await touch(pilot, "F9 Hide")
    assert isinstance(kiosk.screen, Cover)


@pytest.mark.parametrize("how", ["key", "touch"])
async def test_coming_back_at_once_finds_the_page_as_it_was(
    kiosk: Recorder, pilot: Pilot[None], world: World, how: str
) -> None:
    await pilot.press("enter", "1")
    before = screen_text(kiosk)
    await pilot.press("f9")
    await pass_time(pilot, world, 29)
    if how == "key":
        await pilot.press("space")
    else:
        await pilot.click(offset=(20, 15))
    await pilot.pause()
    assert screen_text(kiosk) == before


async def test_coming_back_after_half_a_minute_starts_afresh(kiosk: Recorder, pilot: Pilot[None], world: World) -> None:
    await pilot.press("enter", "1", "f9")
    await pass_time(pilot, world, 30)
    assert isinstance(kiosk.screen, Cover)
    await pilot.press("enter")
    await pilot.pause()
    assert kiosk.main.here == "home"
    assert not kiosk.context.session.history.can_go_back


async def test_help_is_one_key_from_a_hidden_page(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.press("enter", "f9", "f1")
    await pilot.pause()
    assert kiosk.main.here == "help-now"
    assert kiosk.screen is kiosk.main


async def test_cleaning_ignores_keys_and_touch_for_a_minute_and_shows_who_to_call(kiosk: Recorder, world: World) -> None:
    async with kiosk.run_test(size=(80, 60)) as pilot:
        await pilot.press("f12")
        await pilot.pause()
        assert "for 60 seconds" in screen_text(kiosk)
        assert "Call 999 or go to A&E now if:" in screen_text(kiosk)
        await pilot.press("enter", "f1", "f12", "1")
        await pilot.click(offset=(40, 15))
        await pass_time(pilot, world, 20)
        assert "for 40 seconds" in screen_text(kiosk)
        banner_is_bright_and_whole(kiosk)
        await pass_time(pilot, world, 40)
        assert "Press any key to start" in screen_text(kiosk)


async def test_cleaning_starts_by_touch_and_not_while_somebody_reads(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.press("enter", "f12")
    assert kiosk.screen is kiosk.main
    await kiosk.reset()
    await pilot.pause()
    await touch(pilot, "F12 Clean")
    assert "for 60 seconds" in screen_text(kiosk)


async def test_the_reader_is_asked_in_words_under_a_bright_banner(kiosk: Recorder, pilot: Pilot[None], world: World) -> None:
    await pilot.press("enter")
    await until_asked(pilot, world)
    assert "Are you still reading?" in screen_text(kiosk)
    assert "In 20 seconds" in screen_text(kiosk)
    banner_is_bright_and_whole(kiosk)
    await pass_time(pilot, world, 5)
    assert "In 15 seconds" in screen_text(kiosk)


async def test_any_answer_goes_on_reading_and_does_nothing_else(kiosk: Recorder, world: World, pilot: Pilot[None]) -> None:
    await pilot.press("enter", "1")
    before = screen_text(kiosk)
    for answer in ("enter", "x", "ctrl+q", (40, 18), (10, 13)):  # the last is the button
        await until_asked(pilot, world)
        await (pilot.press(answer) if isinstance(answer, str) else pilot.click(offset=answer))
        await pass_time(pilot, world, 1)
        assert screen_text(kiosk) == before, answer


async def test_help_is_one_key_from_the_question(kiosk: Recorder, pilot: Pilot[None], world: World) -> None:
    await pilot.press("enter")
    await until_asked(pilot, world)
    await pilot.press("f1")
    await pilot.pause()
    assert kiosk.screen is kiosk.main
    assert kiosk.main.here == "help-now"


async def test_a_mouse_that_only_moves_keeps_nobody_reading(kiosk: Recorder, pilot: Pilot[None], world: World) -> None:
    await pilot.press("enter")
    for column in range(3, 30):
        await pilot.hover(offset=(column, 10))
        await pass_time(pilot, world, 10)
    assert kiosk.screen is not kiosk.main


async def test_outside_opening_hours_the_waiting_screen_is_quiet_and_help_still_works(guide: Guide, world: World) -> None:
    kiosk = Recorder(Settings(content=KITCHEN_SINK), guide, world.environment(Hours.parse("08:00-18:00")))
    async with kiosk.run_test(size=(80, 22)) as pilot:
        assert "Press any key to start" in screen_text(kiosk)
        world.hour = world.hour.replace(hour=22)
        await pass_time(pilot, world, 1)
        assert "It is quiet here just now." in screen_text(kiosk)
        assert "F12" in screen_text(kiosk)
        await pilot.press("f1")
        await pilot.pause()
        assert kiosk.main.here == "help-now"
