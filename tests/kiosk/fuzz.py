"""Fuzzes the kiosk with random keys, clicks, pastes, resizes and bytes, in a real pseudo-terminal.

python -m tests.kiosk.fuzz --actions 100000 --seed 1
python -m tests.kiosk.fuzz --actions 24000 --seed 12 --furnished
"""

import argparse
import os
import random
import select
import shutil
import signal
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.kiosk.attacks import ATTACKS
from tests.system.terminal import HELP, KEYS, WAITING, Terminal

STAND_IN = """#!/bin/sh
echo "${0##*/}" >> "${0%/*}/started"
n=$(od -An -N1 -tu1 /dev/urandom)
[ $((n % 16)) = 0 ] && { trap '' TERM HUP INT; while :; do sleep 60; done; }
[ $((n % 8)) = 1 ] && exit 1
[ "${0##*/}" = lp ] && cat > /dev/null || sleep 0.$((n % 10))
"""
"""A voice or printer that mostly works, sometimes fails, and sometimes hangs and ignores all signals but SIGKILL."""
PRINTS = 0.01
"""Probability of pressing the print button, if there is a printer."""
WARM_UP = 2
"""Growth is counted from the third tenth of the actions on: by then every page has been opened and every cache is full."""
FLAT = 0.05
"""Growth up to which memory is said to be flat."""
LONG = 100_000
"""Actions from which growth is judged: of 20,000 the third tenth ends long before every cache is full."""
NASTY = (
    b"\xff\xfe\x80", b"\xc3\x28", b"\xed\xa0\x80", b"\x1b[200~pasted \xf0\x9f", b"\x1b[201~", b"\x1b[<0;999999;999999M",
    b"\x1b[<65;1;1M", b"\x1b]52;c;QUJD\x07", b"\x1bP+q544e\x1b\\", b"\x1b[?1049l", b"\x1b[8;1;1t", b"\x1b[99;99R",
    b"\x1b[I", b"\x1b[O", b"\x1b[", b"\x1bO", b"\x1b]0;title", b"\x9b31m", b"\x1b[27;5;113~", b"\x1b[113;5u",
    b"\x00\x01\x02\x03\x04\x1a\x1c\x11\x13", *(sent for sent in ATTACKS.values() if len(sent) < 400),
)  # fmt: skip


@dataclass
class Result:
    """Result of a run."""

    actions: int
    resets: int
    faults: list[str]
    memory: list[int]
    """Resident memory in KiB after each tenth of the actions."""
    devices: str = ""
    """Number of starts of the stand-ins for printer and voice."""

    @property
    def growth(self) -> float:
        """Growth of resident memory once every page has been opened and every cache is full, as a part of 1."""
        warm = self.memory[WARM_UP]
        return (self.memory[-1] - warm) / warm

    def __str__(self) -> str:
        tenths = " ".join(f"{kib / 1024:.1f}" for kib in self.memory)
        return (
            f"{self.actions} actions, {self.resets} resets, forbidden: {self.faults or 'nothing'}{self.devices}\n"
            f"memory after each tenth: {tenths} MiB; growth since the third: {self.growth:+.1%}"
        )


def fuzz(actions: int, seed: int, *, every: int = 200, furnished: bool = False) -> Result:
    """Run it; an hour passes after each `every` actions. AssertionError if the kiosk exits or help cannot be reached.

    `furnished`: with the example's site file, and stand-ins for its printer and a voice.
    """
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        devices = _furnish(Path(folder) / "devices") if furnished else None
        command = [sys.executable, "-m", "tests.kiosk.audited", str(report), *([str(devices)] if devices else [])]
        with Terminal(command=command) as terminal:
            terminal.sees(WAITING)
            pid, terminal_fd, used = terminal.pid, terminal.child.child_fd, list[int]()
            for number in range(actions):
                if number and number % max(actions // 10, 1) == 0:
                    _settle(terminal, report)
                    used.append(memory(pid))
                if number % every == every - 1:
                    _settle(terminal, report)
                if furnished and chance.random() < PRINTS:
                    _print(terminal_fd)
                _act(terminal, terminal_fd, chance)
                _drain(terminal_fd)
                assert terminal.child.isalive(), f"ended after {number} actions, seed {seed}: {report.read_text()[-3000:]}"
            _settle(terminal, report)
            used.append(memory(pid))
            terminal.resize(80, 24).sees_after("f1", HELP)
            os.kill(pid, signal.SIGTERM)
            assert terminal.ends() == 0
        facts = report.read_text().splitlines()
        started = (devices / "started").read_text().split() if devices else []
    faults = [fact for fact in facts if fact not in ("reset", "hour")]
    counted = f"; {started.count('lp')} prints, {started.count('espeak-ng')} texts aloud" if furnished else ""
    return Result(actions, facts.count("reset"), faults, used, counted)


def _furnish(folder: Path) -> Path:
    folder.mkdir()
    shutil.copy("docs/site-example.yaml", folder / "site.yaml")
    for name in ("lp", "espeak-ng", "started"):
        (folder / name).write_text(STAND_IN if name != "started" else "")
        (folder / name).chmod(0o755)
    return folder


def _act(terminal: Terminal, fd: int, chance: random.Random) -> None:
    kind = chance.random()
    if kind < 0.55:
        sent = chance.choice(list(KEYS.values())).encode()
    elif kind < 0.7:
        sent = chance.choice("123456789abc xyz").encode()
    elif kind < 0.85:
        where = f"{chance.randrange(1, 90)};{chance.randrange(1, 30)}"
        button = chance.choice((0, 0, 0, 1, 2, 16, 35, 64, 65))
        sent = f"\x1b[<{button};{where}M\x1b[<{button};{where}m".encode()
    elif kind < 0.9:
        sent = chance.choice(NASTY)
    elif kind < 0.95:
        sent = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 12)))
    else:
        terminal.child.setwinsize(chance.randrange(1, 60), chance.randrange(1, 140))
        return
    send(fd, sent)


def _print(fd: int) -> None:
    """Press the print button without looking at the screen, at a person's pace."""
    for keys in ("\r", KEYS["f4"], KEYS["shift+tab"], "\r", "2"):
        send(fd, keys.encode())
        for _ in range(5):
            select.select([fd], [], [], 0.05)
            _drain(fd)


def send(fd: int, data: bytes) -> None:
    """Write as fast as the program reads, discarding its output, on which it could block."""
    while data:
        _drain(fd)
        select.select([], [fd], [], 0.1)
        os.set_blocking(fd, False)
        with suppress(BlockingIOError):
            data = data[os.write(fd, data) :]
        os.set_blocking(fd, True)


def _settle(terminal: Terminal, report: Path) -> None:
    """Advance the clock by an hour and wait for the reset: all keys before it are handled by then."""
    done = report.read_text().count("hour")
    os.kill(terminal.pid, signal.SIGUSR1)
    terminal.child.setwinsize(24, 80)
    terminal.until(
        lambda: _drain(terminal.child.child_fd) or not terminal.child.isalive() or report.read_text().count("hour") > done,
        "an hour to pass",
    )
    assert terminal.child.isalive(), "the kiosk ended: " + report.read_text()[-3000:]


def _drain(fd: int) -> bool:
    """Discard the program's output, so that it never blocks; always False."""
    os.set_blocking(fd, False)
    try:
        while os.read(fd, 1 << 16):
            pass
    except OSError:
        pass
    finally:
        os.set_blocking(fd, True)
    return False


def memory(pid: int) -> int:
    """Resident memory of a process in KiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def main() -> int:
    """The long run."""
    parser = argparse.ArgumentParser(description="Try to break out of the kiosk.")
    parser.add_argument("--actions", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--furnished", action="store_true", help="with a site file, a printer and a voice")
    asked = parser.parse_args()
    result = fuzz(asked.actions, asked.seed, furnished=asked.furnished)
    print(result)
    return int(bool(result.faults) or (asked.actions >= LONG and result.growth > FLAT))


if __name__ == "__main__":
    sys.exit(main())
