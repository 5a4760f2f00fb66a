"""Authors see changes and problems of content while the preview is open."""

import shutil
from pathlib import Path

from .runs import KITCHEN_SINK
from .terminal import Terminal


def test_a_changed_page_is_shown_at_once_and_a_fault_beneath_it(tmp_path: Path) -> None:
    content = tmp_path / "guide"
    shutil.copytree(KITCHEN_SINK, content)
    page = content / "en" / "sections" / "risks.yaml"
    text = page.read_text()
    with Terminal("preview", content=content, size=(100, 40)) as terminal:
        terminal.sees("Ask in your own words").sees("faults in the content").settles()
        terminal.press("1").sees("Risks of test syrup")
        page.write_text(text.replace("Risks of test syrup", "Dangers of test syrup"))
        terminal.sees("Dangers of test syrup")
        page.write_text(text.replace("updated:", "upadted:"))
        terminal.sees("en/sections/risks.yaml").sees("did you mean 'updated'?").sees("Dangers of test syrup")
        page.write_text(text)
        terminal.sees("Risks of test syrup").sees_no_more("upadted")
        terminal.press("f10")
        assert terminal.ends() == 0


def test_the_page_just_saved_is_opened_in_its_edition(tmp_path: Path) -> None:
    content = tmp_path / "guide"
    shutil.copytree(KITCHEN_SINK, content)
    standard, short = (content / edition / "sections/risks.yaml" for edition in ("en", "en-short"))
    with Terminal("preview", content=content, size=(100, 40)) as terminal:
        terminal.sees("Ask in your own words").sees("faults in the content").settles()
        standard.write_text(standard.read_text().replace("Risks of test syrup", "Dangers of test syrup"))
        terminal.sees("Dangers of test syrup").sees_no_more("Ask in your own words")
        short.write_text(short.read_text().replace("Risks of test syrup", "Hazards of test syrup"))
        terminal.sees("Hazards of test syrup").sees("Short and simple")
        terminal.press("f10")
        assert terminal.ends() == 0
