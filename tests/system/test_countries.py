"""The real program with a guide of another country."""

from pathlib import Path

from tests.countries import write_guide
from tests.system.terminal import Terminal


def test_no_number_of_the_uk_is_shown_when_a_guide_of_another_country_opens(tmp_path: Path) -> None:
    with Terminal("--nation", "hills", content=write_guide(tmp_path), size=(100, 30)) as terminal:
        terminal.sees("0660 22 33 44")
        first = terminal.text
        terminal.press("f1").sees("Or go to the night clinic.")
        assert "999" not in f"{first} {terminal.text}"
        assert "116 123" not in f"{first} {terminal.text}"
        assert "1770" not in f"{first} {terminal.text}"
