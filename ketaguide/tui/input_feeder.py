"""Sends queued input to the app, each key after the one before has been handled."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from textual.events import Key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widgets import Input

from ketaguide.tui.input_queue import InputQueue
from ketaguide.tui.keys import REDRAW
from ketaguide.tui.textual_private import is_idle

if TYPE_CHECKING:
    from ketaguide.tui.app import GuideApp

_PAUSE_SECONDS = 0.01
"""Seconds until a queue that keeps its input back is asked again."""
_STEP_SECONDS = 0.1
"""Seconds to wait for one widget."""
_PATIENCE_SECONDS = 2.0
"""Seconds to wait for a widget to handle a key; then the next key is sent, since the widget may have been removed."""


class InputFeeder:
    """Forwards the input of a queue; the key for it redraws the screen instead."""

    def __init__(
        self, app: "GuideApp", queue: InputQueue, forward: Callable[[Message], None], redraw: Callable[[], None]
    ) -> None:
        self._app, self._queue = app, queue
        self._forward, self._redraw = forward, redraw
        self._arrived = asyncio.Event()

    def wake(self) -> None:
        """Continue after input has been queued; called in the app's event loop."""
        self._arrived.set()

    async def run(self) -> None:
        """Forward input until the app leaves; a fault is reported to the app."""
        try:
            while not self._app.is_leaving:
                if not self._queue.has_items:
                    self._arrived.clear()
                    await self._arrived.wait()
                await self._wait_until_handled()
                events = self._queue.take(in_field=any(isinstance(node, Input) for node in self._key_path()))
                for event in events:
                    if isinstance(event, Key) and event.key == REDRAW:
                        self._redraw()
                    else:
                        self._forward(event)
                if not events:
                    await asyncio.sleep(_PAUSE_SECONDS)
        except Exception as error:
            self._app.fail(error)

    async def _wait_until_handled(self) -> None:
        """Wait until the screen is mounted and the message queues from the app to the focused widget are empty.

        They are when a person types: `is_idle` spares a key the way through every queue.
        """
        deadline = monotonic() + _PATIENCE_SECONDS
        while monotonic() < deadline and not self._queue.help_is_late:
            chain = self._key_path()
            if all(map(is_idle, chain)):
                return
            for node in chain:
                await self._wait_for(node)
            if chain == self._key_path() and not any(node.message_queue_size for node in chain):
                return

    def _key_path(self) -> list[MessagePump]:
        """The nodes that a key event passes: the app, the screen, and the widgets down to the focused one."""
        if not self._app.screen_stack:
            return [self._app]
        inner = self._app.focused or self._app.screen
        return [self._app, *inner.ancestors_with_self]

    async def _wait_for(self, node: MessagePump) -> None:
        """Wait until a node has handled its messages; do not wait for a removed one."""
        done = asyncio.Event()
        if node.call_later(done.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), _STEP_SECONDS)
