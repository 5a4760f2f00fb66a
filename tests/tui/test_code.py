"""The code for a phone: all that the reader picked, as an address after # or as text."""

import pytest

from ketaguide.loading.site_merge import with_site
from ketaguide.model.guide import Guide
from ketaguide.model.overlay import Overlay
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from ketaguide.tui.doc import Picture
from ketaguide.tui.pages.code import code
from tests.render.test_qr import seen
from tests.tui.conftest import screen_text


def read(app: GuideApp) -> str:
    """Text that a camera reads."""
    (picture,) = (piece for piece in code(app.context, 0, 200, 80).pieces if isinstance(piece, Picture))
    return seen(picture.lines)


@pytest.fixture
def picked(guide: Guide) -> GuideApp:
    """A reader who picked one thing and one option, and no question."""
    site = Overlay(name="Elm", takeaway_url="https://elm.example/take-away.html")
    app = GuideApp(Settings(draws_more=False), with_site(guide, site))
    app.context.session.matters.toggle("how-soon")
    app.context.session.compared.toggle("wait")
    return app


def test_the_address_has_what_matters_and_the_options_after_the_sign_that_no_browser_sends(picked: GuideApp) -> None:
    assert read(picked) == "https://elm.example/take-away.html#matter-how-soon,option-wait"


def test_without_an_address_the_code_says_it_in_words_with_the_numbers(guide: Guide) -> None:
    app = GuideApp(Settings(draws_more=False), guide)
    app.context.session.matters.toggle("how-soon")
    said = read(app)
    assert said.startswith("What matters most to me: How soon it may work\n")
    assert "999" in said
    assert "Options I want to discuss" not in said


async def test_the_code_is_offered_as_soon_as_anything_is_picked(picked: GuideApp) -> None:
    async with picked.run_test(size=(80, 40)) as pilot:
        await pilot.press("f4")
        assert "Take it on my phone" in screen_text(picked)
