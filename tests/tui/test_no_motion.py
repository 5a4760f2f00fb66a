"""The screen changes only after input: nothing moves, blinks or scrolls by itself."""

from textual.message_pump import MessagePump
from textual.timer import Timer

from ketaguide.model.guide import Guide
from ketaguide.tui.app import GuideApp

from .tour import tour, traveller


def running(app: GuideApp) -> list[Timer]:
    """Running periodic timers."""
    widgets = [widget for screen in app.screen_stack for widget in (screen, *screen.query("*"))]
    pumps: list[MessagePump] = [app, *widgets]
    timers = [timer for pump in pumps for timer in pump._timers]
    return [timer for timer in timers if timer._repeat != 0 and timer._active.is_set()]


async def test_nothing_is_drawn_by_a_clock_on_any_screen_sheet_or_cover(guide: Guide) -> None:
    app = traveller(guide)
    async with app.run_test(size=(80, 22)) as pilot:
        async for place in tour(app, pilot):
            await pilot.pause()
            found = [timer for timer in running(app) if timer.target is not app]  # the preview polls the author's files
            assert found == [], place


async def test_the_reader_app_has_no_periodic_timer(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3", "a", "b")
        await pilot.pause()
        assert running(app) == []
