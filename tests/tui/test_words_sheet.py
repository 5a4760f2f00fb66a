"""A word explained, or a service: beside the page where there is room, else at the bottom with the sentence in view."""

import pytest

from ketaguide.model.guide import Guide
from ketaguide.settings import Settings
from ketaguide.tui import actions as a
from ketaguide.tui.app import GuideApp

from .conftest import page, rows, screen_text, until
from .test_banner import banner_is_bright_and_whole


def sentence(app: GuideApp, which: int) -> str:
    """The words of the row with a link, and focus on it."""
    view = page(app)
    links = [at for at, target in enumerate(view.targets) if isinstance(target.action, a.ShowTerm | a.ShowContact)]
    view.focused_target = links[which]
    return view._layout.lines[view.targets[links[which]].row].content.plain.strip()[:30]


@pytest.mark.parametrize("size", [(43, 13), (80, 22), (99, 30)])
@pytest.mark.parametrize("which", [0, 1, -1])
async def test_the_sentence_stays_in_view_above_its_meaning(shipped: Guide, size: tuple[int, int], which: int) -> None:
    app = GuideApp(Settings(), shipped)
    async with app.run_test(size=size) as pilot:
        app.main.open("section:does-it-help")
        await pilot.pause()
        said = sentence(app, which)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is not app.main
        name = next(row for row, line in enumerate(rows(app)) if "━━━━━" in line and row > 1)
        assert any(said in row for row in rows(app)[:name])
        assert "Close" in screen_text(app)
        banner_is_bright_and_whole(app)
        assert sum("F8" in row for row in rows(app)) == 1, "one foot bar alone"
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.main
        assert page(app).scroll_row <= page(app).last_scroll_row


async def test_from_100_columns_the_meaning_stands_beside_the_page(shipped: Guide) -> None:
    app = GuideApp(Settings(), shipped)
    async with app.run_test(size=(110, 30)) as pilot:
        app.main.open("section:does-it-help")
        await pilot.pause()
        sentence(app, 0)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is not app.main and app.screen.query_one("#over").region.x == 55)
        assert app.main.page.region.right == 55


@pytest.mark.parametrize("how", ["f7", "escape", "press Close", "press beside it", "enter"])
async def test_it_closes_by_f7_esc_enter_or_a_press_and_says_so(app: GuideApp, how: str) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        sentence(app, 0)
        await pilot.press("enter")
        await pilot.pause()
        assert "Close (F7 or Esc)" in screen_text(app)
        if how == "press Close":
            row = next(row for row, line in enumerate(rows(app)) if "Close (F7" in line)
            await pilot.click(offset=(rows(app)[row].index("Close (F7"), row))
        elif how == "press beside it":
            await pilot.click(offset=(20, 3))
        else:
            await pilot.press(how)
        await pilot.pause()
        assert app.screen is app.main
        assert app.main.here == "section:every-kind"


async def test_a_larger_and_a_smaller_window_keep_it_whole(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        sentence(app, 0)
        await pilot.press("enter")
        for size in ((120, 40), (43, 13), (80, 22)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: app.size == size and " Close" in screen_text(app) and _one_foot(app))  # noqa: B023


def _one_foot(app: GuideApp) -> bool:
    return sum("F8" in row for row in rows(app)) == 1 and "F8" in rows(app)[-1]


@pytest.mark.parametrize("size", [(80, 22), (110, 30)])
@pytest.mark.parametrize("kind", [a.ShowTerm, a.ShowEvidence])
async def test_one_mark_alone_is_on_the_screen_while_a_sheet_is_open(
    app: GuideApp, size: tuple[int, int], kind: type[a.SheetAction]
) -> None:
    async with app.run_test(size=size) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        view = page(app)
        view.focused_target = next(at for at, target in enumerate(view.targets) if isinstance(target.action, kind))
        await until(pilot, lambda: "Test syrup" in _marked(app) or "[1]" in _marked(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is not app.main and "Close" in _marked(app))
        assert "Enter open" not in rows(app)[-1]
        await pilot.press("f7")
        await until(pilot, lambda: app.screen is app.main and ("[1]" in _marked(app) or "Test syrup" in _marked(app)))


def _marked(app: GuideApp) -> str:
    """The words beside the one mark; empty for none or several."""
    found = [row for row in rows(app) if ">  " in row or ">┃" in row]
    return found[0][found[0].index(">") :] if len(found) == 1 else ""


@pytest.mark.parametrize("size", [(43, 13), (80, 22), (99, 30)])
async def test_the_sentence_stays_in_view_above_its_sources(shipped: Guide, size: tuple[int, int]) -> None:
    app = GuideApp(Settings(), shipped)
    async with app.run_test(size=size) as pilot:
        app.main.open("section:does-it-help")
        await pilot.pause()
        view = page(app)
        view.focused_target = next(at for at, target in enumerate(view.targets) if isinstance(target.action, a.ShowEvidence))
        said = view._layout.lines[view.targets[view.focused_target].row].content.plain.strip()[:30]
        await pilot.press("enter")
        await pilot.pause()
        over = app.screen.query_one("#over").region
        assert over.height <= size[1] * 2 // 3
        assert any(said in row for row in rows(app)[: over.y])
        banner_is_bright_and_whole(app)
        await pilot.press("end")
        await pilot.pause()
        assert "Close" in " ".join(rows(app)[over.y : -1])
