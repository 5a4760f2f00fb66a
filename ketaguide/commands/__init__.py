"""Commands, one a module: `run(args)` returns the exit code, or None for 0. Here is what they share.

A command's module is imported when it is asked for. Functions of this one import late: the screen opens by way of it.
"""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ketaguide import streams
from ketaguide.errors import UsageError
from ketaguide.signals import END_SIGNALS

if TYPE_CHECKING:
    from pathlib import Path

    from ketaguide.resolve.view import GuideView


@contextmanager
def stop_on_exit(stop: Callable[[], object]) -> Iterator[None]:
    """Ensure `stop` runs on any exit or signal while a child process may be running.

    Later signals are ignored: a second one would end the program before the child, with a traceback.
    """
    ended = False

    def end(number: int, _: object) -> None:
        nonlocal ended
        ended = True
        _ignore()
        stop()
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(128 + number)

    before = {number: signal.signal(number, end) for number in END_SIGNALS}
    try:
        yield
    finally:
        _ignore()
        stop()
        for number, handler in before.items() if not ended else ():
            signal.signal(number, handler)


def _ignore() -> None:
    for number in END_SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def need_descriptions() -> None:
    """Require docstrings, from which manuals are made. UsageError under PYTHONOPTIMIZE=2 or -OO."""
    if sys.flags.optimize > 1:
        raise UsageError("Python was told to leave out all descriptions: run this again without PYTHONOPTIMIZE and -OO.")


def need_fleet() -> None:
    """Require the packages of signed updates, which the guide itself never needs. UsageError says what to install."""
    from importlib.util import find_spec

    if missing := [name for name in ("tuf", "securesystemslib", "cryptography", "bcrypt") if not find_spec(name)]:
        raise UsageError(
            f"signed updates need more packages ({', '.join(missing)}): install ketaguide[fleet] in place of ketaguide"
        )


def say_between_numbers(view: "GuideView", *texts: str, apart: str = "\n\n\n") -> None:
    """Print texts between two copies of the crisis numbers."""
    from ketaguide.resolve.crisis_card import short

    numbers = "\n".join(short(view, streams.columns()))
    streams.say(apart.join([numbers, *texts, numbers]))


def need(view: "GuideView", name: str, what: str) -> None:
    """Require what a guide need not have. UsageError if this one has it not."""
    if name in view.lacks:
        raise UsageError(f"this guide has no {what}.")


def unknown(name: str, kind: str, known: Iterable[str], see: str) -> UsageError:
    """The error for a name that does not exist, with the nearest that does."""
    from difflib import get_close_matches

    # Not list(): the name of a module of this package.
    close = get_close_matches(name, [*known], n=1, cutoff=0.5)
    return UsageError(
        f"there is no {kind} {name[:40]!r}; " + (f"did you mean {close[0]}?" if close else f"see ketaguide {see}.")
    )


@contextmanager
def writing(what: str, file: str) -> Iterator[None]:
    """Turn a failure to write a file into a UsageError."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not a file name"
        raise UsageError(f"{what} cannot be written to {file[:200]!r}: {reason}") from None


@contextmanager
def creating(path: "Path", absent: str = "", there: str = "") -> Iterator[None]:
    """Turn a failure to make a file or folder into a UsageError.

    `absent` is its message where the folder above is missing; `there` is added to that where the file exists already.
    """
    try:
        yield
    except FileExistsError:
        raise UsageError(f"{path} is there already, and was left as it is{there}") from None
    except OSError as error:
        is_absent = absent and isinstance(error, FileNotFoundError)
        raise UsageError(absent if is_absent else f"cannot write {path} ({error.strerror})") from None
