"""Focus is visible without colour, and the terminal's cursor follows it for braille displays."""

import pyte
import pytest
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.settings import Settings
from ketaguide.tui import glyphs
from ketaguide.tui.app import GuideApp
from ketaguide.tui.doc import Text
from ketaguide.tui.layout import lay_out
from ketaguide.tui.layout_focus import first_letter, with_focus
from ketaguide.tui.pages import page as page_of
from ketaguide.tui.preview import PreviewApp
from ketaguide.tui.screens.search import WordsInput
from ketaguide.tui.theme import PLAIN
from ketaguide.tui.widgets.bars import CrisisBanner
from ketaguide.tui.widgets.doc_view import DocView

from .conftest import places
from .emulated import emulate, moved
from .tour import tour, traveller, unfolded, view_of

FOCUSED = "cyan"
"""Background of focused targets in the Plain theme, and of nothing else."""
MOVES = ("tab", "tab", "down", "end")
ANSWERS_ANY_KEY = ("hidden", "waiting", "quiet", "cleaning", "anyone there")


def focused(screen: pyte.Screen) -> list[tuple[int, int]]:
    """Cells drawn as focused, in reading order."""
    return [
        (column, row)
        for row in range(screen.lines)
        for column in range(screen.columns)
        if screen.buffer[row][column].bg == FOCUSED
    ]


def cursor_belongs(app: PreviewApp, screen: pyte.Screen) -> str:
    """Fault in the position of the terminal's cursor; empty if it is on the focused target."""
    x, y = screen.cursor.x, screen.cursor.y
    row, here = screen.display[y], app.screen.focused
    if isinstance(here, CrisisBanner):
        return "" if row[x - 1 :].startswith(f"{glyphs.FOCUS}HELP NOW") else "not on the banner"
    if isinstance(here, WordsInput):
        return "" if row[:x].endswith(here.value[: here.cursor_position]) else "not where the next letter goes"
    inside = here.region if isinstance(here, DocView) else app.screen.region  # a page beneath a sheet keeps a tint
    if cells := [cell for cell in focused(screen) if inside.contains(*cell)]:
        assert isinstance(here, DocView)
        sign = screen.buffer[y][here.region.x + (here.targets[here.focused_target].mark or 0)]
        if (sign.data, sign.bold) != (glyphs.FOCUS, True):
            return "what has focus has no sign"
        words = [(column, line) for column, line in cells if screen.buffer[line][column].data.strip()]
        return "" if (x, y) == words[0] else f"not on the first letter of the focused thing, at {words[0]}"
    above = app.screen.focused.region.y if app.screen.focused else 0
    marks = f" {glyphs.BAR}{glyphs.FRAME}{glyphs.DIVIDER}{glyphs.THICK}"
    is_first = not any(screen.display[line].strip(marks) for line in range(above, y)) and not row[:x].strip(marks)
    if isinstance(here, DocView) and here.doc.reads_from >= 0:  # the question of a quiz, below its topic
        begins = here.doc.pieces[here.doc.reads_from]
        is_first |= isinstance(begins, Text) and row[x:].strip() in "".join(run.text for run in begins.runs)
    return "" if is_first and row[x] != " " else "not on the first words on view"


async def test_the_terminal_cursor_follows_focus_everywhere(guide: Guide) -> None:
    app = traveller(guide, Settings(theme=PLAIN))
    checked = 0

    async def walk(pilot: Pilot[None], screen: pyte.Screen) -> None:
        nonlocal checked
        async for stop in tour(app, pilot):
            for move in ("", *MOVES):
                if move and stop in ANSWERS_ANY_KEY:
                    continue
                await moved(pilot, move)
                said = "\n".join(screen.display)
                assert not (wrong := cursor_belongs(app, screen)), f"{stop}, after {move}: {wrong}: {screen.cursor}\n{said}"
                checked += 1

    await emulate(app, (80, 22), walk)
    assert checked > 200


async def test_the_cursor_walks_through_search_results_and_every_choice_on_home(guide: Guide) -> None:
    app = traveller(guide, Settings(theme=PLAIN))

    async def walk(pilot: Pilot[None], screen: pyte.Screen) -> None:
        for keys in (["down"] * 9, ["f3", "s", "y", "r", "left", "end", "down", "down", "up", "up", "tab", "tab", "shift+tab"]):
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                assert not (wrong := cursor_belongs(app, screen)), f"{key}: {wrong}: {screen.cursor}"

    await emulate(app, (80, 22), walk)


async def test_tab_cycles_through_every_choice(guide: Guide) -> None:
    app = traveller(guide)
    async with app.run_test(size=(80, 22)) as pilot:
        for place in ("home", "section:every-kind"):
            app.main.open(place)
            await pilot.pause()
            once: list[object] = []
            for _ in range(2):
                seen: list[object] = []
                for _ in range(len(view_of(app).targets) + 2):
                    await pilot.press("tab")
                    here = app.screen.focused
                    seen.append(view_of(app).focused_target if here is view_of(app) else here and here.id)
                assert not once or set(seen) == set(once), place
                once = seen
            assert set(range(len(view_of(app).targets))) <= set(once), place


async def test_what_is_out_of_view_is_shown_before_it_is_chosen(guide: Guide) -> None:
    app = traveller(guide)
    async with app.run_test(size=(43, 13)) as pilot:
        app.main.open(f"quiz:{app.context.view.edition.quiz.rounds[0].id}")
        await pilot.press("1")
        view = view_of(app)
        assert not view._in_view(view.focused_target), "the explanation comes first"
        await pilot.press("down")
        assert view.scroll_row == 1, "the arrow reads on"
        await pilot.press("enter")
        assert "You chose" in " ".join(line.plain for line in view._layout.lines), "still on the answer"
        assert view._in_view(view.focused_target)
        await pilot.press("enter")
        await pilot.pause()
        assert "Question 2 of" in " ".join(line.plain for line in view._layout.lines)


@pytest.mark.parametrize("place", ["home", "contents", "help-now"])
async def test_focus_is_bold_as_well_as_coloured(app: GuideApp, place: str) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open(place)
        await pilot.press("tab")
        _, row = app.cursor_position
        strip = app.screen._compositor.render_strips()[row]
        marked = [segment for segment in strip if glyphs.FOCUS in segment.text and segment.style]
        assert marked
        assert marked[0].style is not None
        assert marked[0].style.bold


@pytest.mark.parametrize("width", [43, 66, 100])
def test_the_focus_mark_replaces_no_character_on_any_page(shipped: Guide, width: int) -> None:
    app = traveller(shipped)
    unfolded(app)
    for place in places(shipped):
        laid = lay_out(page_of(place, app.context), width)
        for target in laid.targets:
            for row, _, _ in target.cells:
                before = laid.lines[row]
                drawn = with_focus(laid, target, row, before).plain
                changed = {(old, new) for old, new in zip(before.plain, drawn, strict=True) if old != new}
                has_sign = row == first_letter(laid, target)[0]
                assert changed <= {(" ", glyphs.FOCUS), (" ", glyphs.BAR)}, (place, drawn)
                assert ((" ", glyphs.FOCUS) in changed) == has_sign, (place, drawn)
