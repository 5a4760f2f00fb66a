"""Starts the program in hostile environments in a real pseudo-terminal, and signals it at a random moment.

    python -m tests.soak.starts --starts 360 --seed 1
    python -m tests.soak.starts --keys 96    SIGTERM within 30 ms of F9 or F3, in the kiosk and at home in turn

Held against each start: its end and exit code, the terminal as it was, no traceback, no Python prompt, who to call
wherever it cannot start, nothing left running. A line for each that fell short, and then the figures.
"""

import argparse
import os
import random
import re
import select
import signal
import sys
import termios
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from ketaguide import crisis
from tests.system.runs import PROGRAM, ROOT
from tests.system.terminal import HOME, KEYS, WAITING, Spawned

ANSWERS = 30.0
"""Seconds for what is asked of it, on a busy machine."""
SHELL = ["/bin/sh", "-c"]
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGCONT, signal.SIGTSTP)
ENDING = (signal.SIGTERM, signal.SIGHUP)
SURROUNDINGS: dict[str, list[str]] = {
    "as it is": [],
    **{f"TERM={term!r}": [f"TERM={term}"] for term in ("", "dumb", "no-such-terminal", "\x1b[31m", "x" * 5000)},
    **{f"LANG={lang}": [f"LANG={lang}", f"LC_ALL={lang}"] for lang in ("C", "POSIX", "xx_YY.bogus", "en_GB.ISO-8859-1")},
    "UTF-8 mode off": ["PYTHONUTF8=0", "PYTHONCOERCECLOCALE=0", "LC_ALL=C"],
    "Latin-1": ["PYTHONIOENCODING=latin-1"],
    "no HOME": ["-u", "HOME"],
    "HOME nowhere": ["HOME=/nowhere", "TMPDIR=/nowhere", "XDG_CACHE_HOME=/nowhere"],
    "no environment": ["-i", "TERM=xterm"],
    **{f"{name}": [name] for name in (
        "PYTHONINSPECT=1", "PYTHONOPTIMIZE=1", "PYTHONOPTIMIZE=2", "PYTHONWARNINGS=error", "PYTHONDEVMODE=1",
        "PYTHONUNBUFFERED=1", "PYTHONVERBOSE=", "TEXTUAL=devtools,debug", "TEXTUAL_DRIVER=no.such:Driver", "NO_COLOR=1",
    )},
    **{f"COLUMNS=LINES={n}": [f"COLUMNS={n}", f"LINES={n}"] for n in ("", "0", "-5", "junk", "9" * 30, "\uff18\uff10")},
    **{f"closed {number}": [*SHELL, f'exec "$@" {number}{"<" if number == 0 else ">"}&-', "sh"] for number in (0, 1, 2)},
    "closed 0 and 1": [*SHELL, 'exec "$@" <&- >&-', "sh"],
    "all closed": [*SHELL, 'exec "$@" <&- >&- 2>&-', "sh"],
    "full disk, output": [*SHELL, 'exec "$@" > /dev/full', "sh"],
    "full disk, errors": [*SHELL, 'exec "$@" 2> /dev/full', "sh"],
    "full disk, both": [*SHELL, 'exec "$@" > /dev/full 2>&1', "sh"],
    "input nothing": [*SHELL, 'exec "$@" < /dev/null', "sh"],
    "no file may grow": [*SHELL, 'ulimit -f 0; exec "$@"', "sh"],
    "thirty files": [*SHELL, 'ulimit -n 30; exec "$@"', "sh"],
    "folder gone": [*SHELL, 'd=$(mktemp -d); cd "$d"; rmdir "$d"; PYTHONPATH=$0 exec "$@"', str(ROOT)],
}  # fmt: skip
NEVER = ("Traceback", ">>>", "Exception ignored", "Fatal Python")
INTERRUPTED = re.compile(r"frozen.*KeyboardInterrupt")
"""Python's message on Ctrl+C during its first imports."""
SIZES = ((80, 24), (80, 24), (80, 0), (0, 24), (0, 0), (1, 1), (500, 200), (30, 8))


class Start(NamedTuple):
    """One start."""

    surroundings: str
    kiosk: bool
    size: tuple[int, int]
    signal: signal.Signals
    after: float
    """Seconds."""

    def __str__(self) -> str:
        view, size = "kiosk" if self.kiosk else "home", "x".join(map(str, self.size))
        return f"{view}, {self.surroundings}, {size}, {self.signal.name} after {self.after * 1000:.0f} ms"


class Window(Spawned):
    """A pseudo-terminal and the program in it; used as a context, which ends both."""

    def __init__(self, start: Start) -> None:
        kiosk = ["--kiosk"] if start.kiosk else []
        command = ["/usr/bin/env", *SURROUNDINGS[start.surroundings], *PROGRAM, *kiosk]
        super().__init__(command, (), None, start.size, "xterm-256color", None)
        self.before = termios.tcgetattr(self.fd)
        self.sent = ""

    def __exit__(self, *error: Any) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        super().__exit__(*error)

    @property
    def fd(self) -> int:
        """The terminal's own end."""
        return self.child.fileno()

    @property
    def code(self) -> int | None:
        """The exit code, or minus the signal that ended the program; None while it runs."""
        if self.child.isalive():
            return None
        return self.child.exitstatus if self.child.exitstatus is not None else -(self.child.signalstatus or 0)

    def wait(self, seconds: float, words: str = "") -> bool:
        """Read output until the program has ended or prints `words`; True if that was in time."""
        give_up = time.monotonic() + seconds
        while time.monotonic() < give_up:
            self._read(0.02)
            if words and words in seen(self.sent):
                return True
            if self.code is not None:
                while self._read(0.05):
                    pass
                return not words or words in seen(self.sent)
        return False

    def _read(self, seconds: float) -> bool:
        with suppress(OSError, EOFError):
            if select.select([self.fd], [], [], seconds)[0]:
                self.sent += os.read(self.fd, 1 << 16).decode(errors="replace")
                return True
        return False

    def press(self, key: str) -> None:
        """Press a key by its name."""
        os.write(self.fd, KEYS[key].encode())

    def left(self) -> list[str]:
        """Processes still running in its session."""
        found = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError, IndexError):
                fields = path.read_text().rpartition(")")[2].split()
                if int(fields[3]) == self.pid and fields[0] != "Z":
                    found.append((path.parent / "cmdline").read_text())
        return found

    def restored(self) -> bool:
        """True if the terminal is in line mode with echo and otherwise as before."""
        return termios.tcgetattr(self.fd) == self.before


def key_faults(number: int, after: float, counted: Counter[str]) -> list[str]:
    """Start once, press F9 or F3 on the first page, send SIGTERM `after` seconds later and return the failures."""
    start = Start("as it is", number % 2 == 0, (80, 24), signal.SIGTERM, after)
    with Window(start) as window:
        if start.kiosk and window.wait(ANSWERS, WAITING):
            window.press("enter")
        if not window.wait(ANSWERS, HOME):
            return [f"never showed its first page: {seen(window.sent)[-300:]}"]
        window.press("f3" if number // 2 % 2 else "f9")
        time.sleep(after)
        window.child.kill(start.signal)
        window.wait(ANSWERS)
        code = window.code
        counted[f"exit {code}"] += 1
        found = [] if code == 0 else [f"exit {code}"]
        found += ["shows the card of a fault"] if crisis.SORRY in seen(window.sent) else []
        return found + ([] if window.restored() else ["the terminal is not as it was"])


def seen(sent: str) -> str:
    """Output without escape sequences."""
    plain = re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.", " ", sent)
    return " ".join(plain.split())


def faults(start: Start, counted: Counter[str]) -> list[str]:
    """Start once and return the failures."""
    found: list[str] = []
    with Window(start) as window:
        window.wait(start.after)
        running = window.code is None
        if running:
            window.child.kill(start.signal)
        if start.signal is signal.SIGTSTP:
            window.wait(0.3)
            window.child.kill(signal.SIGCONT)
        ended = window.wait(ANSWERS if start.signal in ENDING else 3)
        if not ended and start.signal in ENDING:
            found.append(f"did not end within {ANSWERS:.0f} s")
        elif not ended:
            counted["went on"] += 1
            found += _goes_on(window, start)
        code = window.code
        counted[f"exit {code}"] += 1
        text = seen(window.sent)
        if INTERRUPTED.search(text):  # Python was still starting, before any code of the guide
            counted["Ctrl+C before the guide"] += 1
            return []
        found += [f"says {bad!r}: {text[-300:]}" for bad in NEVER if bad in text]
        # A signal before the program's own handlers are in place ends it as the system does.
        by_signal = running and code is not None and code in (-start.signal, 128 + start.signal)
        if code not in (0, None) and not by_signal:
            known = "116 123" in text and "999" in text
            mute = "closed" in start.surroundings or "full disk" in start.surroundings
            found += [] if known or mute else [f"exit {code} without who to call: {text[-300:]}"]
        if code is not None:
            found += [] if window.restored() else [f"exit {code}: the terminal is not as it was"]
            modes = [mode for mode in ("1049", "1003", "1004", "2004") if _rests_on(window.sent, mode)]
            found += [f"exit {code}: left switched on: {modes}"] if modes else []
        left = window.left()
        found += [f"left running: {left}"] if left and code is not None else []
    return found


def _rests_on(sent: str, mode: str) -> bool:
    return sent.rfind(f"\x1b[?{mode}h") > sent.rfind(f"\x1b[?{mode}l")


def _goes_on(window: Window, start: Start) -> list[str]:
    """Failures of a program that survived its signal: it must quit when asked and have shown the crisis numbers."""
    found = []
    if "full disk, both" not in start.surroundings and not window.wait(ANSWERS, "999"):
        found.append(f"went on and never showed 999: {seen(window.sent)[-200:]}")
    window.child.kill(signal.SIGTERM)
    began = time.monotonic()
    if not window.wait(ANSWERS):
        found.append(f"went on, and SIGTERM did not end it within {ANSWERS:.0f} s")
    elif (took := time.monotonic() - began) > 5:
        found.append(f"SIGTERM took {took:.1f} s")
    return found


def main() -> int:
    """The long run."""
    parser = argparse.ArgumentParser(description="Start it 360 times, badly.")
    parser.add_argument("--starts", type=int, default=360)
    parser.add_argument("--keys", type=int, default=0, help="instead: so many starts, SIGTERM within 30 ms of F9 or F3")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--latest", type=float, default=2.5, help="seconds within which the signal comes")
    asked = parser.parse_args()
    chance, counted, bad, names = random.Random(asked.seed), Counter[str](), 0, list(SURROUNDINGS)
    for number in range(asked.keys or asked.starts):
        if asked.keys:
            after = chance.random() * 0.03
            what, found = f"SIGTERM {after * 1000:.0f} ms after a key", key_faults(number, after, counted)
        else:
            start = Start(
                names[number % len(names)], chance.random() < 0.5, chance.choice(SIZES), chance.choice(SIGNALS),
                chance.random() ** 2 * asked.latest,
            )  # fmt: skip
            what, found = str(start), faults(start, counted)
        for fault in found:
            bad += 1
            print(f"{number}: {what}: {fault}", flush=True)
    print(f"{asked.keys or asked.starts} starts, seed {asked.seed}: {bad} faults; {dict(sorted(counted.items()))}")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
