"""The kiosk's surroundings: service manager, replaced content, faults, and start-up."""

import os
import re
import shutil
import socket
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from ketaguide.commands import kiosk_run
from ketaguide.commands.kiosk_content import ContentReloader, first_guide, stamp_of
from ketaguide.commands.kiosk_run import last_resort
from ketaguide.devices.supervisor import Supervisor
from ketaguide.errors import describe
from ketaguide.loading.file_reader import FileReader
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.settings import Settings
from tests.conftest import KITCHEN_SINK
from tests.kiosk.small import small_guide


def listening(path: Path) -> socket.socket:
    narrated = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    narrated.bind(str(path))
    narrated.settimeout(5)
    return narrated


def test_the_service_manager_is_notified_of_ready_alive_and_stopping(tmp_path: Path) -> None:
    with listening(tmp_path / "notify") as narrated:
        supervisor = Supervisor(str(tmp_path / "notify"))
        supervisor.ready()
        supervisor.alive()
        supervisor.stopping()
        assert [narrated.recv(100) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]


def test_an_address_without_a_file_works_too() -> None:
    name = f"ketaguide-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as narrated:
        narrated.bind(f"\0{name}")
        narrated.settimeout(5)
        Supervisor(f"@{name}").alive()
        assert narrated.recv(100) == b"WATCHDOG=1"


def test_a_line_for_the_journal_stays_one_line(tmp_path: Path) -> None:
    with listening(tmp_path / "journal") as narrated:
        Supervisor("", journal=str(tmp_path / "journal")).note("one\nPRIORITY=0\ntwo")
        assert narrated.recv(500) == b"MESSAGE=one PRIORITY=0 two\nPRIORITY=4\nSYSLOG_IDENTIFIER=ketaguide\n"


def test_where_there_is_no_service_manager_nothing_is_said_and_nothing_fails(tmp_path: Path) -> None:
    supervisor = Supervisor("", journal=str(tmp_path / "none"))
    supervisor.ready()
    supervisor.note("words")
    Supervisor(str(tmp_path / "none")).alive()


@pytest.fixture
def folder(tmp_path: Path, shipped: Guide) -> Path:
    """A small guide with the words of the program and the dates of the shipped one, which takes much longer to check."""
    folder = Path(shutil.copytree(small_guide(), tmp_path / "content"))
    shutil.copy(content_dir() / "en" / "interface.yaml", folder / "en" / "interface.yaml")
    shutil.copytree(content_dir() / "profile", folder / "profile")
    path = folder / "guide.yaml"
    text = path.read_text()
    for field in ("written", "facts_checked", "next_update"):
        text = re.sub(rf"^{field}: .*$", f"{field}: {getattr(shipped.meta, field)}", text, flags=re.MULTILINE)
    path.write_text(text)
    return folder


@pytest.fixture
def shipped_folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_dir(), tmp_path / "content"))


def replace_title(folder: Path, title: str) -> None:
    path = folder / "guide.yaml"
    lines = [f"title: {title}" if line.startswith("title:") else line for line in path.read_text().splitlines()]
    path.with_suffix(".new").write_text("\n".join([*lines, ""]))
    path.with_suffix(".new").replace(path)


def reloader(folder: Path, said: list[str]) -> ContentReloader:
    settings, stamp = Settings(content=folder), stamp_of(folder)
    return ContentReloader(settings, stamp, first_guide(settings, said.append), said.append)


def rewrite(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text()
    assert old in text, f"{file} does not say {old!r}"
    path.write_text(text.replace(old, new, 1))


REFUSED = {
    "another emergency number": ("contacts.yaml", 'phone: "999"', 'phone: "0909 879 1234"'),
    "a number in the name of a service": ("contacts.yaml", "name: Samaritans", "name: Samaritans 0909.879.1234"),
    "another word before the number": ("en/interface.yaml", "life_at_risk: In danger", "life_at_risk: Pizza"),
    "another word for a nation": ("profile/uk.yaml", "short: NI", "short: Pizza"),
    "a number beside contacts.yaml": ("guide.yaml", "short_title: Test guide", "short_title: 0800 555 0199"),
    "a file that cannot be read": ("contacts.yaml", "contacts:", "contacts: ["),
}


@pytest.mark.parametrize(("file", "old", "new"), REFUSED.values(), ids=REFUSED)
def test_what_a_reset_refuses_a_restart_refuses(folder: Path, file: str, old: str, new: str) -> None:
    said: list[str] = []
    reload = reloader(folder, said)
    rewrite(folder, file, old, new)
    assert reload() is None
    guide = first_guide(Settings(content=folder), said.append)
    assert guide.contacts["999"].phone == "999"
    assert guide.editions["en"].interface.crisis.life_at_risk == "In danger"
    assert guide.meta.short_title.startswith("Ketamine")
    reset, start = said
    assert reset.startswith("replaced content is not used, the old one stays (")
    assert start.startswith(f"the content in {folder} is not used, the shipped content is shown (")
    assert reset.partition("(")[2] == start.partition("(")[2]
    assert file in reset


def test_content_that_breaks_the_reader_itself_is_refused_and_not_started_again_for_ever(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = FileReader.value

    def broken(self: FileReader, file: str) -> object:
        if self.folder.path == folder:
            raise RecursionError("a bug")
        return whole(self, file)

    said: list[str] = []
    monkeypatch.setattr(FileReader, "value", broken)
    assert "Ketamine" in first_guide(Settings(content=folder), said.append).meta.title
    assert "RecursionError at " in said[0]


def test_content_of_the_same_size_and_time_is_noticed(folder: Path) -> None:
    said: list[str] = []
    reload = reloader(folder, said)
    path = folder / "guide.yaml"
    state = path.stat()
    rewrite(folder, "guide.yaml", "Test guide: every kind of block", "Test guide: every kind of Block")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (state.st_size, state.st_mtime_ns)
    guide = reload()
    assert guide is not None
    assert guide.meta.title.endswith("Block")


def test_an_older_version_put_back_is_said_in_the_journal_at_a_reset_and_at_a_start(
    shipped_folder: Path, shipped: Guide
) -> None:
    said: list[str] = []
    folder = shipped_folder
    reload = reloader(folder, said)
    meta = shipped.meta
    before = (date.fromisoformat(str(meta.written)) - timedelta(1)).isoformat()
    for field in ("written", "facts_checked"):
        rewrite(folder, "guide.yaml", f"{field}: {getattr(meta, field)}", f"{field}: {before}")
    soon = (date.fromisoformat(before) + timedelta(30)).isoformat()
    rewrite(folder, "guide.yaml", f"next_update: {meta.next_update}", f"next_update: {soon}")
    assert reload() is not None
    first_guide(Settings(content=folder), said.append)
    older = f"facts checked {before}, and not {meta.facts_checked}"
    assert said == [
        f"replaced content is in use; it is older than the content before: {older}",
        f"the content in {folder} is older than the shipped content: {older}",
    ]


def test_another_guide_is_not_said_to_be_older_than_the_shipped_one(tmp_path: Path) -> None:
    said: list[str] = []
    folder = Path(shutil.copytree(KITCHEN_SINK.parent / "ect", tmp_path / "ect"))
    rewrite(folder, "guide.yaml", "written: 2026-11-26", "written: 2026-11-01")
    assert first_guide(Settings(content=folder), said.append).meta.id == "ect"
    assert said == []


def test_content_that_was_not_replaced_is_not_read_again(folder: Path) -> None:
    said: list[str] = []
    reload = reloader(folder, said)
    assert reload() is None
    assert reload() is None
    assert said == []


def test_good_content_that_replaced_the_old_is_taken_once(folder: Path) -> None:
    said: list[str] = []
    reload = reloader(folder, said)
    replace_title(folder, "A newer guide")
    guide = reload()
    assert guide is not None
    assert guide.meta.title == "A newer guide"
    assert reload() is None
    assert said == ["replaced content is in use"]


@pytest.mark.parametrize("fault", ["yaml", "rule"])
def test_content_with_a_fault_is_not_taken_and_the_journal_says_why(folder: Path, fault: str) -> None:
    said: list[str] = []
    reload = reloader(folder, said)
    if fault == "yaml":
        (folder / "contacts.yaml").write_text("contacts: [")
    else:
        replace_title(folder, "Call 0800 555 0199 now")  # a number that stands outside contacts.yaml
    assert reload() is None
    assert len(said) == 1
    assert "the old one stays" in said[0]
    assert ("contacts.yaml" if fault == "yaml" else "guide.yaml") in said[0]
    assert reload() is None
    assert len(said) == 1, "said once, and not at every reset"


def test_a_kiosk_whose_own_content_is_broken_shows_the_shipped_one(folder: Path) -> None:
    said: list[str] = []
    (folder / "guide.yaml").write_text("format: [")
    assert "Ketamine" in first_guide(Settings(content=folder), said.append).meta.title
    assert "guide.yaml" in said[0]


def test_after_a_fault_the_screen_says_who_to_call_and_what_a_gp_can_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[float] = []
    monkeypatch.setattr(kiosk_run, "sleep", held.append)
    with listening(tmp_path / "journal") as narrated:
        supervisor = Supervisor("", journal=str(tmp_path / "journal"))
        with pytest.raises(SystemExit) as end, last_resort(supervisor, None, None):
            raise ValueError("what somebody typed")
        note = narrated.recv(500).decode()
    said = capsys.readouterr().out
    assert end.value.code == 1
    assert "Your GP can talk with you" in " ".join(said.split())
    assert "Emergency: Call 999 or go to A&E now if:" in said
    assert "116 123" in said
    assert "Traceback" not in said
    assert "restarting after a fault: ValueError at " in note
    assert "somebody typed" not in note + said
    assert held == [kiosk_run.HOLD_SECONDS]
    assert kiosk_run.HOLD_SECONDS < 3


def test_a_fault_is_described_by_kind_and_place_alone() -> None:
    with pytest.raises(ValueError) as caught:
        int("secret")
    assert describe(caught.value).startswith("ValueError at test_surroundings.py:")
    assert "secret" not in describe(caught.value)


def test_the_first_thing_the_program_does_is_to_ignore_the_keys_that_end_it() -> None:
    look = (
        "import sys, signal; from ketaguide import signals; signals.prepare_kiosk(['--kiosk']); "
        "print([signal.getsignal(n) is signal.SIG_IGN for n in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)], "
        "signal.getsignal(signal.SIGTERM) is signal.SIG_IGN, "
        "sorted(name for name in sys.modules if name.startswith('ketaguide')))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[True, True, True] False ['ketaguide', 'ketaguide.signals']"


def test_ctrl_c_works_outside_a_kiosk() -> None:
    look = (
        "import signal; signal.signal(2, signal.default_int_handler); from ketaguide.signals import prepare_kiosk; "
        "prepare_kiosk([]); print(signal.getsignal(2))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert "default_int_handler" in done.stdout


@pytest.mark.parametrize("hours", ["8-18", "25:00-26:00"])
def test_invalid_opening_hours_are_wrong_usage(hours: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ketaguide", "--kiosk", "--hours", hours], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "08:00-18:30" in done.stderr or "hour" in done.stderr


def test_without_a_screen_a_kiosk_does_not_start() -> None:
    done = subprocess.run([sys.executable, "-m", "ketaguide", "--kiosk"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
