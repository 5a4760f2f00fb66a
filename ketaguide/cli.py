"""The command line: what can be asked for, and what a person sees when it fails. Nothing imports this module."""

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module

from ketaguide import __version__, crisis
from ketaguide.errors import ContentError, Exit, KetaguideError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. Whatever goes wrong, the reader gets crisis help and no traceback."""
    args = _parser().parse_args(argv)
    try:
        return int(import_module(f"ketaguide.commands.{args.command}").run(args))
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads on: nothing more to say, and nothing to complain about
        return Exit.FINE
    except KeyboardInterrupt:
        print(f"\n{crisis.banner(args.nation)}")
        return Exit.FINE
    except ContentError as error:
        return _fall_back(args, ["The guide cannot be opened: its content has faults.", *error.lines])
    except KetaguideError as error:
        print(f"ketaguide: {error}", file=sys.stderr)
        return error.exit
    except Exception as error:
        return _fall_back(args, [f"ketaguide: an unexpected fault ({type(error).__name__}). Please report it."])


def _fall_back(args: Namespace, complaint: Sequence[str]) -> int:
    """Crisis help and GP advice for the reader, what is wrong for whoever looks after the program."""
    print("\n".join([*crisis.lines(args.nation), "", crisis.SORRY]))
    print("\n".join(complaint), file=sys.stderr)
    return Exit.PROBLEMS


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="ketaguide",
        description="A guide to depression that has not got better with treatment, and to ketamine treatment in the UK.",
        epilog=crisis.banner(),
    )
    parser.add_argument("--version", action="version", version=f"ketaguide {__version__}")
    parser.add_argument("--plain", action="store_true", help="read as a plain conversation, for screen readers and braille")
    _common(parser, default=None)
    parser.set_defaults(command="open")
    commands = parser.add_subparsers(title="commands", metavar="")

    def command(name: str, help_: str) -> ArgumentParser:
        sub = commands.add_parser(name, help=help_, description=help_, epilog=crisis.banner())
        sub.set_defaults(command=name)
        _common(sub)
        return sub

    read = command("read", "print pages as plain text")
    read.add_argument("sections", nargs="*", metavar="SECTION", help="ids of pages, or all; without any, the contents")
    command("list", "print the contents: the id and title of every page")
    command("crisis", "print who to call now")
    command("quiz", "check what you know, as a plain conversation")
    check = command("check", "check content and print every fault with its file and line")
    check.add_argument("folder", nargs="?", metavar="DIR", help="a content folder; without one, the shipped content")
    check.add_argument("--format", choices=("text", "json"), default="text", help="how to print the faults")
    command("schema", "print the JSON Schema of the content files, for editors")
    return parser


def _common(parser: ArgumentParser, default: str | None = SUPPRESS) -> None:
    """Options that may stand before or after the command; a command's own default may not undo one given before it."""
    parser.add_argument("--content", metavar="DIR", default=default, help="read the guide from this folder")
    parser.add_argument("--nation", choices=tuple(crisis.PLACES), default=default, help="show services of this nation")

