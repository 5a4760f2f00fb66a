"""Runs one command and reports its failure to the reader. Nothing imports this module."""
# ruff: noqa: E402  (a kiosk ignores signals before anything else is imported)

import sys

from ketaguide import signals

signals.prepare_kiosk(sys.argv[1:])

# isort: split
import os
import signal
from collections.abc import Sequence
from importlib import import_module
from textwrap import wrap

from ketaguide import crisis, fallback, streams
from ketaguide.errors import ContentError, Exit, KetaguideError
from ketaguide.signals import end


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. On an unexpected failure the reader gets crisis help and no traceback."""
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        code = _discard_stdout()
    except SystemExit as exited:
        if not sys.flags.inspect:
            raise
        code = exited.code if isinstance(exited.code, int) else Exit.FINE
    if sys.flags.inspect:  # PYTHONINSPECT or -i would open a Python prompt, also when staff stop a kiosk
        end(code)
    return code


def _run(arguments: list[str]) -> int:
    nation = content = None
    streams.make_blocking()
    try:
        if arguments == ["crisis"]:  # crisis help must not wait for further imports
            streams.say("\n".join(crisis.lines(width=streams.columns())))
            return Exit.FINE
        from ketaguide.arguments import parse

        args = parse(arguments)
        nation, content = args.nation, args.content
        code = int(import_module(f"ketaguide.commands.{args.command}").run(args) or Exit.FINE)
        if sys.stdout is not None:
            sys.stdout.flush()  # a failure at interpreter shutdown would not be reported
        return code
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl+C would interrupt the last output
        _say_or_eprint("\n" + "\n".join(crisis.short(nation, streams.columns(), fallback.country)))
        return Exit.FINE
    except ContentError as error:
        _fall_back(nation, content, ["The guide cannot be opened: its content has faults.", *error.lines])
        return error.exit
    except KetaguideError as error:
        streams.eprint(f"ketaguide: {error}")
        return error.exit
    except OSError as error:
        return _fall_back(nation, content, [f"ketaguide: the operating system refused: {error.strerror or error}."])
    except Exception as error:
        return _fall_back(nation, content, [f"ketaguide: an unexpected fault ({type(error).__name__}). Please report it."])


def _fall_back(nation: str | None, content: str | None, messages: Sequence[str]) -> int:
    """Print crisis help and GP advice to stdout, and the error messages to stderr."""
    width = streams.columns()
    card = "\n".join([*wrap(crisis.SORRY, width), "", *fallback.card(nation, width, content)])
    streams.eprint("\n".join(messages))
    _say_or_eprint(card)
    return Exit.PROBLEMS


def _say_or_eprint(text: str) -> None:
    """On the output, or where that has closed or is full, on the error stream."""
    try:
        streams.say(text)
    except OSError:
        _discard_stdout()
        streams.eprint(text)


def _discard_stdout() -> int:
    """Redirect a closed or full stdout to the null device, so that the flush at shutdown cannot fail."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.FINE
