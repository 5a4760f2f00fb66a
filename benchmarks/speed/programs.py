"""The programs compared: an empty Textual app, the guide, and readers of Markdown where they are installed."""

import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.speed import empty_app
from ketaguide import crisis
from ketaguide.loading.bundle import read_bundle
from ketaguide.loading.reader import read_guide
from ketaguide.paths import content_dir, shared_dir
from ketaguide.resolve.home import resolve_home
from ketaguide.resolve.view import GuideView
from tests.system.runs import ROOT

EMPTY, GUIDE = "empty app", "ketaguide"
README = ROOT / "README.md"
QUERY = "side effects"
"""Typed letter by letter; each letter brings results."""


class Keys(NamedTuple):
    """Keys to be measured, and those around them."""

    before: tuple[str, ...]
    """Pressed once."""
    pressed: tuple[str, ...]
    """Measured, one after another, again and again."""
    after: tuple[str, ...] = ()
    """Pressed after each, not measured."""


class Program(NamedTuple):
    """A command, the words of its first page, and its keys for each measurement."""

    name: str
    command: list[str]
    page: tuple[str, ...]
    """Words that must all be on the screen."""
    keys: dict[str, Keys]
    first: tuple[str, ...] = ()
    """Words that are on the screen before them."""


def programs(others: list[str]) -> list[Program]:
    """The empty app, the guide, and `others`: names on PATH, or paths of programs that read Markdown."""
    return [_empty(), guide(), *(_markdown(path) for path in map(shutil.which, others) if path)]


def _empty() -> Program:
    any_key = Keys((), ("down",))
    keys = dict.fromkeys(("scroll", "focus", "page", "help", "search"), any_key)
    return Program(EMPTY, [sys.executable, empty_app.__file__], (empty_app.WORDS,), keys)


def guide(content: Path | None = None) -> Program:
    """The guide; the words of its first page are those of its content, the shipped one unless another is given."""
    read = read_guide(content).guide if content else read_bundle(content_dir(), shared_dir())
    if read is None:
        raise SystemExit("The content has changed since it was installed, and would be read anew: pip install -e . again.")
    home = resolve_home(GuideView(read))
    asked = [words for one in (*home.questions, *home.ways) for words in (one.text, one.answer)]
    keys = {
        "scroll": Keys(("1",), ("down",)),
        "focus": Keys((), ("down", "down", "up", "up")),
        "page": Keys((), tuple(str(one.number) for one in home.questions), ("f7",)),
        "help": Keys((), ("f1",), ("f7",)),
        "search": Keys(("f3",), tuple(QUERY)),
    }
    first = tuple(dict.fromkeys(word for word in crisis.banner(None).replace(".", "").split() if word.isdigit()))
    page = (home.title, *asked, *(place.name for place in home.places))
    return Program(GUIDE, _installed(), page, keys, first)


def _installed() -> list[str]:
    """The command of this environment, as a reader starts it."""
    script = Path(sys.executable).with_name("ketaguide")
    return [str(script)] if script.exists() else [sys.executable, "-m", "ketaguide"]


def _markdown(path: str) -> Program:
    """A reader of Markdown, with the README open."""
    start = " ".join(README.read_text("utf-8").partition("\n\n")[2].split()[:5])
    keys = {"scroll": Keys((), ("down",)), "help": Keys((), ("f1",), ("esc",))}
    return Program(Path(path).name, [path, str(README)], (start,), keys)


def seconds(command: list[str]) -> float:
    """Seconds that a command takes; its exit code does not count: `check` finds faults in a guide made by copying."""
    began = perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return perf_counter() - began
