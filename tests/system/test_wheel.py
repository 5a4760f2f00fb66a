"""The wheel, built by way of the sdist from a read-only checkout, installed in a clean environment, run from another folder."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from ketaguide.loading.bundle import read_bundle
from ketaguide.model.guide import Guide

from .runs import ROOT, Done
from .terminal import Terminal

UNWANTED = shutil.ignore_patterns(".*", "__pycache__", "*.bundle")
NOW = {**os.environ, "FAKETIME": "+0", "PYTHONDONTWRITEBYTECODE": "1"}
"""For commands that ask a package index: at a later date, where the tests run at one, its certificate has expired.

As root, Python would compile the build hook in a read-only checkout.
"""


def state(folder: Path) -> dict[Path, int]:
    """Modification time of every file and folder; a temporary file changes that of its folder."""
    return {path: path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in which nothing may be written."""
    folder = Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("checkout") / "source", ignore=UNWANTED))
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    return folder


@pytest.fixture(scope="module")
def dist(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a release: the sdist, and the wheel built from it."""
    out = tmp_path_factory.mktemp("dist")
    before = state(source)
    build = [sys.executable, "-m", "build", "--outdir", str(out), str(source)]
    subprocess.run(build, check=True, capture_output=True, env=NOW)
    assert state(source) == before
    return out


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    (found,) = dist.glob("*.whl")
    return found


def pip(place: Path, *arguments: str | Path) -> Done:
    """Run pip for a new environment, or for one that is there."""
    if not place.exists():
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    command = [sys.executable, "-m", "pip", "--python", str(place), *map(str, arguments), "-q"]
    return subprocess.run(command, capture_output=True, check=False, env=NOW)


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`ketaguide` in an environment that holds the wheel and what it depends on, and nothing else."""
    place = tmp_path_factory.mktemp("installed") / "venv"
    done = pip(place, "install", "--no-compile", "-c", ROOT / "constraints.txt", wheel)
    assert done.returncode == 0, done.stderr
    return place / "bin" / "ketaguide"


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment in which the project can be built without making one for each build."""
    place = tmp_path_factory.mktemp("builder") / "venv"
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"]
    assert pip(place, "install", *wanted).returncode == 0
    return place


def test_the_wheel_has_the_content_and_no_development_files(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "ketaguide/content/contacts.yaml" in names
    assert "ketaguide/content/guide.bundle" in names
    assert "ketaguide/content/en/sections/get-help.yaml" in names
    assert {"ketaguide/starter/guide.yaml", "ketaguide/starter/en/sections/get-help.yaml"} <= set(names)
    assert {"ketaguide/render/templates/site.html", "ketaguide/render/assets/print.css"} <= set(names)
    assert not [name for name in names if name.startswith("tests/") or name.endswith(".pyc")]


def test_the_sdist_holds_what_an_install_with_tested_versions_needs(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"constraints.txt", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "tests/conftest.py"} <= names
    assert "content/guide.bundle" not in names


def test_an_editable_install_from_a_read_only_checkout_leaves_it_as_it_was_and_opens_from_its_bundle(
    source: Path, shipped: Guide, builder: Path
) -> None:
    before = state(source)
    done = pip(builder, "install", "--no-deps", "--no-build-isolation", "-e", source)
    assert done.returncode == 0, done.stderr
    assert state(source) == before
    assert read_bundle(source / "content", builder / "share" / "ketaguide") == shipped


def test_the_installed_guide_opens_from_any_folder(program: Path, tmp_path: Path) -> None:
    said = subprocess.run([program, "read", "get-help"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert "Call 999 or go to A&E now if:" in said
    assert "Samaritans" in said


def test_the_installed_guide_opens_full_screen(program: Path, tmp_path: Path) -> None:
    with Terminal(command=[str(program)], size=(100, 30)) as terminal:
        terminal.sees("Ask in your own words").press("f1").sees("Samaritans: talk at any hour.").press("f10")
        assert terminal.ends() == 0


def test_the_installed_program_begins_a_guide_that_it_finds_no_fault_in(program: Path, tmp_path: Path) -> None:
    subprocess.run([program, "new", "guide", "my-guide"], cwd=tmp_path, check=True, capture_output=True)
    done = subprocess.run([program, "check", "--strict", "my-guide"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert "no problems" in done.stderr
    with Terminal(command=[str(program), "--content", str(tmp_path / "my-guide")], size=(100, 30)) as terminal:
        terminal.sees("Walking in company").press("f1").sees("Samaritans: talk at any hour.").press("f10")
        assert terminal.ends() == 0


def test_the_installed_guide_says_its_version(program: Path, tmp_path: Path) -> None:
    said = subprocess.run([program, "--version"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert said.startswith("ketaguide 0.")


def test_the_help_of_the_installed_guide_introduces_it(program: Path, shipped: Guide) -> None:
    said = subprocess.run([program, "--help"], check=True, capture_output=True, text=True).stdout
    assert shipped.meta.description in " ".join(said.split())


BROKEN = {
    "a file that cannot be read": ("contacts:", "contacts: ["),
    "a rule that is broken": ('phone: "999"', 'phone: "0909 879 1234"'),
}


@pytest.mark.parametrize(("old", "new"), BROKEN.values(), ids=BROKEN)
def test_a_build_with_broken_content_fails_and_says_which_file_and_line(
    tmp_path: Path, builder: Path, old: str, new: str
) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    shutil.copytree(ROOT, source, ignore=UNWANTED)
    path = source / "content" / "contacts.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    done = pip(builder, "wheel", "--no-deps", "--no-build-isolation", "-w", out, source)
    assert done.returncode != 0
    assert re.search(rb"content/contacts.yaml:[1-9]\d*:\d+: error: ", done.stdout + done.stderr)
    assert list(out.glob("*.whl")) == []
