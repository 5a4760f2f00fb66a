"""Memory does not grow: closed screens are released."""

import gc
from collections import Counter

import pytest
from msgspec import structs
from textual._styles_cache import StylesCache
from textual.strip import Strip

from ketaguide.model.guide import Guide
from ketaguide.search.index import Index
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from tests.nations import NATIONS


def alive() -> Counter[type]:
    """Count of style caches, drawn rows and search indexes in memory."""
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects() if isinstance(thing, StylesCache | Strip | Index))


@pytest.mark.parametrize("keys", [("f3", "escape"), ("f9", "x"), ("comma", "escape")], ids="-".join)
async def test_opening_and_closing_screens_repeatedly_does_not_grow_memory(app: GuideApp, keys: tuple[str, ...]) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press(*keys * 2)
        before = alive()
        await pilot.press(*keys * 6)
        after = alive()
        assert after[StylesCache] == before[StylesCache]
        assert after[Strip] <= before[Strip] * 1.2


async def test_searching_for_one_nation_after_another_keeps_one_index(guide: Guide) -> None:
    app, before = GuideApp(Settings(), structs.replace(guide)), alive()[Index]
    async with app.run_test(size=(80, 22)) as pilot:
        for nation in NATIONS[:2]:
            app.context.session.nation = nation
            await pilot.press("f3", "n", "escape")
        assert alive()[Index] == before + 1
