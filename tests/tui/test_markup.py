"""Text that looks like Textual's markup is shown literally, in every field and on every screen."""

from ketaguide.loading.site_merge import with_site
from ketaguide.model.guide import Guide
from ketaguide.tui.screens.search import SearchScreen
from ketaguide.tui.widgets.bars import TitleBar
from tests.site.hostile import harm, hostile_site, spoiled

from .conftest import rows, screen_text
from .tour import tour, traveller

MARK = "[b][/][/][@click=app.quit]"
"""Markup that would vanish, that would be a fault, and that would be a command."""


async def test_markup_in_any_field_is_shown_as_text_on_every_screen(guide: Guide) -> None:
    change = harm(guide, MARK)
    bad = spoiled(guide, change)
    assert isinstance(bad, Guide)
    app = traveller(with_site(bad, hostile_site(change)))
    async with app.run_test(size=(120, 50)) as pilot:
        async for place in tour(app, pilot):
            assert MARK in screen_text(app), place
            for bar in app.screen.query(TitleBar):
                assert MARK in rows(app)[bar.region.y], place
            if isinstance(app.screen, SearchScreen):
                title = app.context.view.interface.find.title
                assert title in rows(app)[app.screen.line.region.y], place
                assert app.screen.line.value or title in rows(app)[app.screen.line.region.y + 1], place
