"""The sheet with a QR code, rebuilt when the window is resized."""

from ketaguide.tui import actions as a
from ketaguide.tui.base import GuideModal
from ketaguide.tui.doc import Doc
from ketaguide.tui.pages.code import code
from ketaguide.tui.pages.context import Context
from ketaguide.tui.screens.sheet import Sheet
from ketaguide.tui.widgets.doc_view import DocView


class CodeSheet(Sheet):
    """Shows one QR code at a time, without scrolling."""

    SHOWS_TITLE = False
    DEFAULT_CSS = "CodeSheet { & #sheet { max-width: 100%; margin: 0; } }"
    sheet = GuideModal.sheet  # a foot bar would take a row of the code

    def __init__(self, context: Context) -> None:
        super().__init__(context, Doc("", ()))
        self.number = 0

    def on_mount(self) -> None:
        """Show the first code once the size is known."""
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Rebuild the code for the new size."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        view = self.query_one("#sheet", DocView)
        view.show(code(self.context, self.number, view.size.width, view.size.height))

    def choose(self, action: a.Action) -> None:
        """Show the next code, or close with what was chosen."""
        if isinstance(action, a.NextCode):
            self.number += 1
            self._show()
        else:
            super().choose(action)
