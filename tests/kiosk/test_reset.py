"""The next reader finds nothing of the last one, and the kiosk does not grow."""

import dataclasses
import os
import random
from datetime import date
from pathlib import Path

import pytest
from textual.css.query import NoMatches
from textual.events import Mount
from textual.geometry import Region
from textual.pilot import Pilot

from ketaguide.devices import speech
from ketaguide.model.guide import Guide
from ketaguide.settings import Settings
from ketaguide.tui import actions as a
from ketaguide.tui.pages.help_now import help_now
from ketaguide.tui.screens.cover import Cover
from ketaguide.tui.screens.search import SearchScreen
from tests.conftest import KITCHEN_SINK
from tests.editions import SHORT
from tests.nations import NATIONS
from tests.speaking import hanging, remaining
from tests.tui.conftest import places, screen_text

from .conftest import HOUR, Recorder, World, newer
from .state import memory

READERS = int(os.environ.get("KETAGUIDE_READERS", "20"))
"""Number of readers; a long run has more: see docs/kiosk.md."""
KEYS = ["1", "2", "3", "4", "5", "tab", "enter", "end", "pagedown", "f1", "f2", "f3", "f6", "f7", "f8", "f9", "x", "y"]


def content_is_read(kiosk: Recorder) -> None:
    """Wait for the reload that a reset has started."""
    assert kiosk._reloader._thread
    kiosk._reloader._thread.join(10)


def help_page(kiosk: Recorder) -> str:
    """The help page as the next reader would see it."""
    return str(help_now(kiosk.context).pieces)


async def test_a_kiosk_that_waits_over_the_day_on_which_a_date_passes_says_so_to_the_next_reader(
    kiosk: Recorder, pilot: Pilot[None]
) -> None:
    await pilot.pause()
    await kiosk.tick()
    assert "was to be checked again by" not in help_page(kiosk)
    kiosk.today = lambda: date(2029, 1, 1)
    await kiosk.tick()
    assert "was to be checked again by" in help_page(kiosk)
    await pilot.press("enter")
    await pilot.pause()
    assert "was to be checked again by" in screen_text(kiosk)


async def test_when_nobody_answers_everything_is_forgotten(kiosk: Recorder, pilot: Pilot[None], world: World) -> None:
    await pilot.pause()
    await kiosk.tick()
    fresh = memory(kiosk)
    await pilot.press("enter")
    kiosk.main.perform(a.SetNation(NATIONS[0]))
    kiosk.main.perform(a.SetEdition(SHORT))
    kiosk.main.perform(a.SetTheme("night"))
    kiosk.main.perform(a.Open("section:every-kind"))
    kiosk.main.perform(a.PickMatter("how-soon"))
    kiosk.main.perform(a.Compare("test-syrup"))
    assert kiosk.context.session.picked == 2
    kiosk.main.perform(a.Open("quiz:round"))
    await pilot.press("1", "pagedown")
    await pilot.pause()
    assert memory(kiosk) != fresh
    world.now += HOUR
    await kiosk.tick()
    await pilot.pause()
    await kiosk.tick()
    assert memory(kiosk) == fresh


async def test_the_page_is_reset_although_no_key_works(kiosk: Recorder, pilot: Pilot[None], world: World) -> None:
    await pilot.press("enter", "1")
    for _ in range(200):  # the clock advances by a second at a time
        world.now += 1
        await kiosk.tick()
    await pilot.pause()
    for _ in range(400):
        world.now += 1
        await kiosk.tick()
    await pilot.pause()
    assert isinstance(kiosk.screen, Cover)


async def test_a_voice_that_hangs_does_not_keep_the_last_readers_page_up(kiosk: Recorder, world: World, tmp_path: Path) -> None:
    hanging(tmp_path, "espeak-ng", "deaf")
    kiosk.find_voices = lambda: speech.voices([tmp_path])
    async with kiosk.run_test(size=(80, 22)) as pilot:
        await pilot.press("enter")
        kiosk.main.perform(a.Open("section:risks"))
        await pilot.pause()
        idle = kiosk.idle.limits.reading(kiosk._words()) + kiosk.idle.limits.warn
        await pilot.press("f5")
        started = world.now
        while world.now < started + 6 * HOUR and not isinstance(kiosk.screen, Cover):
            world.now += 1
            await kiosk.tick()
        assert isinstance(kiosk.screen, Cover)
        assert world.now - started <= speech.longest([said.text for said in kiosk._texts]) + idle + 2
        assert world.now - started < HOUR
        while remaining(tmp_path):
            await pilot.pause(0.01)


async def test_reader_after_reader_leaves_a_kiosk_as_it_was_at_the_start(
    kiosk: Recorder, pilot: Pilot[None], guide: Guide, world: World
) -> None:
    chance = random.Random(6)
    everywhere: list[a.Action] = [a.Open(place) for place in places(guide)]
    contact = a.ShowContact("samaritans")
    view: list[a.Action] = [*map(a.SetNation, NATIONS), *map(a.SetTheme, ("night", "day")), a.SetEdition(SHORT), contact]
    await pilot.pause()
    await kiosk.tick()
    fresh = memory(kiosk)
    for number in range(READERS):
        await pilot.press("enter")
        for _ in range(4):
            if chance.random() < 0.5:
                await pilot.press(chance.choice(KEYS))
            elif not isinstance(kiosk.screen, Cover):
                kiosk.main.perform(chance.choice([*everywhere, *view]))
        world.now += HOUR
        await kiosk.tick()
        await pilot.pause()
        await kiosk.tick()
        assert memory(kiosk) == fresh, f"after reader {number}"
    content_is_read(kiosk)
    assert len(world.asked) == READERS, "content is looked at once at each reset"


async def test_a_reset_clears_caches_of_window_sizes(kiosk: Recorder, pilot: Pilot[None], world: World) -> None:
    await pilot.press("enter")
    for width in range(40, 60):
        await pilot.resize_terminal(width, 22)
    held = Region.intersection.cache_info().currsize
    await pilot.resize_terminal(80, 22)
    world.now += HOUR
    await kiosk.tick()
    await pilot.pause()
    assert Region.intersection.cache_info().currsize < held / 2


async def test_a_reset_takes_the_content_that_replaced_the_old(
    kiosk: Recorder, pilot: Pilot[None], guide: Guide, world: World
) -> None:
    world.replaced = newer(guide)
    await pilot.press("enter")
    world.now += HOUR
    await kiosk.tick()
    content_is_read(kiosk)
    await kiosk.tick()
    await pilot.press("enter")
    await pilot.pause()
    assert kiosk.context.guide.meta.title == "A newer guide"


async def test_while_replaced_content_is_read_the_last_page_is_gone_and_help_is_there(
    kiosk: Recorder, pilot: Pilot[None], guide: Guide, world: World
) -> None:
    world.replaced = newer(guide)
    world.may_go_on.clear()
    await pilot.press("enter")
    kiosk.main.perform(a.Open("section:risks"))
    world.now += HOUR
    await kiosk.tick()
    assert world.reading.wait(10)
    assert isinstance(kiosk.screen, Cover)
    assert kiosk.main.context.session.history.here == "home"
    pings = world.pings
    await kiosk.tick()
    assert world.pings > pings, "all is well meanwhile"
    await pilot.press("f1")
    assert kiosk.main.context.session.history.here == "help-now"
    assert kiosk.context.guide.meta.title != "A newer guide"
    world.may_go_on.set()
    content_is_read(kiosk)
    await kiosk.tick()
    assert kiosk.main.context.session.history.here == "help-now", "nothing changes under a reader"
    world.now += HOUR
    await kiosk.tick()
    await kiosk.tick()
    assert kiosk.context.guide.meta.title == "A newer guide"


async def test_a_fault_while_replaced_content_is_read_ends_the_program_so_that_it_is_started_again(
    guide: Guide, world: World
) -> None:
    environment = dataclasses.replace(world.environment(), reload=lambda: 1 // 0)  # type: ignore[arg-type, return-value]
    kiosk = Recorder(Settings(content=KITCHEN_SINK), guide, environment)

    async def content_is_replaced() -> None:
        async with kiosk.run_test(size=(80, 22)) as pilot:
            await pilot.press("enter")
            world.now += HOUR
            await kiosk.tick()
            content_is_read(kiosk)
            await kiosk.tick()

    with pytest.raises(ZeroDivisionError):  # from the tick above or from one of the kiosk's own, whichever comes first
        await content_is_replaced()


async def test_a_reset_that_fails_ends_the_program_so_that_it_is_started_again(guide: Guide, world: World) -> None:
    class Failing(Recorder):
        def _waiting(self):  # type: ignore[no-untyped-def]
            if world.now > HOUR:
                raise RuntimeError("a bug in a screen")
            return super()._waiting()

    kiosk = Failing(Settings(content=KITCHEN_SINK), guide, world.environment())

    async def an_hour_passes() -> None:
        async with kiosk.run_test(size=(80, 22)) as pilot:
            await pilot.press("enter")
            world.now += HOUR
            kiosk.call_later(kiosk.tick)
            await pilot.pause()
            await pilot.pause()

    with pytest.raises(RuntimeError, match="a bug in a screen"):
        await an_hour_passes()


async def test_a_hanging_reset_sends_no_watchdog_signal(kiosk: Recorder, pilot: Pilot[None], world: World) -> None:
    await pilot.pause()
    kiosk._resetting = True
    before = world.pings
    await kiosk.tick()
    await pilot.press("enter")
    assert world.pings == before


async def test_removing_a_screen_while_it_mounts_is_no_fault(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    for _ in range(10):
        kiosk.main.perform(a.Open("search"))
        kiosk.screen.dismiss()
        await pilot.pause()
    assert kiosk.screen is kiosk.main
    late = SearchScreen(kiosk.context, kiosk.main._finder)
    await kiosk.push_screen(late)
    await late.remove_children()
    kiosk.pop_screen()
    await late._dispatch_message(Mount())
    await kiosk.push_screen(bare := SearchScreen(kiosk.context, kiosk.main._finder))
    await bare.remove_children()
    with pytest.raises(NoMatches):
        await bare._dispatch_message(Mount())
    kiosk.pop_screen()
