"""A kiosk on the kitchen sink guide, with a clock that the test sets."""

import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import time
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.session.idle import Hours
from ketaguide.settings import Settings
from ketaguide.tui.kiosk import KioskApp
from ketaguide.tui.kiosk_environment import KioskEnvironment
from tests.conftest import KITCHEN_SINK

HOUR = 3600.0


@dataclass
class World:
    """Settable environment of a kiosk."""

    now: float = 1000.0
    hour: time = time(12)
    pings: int = 0
    started: int = 0
    replaced: Guide | None = None
    asked: list[float] = field(default_factory=list)
    reading: threading.Event = field(default_factory=threading.Event)
    """Set while content is read; clear `may_go_on` to keep it in that state."""
    may_go_on: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.may_go_on.set()

    def environment(self, hours: Hours | None = None) -> KioskEnvironment:
        def reload() -> Guide | None:
            self.asked.append(self.now)
            self.reading.set()
            self.may_go_on.wait(10)
            return self.replaced

        def ready() -> None:
            self.started += 1

        def alive() -> None:
            self.pings += 1

        return KioskEnvironment(
            reload=reload, ready=ready, alive=alive, clock=lambda: self.now, hour=lambda: self.hour, hours=hours
        )  # fmt: skip


class Recorder(KioskApp):
    """A kiosk that records executed actions and the text of each repaint."""

    def __init__(self, *args: Any) -> None:
        self.reached: set[tuple[str, str]] = set()
        self.frames: list[str] = []
        super().__init__(*args)

    async def _dispatch_action(self, namespace: Any, action_name: str, params: Any) -> bool:
        self.reached.add((type(namespace).__name__, action_name))
        return await super()._dispatch_action(namespace, action_name, params)

    def _display(self, screen: Any, renderable: Any) -> None:
        if screen is self.screen:
            self.frames.append(type(screen).__name__)
        super()._display(screen, renderable)


def newer(guide: Guide) -> Guide:
    """The guide under another title."""
    return replace(guide, meta=replace(guide.meta, title="A newer guide"))


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def kiosk(guide: Guide, world: World) -> Recorder:
    return Recorder(Settings(content=KITCHEN_SINK), guide, world.environment())


@pytest.fixture
async def pilot(kiosk: Recorder) -> AsyncIterator[Pilot[None]]:
    """The kiosk in a window of 80 columns and 22 rows."""
    async with kiosk.run_test(size=(80, 22)) as pilot:
        yield pilot
