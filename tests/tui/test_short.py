"""F8 changes between the standard page and the short one, and the reader stays at the same place."""

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.tui.actions import Open, SetEdition, Toggle
from ketaguide.tui.app import GuideApp
from tests.editions import SHORT, STANDARD

from .conftest import page, rows

SIZES = [(43, 13), (60, 20), (80, 22), (100, 30), (120, 40), (240, 70)]


def shared_headings(app: GuideApp, section_id: str) -> Iterator[tuple[object, int]]:
    """Headings and folds that both editions have, with their row in the current one, where a page scrolls to them."""
    here = page(app).landmarks
    app.main.perform(SetEdition(STANDARD if app.context.session.edition_id == SHORT else SHORT))
    there = page(app).landmarks
    app.main.perform(SetEdition(STANDARD if app.context.session.edition_id == SHORT else SHORT))
    others = {mark for mark, row in there.rows if row < there.last}
    for mark, row in here.rows:
        if mark in others and row < here.last:
            yield mark, row


async def keeps_headings(app: GuideApp, pilot: Pilot[None], section_id: str, every: int) -> int:
    """Change the edition with shared headings at the top, and expect each there again. Returns how many there were."""
    app.main.open(f"section:{section_id}")
    await pilot.pause()
    marks = list(shared_headings(app, section_id))
    for mark, row in marks[::-every]:
        page(app).scroll_row = row
        app.main.perform(SetEdition(SHORT))  # as F8 does, without drawing every step
        assert dict(page(app).landmarks.rows)[mark] == page(app).scroll_row, (section_id, mark)
        app.main.perform(SetEdition(STANDARD))
        assert page(app).scroll_row == row, (section_id, mark)
    for edition_id in (SHORT, STANDARD):
        await pilot.press("f8")
        assert app.context.session.edition_id == edition_id
    assert page(app).scroll_row == row
    return len(marks)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_heading_at_the_top_is_at_the_top_of_the_short_page_at_every_width(
    at_home: GuideApp, size: tuple[int, int]
) -> None:
    async with at_home.run_test(size=size) as pilot:
        every = 1 if size == SIZES[0] else 6  # which headings there are does not hang on the width
        pages = ("risks", "see-your-gp", "questions-people-ask")
        found = [await keeps_headings(at_home, pilot, name, every) for name in pages]
        assert min(found) > 0


async def test_the_top_stays_the_top_and_the_end_the_end_of_every_page(at_home: GuideApp, shipped: Guide) -> None:
    async with at_home.run_test(size=(80, 22)) as pilot:
        for section_id in shipped.meta.order:
            at_home.main.open(f"section:{section_id}")
            await pilot.press("f8")
            assert page(at_home).scroll_row == 0, section_id
            assert "Short and simple" in rows(at_home)[0]
            await pilot.press("end", "f8")
            assert page(at_home).scroll_row == page(at_home).last_scroll_row, section_id


async def test_the_choice_that_has_the_focus_keeps_it_in_the_other_edition(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(80, 22)) as pilot:
        at_home.main.open("section:risks")
        evidence = Open("evidence:risks")
        page(at_home).focus_on(evidence)
        await pilot.press("f8")
        assert page(at_home).targets[page(at_home).focused_target].action == evidence


async def test_what_stands_beside_a_page_opens_from_every_short_page(at_home: GuideApp, shipped: Guide) -> None:
    async with at_home.run_test(size=(80, 22)) as pilot:
        await pilot.press("f8")
        home = page(at_home).doc.title
        opened = set[str]()
        for section_id in shipped.meta.order:
            at_home.main.open(f"section:{section_id}")
            for action in dict.fromkeys(target.action for target in page(at_home).targets):
                if isinstance(action, Toggle):
                    at_home.main.perform(action)
            await pilot.pause()
            places = {target.action.place for target in page(at_home).targets if isinstance(target.action, Open)}
            for place in sorted(places - opened):
                opened.add(place)
                at_home.main.open(place)
                await pilot.pause()
                assert (page(at_home).doc.title == home) == (place == "home"), place
                at_home.main.back()
                await pilot.pause()
