"""Measurements of one program in one round: named samples. Times are in milliseconds."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.speed.programs import GUIDE, Program
from benchmarks.speed.timed_terminal import TimedTerminal

KEY_QUIET = 0.1
"""Seconds without output after which a key has been handled."""
SEARCH_QUIET = 0.2
"""The same where results follow the letter."""
WARM = 3
"""First keys, not counted."""
_MOUSE = "\x1b[?1000h"
"""Asks for reports of the mouse, as Textual does before it draws."""
EMPTY_START = "start of it"
"""Sample of every measurement in a terminal: time to the first page."""


class Effort(NamedTuple):
    """Size of a measurement."""

    rounds: int
    keys: int
    idle: float
    """Seconds of idling."""


Samples = dict[str, list[float]]
Measure = Callable[[Program, Effort], Samples]


def shows(terminal: TimedTerminal, words: tuple[str, ...]) -> bool:
    """True when every one of some words is on the screen, wherever lines are broken."""
    on_screen = set(re.findall(r"\w+", terminal.text))
    return on_screen.issuperset(word for one in words for word in re.findall(r"\w+", one))


@contextmanager
def opened(program: Program, samples: Samples) -> Iterator[TimedTerminal]:
    """The program, once its first page is shown and it has settled."""
    with TimedTerminal(program.command) as terminal:
        seen = terminal.when(whole_start(terminal, program))
        samples[EMPTY_START] = [1000 * seen["page"]]
        yield terminal


def whole_start(terminal: TimedTerminal, program: Program) -> dict[str, Callable[[], bool]]:
    """Conditions of a start: the first page, which may come before Textual, and Textual's own frame."""
    first = program.page[0].split()[0]
    return {
        "page": lambda: shows(terminal, program.page),
        "Textual's frame": lambda: first in terminal.sent.rpartition(_MOUSE)[2] and _MOUSE in terminal.sent,
    }


def start(program: Program, _: Effort) -> Samples:
    """First words, first whole page, settled, and CPU until then; in a second start, the first key answered."""
    samples: Samples = {}
    with TimedTerminal(program.command) as terminal:
        conditions = whole_start(terminal, program)
        if program.first:
            conditions["words"] = lambda: shows(terminal, program.first)
        seen = terminal.when(conditions)
        samples |= {name: [1000 * time] for name, time in seen.items()}
        samples |= {"settled": [1000 * terminal.last], "cpu": [1000 * cpu(terminal.pid)], EMPTY_START: samples["page"]}
    if "focus" in program.keys:
        with TimedTerminal(program.command) as terminal:
            terminal.when({"page": lambda: shows(terminal, program.page)}, quiet=0.002)
            before = terminal.lines
            terminal.press("down")
            samples["alive"] = [1000 * terminal.when({"an answer to a key": lambda: terminal.lines != before}).popitem()[1]]
    return samples


def keys(what: str, quiet: float = KEY_QUIET) -> Measure:
    """Measure from a key to the first frame that differs, and to the last output."""

    def measure(program: Program, effort: Effort) -> Samples:
        before, pressed, after = program.keys[what]
        samples: Samples = {what: [], f"{what} settled": [], "first": []}
        waited = 0.0
        with opened(program, samples) as terminal:
            for key in before:
                waited += press(terminal, key, quiet)[1]
            for number, key in enumerate(islice(cycle(pressed), WARM + effort.keys)):
                times = press(terminal, key, quiet)
                if number == 0:
                    samples["first"].append(1000 * (waited + times[1]))
                if number >= WARM:
                    samples[what].append(1000 * times[0])
                    samples[f"{what} settled"].append(1000 * times[1])
                for other in after:
                    press(terminal, other, quiet)
        return samples

    return measure


def press(terminal: TimedTerminal, key: str, quiet: float) -> tuple[float, float]:
    """Press a key; seconds until the first frame that differs, and until the last output."""
    before, pressed = terminal.cells, terminal.now
    terminal.press(key)
    changed = terminal.when({f"a change after {key!r}": lambda: terminal.cells != before}, quiet=quiet)
    return changed.popitem()[1] - pressed, terminal.last - pressed


def idle(program: Program, effort: Effort) -> Samples:
    """CPU in % of a core, and output, while nothing is pressed."""
    samples: Samples = {}
    with opened(program, samples) as terminal:
        terminal.read_for(1)
        before = cpu(terminal.pid)
        written = terminal.read_for(effort.idle)
        used = cpu(terminal.pid) - before
    return samples | {"idle": [100 * used / effort.idle], "written": [written]}


def memory(program: Program, _: Effort) -> Samples:
    """Resident memory in MB, a quiet second after the first page."""
    samples: Samples = {}
    with opened(program, samples) as terminal:
        terminal.read_for(1)
        (kilobytes,) = re.findall(r"^VmRSS:\s+(\d+)", Path(f"/proc/{terminal.pid}/status").read_text(), re.MULTILINE)
    return samples | {"memory": [int(kilobytes) / 1024]}


def command(*arguments: str, with_imports: bool = False) -> Measure:
    """Measure a command that needs no terminal: its whole time, and that over a Python that only imports the same modules.

    With `with_imports`, over a Python that imports nothing.
    """

    def measure(program: Program, effort: Effort) -> Samples:
        samples: Samples = {}
        if program.name != GUIDE:
            with opened(program, samples):
                return samples | {"whole": samples[EMPTY_START]}
        modules = () if with_imports else imported(arguments)
        whole, imports = timed(_RUN, *_filled(arguments)), timed(_IMPORT, *modules)
        return {"whole": [whole], "work": [whole - imports]}

    return measure


_RUN = "import sys; from ketaguide.cli import main; main(sys.argv[1:])"
_NAME = f"{_RUN}; sys.__stdout__.flush(); sys.__stderr__.write(chr(10) + ' '.join(sys.modules))"
_IMPORT = "import sys; any(__import__(name) is None for name in sys.argv[1:])"


@cache
def imported(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the modules that a command imports."""
    done = _python(_NAME, *_filled(arguments))
    names = done.stderr.splitlines()[-1].split()
    return tuple(name for name in names if not name.startswith("__"))


def timed(code: str, *arguments: str) -> float:
    """Milliseconds that a Python takes for some code."""
    began = perf_counter()
    _python(code, *arguments)
    return 1000 * (perf_counter() - began)


def _python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)


def _filled(arguments: tuple[str, ...]) -> list[str]:
    return [argument.format(folder=_folder().name) for argument in arguments]


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    """A folder that is removed when the program ends."""
    return tempfile.TemporaryDirectory(prefix="ketaguide-")


def cpu(pid: int) -> float:
    """CPU seconds of a process, of its threads to the nanosecond."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(path.read_text().split()[0]) for path in threads) / 1e9
