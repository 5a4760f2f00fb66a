"""The full screen of a guide that has the page of help alone."""

from pathlib import Path

from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from tests.tui.conftest import screen_text
from tests.unit.kitchen import Kitchen
from tests.unit.test_absent import least


async def test_keys_of_what_a_guide_has_not_do_nothing_and_are_not_named(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    least(kitchen)
    guide = kitchen.guide()
    app = GuideApp(Settings(content=kitchen.path), guide)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        at_first = screen_text(app)
        assert ("F4" in at_first, "F8" in at_first, "F3" in at_first) == (False, False, True)
        await pilot.press("f4", "f8")
        await pilot.pause()
        assert screen_text(app) == at_first
        await pilot.press("f1")
        await pilot.pause()
        assert "116 123" in screen_text(app)
        await pilot.press("f2")
        await pilot.pause()
        assert "Get help" in screen_text(app)
