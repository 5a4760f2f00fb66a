"""Starts the full-screen view and says how it ended."""

import os

from ketaguide.errors import Exit
from ketaguide.model.guide import Guide
from ketaguide.settings import Settings


def run_app(settings: Settings, guide: Guide) -> int:
    """Show the guide until the reader leaves; the exit code. Raises what went wrong inside, terminal restored."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]  # read at import: a stray setting must not open debug consoles or take pictures
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    from ketaguide.tui.app import GuideApp
    from ketaguide.tui.driver import SafeDriver

    app = GuideApp(settings, guide)
    app.driver_class = SafeDriver
    app.run()
    if app._exception is not None:
        raise app._exception
    return Exit.PROBLEMS if app.return_code is None else app.return_code
