"""Fills the foot bar: the keys of the moment, and how far the page has been read."""

from ketaguide.model.guide import STANDARD
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Close
from ketaguide.tui.keys import BACK, HELP_KEY, SHORT, Key, bar_keys
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.bars import MUST, FootBar, FootKey
from ketaguide.tui.widgets.doc_view import DocView


def fill_foot(
    bar: FootBar, context: Context, view: DocView, column: DocView | None = None, *, close: str = "", place: str = ""
) -> None:
    """Set the keys that matter on a page, or on a sheet that F7 closes with the word `close`, and in the focused column.

    While it is read aloud, how to stop. `place` is the one shown, if it is not part of the history.
    """
    bar.note = context.view.interface.listen.reading if view.narrated >= 0 else ""
    bar.more, bar.end = context.keys.more, context.words.end_of_page
    bar.seen = (view.has_more_above, view.per_cent, view.has_more_below)
    history = context.session.history
    place = place or history.here or ""
    here = () if close else (place, f"open('{place}')")
    keys = [key for key in bar_keys(kiosk=context.kiosk) if key.action not in here and (key != BACK or history.can_go_back)]
    if close:
        shut = FootKey(BACK.shown, close, BACK.action, BACK.rank, long=f"Esc/{BACK.shown}")
        keys = [key for key in keys if key != BACK]
    bar.keys = (*([shut] if close else ()), *_hint(context, column or view), *(named(context, key) for key in keys))


def fill_cover(bar: FootBar, context: Context, keys: tuple[Key, ...]) -> None:
    """Set the keys of a cover: help, and those given."""
    words = context.keys
    bar.more = words.more
    bar.keys = (FootKey(HELP_KEY.either(words.either), words.help, HELP_KEY.action, 1), *(named(context, key) for key in keys))


def named(context: Context, key: Key) -> FootKey:
    """A key with its name; F8 says what it would change to."""
    is_back_to_standard = key == SHORT and context.session.edition_id != STANDARD
    name = context.keys.standard if is_back_to_standard else str(getattr(context.keys, key.name))
    return FootKey(key.shown, name, key.action, key.rank, long=f"{key.shown} {key.also}" if key.also and key != BACK else "")


def _hint(context: Context, view: DocView) -> list[FootKey]:
    """The keys that choose: in a menu the arrows; on a page Enter once something has focus, before that Tab.

    None for a focused Close: F7 stands there already.
    """
    words = context.keys
    if view.doc.menu and view.targets:
        return [FootKey(f"{glyphs.ARROWS} Enter", words.choose, "focused.choose", MUST + 1)]
    if view.focused_target >= 0:
        if view.focused_target < len(view.targets) and isinstance(view.targets[view.focused_target].action, Close):
            return []
        return [FootKey("Enter", words.open, "focused.choose", MUST + 1)]
    return [FootKey("Tab", words.choose, "focused.step(1)", MUST + 1)] if view.targets else []
