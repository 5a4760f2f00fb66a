"""After any resize nothing is cut off, focus stays on the same target, and the banner is complete."""

import re
from collections.abc import Callable, Iterator

import pytest
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.render.flow import apart
from ketaguide.tui import glyphs
from ketaguide.tui.doc import Answer, Answers, Barred, Box, Calls, Columns, Doc, Either, FactTable, Grid, Picture, Piece, Spread
from ketaguide.tui.doc_lines import lines
from ketaguide.tui.drawing import big_number
from ketaguide.tui.layout import Layout, lay_out
from ketaguide.tui.pages import page as page_of
from ketaguide.tui.preview import PreviewApp
from ketaguide.tui.widgets.bars import CrisisBanner
from ketaguide.tui.widgets.doc_view import DocView

from .conftest import places, rows, screen_text
from .tour import tour, traveller, unfolded, view_of

pytestmark = pytest.mark.every_page

SIZES = ((43, 13), (68, 19), (80, 22), (94, 27), (120, 33), (240, 70))
TOO_SMALL = ((42, 30), (80, 12), (20, 6), (1, 1))
NUMBERS = ("999", "111", "0808 808 8000", "116 123")
FRAMES = re.compile(f"[{glyphs.FRAME}{glyphs.HEAVY}{glyphs.LINE}\\s]")


async def resize(app: PreviewApp, pilot: Pilot[None], size: Size, holds: Callable[[], bool]) -> None:
    """As `Pilot.resize_terminal`, but waits only until `holds`; after a timeout the test finds the fault."""
    app._driver._size = tuple(size)  # type: ignore[union-attr]
    app.post_message(events.Resize(size, size))
    for _ in range(40):
        await pilot._wait_for_screen()
        app.screen._on_timer_update()
        if app.screen.size == size and holds():
            break


def is_alone(app: PreviewApp) -> bool:
    """True if only the crisis banner is shown."""
    return {type(widget) for widget in app.screen.children if widget.display} == {CrisisBanner}


def lost(doc: Doc, laid: Layout) -> set[str]:
    """Words of a page that are missing in its rows, and truncated rows of its pictures."""
    rows_ = [line.content.plain for line in laid.lines]
    joined = FRAMES.sub("", "".join(rows_))
    words = {word for piece in doc.pieces for line in lines(piece) for run in line for word in apart(run.text).split()}
    missing = {word for word in words if FRAMES.sub("", word).rstrip(":") not in joined}
    for call in (call for piece in doc.pieces if isinstance(piece, Calls) for call in piece.calls):  # perhaps in large digits
        drawn = all(any(line.content.plain in row for row in rows_) for line in big_number(call.number, ""))
        missing -= {*f"{call.number}:".split()} if drawn else set()
        missing -= {*" ".join(call.lines).split()} if call.brief and FRAMES.sub("", call.brief) in joined else set()
    for grid in (piece for piece in doc.pieces if isinstance(piece, Grid)):  # in a list, closed options show their names
        shut = [one for one in grid.options if any(f"{glyphs.FOLDED} {one.name}" in row for row in rows_)]
        missing -= {word for one in shut for cell in one.cells for run in cell for word in apart(run.text).split()}
        missing -= {word for label, _ in grid.rows for word in label.split()} if len(shut) == len(grid.options) else set()
    if spread := next((piece for piece in doc.pieces if isinstance(piece, Spread)), None):  # a narrow title stands alone
        missing -= {*spread.right.text.split()}
    for either in (piece for piece in doc.pieces if isinstance(piece, Either)):  # narrow pieces may say less
        narrow = {word for piece in either.narrow for line in lines(piece) for run in line for word in run.text.split()}
        is_narrow = all(FRAMES.sub("", word) in joined for word in narrow)
        missing -= {
            word for piece in either.usual for line in lines(piece) for run in line for word in run.text.split() if is_narrow
        }
    if any(isinstance(piece, FactTable) for piece in doc.pieces):  # the heads of columns stand once, and no marks between cells
        missing -= {word for word in missing if FRAMES.sub("", word).strip(":,.()").lower() in joined.lower()}
    for item in _answers(doc.pieces):  # a brief question says the same
        missing -= {*item.question.split()} if FRAMES.sub("", item.brief) in joined else set()
    return missing | {row for row in _pictures(doc.pieces) if not any(row in line for line in rows_)}


def _answers(pieces: tuple[Piece, ...]) -> Iterator[Answer]:
    for piece in pieces:
        match piece:
            case Answers():
                yield from piece.items
            case Columns():
                yield from _answers((*piece.left, *piece.right))
            case Either():
                yield from _answers(piece.usual)


def _pictures(pieces: tuple[Piece, ...]) -> set[str]:
    inside = [_pictures(piece.body) for piece in pieces if isinstance(piece, Box | Barred)]
    return set().union(*inside, *(piece.lines for piece in pieces if isinstance(piece, Picture)))


def whole(app: PreviewApp) -> str:
    """Fault of the current screen; empty if all of it is readable."""
    view = view_of(app)
    if view.size.height < 1:
        return "there is no room for the page"
    if wide := [line.content.plain for line in view._layout.lines if line.content.cell_length > view.size.width]:
        return f"runs over the edge: {wide[0]!r}"
    if missing := lost(view.doc, view._layout):
        return f"is not all there: {missing}"
    region = app.screen.query_one(CrisisBanner).region
    said = " ".join(" ".join(rows(app)[region.y : region.bottom]).split())
    here = NUMBERS if app.context.session.nation is None else ("999", "116 123")
    return "" if all(number in said for number in (*here, "HELP NOW")) else f"the banner says only: {said}"


def focus(app: PreviewApp) -> object:
    """The focused target, comparable between sizes."""
    here = app.screen.focused
    if isinstance(here, DocView) and 0 <= here.focused_target < len(here.targets):
        return here.id, here.targets[here.focused_target].action
    return here and here.id


def is_kept(app: PreviewApp, focused: object) -> bool:
    """True if the same has focus, or has no place at this size: a narrow title leaves out the link at its right."""
    return focus(app) == focused or (view_of(app)._without_place is not None and view_of(app).focused_target < 0)


def in_view(app: PreviewApp) -> bool:
    """True if the focused target of a page is in view."""
    view = view_of(app)
    return app.screen.focused is not view or view.focused_target < 0 or view._in_view(view.focused_target)


async def test_every_screen_survives_every_resize(guide: Guide) -> None:
    app = traveller(guide)
    seen = []
    async with app.run_test(size=(80, 22)) as pilot:
        async for stop in tour(app, pilot, everywhere=True):
            if app.screen.focused is view_of(app):
                view_of(app).action_step(1)
            before = focus(app)
            for size in TOO_SMALL:
                await resize(app, pilot, Size(*size), lambda: is_alone(app))
                assert is_alone(app), f"{stop} at {size}"
                assert size[0] < 20 or all(number in screen_text(app) for number in ("999", "116 123")), f"{stop} at {size}"
            for size in (*SIZES, (80, 22)):
                settled = lambda: is_kept(app, before) and in_view(app) and not whole(app)  # noqa: B023, E731
                await resize(app, pilot, Size(*size), settled)
                assert not (wrong := whole(app)), f"{stop} at {size}: {wrong}"
                assert stop == "a code" or is_kept(app, before), f"{stop} at {size}"
                assert in_view(app), f"{stop} at {size}"
            seen.append(stop)
    assert len(seen) >= 60


def test_every_page_can_be_read_whole_in_the_narrowest_window(shipped: Guide) -> None:
    app = traveller(shipped)
    unfolded(app)
    for place in places(shipped):
        doc = page_of(place, app.context)
        assert lost(doc, lay_out(doc, SIZES[0][0])) == set(), place
