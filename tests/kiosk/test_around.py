"""What stands around the app: the service manager, replaced content, a fault, and the first moments of the program."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ketaguide.commands import waiting
from ketaguide.commands.waiting import Renewal, describe, first_guide, last_resort, stamp_of
from ketaguide.devices.supervisor import Supervisor
from ketaguide.paths import content_dir
from ketaguide.settings import Settings


def listening(path: Path) -> socket.socket:
    heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    heard.bind(str(path))
    heard.settimeout(5)
    return heard


def test_the_service_manager_hears_ready_alive_and_stopping(tmp_path: Path) -> None:
    with listening(tmp_path / "notify") as heard:
        supervisor = Supervisor(str(tmp_path / "notify"))
        supervisor.ready()
        supervisor.alive()
        supervisor.stopping()
        assert [heard.recv(100) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]


def test_an_address_without_a_file_works_too() -> None:
    name = f"ketaguide-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(f"\0{name}")
        heard.settimeout(5)
        Supervisor(f"@{name}").alive()
        assert heard.recv(100) == b"WATCHDOG=1"


def test_a_line_for_the_journal_stays_one_line(tmp_path: Path) -> None:
    with listening(tmp_path / "journal") as heard:
        Supervisor("", journal=str(tmp_path / "journal")).note("one\nPRIORITY=0\ntwo")
        assert heard.recv(500) == b"MESSAGE=one PRIORITY=0 two\nPRIORITY=4\nSYSLOG_IDENTIFIER=ketaguide\n"


def test_where_there_is_no_service_manager_nothing_is_said_and_nothing_fails(tmp_path: Path) -> None:
    supervisor = Supervisor("", journal=str(tmp_path / "none"))
    supervisor.ready()
    supervisor.note("words")
    Supervisor(str(tmp_path / "none")).alive()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_dir(), tmp_path / "content"))


def replace_title(folder: Path, title: str) -> None:
    path = folder / "guide.yaml"
    lines = [f"title: {title}" if line.startswith("title:") else line for line in path.read_text().splitlines()]
    path.with_suffix(".new").write_text("\n".join([*lines, ""]))
    path.with_suffix(".new").replace(path)


def test_content_that_was_not_replaced_is_not_read_again(folder: Path) -> None:
    said: list[str] = []
    renew = Renewal(Settings(content=folder), stamp_of(folder), said.append)
    assert renew() is None
    assert renew() is None
    assert said == []


def test_good_content_that_replaced_the_old_is_taken_once(folder: Path) -> None:
    said: list[str] = []
    renew = Renewal(Settings(content=folder), stamp_of(folder), said.append)
    replace_title(folder, "A newer guide")
    guide = renew()
    assert guide is not None
    assert guide.meta.title == "A newer guide"
    assert renew() is None
    assert said == ["replaced content is in use"]


@pytest.mark.parametrize("fault", ["yaml", "rule"])
def test_content_with_a_fault_is_not_taken_and_the_journal_says_why(folder: Path, fault: str) -> None:
    said: list[str] = []
    renew = Renewal(Settings(content=folder), stamp_of(folder), said.append)
    if fault == "yaml":
        (folder / "contacts.yaml").write_text("contacts: [")
    else:
        replace_title(folder, "Call 0800 555 0199 now")  # a number that stands outside contacts.yaml
    assert renew() is None
    assert len(said) == 1
    assert "the old one stays" in said[0]
    assert ("contacts.yaml" if fault == "yaml" else "guide.yaml") in said[0]
    assert renew() is None
    assert len(said) == 1, "said once, and not at every reset"


def test_a_kiosk_whose_own_content_is_broken_shows_the_shipped_one(folder: Path) -> None:
    said: list[str] = []
    (folder / "guide.yaml").write_text("format: [")
    assert "Ketamine" in first_guide(Settings(content=folder), said.append).meta.title
    assert "guide.yaml" in said[0]


def test_after_a_fault_the_screen_says_who_to_call_and_what_a_gp_can_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    held: list[float] = []
    with listening(tmp_path / "journal") as heard:
        supervisor = Supervisor("", journal=str(tmp_path / "journal"))
        with pytest.raises(SystemExit) as end, last_resort(supervisor, None, held.append):
            raise ValueError("what somebody typed")
        note = heard.recv(500).decode()
    said = capsys.readouterr().out
    assert end.value.code == 1
    assert "Your GP can talk with you" in " ".join(said.split())
    assert "Emergency: Call 999 or go to A&E now if:" in said
    assert "116 123" in said
    assert "Traceback" not in said
    assert "restarting after a fault: ValueError at " in note
    assert "somebody typed" not in note + said
    assert held == [waiting.HOLD_SECONDS]
    assert waiting.HOLD_SECONDS < 3


def test_a_fault_is_described_by_kind_and_place_alone() -> None:
    with pytest.raises(ValueError) as caught:
        int("secret")
    assert describe(caught.value).startswith("ValueError at test_around.py:")
    assert "secret" not in describe(caught.value)


def test_the_first_thing_the_program_does_is_to_ignore_the_keys_that_end_it() -> None:
    look = (
        "import sys, signal; sys.argv = ['ketaguide', '--kiosk']; import ketaguide.early; "
        "print([signal.getsignal(n) is signal.SIG_IGN for n in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)], "
        "signal.getsignal(signal.SIGTERM) is signal.SIG_DFL, sys.dont_write_bytecode, "
        "sorted(name for name in sys.modules if name.startswith('ketaguide')))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[True, True, True] True True ['ketaguide', 'ketaguide.early']"


def test_the_guide_at_home_listens_to_ctrl_c_as_ever() -> None:
    look = "import sys, signal; sys.argv = ['ketaguide']; import ketaguide.early; print(signal.getsignal(signal.SIGINT))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert "default_int_handler" in done.stdout


@pytest.mark.parametrize("hours", ["8-18", "25:00-26:00"])
def test_hours_that_are_none_are_wrong_usage(hours: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ketaguide", "--kiosk", "--hours", hours], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "08:00-18:30" in done.stderr or "hour" in done.stderr


def test_without_a_screen_a_kiosk_does_not_start() -> None:
    done = subprocess.run([sys.executable, "-m", "ketaguide", "--kiosk"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
