"""`--site FILE`, as used by somebody who sets up a waiting room."""

from pathlib import Path

import pytest

from ketaguide.paths import content_dir
from tests.system.runs import EXAMPLE, inside


@pytest.mark.parametrize("command", [["list"], ["read", "risks"], ["quiz"], ["takeaway"], []])
def test_a_missing_site_file_is_named_and_help_is_still_shown(command: list[str], tmp_path: Path) -> None:
    done = inside("--site", str(tmp_path / "none.yaml"), *command)
    assert done.returncode == 2
    assert f"{tmp_path / 'none.yaml'}:0:0: error: the file is missing" in done.stderr.decode()
    assert "Call 999" in done.stdout.decode()


def test_a_wrong_field_is_named_with_its_line_and_help_is_still_shown(tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    file.write_text("name: Elm\nphone: x\n")
    done = inside("list", "--site", str(file))
    assert done.returncode == 1
    assert f"{file}:2:1: error: there is no field 'phone' here" in done.stderr.decode()
    assert "Call 999" in done.stdout.decode()


def test_the_sites_nation_holds_unless_another_is_asked_for() -> None:
    assert "NHS 24" in inside("--site", str(EXAMPLE), "read", "all", content=content_dir()).stdout.decode().split("Contents")[0]
    said = inside("--site", str(EXAMPLE), "--nation", "wales", "takeaway", "--questions", "ask-gp-refer", content=content_dir())
    assert "Near you: Elm Tree Surgery" in said.stdout.decode()


def test_check_holds_the_sites_contacts_to_the_same_rules_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    file.write_text(EXAMPLE.read_text().replace("check_by: 2027-05-21", "check_by: 2028-05-21").replace("https:", "ftp:"))
    done = inside("check", "--site", str(file))
    said = done.stdout.decode()
    assert done.returncode == 1
    lines = file.read_text().splitlines()
    due = next(number for number, line in enumerate(lines, 1) if "2028-05-21" in line)
    url = next(number for number, line in enumerate(lines, 1) if "ftp:" in line)
    assert f"{file}:{due}:15: error: 'gp' would go unchecked for more than 6 months" in said
    assert f"{file}:{url}:15: error: 'ftp://elmtree.example/take-away.html' is not the plain address of a page" in said
