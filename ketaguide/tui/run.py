"""Runs the full-screen app and returns its exit code."""

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from ketaguide import streams
from ketaguide.errors import Exit
from ketaguide.model.guide import Guide
from ketaguide.settings import Settings

if TYPE_CHECKING:
    from ketaguide.tui.app import GuideApp
    from ketaguide.tui.kiosk_environment import KioskEnvironment
    from ketaguide.tui.preview import Reload


def run_app(settings: Settings, guide: Guide) -> int:
    """Show the guide until the reader quits; returns the exit code. Reraises the app's fault, terminal restored."""
    _clear_environment()
    from ketaguide.tui.app import GuideApp
    from ketaguide.tui.driver import SafeDriver

    app = GuideApp(_with_terminal(settings), guide)
    app.driver_class = SafeDriver
    return _run(app)


def run_kiosk(settings: Settings, guide: Guide, environment: "KioskEnvironment") -> int:
    """Show the guide to one reader after another until SIGTERM; as `run_app`."""
    _clear_environment()
    from ketaguide.tui.driver import KioskDriver
    from ketaguide.tui.kiosk import KioskApp

    app = KioskApp(_with_terminal(settings), guide, environment)
    app.driver_class = KioskDriver
    return _run(app)


def run_preview(settings: Settings, guide: Guide, reload: "Reload", problems: tuple[str, ...]) -> int:
    """Show the guide to its author and reload it when `reload` finds a change; as `run_app`."""
    _clear_environment()
    from ketaguide.tui.driver import SafeDriver
    from ketaguide.tui.preview import PreviewApp

    app = PreviewApp(_with_terminal(settings), guide, reload, problems)
    app.driver_class = SafeDriver
    return _run(app)


def _clear_environment() -> None:
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]  # read at import: a stray setting must not open debug consoles or take pictures
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    if (
        streams.window_columns()
    ):  # a shell may export the size of another window, and the banner would be drawn outside this one
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)


def _with_terminal(settings: Settings) -> Settings:
    from ketaguide.tui.terminal_colours import detect_colours
    from ketaguide.tui.terminal_glyphs import draws_more

    return replace(settings, colours=detect_colours(), draws_more=draws_more(os.environ))


def _run(app: "GuideApp") -> int:
    app.run()
    if app.fault is not None:
        raise app.fault
    return Exit.PROBLEMS if app.return_code is None else app.return_code
