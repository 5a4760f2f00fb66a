"""How the full-screen view says that it ended."""

import pytest

from ketaguide.errors import Exit
from ketaguide.tui.app import GuideApp
from ketaguide.tui.run import _run


@pytest.mark.parametrize(("code", "said"), [(0, Exit.FINE), (1, Exit.PROBLEMS), (None, Exit.PROBLEMS)])
def test_ending_without_a_code_is_never_taken_for_a_success(
    app: GuideApp, monkeypatch: pytest.MonkeyPatch, code: int | None, said: Exit
) -> None:
    monkeypatch.setattr(app, "run", lambda: setattr(app, "_return_code", code))
    assert _run(app) == said
