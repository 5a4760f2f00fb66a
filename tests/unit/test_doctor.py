"""The doctor on simulated machines (folders): passes, failures, and checks for a person."""

import json
import re
import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ketaguide.commands.doctor import content, dates, table, updates
from ketaguide.commands.kiosk import filled
from ketaguide.devices import speech
from ketaguide.devices.doctor import ENABLED, MANUAL_CHECKS, MASKED, PROGRAMS, UNIT, DoctorRow, Machine, kiosk, machine_rows
from ketaguide.model.guide import Guide
from ketaguide.settings import Settings
from tests.speaking import hanging, outliving, stand_in

LAY_OUT = Path(__file__).parents[2] / ".ci" / "debian" / "lay_out.py"


def states(rows: list[DoctorRow]) -> dict[str, str]:
    return {row.name: row.state for row in rows}


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A machine on which every line of install.txt was followed, with cage and foot."""
    out = tmp_path / "100% of $our files"
    texts = filled(out)
    places = {
        UNIT: texts["ketaguide-kiosk-cage.service"],
        "etc/systemd/logind.conf.d/ketaguide-kiosk.conf": texts["logind.conf"],
        "etc/systemd/system.conf.d/ketaguide-kiosk.conf": texts["system.conf"],
        "proc/sys/kernel/sysrq": "0\n",
        str(out / "foot.ini").lstrip("/"): texts["foot.ini"],
    }
    root = tmp_path / "root"
    for place, text in places.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(text)
    for name in MASKED:
        (root / "etc/systemd/system" / name).symlink_to("/dev/null")
    (root / ENABLED).parent.mkdir(parents=True)
    (root / ENABLED).symlink_to(f"/{UNIT}")
    for program in PROGRAMS:
        (root / program).parent.mkdir(parents=True, exist_ok=True)
        (root / program).touch(0o755)
    return root


def test_a_machine_set_up_by_install_txt_has_no_failing_row(installed: Path) -> None:
    rows = list(kiosk(Machine(installed)))
    assert [row for row in rows if row.state == "fail"] == []
    assert states(rows)["foot.ini"] == "pass"
    assert {name for name, state in states(rows).items() if state == "look"} == set(MANUAL_CHECKS)


@pytest.mark.parametrize(
    ("place", "old", "new", "row"),
    [
        (UNIT, "Restart=always", "Restart=on-failure", "unit"),
        (UNIT, "PrivateNetwork=yes", "PrivateNetwork=no", "unit"),
        ("proc/sys/kernel/sysrq", "0", "438", "kernel.sysrq"),
        ("etc/systemd/logind.conf.d/ketaguide-kiosk.conf", "NAutoVTs=0", "NAutoVTs=6", "NAutoVTs"),
        ("etc/systemd/system.conf.d/ketaguide-kiosk.conf", "=none", "=reboot-force", "CtrlAltDelBurstAction"),
        ("foot.ini", "spawn-terminal=none", "spawn-terminal=Control+Shift+n", "foot.ini"),
        ("foot.ini", "lines=0", "lines=1000", "foot.ini"),
        ("foot.ini", "[mouse-bindings]", "[elsewhere]", "foot.ini"),
    ],
)
def test_one_thing_changed_fails_its_row_alone(installed: Path, place: str, old: str, new: str, row: str) -> None:
    path = next(installed.rglob("foot.ini")) if place == "foot.ini" else installed / place
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    assert [one.name for one in kiosk(Machine(installed)) if one.state == "fail"] == [row]


def test_a_binding_that_a_newer_foot_brings_fails_and_is_named(installed: Path) -> None:
    theirs = installed / "etc/xdg/foot/foot.ini"
    theirs.parent.mkdir(parents=True)
    older = "[key-bindings]\n# noop=none\n# search-start=Control+r\n# pipe-visible=[sh -c x] none\n# vim: ft=dosini\n"
    theirs.write_text(older)
    assert states(list(kiosk(Machine(installed))))["foot.ini"] == "pass"
    theirs.write_text(f"{older}[mouse-bindings]\n# select-quote=BTN_LEFT-3\n# select-row=BTN_LEFT-4\n")
    (row,) = (row for row in kiosk(Machine(installed)) if row.state == "fail")
    assert (row.name, row.said) == ("foot.ini", "set to none: mouse-bindings.select-quote")


def test_a_unit_that_is_not_masked_fails(installed: Path) -> None:
    (installed / "etc/systemd/system/getty@tty3.service").unlink()
    assert [row.name for row in kiosk(Machine(installed)) if row.state == "fail"] == ["mask getty@tty3.service"]


@pytest.mark.parametrize(
    ("place", "row"), [(ENABLED, "starts at boot"), ("usr/bin/cage", "programs"), ("usr/bin/Xwayland", "programs")]
)
def test_one_thing_missing_fails_its_row_alone(installed: Path, place: str, row: str) -> None:
    (installed / place).unlink()
    assert [one.name for one in kiosk(Machine(installed)) if one.state == "fail"] == [row]


@pytest.mark.parametrize(
    ("place", "row"),
    [(f"{UNIT}.d/override.conf", "unit"), ("etc/systemd/system/display-manager.service", "desktop")],
)
def test_one_thing_too_many_fails_its_row_alone(installed: Path, place: str, row: str) -> None:
    (installed / place).parent.mkdir(exist_ok=True)
    (installed / place).write_text("[Service]\nRestart=no\n")
    assert [one.name for one in kiosk(Machine(installed)) if one.state == "fail"] == [row]


def test_the_unit_of_a_plain_terminal_needs_no_cage(installed: Path, tmp_path: Path) -> None:
    (installed / UNIT).write_text(filled(tmp_path)["ketaguide-kiosk-tty.service"])
    for program in PROGRAMS:
        (installed / program).unlink()
    rows = list(kiosk(Machine(installed)))
    assert [one.name for one in rows if one.state == "fail"] == ["programs"], "loadkeys is needed"
    assert "loadkeys" in next(one.said for one in rows if one.name == "programs")
    (installed / "usr/bin/loadkeys").touch(0o755)
    assert "fail" not in states(list(kiosk(Machine(installed)))).values()


def test_a_bare_machine_fails_every_row_a_program_can_see(tmp_path: Path) -> None:
    found = states(list(kiosk(Machine(tmp_path))))
    assert {name for name, state in found.items() if state == "look"} == set(MANUAL_CHECKS)
    assert [name for name, state in found.items() if state == "pass"] == ["desktop"]


def test_a_printer_of_the_site_is_looked_at_and_none_is_not(tmp_path: Path) -> None:
    assert "printer" in states(list(machine_rows(Machine(tmp_path, {}), "frontdesk")))
    assert "printer" not in states(list(machine_rows(Machine(tmp_path, {}))))


def test_content_past_its_date_fails(shipped: Guide) -> None:
    assert states(list(dates(shipped, date(2126, 1, 1))))["content age"] == "fail"
    assert states(list(dates(shipped, date(2020, 1, 1))))["content age"] == "pass"


def test_a_contact_past_its_date_fails_and_is_named(shipped: Guide) -> None:
    row = next(row for row in dates(shipped, date(2126, 1, 1)) if row.name == "contacts")
    assert row.state == "fail"
    assert "999" in row.said
    assert "ketaguide check --due" in row.said


def test_a_clock_behind_the_content_fails_and_makes_nothing_fresh_or_old(shipped: Guide) -> None:
    found = states(list(dates(shipped, date(1970, 1, 1))))
    assert found["clock"] == "fail"
    assert (found["content age"], found["contacts"]) == ("pass", "pass")
    assert states(list(dates(shipped, date(2126, 1, 1))))["clock"] == "pass"


def test_content_that_cannot_be_read_fails(tmp_path: Path) -> None:
    assert states(list(content(Settings(content=tmp_path), date(2026, 1, 1)))) == {"content": "fail"}


def test_the_table_says_each_state_in_words() -> None:
    said = table([DoctorRow("a", "pass", "x"), DoctorRow("b", "fail", "y"), DoctorRow("c", "look", "z")])
    assert [line.split()[1] for line in said.splitlines()] == ["pass", "FAIL", "a"]
    assert "a person must look" in said


def test_the_command_prints_rows_as_json_and_fails_where_one_fails() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ketaguide", "doctor", "--kiosk", "--format", "json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    rows = json.loads(done.stdout)
    assert all(set(row) == {"name", "state", "said"} for row in rows)
    assert done.returncode == int(any(row["state"] == "fail" for row in rows))
    assert {"content", "clock", "content age", "contacts", "clinical review", "unit"} <= {row["name"] for row in rows}


@pytest.mark.parametrize(("hang", "work", "state", "said"), [
    ((), (), "fail", "install espeak-ng"),
    ((), ("espeak-ng",), "pass", "espeak-ng speaks"),
    (("espeak-ng",), (), "fail", "cannot speak"),
    (("spd-say",), ("espeak-ng",), "fail", "spd-say does not"),
])  # fmt: skip
def test_a_voice_is_tried_and_not_only_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hang: tuple[str, ...], work: tuple[str, ...], state: str, said: str
) -> None:
    monkeypatch.setattr(speech, "_FIRST", 1)
    monkeypatch.setattr(speech, "_LETTER", 0)
    monkeypatch.setattr(speech.voices, "__defaults__", ([tmp_path],))
    for name in hang:
        hanging(tmp_path, name, "deaf")
    for name in work:
        stand_in(tmp_path, name)
    row = next(row for row in machine_rows(Machine(tmp_path, {})) if row.name == "speech")
    assert row.state == state
    assert said in row.said
    assert outliving(tmp_path) == []


RECORD = {
    "version": 8, "date": "2026-12-01", "installed": "2026-12-02T03:10:00Z", "verified": "2026-12-09T02:40:00Z",
    "due": "2027-01-10T19:00:00Z", "tried": "2026-12-09T02:40:00Z", "source": "https://content.example.nhs.uk",
    "editors": ["The editor"], "clinicians": ["The clinician"],
}  # fmt: skip


def updated(place: Path, today: str, **changed: str) -> dict[str, DoctorRow]:
    (place / "state.json").write_text(json.dumps(RECORD | changed))
    return {row.name: row for row in updates(place / "current.pack", date.fromisoformat(today))}


def test_installed_content_has_rows_with_its_version_signatures_age_and_next_update(tmp_path: Path) -> None:
    rows = updated(tmp_path, "2026-12-10")
    assert {row.state for row in rows.values()} == {"pass"}
    signed = "8 of 2026-12-01, signed by The editor as editor and The clinician as clinician; installed 2026-12-02"
    assert rows["installed version"].said == signed
    assert "2026-12-09, from https://content.example.nhs.uk; the next is due by 2027-01-10" in rows["updates"].said


def test_updates_that_no_longer_come_fail_a_row_and_the_last_try_says_why(tmp_path: Path) -> None:
    rows = updated(tmp_path, "2027-02-01", tried="2027-01-31T03:00:00Z", failure="the server is too slow")
    assert (rows["updates"].state, rows["last update"].state) == ("fail", "fail")
    assert rows["last update"].said == "2027-01-31T03:00:00Z: the server is too slow"


def test_a_place_that_nothing_was_installed_in_yet_says_so(tmp_path: Path) -> None:
    rows = {row.name: row.said for row in updates(tmp_path / "current.pack", date(2026, 12, 1))}
    assert rows == {"installed version": f"nothing is installed in {tmp_path}: ketaguide update"}


def test_content_that_no_update_installed_has_no_such_rows(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text(json.dumps(RECORD))
    assert list(updates(tmp_path / "content", date(2026, 12, 1))) == []


def test_a_machine_with_the_debian_package_whose_unit_runs_has_no_failing_row(installed: Path, tmp_path: Path) -> None:
    root, units = tmp_path / "packaged", Path("usr/lib/systemd/system")
    runpy.run_path(str(LAY_OUT))["main"](root)
    lock = (root / units / "ketaguide-kiosk-lock.service").read_text()
    (start,) = re.findall("^ExecStart=.*", lock, re.M)
    for name in re.findall(r"\S+\.(?:service|target)", start):  # what systemctl mask --runtime does
        (root / "run/systemd/system" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "run/systemd/system" / name).symlink_to("/dev/null")
    (root / ENABLED).parent.mkdir(parents=True)
    (root / ENABLED).symlink_to(f"/{units}/ketaguide-kiosk.service")
    for part in ("proc", *PROGRAMS):
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        (root / part).symlink_to(installed / part)
    assert [row for row in kiosk(Machine(root)) if row.state == "fail"] == []
    assert start.replace("ExecStart", "ExecStop").replace("mask", "unmask").replace("--now ", "") in lock, "and gives them back"
    assert "updates by timer" not in states(list(kiosk(Machine(root))))
    options = root / "etc/default/ketaguide-kiosk"
    options.write_text("KIOSK_OPTIONS=--content /var/lib/ketaguide-content/current.pack\n")
    assert states(list(kiosk(Machine(root))))["updates by timer"] == "look"
