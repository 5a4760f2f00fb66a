"""Start and exit code of the full-screen view."""

from typing import Any

import pytest
from textual.screen import Screen

from ketaguide.errors import Exit
from ketaguide.model.guide import Guide
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from ketaguide.tui.run import _run

from .conftest import screen_text


@pytest.mark.parametrize(("code", "said"), [(0, Exit.FINE), (1, Exit.PROBLEMS), (None, Exit.PROBLEMS)])
def test_exit_without_a_code_counts_as_a_failure(
    app: GuideApp, monkeypatch: pytest.MonkeyPatch, code: int | None, said: Exit
) -> None:
    monkeypatch.setattr(app, "run", lambda: setattr(app, "_return_code", code))
    assert _run(app) == said


async def test_the_first_thing_drawn_is_the_whole_page(guide: Guide) -> None:
    drawn: list[str] = []

    class Watched(GuideApp):
        def _display(self, screen: Screen[None], renderable: Any) -> None:
            if not drawn and renderable is not None and screen is self.screen:
                drawn.append(screen_text(self))
            super()._display(screen, renderable)

    async with Watched(Settings(), guide).run_test(size=(100, 30)):
        assert "Not yet reviewed by a clinician" in drawn[0]
        assert "Ask in your own words" in drawn[0]
