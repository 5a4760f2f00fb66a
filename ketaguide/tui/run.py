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
    settings = _prepare(settings)
    from ketaguide.tui.app import GuideApp

    return _run(GuideApp(settings, guide))


def run_kiosk(settings: Settings, guide: Guide, environment: "KioskEnvironment") -> int:
    """Show the guide to one reader after another until SIGTERM; as `run_app`."""
    settings = _prepare(settings)
    from ketaguide.tui.kiosk import KioskApp

    return _run(KioskApp(settings, guide, environment))


def run_preview(settings: Settings, guide: Guide, reload: "Reload", problems: tuple[str, ...]) -> int:
    """Show the guide to its author and reload it when `reload` finds a change; as `run_app`."""
    settings = _prepare(settings)
    from ketaguide.tui.preview import PreviewApp

    return _run(PreviewApp(settings, guide, reload, problems))


def _prepare(settings: Settings) -> Settings:
    """Clear the environment before Textual is imported, and add to the settings what the terminal can draw."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]  # a stray setting must not open debug consoles or take pictures
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    if streams.window_columns():  # a shell may export another window's size: the banner would be drawn outside this one
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)
    from ketaguide.tui.terminal_colours import detect_colours
    from ketaguide.tui.terminal_glyphs import draws_more

    return replace(settings, colours=detect_colours(), draws_more=draws_more(os.environ))


def _run(app: "GuideApp") -> int:
    from ketaguide.tui.driver import SafeDriver

    app.driver_class = SafeDriver
    app.run()
    if app.fault is not None:
        raise app.fault
    return Exit.PROBLEMS if app.return_code is None else app.return_code
