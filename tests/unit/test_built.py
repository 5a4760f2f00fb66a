"""The description of the guide that `--help` shows, from a file made with the package."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ketaguide.built import ANY_GUIDE, DESCRIPTION, description_file
from ketaguide.paths import content_dir

PACKAGE = Path(__file__).parents[2] / "ketaguide"
SAID = "A guide to hiccups."


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a small installed program."""
    (tmp_path / "ketaguide").mkdir()
    for path in PACKAGE.glob("*.py"):
        shutil.copy(path, tmp_path / "ketaguide")
    folder = tmp_path / "ketaguide" / "content"
    folder.mkdir()
    shutil.copy(content_dir() / "guide.yaml", folder)
    (folder / DESCRIPTION).write_bytes(description_file(str(folder), SAID))
    return folder


def helped(content: Path) -> str:
    command = [sys.executable, "-m", "ketaguide", "--help"]
    done = subprocess.run(command, cwd=content.parents[1], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


def test_help_introduces_the_shipped_guide_in_its_own_words(content: Path) -> None:
    assert f"\n\n{SAID}\n\n" in helped(content)


def test_help_speaks_of_any_guide_when_the_content_has_changed_since(content: Path) -> None:
    guide = content / "guide.yaml"
    guide.write_text(guide.read_text().replace("title:", "title: Other,", 1))
    assert ANY_GUIDE in " ".join(helped(content).split())
