"""The built wheel, installed in a clean environment and run from another folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .terminal import ROOT, Terminal


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(ROOT)], check=True, capture_output=True)
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`ketaguide` in an environment that holds the wheel and what it depends on, and nothing else."""
    place = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", str(place / "venv")], check=True)
    pip = [str(place / "venv" / "bin" / "pip"), "install", "-q", "-c", str(ROOT / "constraints.txt"), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    return place / "venv" / "bin" / "ketaguide"


def test_the_wheel_holds_the_words_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "ketaguide/content/contacts.yaml" in names
    assert "ketaguide/content/guide.bundle" in names
    assert "ketaguide/content/en/sections/get-help.yaml" in names
    assert {"ketaguide/render/templates/site.html", "ketaguide/render/assets/print.css"} <= set(names)
    assert not [name for name in names if name.startswith("tests/") or name.endswith(".pyc")]


def test_the_installed_guide_opens_from_any_folder(program: Path, tmp_path: Path) -> None:
    said = subprocess.run([program, "read", "get-help"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert "Call 999 or go to A&E now if:" in said
    assert "Samaritans" in said


def test_the_installed_guide_opens_full_screen(program: Path, tmp_path: Path) -> None:
    with Terminal(command=[str(program)], size=(100, 30)) as terminal:
        terminal.sees("Read from the start").press("f1").sees("Emergency: Call 999 or go to A&E now if:").press("f10")
        assert terminal.ends() == 0


def test_the_installed_guide_says_its_version(program: Path, tmp_path: Path) -> None:
    said = subprocess.run([program, "--version"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert said.startswith("ketaguide 0.")
