"""Passed dates are reported to the editor, with a worksheet."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from ketaguide.checking import RULES, check_guide
from ketaguide.cli import main
from ketaguide.commands.due import RULE, _later
from ketaguide.model.guide import Guide
from tests.unit.kitchen import Kitchen

Output = pytest.CaptureFixture[str]
SITE = """\
name: Elm Tree Surgery
contacts:
  - {id: elm-desk, name: Elm desk, kind: local, for_whom: patients, phone: "020 7946 0018",
     checked: 2019-01-01, check_by: 2019-06-01}
"""


@pytest.fixture
def in_2029(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETAGUIDE_TODAY", "2029-01-01")


@pytest.mark.usefixtures("in_2029")
def test_a_date_that_has_passed_fails_the_check_with_its_line(kitchen: Kitchen, capsys: Output) -> None:
    assert main(["check", str(kitchen.path)]) == 1
    out = capsys.readouterr().out
    place = kitchen.spot("contacts.yaml", "2026-08-28")
    assert f"{kitchen.path}/{place}: error: '999' was to be checked again by 2026-08-28: check it again" in out
    assert f"{kitchen.path}/{kitchen.spot('guide.yaml', '2026-08-28')}: error: the guide was to be checked again" in out


def test_a_date_to_come_is_no_fault(kitchen: Kitchen, capsys: Output) -> None:
    main(["check", str(kitchen.path)])
    assert "checked again" not in capsys.readouterr().out


@pytest.mark.usefixtures("in_2029")
def test_a_start_and_a_reset_ask_rules_that_no_day_changes(kitchen: Kitchen) -> None:
    loaded = kitchen.load()
    assert loaded.guide is not None
    assert not [problem for problem in check_guide(loaded.guide, loaded.places) if problem.rule == RULE]
    assert RULE not in {rule.id for rule in RULES}


def test_a_contact_of_a_surgery_that_was_due_in_2019_fails_the_check(kitchen: Kitchen, tmp_path: Path, capsys: Output) -> None:
    site = tmp_path / "site.yaml"
    site.write_text(SITE)
    assert main(["check", str(kitchen.path), "--site", str(site)]) == 1
    assert f"{site}:4:" in (out := capsys.readouterr().out)
    assert "'elm-desk' was to be checked again by 2019-06-01" in out


def test_the_worksheet_lists_everything_the_soonest_first(kitchen: Kitchen, capsys: Output, guide: Guide) -> None:
    kitchen.replace("contacts.yaml", "check_by: 2026-08-28", "check_by: 2026-07-01")
    assert main(["check", str(kitchen.path), "--due", "--format", "csv"]) == 0
    head, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    assert head[:4] == ["due", "kind", "id", "what"]
    assert rows[0][:3] == ["2026-07-01", "contact", "999"]
    assert rows[0][6] == "contacts.yaml:" + kitchen.spot("contacts.yaml", "2026-07-01").split(":")[1]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert {row[2] for row in rows if row[1] == "contact"} == set(guide.contacts)
    assert all(row[5] for row in rows if row[1] != "guide"), "where to look"


def test_the_worksheet_of_some_months_holds_what_falls_due_in_them(kitchen: Kitchen, capsys: Output) -> None:
    kitchen.replace("contacts.yaml", "check_by: 2026-08-28", "check_by: 2026-04-28")
    assert main(["check", str(kitchen.path), "--due", "2", "--format", "csv"]) == 0
    assert [row[2] for row in csv.reader(io.StringIO(capsys.readouterr().out))][1:] == ["999"]
    assert main(["check", str(kitchen.path), "--due", "1"]) == 0
    assert capsys.readouterr().out == "Nothing falls due.\n"


@pytest.mark.usefixtures("in_2029")
def test_the_table_says_in_words_that_a_date_has_passed_and_fails(kitchen: Kitchen, capsys: Output) -> None:
    assert main(["check", str(kitchen.path), "--due", "0"]) == 1
    out = capsys.readouterr().out
    assert "PASSED" in out
    assert "contacts.yaml:" in out
    assert "samaritans" in out


def test_a_contact_checked_on_a_day_to_come_is_named_and_makes_no_other_look_old(kitchen: Kitchen, capsys: Output) -> None:
    kitchen.replace("contacts.yaml", "checked: 2026-02-28", "checked: 2998-01-01")
    kitchen.replace("contacts.yaml", "check_by: 2026-08-28", "check_by: 2998-06-28")
    main(["check", str(kitchen.path)])
    out = capsys.readouterr().out
    assert "'999' was checked on 2998-01-01, which has not come yet" in out
    assert "was to be checked again" not in out


def test_a_guide_that_would_go_unchecked_for_a_year_fails(kitchen: Kitchen, capsys: Output) -> None:
    kitchen.replace("guide.yaml", "next_update: 2026-08-28", "next_update: 2027-02-28")
    assert main(["check", str(kitchen.path)]) == 1
    assert "the guide would go unchecked for more than 6 months: bring next_update forward" in capsys.readouterr().out


def test_an_invalid_date_is_reported_and_ignored(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setenv("KETAGUIDE_TODAY", "10/05/2027")
    main(["list"])
    assert "KETAGUIDE_TODAY is not a day" in capsys.readouterr().err


def test_months_are_those_of_the_calendar() -> None:
    assert _later(date(2026, 11, 26), 2) == date(2027, 1, 26)
    assert _later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert _later(date(2026, 12, 1), 0) == date(2026, 12, 1)


def test_csv_is_for_the_worksheet_alone(capsys: Output) -> None:
    assert main(["check", "--format", "csv"]) == 2
    assert "--due" in capsys.readouterr().err
