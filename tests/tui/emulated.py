"""Runs the guide in this process and emulates its terminal: text, colours, cursor."""

from collections.abc import Awaitable, Callable
from typing import Any

import pyte
from textual import events
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

from tests.system.terminal import UNKNOWN


class Emulated(HeadlessDriver):
    """Writes to an emulator instead of a terminal."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        columns, rows = self._size or (80, 22)
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)

    @property
    def is_headless(self) -> bool:
        """False, so that Textual writes to it."""
        return False

    def write(self, data: str) -> None:
        """Feed output to the emulator."""
        self._stream.feed(UNKNOWN.sub("", data))


async def emulate(app: App[None], size: tuple[int, int], walk: Callable[[Pilot[None], pyte.Screen], Awaitable[None]]) -> None:
    """Run an app on an emulated terminal, driven by `walk`."""

    async def walk_here(pilot: Pilot[None]) -> None:
        driver = app._driver
        assert isinstance(driver, Emulated)
        await pilot._wait_for_screen()
        await walk(pilot, driver.screen)
        app.exit()

    app.driver_class = Emulated
    await app.run_async(size=size, auto_pilot=walk_here)  # type: ignore[arg-type]


async def moved(pilot: Pilot[None], key: str) -> None:
    """Press a key that moves focus or scrolls, and draw. Faster than `Pilot.press`, which waits for an idle process."""
    if key:
        pilot.app.post_message(events.Key(key, None))
    for _ in range(2):
        await pilot._wait_for_screen()
    pilot.app.screen._on_timer_update()
