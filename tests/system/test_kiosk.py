"""Escape attempts on the real kiosk in a real pseudo-terminal: it survives or restarts, and writes and starts nothing."""

import os
import re
import signal
import sys
from pathlib import Path

import textual

from tests.kiosk.fuzz import fuzz
from tests.kiosk.small import KIOSK, small_guide

from .fault_injection import needs_strace
from .terminal import HELP, HOME, WAITING, Terminal, opened, restored

UNINTERRUPTED = ["/usr/bin/env", "--ignore-signal=INT,QUIT,TSTP"]
"""Arguments with which the units start it."""
ACTIONS = int(os.environ.get("KETAGUIDE_ACTIONS", "3000"))
"""Number of actions; a long run has more: see docs/kiosk.md."""


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_random_keys_clicks_pastes_resizes_and_bytes_break_nothing() -> None:
    result = fuzz(ACTIONS, seed=6)
    assert result.faults == [], "a file was written, a child started, or something reached that is not allowed"
    assert result.resets > 0


def test_the_keys_that_end_a_program_do_nothing_from_the_first_moment() -> None:
    with Terminal(command=[*UNINTERRUPTED, *KIOSK]) as terminal:
        terminal.until(lambda: "python" in str(Path(f"/proc/{terminal.pid}/exe").readlink()), "the interpreter to start")
        up = re.compile(f"{WAITING}|{HOME}")
        terminal.until(lambda: bool(up.search(terminal.press("\x03\x1c").text)), "the guide to come up under Ctrl+C")
        terminal.press("ctrl+c").sees(HOME)
        terminal.press("ctrl+c", "ctrl+q", "ctrl+z", "\x1c", "ctrl+p", "f10", "f1").sees(HELP)
        assert terminal.child.isalive()


def test_no_signal_stops_it_but_that_of_staff_and_the_terminal_is_as_it_was() -> None:
    with Terminal(command=KIOSK) as terminal:
        terminal.sees(WAITING)
        for name in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
            os.kill(terminal.pid, name)
        terminal.press("f1").sees(HELP)
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.ends() == 0
        assert restored(terminal)


def test_a_site_file_with_a_fault_does_not_keep_the_guide_from_coming_up(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("name: [")
    for site in ("site.yaml", "missing.yaml"):
        with Terminal(command=[*KIOSK, "--site", str(tmp_path / site)]) as terminal:
            terminal.sees(WAITING)


def test_a_terminal_that_goes_away_ends_it_so_that_it_is_started_again() -> None:
    with Terminal(command=KIOSK) as terminal:
        terminal.sees(WAITING)
        terminal.child.ptyproc.fileobj.close()  # type: ignore[attr-defined]
        for _ in range(1000):
            if not terminal.child.isalive():
                break
            os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOWAIT)
        assert not terminal.child.isalive()


def test_no_setting_of_textual_gets_through() -> None:
    texts = (path.read_text() for path in Path(textual.__file__).parent.rglob("*.py"))
    known = {name for text in texts for name in re.findall(r'"(TEXTUAL\w*)"', text)}
    assert {"TEXTUAL", "TEXTUAL_PRESS", "TEXTUAL_DRIVER", "TEXTUAL_SCREENSHOT", "TEXTUAL_ALLOW_SIGNALS"} <= known
    chosen = {
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_PRESS": "enter,ctrl+q",
        "TEXTUAL_LOG": "/dev/null/log",
        "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
    }
    with Terminal(command=KIOSK, env={name: chosen.get(name, "1") for name in known}) as terminal:
        terminal.sees(WAITING).press("ctrl+c").sees(HOME)
        terminal.press("ctrl+q", "ctrl+p", "f1").sees(HELP)


def test_killed_again_and_again_it_comes_back_each_time_and_works() -> None:
    loop = f'trap "" INT QUIT TSTP; for turn in 1 2 3 4; do {" ".join(KIOSK)}; done'
    with Terminal(command=["/bin/sh", "-c", loop]) as terminal:
        for _ in range(3):
            terminal.sees(WAITING).press("f1").sees(HELP)
            (child,) = children(terminal.pid)
            while terminal._read():  # half a sequence would be read together with the next start's first
                pass
            os.kill(child, signal.SIGKILL)
            terminal.screen.reset()
        terminal.sees(WAITING).click(40, 15).sees(HOME)
        assert len(children(terminal.pid)) == 1


def test_a_bug_in_a_screen_shows_who_to_call_and_ends_the_program() -> None:
    bug = (
        "import sys; sys.argv = ['ketaguide', '--kiosk', '--content', sys.argv[1]]\n"
        "from ketaguide.tui.screens.main import MainScreen\n"
        "def broken(self, place): raise RuntimeError('a secret that somebody typed')\n"
        "MainScreen.open = broken\n"
        "from ketaguide.cli import main\n"
        "sys.exit(main())\n"
    )
    with Terminal(command=[sys.executable, "-c", bug, str(small_guide())], size=(80, 75)) as terminal:
        terminal.sees(WAITING).press("enter", "f8", "f6")
        assert terminal.ends() == 1
        said = " ".join(terminal.text.split())
        assert "Your GP can talk with you" in said
        assert "Emergency: Call 999 or go to A&E now if:" in said
        assert "116 123" in said
        assert "Traceback" not in terminal.sent
        assert "secret" not in terminal.sent


@needs_strace
def test_the_kernel_saw_no_file_written_and_no_child_started(tmp_path: Path) -> None:
    calls = "openat,open,creat,execve,fork,vfork,connect,bind,unlink,unlinkat,rename,renameat2,mkdir,mkdirat"
    log = tmp_path / "log"
    with Terminal(command=["strace", "-f", "-e", f"trace={calls}", "-o", str(log), *KIOSK]) as terminal:
        opened(terminal).press("1", "f2", "f6", "f8", "f9", "x", "ctrl+c", "f1").sees(HELP)
        (kiosk,) = children(terminal.pid)
        own = Path(f"/proc/{kiosk}/fd/1").readlink()  # opened again to write without blocking
        os.kill(kiosk, signal.SIGTERM)
        terminal.ends()
    lines = [line for line in log.read_text().splitlines() if "= -1" not in line]
    assert len([line for line in lines if "execve(" in line]) == 1, "the kiosk itself, and nothing after it"
    writing = [line for line in lines if re.search(r"O_WRONLY|O_RDWR|O_CREAT|creat\(|unlink|rename|mkdir", line)]
    assert [line for line in writing if not re.search(rf'"(/dev/null|/dev/tty|{own})"', line)] == []
    assert [line for line in lines if re.search(r"\b(connect|bind)\(", line) and "AF_UNIX" not in line] == []
