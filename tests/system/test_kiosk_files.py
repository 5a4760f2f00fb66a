"""Files that a site installs: units and foot's settings; nothing else is touched."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ketaguide.commands.kiosk import FILES, UPDATE_FILES
from ketaguide.commands.kiosk_run import HOLD_SECONDS
from tests.fleet.publisher import Publisher, small_pack

from .fault_injection import needs_strace
from .runs import AS_THE_UNIT, PROGRAM, Done, inside, may_use
from .terminal import Terminal, opened

UNITS = ("ketaguide-kiosk-tty.service", "ketaguide-kiosk-cage.service")
needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
needs_foot = pytest.mark.skipif(shutil.which("foot") is None, reason="foot is not installed")
needs_namespaces = pytest.mark.skipif(
    not may_use("unshare", "--mount", "true"), reason="name spaces of its own are not allowed here"
)
needs_programs = pytest.mark.skipif(
    any(shutil.which(name) is None for name in ("cage", "foot")), reason="cage and foot are not installed"
)


def write(out: Path | str, *more: str) -> Done:
    """Run `ketaguide kiosk files`."""
    return inside("kiosk", "files", "--out", out, *more, content=None)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("kiosk") / "files"
    said = write(out)
    assert said.stdout.decode().split() == [str(out / name) for name in FILES]
    assert b"Nothing on this machine was changed" in said.stderr
    return out


def analyse(*arguments: str, env: Mapping[str, str] = os.environ) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False, env=env)


def test_every_blank_is_filled_with_an_absolute_path(files: Path) -> None:
    for name in FILES:
        text = (files / name).read_text()
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        assert not any("$" in line for line in lines), name
    for unit in UNITS:
        (start,) = (line for line in (files / unit).read_text().splitlines() if line.startswith("ExecStart="))
        assert start.startswith("ExecStart=/")
        assert f" {sys.executable} -I -B -m ketaguide --kiosk" in start


def assert_sound(unit: Path, exposed: int) -> None:
    """systemd finds no fault in a unit, and it exposes no more than so many of a hundred."""
    done = analyse("verify", str(unit))
    assert (done.returncode, done.stderr) == (0, "")
    done = analyse("security", "--offline=true", f"--threshold={exposed}", "--no-pager", str(unit))
    assert done.returncode == 0, done.stdout[-300:]


@needs_systemd
@pytest.mark.parametrize("unit", [UNITS[0], pytest.param(UNITS[1], marks=needs_programs)])
def test_a_unit_exposes_no_more_than_one_and_a_half_of_ten(files: Path, unit: str) -> None:
    assert_sound(files / unit, 15)


@pytest.fixture(scope="module")
def updating(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a waiting room whose content comes by updates."""
    out = tmp_path_factory.mktemp("updating") / "files"
    assert write(out, "--updates", "https://content.example.nhs.uk/guide").returncode == 0
    return out


@needs_systemd
def test_the_unit_that_updates_is_sound_and_exposes_no_more_than_two_of_ten(updating: Path) -> None:
    assert_sound(updating / UPDATE_FILES[0], 20)
    done = analyse("verify", *(str(updating / unit) for unit in UPDATE_FILES[1:]))
    assert (done.returncode, done.stderr) == (0, "")


@needs_namespaces
def test_the_unit_that_updates_installs_content_where_its_own_programs_alone_can_run(updating: Path, tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "published")
    publisher.publish(small_pack(1))
    text = (updating / UPDATE_FILES[0]).read_text()
    for said, here in {
        "https://content.example.nhs.uk/guide": publisher.folder,
        "/var/lib/ketaguide-content": tmp_path / "place",
        "/etc/ketaguide/root.json": publisher.folder / "metadata" / "1.root.json",
    }.items():
        text = text.replace(said, str(here))
    unit = tmp_path / UPDATE_FILES[0]
    unit.write_text(text)
    done = subprocess.run([*AS_THE_UNIT, str(unit), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("Version 1 of"), done.stderr
    assert (tmp_path / "place" / "current.pack").read_bytes() == small_pack(1)


def test_waiting_rooms_read_what_updates_install_and_cannot_write_it(updating: Path) -> None:
    for unit in UNITS:
        text = (updating / unit).read_text()
        assert "--kiosk --content /var/lib/ketaguide-content/current.pack" in text
        assert "PrivateNetwork=yes" in text.splitlines()
        assert "StateDirectory" not in text
    service = (updating / UPDATE_FILES[0]).read_text()
    assert "User=ketaguide-update" in service
    assert "update --from https://content.example.nhs.uk/guide --into /var/lib/ketaguide-content" in service
    assert "ketaguide-update.timer" in (updating / "install.txt").read_text()


def test_both_units_restart_for_ever_and_are_watched(files: Path) -> None:
    for unit in UNITS:
        lines = (files / unit).read_text().splitlines()
        for line in ("Type=notify", "WatchdogSec=20", "Restart=always", "StartLimitIntervalSec=0", "TTYVTDisallocate=yes"):
            assert line in lines


def test_the_kernel_writes_no_everyday_messages_over_the_guide(files: Path) -> None:
    assert "kernel.printk=1 4 1 1" in (files / "90-ketaguide-kiosk.conf").read_text().splitlines()


@needs_foot
def test_foot_understands_its_settings(files: Path) -> None:
    command = ["foot", "--check-config", f"--config={files / 'foot.ini'}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_foot_has_no_binding_left(files: Path) -> None:
    section, bound, sections = "", [], set()
    for line in (files / "foot.ini").read_text().splitlines():
        if line.startswith("["):
            section = line
            sections.add(section)
        elif "bindings" in section and "=" in line and not line.endswith("=none"):
            bound.append((section, line))
    assert bound == []
    assert {"[key-bindings]", "[search-bindings]", "[url-bindings]", "[mouse-bindings]"} <= sections


def test_what_a_kiosk_is_to_be_started_with_is_passed_on(tmp_path: Path) -> None:
    asked = "--site site.yaml --content new --nation wales --printer desk --hours 08:00-18:30 --easy"
    assert write(tmp_path, *asked.split()).returncode == 0
    here = Path.cwd()
    wanted = f"--kiosk --content {here}/new --site {here}/site.yaml --nation wales --printer desk --hours 08:00-18:30 --short"
    for unit in UNITS:
        assert wanted in (tmp_path / unit).read_text()


ODD = ["a b", "it's", 'the "good" one', "100%n", "$HOME", "back\\slash", ";", "ü#x", "-x 'y z'", "~", "*", "end\\"]


def _read_back(unit: Path) -> list[str]:
    """The words of a unit's command as systemd itself has read them."""
    done = analyse("verify", str(unit))
    assert (done.returncode, done.stderr) == (0, "")
    at_length = analyse("verify", str(unit), env={**os.environ, "SYSTEMD_LOG_LEVEL": "debug"})
    (line,) = re.findall(r"^\s*Command Line: (.*-m ketaguide.*)$", at_length.stdout + at_length.stderr, re.MULTILINE)
    return [word.replace("$$", "$") for word in shlex.split(line.replace("\\$", "$"))]


@needs_systemd
@needs_programs
@pytest.mark.parametrize("odd", ODD)
def test_a_folder_of_any_name_gives_units_that_systemd_reads_as_they_were_meant(odd: str, tmp_path: Path) -> None:
    out = tmp_path / odd
    assert write(out, "--site", str(out / "site.yaml")).returncode == 0
    plain, cage = (_read_back(out / unit) for unit in UNITS)
    assert plain[plain.index("--site") + 1] == cage[cage.index("--site") + 1] == str(out / "site.yaml")
    assert f"--config={out}/foot.ini" in cage
    assert plain[2] == sys.executable
    (line,) = [line for line in (out / "install.txt").read_text().splitlines() if "logind.conf.d" in line]
    assert shlex.split(line)[4] == str(out / "logind.conf")


@pytest.mark.parametrize("option", ["--printer", "--out", "--content", "--site"])
@pytest.mark.parametrize("line", ["P\nExecStartPost=/bin/touch /tmp/x", "P\rx", "P\x1b[2J", "P\u2028x", "P\udcff"])
def test_what_would_be_a_line_of_a_unit_is_refused_and_nothing_is_written(option: str, line: str, tmp_path: Path) -> None:
    said = write(tmp_path / "out", option, line if option == "--printer" else str(tmp_path / line))
    assert (said.returncode, said.stdout) == (2, b"")
    assert b"cannot stand in a systemd unit" in said.stderr or b"cannot be the name of a printer" in said.stderr
    assert len(said.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_printer_whose_name_would_be_an_option_is_refused(tmp_path: Path) -> None:
    said = write(tmp_path / "out", "--printer=-o raw")
    assert (said.returncode, b"lpstat -e" in said.stderr) == (2, True)


def test_a_second_time_leaves_a_sites_own_file_alone(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("name: Ours\n")
    assert write(tmp_path, "--site", str(tmp_path / "site.yaml")).returncode == 0
    assert (tmp_path / "site.yaml").read_text() == "name: Ours\n"


def test_the_machines_own_settings_of_the_same_name_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "logind.conf").write_text("theirs")
    said = write(tmp_path)
    assert (said.returncode, f"{tmp_path}/logind.conf was not written by".encode() in said.stderr) == (2, True)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"logind.conf": "theirs"}


def test_invalid_opening_hours_are_refused_before_a_unit_is_written(tmp_path: Path) -> None:
    said = write(tmp_path / "out", "--hours", "8-18")
    assert (said.returncode, b"08:00-18:30" in said.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_said_plainly() -> None:
    said = write("/dev/null/files")
    assert (said.returncode, b"cannot be written" in said.stderr) == (1, True)


@needs_namespaces
def test_what_a_unit_starts_comes_up_where_its_own_programs_alone_can_run(files: Path, tmp_path: Path) -> None:
    with Terminal(command=[*AS_THE_UNIT, str(files / UNITS[0]), str(tmp_path)]) as terminal:
        opened(terminal)


@needs_namespaces
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("program", ["/bin/sh", "/usr/bin/id", "/usr/bin/perl"])
def test_no_shell_can_be_started_from_a_unit(files: Path, tmp_path: Path, unit: str, program: str) -> None:
    lines = (files / unit).read_text().splitlines()
    broken = [f"ExecStart={program} --version" if line.startswith("ExecStart=") else line for line in lines]
    (tmp_path / unit).write_text("\n".join(broken))
    done = subprocess.run([*AS_THE_UNIT, str(tmp_path / unit), str(tmp_path)], capture_output=True, text=True, check=False)
    assert "PermissionError" in done.stderr
    assert not done.stdout


def test_a_fault_and_the_wait_before_the_next_start_leave_more_than_a_second_to_start_within_three(files: Path) -> None:
    for unit in UNITS:
        (wait,) = [line for line in (files / unit).read_text().splitlines() if line.startswith("RestartSec=")]
        assert HOLD_SECONDS + int(wait.removeprefix("RestartSec=").removesuffix("ms")) / 1000 <= 1.75


@needs_strace
def test_writing_the_files_changes_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "files"
    calls = "trace=openat,creat,unlink,rename,mkdir,symlink,chmod,connect,execve"
    watched = ["strace", "-f", "-e", calls, "-o", str(tmp_path / "log"), sys.executable, "-B", *PROGRAM[1:]]
    subprocess.run([*watched, "kiosk", "files", "--out", str(out)], capture_output=True, check=True)
    lines = [line for line in (tmp_path / "log").read_text().splitlines() if "= -1" not in line]
    changes = [
        line for line in lines if re.search(r"O_WRONLY|O_RDWR|O_CREAT|creat\(|unlink|rename|mkdir|symlink|chmod|connect", line)
    ]
    assert [line for line in changes if str(out) not in line and '"/dev/null"' not in line] == []
    assert len([line for line in lines if "execve(" in line]) == 1
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
