"""Reading aloud with the real espeak-ng: into a file, and until it is stopped."""

import signal
import time
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.speaking import ESPEAK, needs_espeak, running, silent_card

from .line_terminal import CARD, LineTerminal, flat
from .runs import run
from .terminal import DEADLINE, HOME, Terminal

pytestmark = needs_espeak


def length(file: Path) -> float:
    """Seconds of sound."""
    with wave.open(str(file), "rb") as sound:
        return float(sound.getnframes() / sound.getframerate())


def test_a_longer_page_is_a_longer_sound(tmp_path: Path) -> None:
    sounds = {page: tmp_path / f"{page}.wav" for page in ("see-your-gp", "every-kind")}
    for page, file in sounds.items():
        done = run("read", page, "--speak", "--out", str(file))
        assert done.returncode == 0
        assert b"999" in done.stdout
        assert str(file).encode() in done.stderr
    assert length(sounds["every-kind"]) > 2 * length(sounds["see-your-gp"]) > 4


def test_the_sound_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    done = run("read", "risks", "--speak", "--out", str(kept))
    assert done.returncode == 2
    assert b"Is a directory" in done.stderr
    assert list(tmp_path.rglob("*")) == [kept]


def test_what_to_read_must_be_named() -> None:
    done = run("read", "--speak")
    assert done.returncode == 2
    assert b"name the pages" in done.stderr


def test_no_sound_card_is_said_in_words(tmp_path: Path) -> None:
    config = tmp_path / "none.conf"
    config.write_text("pcm.!default { type hw card 99 }\n")
    done = run("read", "risks", "--speak", env={"ALSA_CONFIG_PATH": str(config), "PULSE_SERVER": "none"})
    assert done.returncode == 1
    assert b"cannot be heard" in done.stderr
    assert b"116 123" in done.stdout


TOLD = {
    "interrupted": [signal.SIGINT],
    "terminated": [signal.SIGTERM],
    "hung up": [signal.SIGHUP],
    "quit": [signal.SIGQUIT],
    "interrupted twice": [signal.SIGINT, signal.SIGINT],
    "interrupted and terminated": [signal.SIGINT, signal.SIGTERM],
    "interrupted and hung up": [signal.SIGINT, signal.SIGHUP],
    "terminated and hung up": [signal.SIGTERM, signal.SIGHUP],
}
"""Ways to end a program, each a sequence of signals."""
SINGLY = [how for how, signals in TOLD.items() if len(signals) == 1]


@pytest.mark.parametrize("how", TOLD)
def test_reading_pages_ends_with_the_program(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(silent_card(tmp_path)))
    with Terminal("read", "risks", "--speak") as terminal:
        terminal.until(lambda: bool(running(ESPEAK, terminal.child.pid)), "espeak-ng to speak")
        (spoken,) = running(ESPEAK, terminal.child.pid)
        for number in TOLD[how]:
            terminal.child.kill(number)
        terminal.until(lambda: not speaks(spoken), "espeak-ng to end")
        assert terminal.ends() in {0 if number == signal.SIGINT else 128 + number for number in TOLD[how]}
        assert "unexpected fault" not in terminal.text


def test_interrupting_stops_speech_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(silent_card(tmp_path)))
    with Terminal("read", "risks", "--speak") as terminal:
        terminal.until(lambda: bool(running(ESPEAK, terminal.child.pid)), "espeak-ng to speak")
        spoken = running(ESPEAK, terminal.child.pid)
        terminal.press("ctrl+c")
        assert terminal.ends() == 0
        assert not any(map(speaks, spoken))
        assert "116 123" in terminal.text


@pytest.mark.parametrize("how", ["f10", "f5", "f1", "terminated", "hung up", "quit", "terminated and hung up"])
def test_the_full_screen_guide_stops_reading_aloud_on_exit(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(silent_card(tmp_path)))
    with Terminal() as terminal:
        process = terminal.child.pid
        terminal.sees(HOME).press("f5").sees("Reading aloud. Any key stops it.")
        terminal.until(lambda: bool(running(ESPEAK, process)), "espeak-ng to speak")
        (spoken,) = running(ESPEAK, process)
        for number in TOLD.get(how, []):
            terminal.child.kill(number)
        if how not in TOLD:
            terminal.press(how)
        terminal.until(lambda: not speaks(spoken), "espeak-ng to end")
        if how in ("f5", "f1"):
            terminal.sees_no_more("Reading aloud. Any key stops it.")
        else:
            assert terminal.ends() == 0


@pytest.mark.parametrize("how", ["stop", "leave", "end of input", "closed window", *SINGLY, "interrupted and terminated"])
def test_the_conversation_stops_reading_aloud_on_exit(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(silent_card(tmp_path)))
    with LineTerminal() as terminal:
        process = terminal.pid
        assert "Reading aloud." in terminal.listens()
        until(lambda: bool(running(ESPEAK, process)))
        (spoken,) = running(ESPEAK, process)
        assert CARD in terminal.answer("0"), "help is at hand while it reads"
        assert "Stop listening" in terminal.answer("1")
        match how:
            case "stop":
                assert "Listen to this page" in terminal.answer("1")
            case "leave":
                terminal.child.sendline("leave")
            case "end of input":
                terminal.child.sendeof()
            case "closed window":
                terminal.hangs_up()
            case _:
                for number in TOLD[how]:
                    terminal.child.kill(number)
        until(lambda: not speaks(spoken))
        until(lambda: how == "stop" or not speaks(process))
        assert "Traceback" not in terminal.output


def test_the_conversation_says_that_the_voice_cannot_be_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "none.conf"
    config.write_text("pcm.!default { type hw card 99 }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(config))
    monkeypatch.setenv("PULSE_SERVER", "none")
    with LineTerminal() as terminal:
        gives_up(terminal)


def gives_up(terminal: LineTerminal) -> None:
    """Listen to a page with a voice that cannot be heard."""
    terminal.listens()
    until(lambda: len(list(Path(f"/proc/{terminal.pid}/task").iterdir())) == 1)  # the reader has given up
    assert "cannot be heard" in flat(terminal.answer("1"))


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, and give up long after it should have."""
    give_up = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(0.01)


def speaks(process: int) -> bool:
    """True if a process is running."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
