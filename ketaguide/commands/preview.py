"""`ketaguide preview`: shows the guide to its authors and reloads it when a content file changes."""

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ketaguide import fallback, streams
from ketaguide.commands.loader import checked, settings_of
from ketaguide.errors import ContentError, UsageError
from ketaguide.loading.problem import ordered

if TYPE_CHECKING:
    from ketaguide.tui.preview import ReloadResult


def run(args: Namespace) -> int:
    """Open the preview; the content must be readable at start, and may be broken afterwards."""
    if not streams.has_screen():
        streams.say("\n".join(fallback.at_start(args.nation, streams.columns(), args.content)))
        raise UsageError(streams.NO_SCREEN)
    if not (streams.is_terminal(sys.stdin) and streams.is_terminal(sys.stdout)):
        raise UsageError("preview needs a terminal; ketaguide check prints what is wrong without one")
    from ketaguide.tui.run import run_preview

    settings = settings_of(args)
    watch = Watch(settings.content)
    first = watch.read()
    if first.guide is None:
        raise ContentError(first.problems)
    return run_preview(settings, first.guide, watch.reload_if_changed, first.problems)


class Watch:
    """Watches a content folder for changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._last_state = self._state()

    def reload_if_changed(self) -> "ReloadResult | None":
        """Read the folder again if it has changed since the last call; else None."""
        state = self._state()
        if state == self._last_state:
            return None
        changed = [(facts[1], path) for path, facts in state.items() if self._last_state.get(path) != facts]
        self._last_state = state
        return self.read(max(changed)[1] if changed else None)

    def read(self, saved: Path | None = None) -> "ReloadResult":
        """Read the guide and list every error and warning of loading and rules; `saved` is the file saved last."""
        from ketaguide.tui.preview import ReloadResult

        loaded, found = checked(self.folder)
        shown = (str(problem) for problem in ordered(found) if problem.level != "info")
        parts = saved.relative_to(self.folder).with_suffix("").parts if saved else ()
        page = (parts[0], parts[2]) if len(parts) == 3 and parts[1] == "sections" else None
        return ReloadResult(loaded.guide, tuple(shown), page)

    def _state(self) -> dict[Path, tuple[int, int]]:
        """Return size and modification time of every file; skips files that vanish meanwhile."""
        state = {}
        for path in self.folder.rglob("*.yaml"):
            with suppress(OSError):
                facts = path.stat()
                state[path] = (facts.st_size, facts.st_mtime_ns)
        return state
