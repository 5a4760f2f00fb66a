"""An edition in another language in a real terminal: the first page, a page, and who to call."""

from pathlib import Path

from tests.conftest import KITCHEN_SINK
from tests.invented import invented
from tests.translated import EDITION, imported

from .terminal import Terminal


def test_a_reader_of_another_language_finds_a_page_and_help(tmp_path: Path) -> None:
    guide = imported(tmp_path / "content", of=KITCHEN_SINK)
    words = guide.editions[EDITION].interface
    with Terminal("--edition", EDITION, size=(100, 30), content=tmp_path / "content") as terminal:
        terminal.sees(guide.editions[EDITION].home.title[:40]).press("f2").sees(invented("About this guide")).settles()
        assert "Pages" not in terminal.text
        terminal.press("f1").sees("999").sees(words.crisis.get_help_now)
        assert "Get help now" not in terminal.text
