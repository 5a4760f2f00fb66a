"""A newcomer who follows the README installs the versions that were tested."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
BUILD = [Requirement(line) for line in PROJECT["build-system"]["requires"]]


def pinned() -> dict[str, str]:
    """The constraints file: package to version."""
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pins}


def needed(wanted: Requirement, seen: set[str]) -> Iterator[str]:
    """A requirement and its transitive dependencies, as far as they are installed here."""
    for extra in wanted.extras or {""}:
        if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
            continue
        key = f"{canonicalize_name(wanted.name)}[{extra}]"
        if key in seen:
            continue
        seen.add(key)
        yield canonicalize_name(wanted.name)
        try:
            below = [Requirement(line) for line in requires(wanted.name) or ()]
        except PackageNotFoundError:
            continue
        for one in below:
            if one.marker is None or one.marker.evaluate({"extra": extra}):
                one.marker = None
                yield from needed(one, seen)


def test_every_package_that_an_install_brings_has_its_version_in_the_constraints_file() -> None:
    found = set(needed(Requirement("ketaguide[test,dev]"), set())) - {"ketaguide"}
    assert "pyyaml" in found
    assert "pluggy" in found
    assert found - set(pinned()) == set()


def test_what_is_pinned_is_what_the_project_allows() -> None:
    optional = PROJECT["project"]["optional-dependencies"]
    for line in [*PROJECT["project"]["dependencies"], *(line for extra in optional.values() for line in extra)]:
        wanted = Requirement(line)
        if wanted.name != "ketaguide":
            assert wanted.specifier.contains(pinned()[canonicalize_name(wanted.name)]), line


@pytest.mark.parametrize("wanted", BUILD, ids=lambda one: one.name)
def test_the_build_uses_the_same_versions_as_the_tests(wanted: Requirement) -> None:
    assert str(wanted.specifier) == f"=={pinned()[canonicalize_name(wanted.name)]}"


def test_each_set_up_line_of_the_readme_names_the_constraints_file() -> None:
    lines = [line for line in (ROOT / "README.md").read_text().splitlines() if re.search(r"\bpip install\b", line)]
    assert len(lines) == 2
    for line in lines:
        assert " -c constraints.txt " in line


def test_each_python_that_the_project_says_it_works_on_is_tried_by_ci() -> None:
    named = {line.rpartition(" ")[2] for line in PROJECT["project"]["classifiers"] if "Python :: 3." in line}
    (tried,) = re.findall(r"^for version in ([\d. ]+); do$", (ROOT / ".ci" / "run").read_text(), re.M)
    assert named
    assert named <= set(tried.split())
