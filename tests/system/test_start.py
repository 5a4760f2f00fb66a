"""Starts in hostile environments: crisis numbers come first, and no Python prompt ever opens."""

import os
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.kiosk.small import KIOSK, small_guide
from tests.system.runs import PROGRAM, ROOT, inside
from tests.system.terminal import WAITING, Terminal

HELP = "GET HELP NOW"
TECHNICAL = "--kiosk needs a terminal with a screen"


@pytest.mark.parametrize(
    "surroundings",
    [["TERM="], ["TERM=dumb"], ["PYTHONIOENCODING=latin-1"], ["/bin/sh", "-c", 'exec "$@" 2>&-', "sh"],
     ["/bin/sh", "-c", 'exec "$@" >&-', "sh"], ["/bin/sh", "-c", 'exec "$@" <&-', "sh"]],
    ids=["TERM empty", "TERM dumb", "Latin-1", "no error stream", "no output", "no input"],
)  # fmt: skip
def test_a_kiosk_without_a_usable_terminal_says_who_to_call_before_anything_technical(surroundings: list[str]) -> None:
    with Terminal(command=["/usr/bin/env", *surroundings, *KIOSK], size=(80, 75)) as terminal:
        assert terminal.ends() == 2
        assert HELP in terminal.sent.partition(TECHNICAL)[0]
        assert "116 123" in terminal.sent.partition(TECHNICAL)[0]
        assert "Traceback" not in terminal.sent


def test_wrong_usage_of_a_kiosk_says_who_to_call_before_anything_technical() -> None:
    for wrong in (["--hours", "8-18"], ["--no-such-option"]):
        with Terminal(command=[*KIOSK, *wrong], size=(80, 75)) as terminal:
            assert terminal.ends() == 2
            assert HELP in terminal.sent.partition("usage: ")[0].partition("--hours: ")[0]


@pytest.mark.parametrize("how", [["PYTHONINSPECT=1", *KIOSK], [sys.executable, "-i", *KIOSK[1:]]], ids=["variable", "option"])
def test_no_python_prompt_follows_a_kiosk_that_is_stopped(how: list[str]) -> None:
    with Terminal(command=["/usr/bin/env", *how]) as terminal:
        terminal.sees(WAITING)
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.ends() == 0
        assert ">>>" not in terminal.sent


@pytest.mark.parametrize("args", [["crisis"], ["--version"], ["--no-such-option"], ["read", "no-such-page"]], ids=" ".join)
def test_no_python_prompt_follows_a_command(args: list[str]) -> None:
    plain = inside(*args, content=None)
    with Terminal(command=["/usr/bin/env", "PYTHONINSPECT=1", *PROGRAM, *args]) as terminal:
        assert terminal.ends() == plain.returncode
        assert ">>>" not in terminal.sent


def test_ctrl_c_with_the_output_closed_says_who_to_call_on_the_error_stream() -> None:
    code = """
import sys
from ketaguide.commands import doctor
from ketaguide.cli import main
def run(args):
    raise KeyboardInterrupt
doctor.run = run
sys.exit(main(["doctor"]))
"""
    shell = ["/bin/sh", "-c", 'exec "$0" -c "$1" >&-', sys.executable, code]
    done = subprocess.run(shell, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "116 123" in done.stderr
    assert done.returncode == 0


def test_it_starts_in_a_folder_that_was_removed(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = 'cd "$1" && rmdir "$1" && exec "$2" -m ketaguide crisis'
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    shell = ["/bin/sh", "-c", command, "sh", str(gone), sys.executable]
    done = subprocess.run(shell, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "116 123" in done.stdout


def test_nothing_of_the_current_folder_is_run(tmp_path: Path) -> None:
    planted = "import sys; print('PLANTED', file=sys.stderr)"
    for name in ("configparser", "locale", "json", "textwrap", "argparse", "yaml", "msgspec"):
        (tmp_path / f"{name}.py").write_text(planted)
    done = subprocess.run(
        [sys.executable, "-m", "ketaguide", "doctor"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "PLANTED" not in done.stderr
    assert "terminal" in done.stdout


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("view", [[], ["--kiosk"]], ids=["home", "kiosk"])
def test_a_guide_that_is_ended_while_it_opens_leaves_the_terminal_as_it_was(view: list[str], name: signal.Signals) -> None:
    with Terminal(*view, content=small_guide()) as terminal:
        before = termios.tcgetattr(terminal.child.fileno())
        terminal.until(lambda: "\x1b[?1049h" in terminal.sent, "who to call, on a screen of its own")
        os.kill(terminal.pid, name)
        terminal.until(lambda: not terminal.child.isalive(), "the program to end").settles()
        assert termios.tcgetattr(terminal.child.fileno()) == before
        assert terminal.sent.rfind("\x1b[?1049l") > terminal.sent.rfind("\x1b[?1049h")
        assert terminal.ends() == 0
