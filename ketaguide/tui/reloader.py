"""Reloads replaced content in a background thread, so that the event loop stays responsive."""

from collections.abc import Callable
from threading import Thread

from ketaguide.model.guide import Guide


class BackgroundReloader:
    """Runs one reload at a time in a daemon thread, and keeps its result or exception."""

    def __init__(self, reload: Callable[[], Guide | None]) -> None:
        self._reload = reload
        self._thread: Thread | None = None
        self._guide: Guide | None = None
        self._fault: BaseException | None = None

    def begin(self) -> None:
        """Start a reload, unless one is running."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()

    def take(self) -> Guide | None:
        """Return new content, once; None if there is none. Raises the thread's exception."""
        if self._thread is None or self._thread.is_alive():
            return None
        if self._fault is not None:
            raise self._fault
        guide, self._guide = self._guide, None
        return guide

    def _run(self) -> None:
        try:
            self._guide = self._reload() or self._guide
        except BaseException as fault:
            self._fault = fault
