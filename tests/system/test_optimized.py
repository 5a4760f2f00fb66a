"""The real program under `PYTHONOPTIMIZE=2`, which takes out every docstring: all works, or says in words what to do."""

import os
from pathlib import Path

import pytest

from .many import Said, run_many
from .terminal import HELP, Terminal, opened

ON = {"PYTHONOPTIMIZE": "2"}
SAME = (
    "",
    *("crisis", "list", "read all", "read risks --how-we-know", "search risk", "glossary", "quiz", "takeaway"),
    *("check", "check --strict", "check --stats", "check --format json", "--plain", "--help", "read --help"),
    *("site {out}/site", "site --single {out}/one.html", "takeaway --html {out}/home.html"),
    "kiosk files --out {out}/files",
)
REFUSED = ("check --rules", "schema", "schema --write --content {out}/none")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("optimized")


@pytest.fixture(scope="module")
def before(out: Path) -> dict[str, Said]:
    return run_many([command.format(out=out) for command in SAME], os.environ)


@pytest.fixture(scope="module")
def after(out: Path, before: dict[str, Said]) -> dict[str, Said]:
    return run_many([command.format(out=out) for command in (*SAME, *REFUSED, "doctor")], {**os.environ, **ON})


@pytest.mark.parametrize("command", SAME)
def test_it_says_the_same_as_ever(command: str, before: dict[str, Said], after: dict[str, Said], out: Path) -> None:
    assert after[command.format(out=out)] == before[command.format(out=out)]


def test_the_doctor_examines_the_machine(after: dict[str, Said]) -> None:
    assert "Traceback" not in after["doctor"].messages
    assert "terminal" in after["doctor"].output


@pytest.mark.parametrize("command", REFUSED)
def test_what_is_made_from_docstrings_is_refused_with_the_cure(command: str, after: dict[str, Said], out: Path) -> None:
    said = after[command.format(out=out)]
    assert (said.code, said.output) == (2, "")
    assert "without PYTHONOPTIMIZE" in said.messages
    assert not (out / "none").exists()


@pytest.mark.parametrize("kiosk", [True, False])
def test_the_full_screen_opens_and_reaches_help(kiosk: bool) -> None:
    with Terminal(*(["--kiosk"] if kiosk else []), env=ON) as terminal:
        opened(terminal).press("f1").sees("go to A&E.").sees(HELP)
