"""A very wide window has a third column: headings, words and sources of the page."""

from ketaguide.tui.actions import GoTo, ShowEvidence, ShowTerm
from ketaguide.tui.app import GuideApp
from ketaguide.tui.doc import Item

from .conftest import page, screen_text


def beside(app: GuideApp) -> bool:
    """True if the third column is there."""
    return bool(app.main.aside.display)


async def test_it_lists_each_heading_word_and_source_of_the_page_once_and_leads_to_them(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(160, 45)) as pilot:
        main = at_home.main
        for section_id in at_home.context.guide.meta.order:
            main.open(f"section:{section_id}")
            await pilot.pause()
            if page(at_home).doc.wide:
                assert not beside(at_home), "columns of options have its room"
                continue
            here = [target.action for target in main.aside.targets]
            on_page = {target.action for target in page(at_home).targets}
            listed = [piece.label for piece in main.aside.doc.pieces if isinstance(piece, Item)]
            assert len(listed) == len(set(listed)) == len(here)
            assert {action for action in here if isinstance(action, ShowTerm)} == {
                action for action in on_page if isinstance(action, ShowTerm)
            }
            claims = {claim for action in here if isinstance(action, ShowEvidence) for claim in action.claims}
            assert claims == {claim for action in on_page if isinstance(action, ShowEvidence) for claim in action.claims}
            assert not any(isinstance(action, GoTo) for action in on_page), "the page does not list its headings twice"
            assert max(line.cell_length for line in page(at_home)._layout.lines) <= 86
            for action in here:
                if isinstance(action, GoTo):
                    main.perform(action)
                    row = page(at_home).heading_rows()[action.heading]
                    assert page(at_home).scroll_row == min(row, page(at_home).last_scroll_row)


async def test_the_heading_one_has_reached_is_marked_and_kept_in_view(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(160, 30)) as pilot:
        at_home.main.open("section:does-it-help")
        marked = []
        while page(at_home).scroll_row < page(at_home).last_scroll_row:
            await pilot.press("pagedown")
            await pilot.pause()
            aside = at_home.main.aside
            marked.append(aside.doc.start)
            assert not aside.doc.start or aside._in_view(aside.focused_target)
        assert len(set(marked)) > 5


async def test_the_right_arrow_enters_it_and_enter_goes_there_and_on_the_page(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(160, 45)) as pilot:
        main = at_home.main
        main.open("section:does-it-help")
        await pilot.press("right", "down", "down")
        assert main.aside.has_focus
        await pilot.press("enter")
        await pilot.pause()
        assert page(at_home).has_focus
        assert page(at_home).scroll_row > 0
        await pilot.press("right", "left", "left")
        assert main.side.has_focus


async def test_it_gives_way_to_a_narrower_window_to_other_pages_and_to_what_opens_beside_the_page(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(160, 45)) as pilot:
        main = at_home.main
        assert not beside(at_home), "home has columns of its own"
        main.open("section:does-it-help")
        await pilot.pause()
        assert beside(at_home)
        assert screen_text(at_home).count("On this page") == 1
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert not beside(at_home)
        assert any(isinstance(target.action, GoTo) for target in page(at_home).targets)
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        main.perform(next(target.action for target in main.aside.targets if isinstance(target.action, ShowEvidence)))
        await pilot.pause()
        assert not beside(at_home)
        await pilot.press("f7")
        await pilot.pause()
        assert beside(at_home)
