"""The real program under `PYTHONOPTIMIZE=2`, which takes out every docstring: all works, or says in words what to do."""

from pathlib import Path

import pytest

from .runs import run
from .terminal import Terminal

ON, OFF = {"PYTHONOPTIMIZE": "2"}, {"PYTHONOPTIMIZE": ""}


@pytest.mark.parametrize(
    "command",
    [
        "",
        *("crisis", "list", "read all", "read risks --how-we-know", "search risk", "glossary", "quiz", "takeaway"),
        *("check", "check --strict", "check --stats", "check --format json", "--plain", "--help", "read --help"),
        *("site {out}/site", "site --single {out}/one.html", "takeaway --html {out}/home.html"),
        "kiosk files --out {out}/files",
    ],
)
def test_it_says_the_same_as_ever(command: str, tmp_path: Path) -> None:
    words = command.format(out=tmp_path).split()
    before, after = (run(*words, typed=b"1\n0\nleave\n", env=env) for env in (OFF, ON))
    assert (after.returncode, after.stdout, after.stderr) == (before.returncode, before.stdout, before.stderr)


def test_the_doctor_examines_the_machine() -> None:
    assert b"Traceback" not in run("doctor", env=ON).stderr
    assert b"terminal" in run("doctor", env=ON).stdout


@pytest.mark.parametrize("command", ["check --rules", "schema", "schema --write"])
def test_what_is_made_from_docstrings_is_refused_with_the_cure(command: str, tmp_path: Path) -> None:
    done = run(*command.split(), content=tmp_path, env=ON)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"without PYTHONOPTIMIZE" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kiosk", [True, False])
def test_the_full_screen_opens_and_reaches_help(kiosk: bool) -> None:
    with Terminal(*(["--kiosk"] if kiosk else []), env=ON) as terminal:
        if kiosk:
            terminal.sees("touch the screen").press("enter")
        terminal.sees("Ask in your own words").press("f1").sees("go to A&E.").sees("Samaritans: talk at any hour.")
