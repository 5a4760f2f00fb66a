"""State of a kiosk as plain, comparable data."""

from dataclasses import fields, is_dataclass
from typing import Any

from textual.geometry import Offset

from ketaguide.tui.kiosk import KioskApp
from ketaguide.tui.widgets.doc_view import DocView
from tests.tui.conftest import rows


def plain(value: Any) -> Any:
    """Convert a value of any class to dictionaries, lists and scalars."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if type(value).__module__.startswith("ketaguide.session"):
        return {name: plain(item) for name, item in vars(value).items()}
    return value if isinstance(value, str | int | float | bool | None) else repr(value)


def memory(app: KioskApp) -> dict[str, Any]:
    """Session, attributes of the screens, screen contents and cursor position."""
    views = [view for screen in app.screen_stack for view in screen.query(DocView)]
    own = {name: plain(value) for name, value in vars(app.main).items() if name == "_positions"}
    return {
        "session": plain(app.context.session),
        "same session everywhere": all(screen.context is app.context for screen in app.screen_stack[1:]),  # type: ignore[attr-defined]
        "main": own,
        "screens": [type(screen).__name__ for screen in app.screen_stack],
        "views": [(view.id, view.scroll_row, view.focused_target, view.doc.title) for view in views],
        "theme": app.theme,
        "clipboard": app.clipboard,
        "cursor": tuple(app.cursor_position or Offset()),
        "rows": rows(app),
    }
