"""After any resize nothing is cut off, focus stays on the same target, and the banner is complete."""

import re
from collections.abc import Iterator
from unittest.mock import ANY

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
from tests.editions import SHORT, STANDARD

from .conftest import places, resize, rows, screen_text
from .tour import tour, traveller, unfolded, view_of

SIZES = ((43, 13), (68, 19), (80, 22), (94, 27), (120, 33), (240, 70))
TOO_SMALL = ((42, 30), (80, 12), (20, 6), (1, 1))
NUMBERS = ("999", "111", "0808 808 8000", "116 123")
FRAMES = re.compile(f"[{glyphs.FRAME}{glyphs.HEAVY}{glyphs.LINE}\\s]")


def is_alone(app: PreviewApp) -> bool:
    """True if only the crisis banner is shown."""
    return {type(widget) for widget in app.screen.children if widget.display} == {CrisisBanner}


def lost(doc: Doc, laid: Layout) -> set[str]:
    """Words of a page that are missing in its rows, and truncated rows of its pictures."""
    rows_ = [line.plain for line in laid.lines]
    joined = FRAMES.sub("", "".join(rows_))
    words = {word for piece in doc.pieces for line in lines(piece) for run in line for word in apart(run.text).split()}
    missing = {word for word in words if FRAMES.sub("", word).rstrip(":") not in joined}
    for call in (call for piece in doc.pieces if isinstance(piece, Calls) for call in piece.calls):  # perhaps in large digits
        drawn = all(any(line.plain in row for row in rows_) for line in big_number(call.number, ""))
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
    if wide := [line.plain for line in view._layout.lines if line.cell_length > view.size.width]:
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


def fault(app: PreviewApp, focused: object) -> str:
    """Fault of the current screen; empty if all of it is readable, and the same has focus, in view.

    At this size it may have no place: a narrow title leaves out the link at its right.
    """
    view = view_of(app)
    if focus(app) != focused and (view._without_place is None or view.focused_target >= 0):
        return f"the focus is on {focus(app)}"
    if app.screen.focused is view and view.focused_target >= 0 and not view._in_view(view.focused_target):
        return "the focus is out of view"
    return whole(app)


async def test_every_screen_survives_every_resize(guide: Guide) -> None:
    app = traveller(guide)
    seen = []
    async with app.run_test(size=(80, 22)) as pilot:
        async for stop in tour(app, pilot, everywhere=True):
            if app.screen.focused is view_of(app):
                view_of(app).action_step(1)
            before = ANY if stop == "a code" else focus(app)
            for size in TOO_SMALL:
                assert await resize(pilot, size, lambda: is_alone(app)), f"{stop} at {size}"
                assert size[0] < 20 or all(number in screen_text(app) for number in ("999", "116 123")), f"{stop} at {size}"
            for size in (*SIZES, (80, 22)):
                settled = await resize(pilot, size, lambda: not fault(app, before))  # noqa: B023
                assert settled, f"{stop} at {size}: {fault(app, before)}"
            seen.append(stop)
    assert len(seen) >= 60


def test_every_page_can_be_read_whole_in_the_narrowest_window(shipped: Guide) -> None:
    app = traveller(shipped)
    for edition_id, nation in ((STANDARD, None), (SHORT, "wales")):
        app.context.session.edition_id, app.context.session.nation = edition_id, nation
        unfolded(app)
        for place in places(shipped):
            doc = page_of(place, app.context)
            assert lost(doc, lay_out(doc, SIZES[0][0])) == set(), (edition_id, place)
