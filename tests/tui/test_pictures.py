"""The pictures of the README show what the screen shows."""

import re

import pytest

from ketaguide.model.guide import Guide
from tests import pictures


@pytest.mark.parametrize("name", pictures.SCREENS)
async def test_a_picture_of_the_readme_has_the_words_of_the_screen(shipped: Guide, name: str) -> None:
    drawn, rows = await pictures.shown(shipped, pictures.SCREENS[name])
    kept = (pictures.FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert pictures.words_of(pictures.rows_of(drawn)) == pictures.words_of(rows)
    assert pictures.words_of(pictures.rows_of(kept)) == pictures.words_of(rows), (
        "the screen changed: run python -m tests.pictures"
    )


async def test_a_picture_is_made_the_same_twice_and_loads_nothing(shipped: Guide) -> None:
    first, _ = await pictures.shown(shipped, pictures.SCREENS["home-day"])
    again, _ = await pictures.shown(shipped, pictures.SCREENS["home-day"])
    assert first == again
    assert re.findall(r"https?://[^\"]*|@import|@font-face|<script", first) == ["http://www.w3.org/2000/svg"]
