"""Reads replaced content beside the loop that draws and listens, so that keys are answered meanwhile."""

from collections.abc import Callable
from threading import Thread

from ketaguide.model.guide import Guide


class Renewal:
    """One call at a time in a thread that does not keep the program from ending, and what came of it."""

    def __init__(self, renew: Callable[[], Guide | None]) -> None:
        self._renew = renew
        self._thread: Thread | None = None
        self._guide: Guide | None = None
        self._fault: BaseException | None = None

    def begin(self) -> None:
        """Look for replaced content, unless that is still going on."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()

    def take(self) -> Guide | None:
        """The replaced content, once; None while there is none. Raises what went wrong in the thread."""
        if self._thread is None or self._thread.is_alive():
            return None
        if self._fault is not None:
            raise self._fault
        guide, self._guide = self._guide, None
        return guide

    def _run(self) -> None:
        try:
            self._guide = self._renew() or self._guide
        except BaseException as fault:
            self._fault = fault
