"""Fills the foot bar: the keys of the moment, and how far the page has been read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ketaguide.tui import glyphs
from ketaguide.tui.actions import Close
from ketaguide.tui.bars import MUST, Foot, FootKey, seen
from ketaguide.tui.doc import Doc
from ketaguide.tui.keys import BACK, HELP_KEY, KEYS, SHORT, Key, bar_keys
from ketaguide.tui.layout import Layout, Target
from ketaguide.tui.layout_focus import first_target
from ketaguide.tui.pages.context import Context

if TYPE_CHECKING:
    from ketaguide.tui.widgets.bars import FootBar
    from ketaguide.tui.widgets.doc_view import DocView


def fill_foot(
    bar: "FootBar", context: Context, view: "DocView", column: "DocView | None" = None, *, close: str = "", place: str = ""
) -> None:
    """Set the keys that matter on a page, or on a sheet that F7 closes with the word `close`, and in the focused column.

    While it is read aloud, how to stop. `place` is the one shown, if it is not part of the history.
    """
    there = column or view
    hint = hint_keys(context, there.targets, there.focused_target, is_menu=there.doc.menu)
    far = seen(view.scroll_row, view.last_scroll_row, view.size.height)
    bar.foot = page_foot(context, hint, far, is_read=view.narrated >= 0, close=close, place=place)


def first_foot(context: Context, doc: Doc, layout: Layout, rows: int) -> Foot:
    """The foot of a page before anything is done on it, in a window with `rows` for the page."""
    hint = hint_keys(context, layout.targets, first_target(doc, layout), is_menu=doc.menu)
    return page_foot(context, hint, seen(0, max(len(layout.lines) - rows, 0), rows))


def page_foot(
    context: Context,
    hint: tuple[FootKey, ...],
    far: tuple[bool, int, bool],
    *,
    is_read: bool = False,
    close: str = "",
    place: str = "",
) -> Foot:
    """The foot of a page with the keys of `hint` first, of which `far` has been seen; of a sheet as in `fill_foot`."""
    note = context.view.interface.listen.reading if is_read else ""
    history = context.session.history
    place = place or history.here or ""
    here = () if close else (place, f"open('{place}')")
    lacking = (key for key in KEYS if key.name in context.view.lacks)
    unusable = {*lacking, *(() if history.can_go_back else (BACK,))}
    keys = [key for key in bar_keys(kiosk=context.kiosk) if key.action not in here and key not in unusable]
    shut: tuple[FootKey, ...] = ()
    if close:
        shut = (FootKey(BACK.shown, close, BACK.action, BACK.rank, long=f"Esc/{BACK.shown}"),)
        keys = [key for key in keys if key != BACK]
    shown = (*shut, *hint, *(named(context, key) for key in keys))
    return Foot(shown, context.keys.more, context.words.end_of_page, note, far)


def fill_cover(bar: "FootBar", context: Context, keys: tuple[Key, ...]) -> None:
    """Set the keys of a cover: help, and those given."""
    words = context.keys
    help_key = FootKey(HELP_KEY.either(words.either), words.help, HELP_KEY.action, 1)
    bar.foot = Foot((help_key, *(named(context, key) for key in keys)), words.more)


def named(context: Context, key: Key) -> FootKey:
    """A key with its name; F8 says what it would change to."""
    is_back_to_standard = key == SHORT and context.view.edition.meta.role == "short"
    name = context.keys.standard if is_back_to_standard else str(getattr(context.keys, key.name))
    return FootKey(key.shown, name, key.action, key.rank, long=f"{key.shown} {key.also}" if key.also and key != BACK else "")


def hint_keys(context: Context, targets: Sequence[Target], focused: int, *, is_menu: bool) -> tuple[FootKey, ...]:
    """The keys that choose: in a menu the arrows; on a page Enter once something has focus, before that Tab.

    None for a focused Close: F7 stands there already.
    """
    words = context.keys
    if is_menu and targets:
        return (FootKey(f"{glyphs.ARROWS} Enter", words.choose, "focused.choose", MUST + 1),)
    if focused >= 0:
        if focused < len(targets) and isinstance(targets[focused].action, Close):
            return ()
        return (FootKey("Enter", words.open, "focused.choose", MUST + 1),)
    return (FootKey("Tab", words.choose, "focused.step(1)", MUST + 1),) if targets else ()
