"""Command-line parser: commands and their options."""

import sys
from argparse import SUPPRESS, Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from textwrap import wrap
from typing import Any, NoReturn

from ketaguide import __version__, built, crisis, streams

THEMES = ("day", "night", "contrast", "plain")


def parse(argv: Sequence[str]) -> Namespace:
    """Parse the command line. SystemExit for wrong usage and for --help."""
    return _parser(has_commands=bool(argv), has_steps="fleet" in argv).parse_args(argv)


class _Help(RawDescriptionHelpFormatter):
    """Help wrapped like all other text; argparse would import slow modules to find the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=streams.columns())


class _Parser(ArgumentParser):
    """Parser that prints help and errors through `streams`, so that a failed write is reported."""

    def error(self, message: str) -> NoReturn:
        """Print the error and who to call, and exit; with --kiosk, the crisis card first: it may be a waiting-room screen."""
        if "--kiosk" in sys.argv:
            streams.say("\n".join(crisis.lines(width=streams.columns())))
        super().error("\n".join([message, "", *crisis.short(width=streams.columns())]))

    def _print_message(self, message: str, file: Any = None) -> None:
        if message:
            (streams.say if file is sys.stdout else streams.eprint)(message.rstrip("\n"))


class _MainParser(_Parser):
    """Parser of the program itself, whose help begins with the description of the shipped guide."""

    def format_help(self) -> str:
        """The help, for which alone the description is read."""
        self.description = "\n".join(wrap(built.description(), streams.columns()))
        return super().format_help()


class _Renamed(Action):
    """The option's former name: still does the same, and says the new one."""

    def __call__(self, parser: ArgumentParser, namespace: Namespace, *_: object) -> None:
        setattr(namespace, self.dest, True)
        streams.eprint(f"{self.option_strings[0]} is now --{self.dest}; please change it where you have it written down")


def _parser(*, has_commands: bool = True, has_steps: bool = True) -> ArgumentParser:
    """Build the parser, without commands and steps that the command line does not name: the crisis numbers appear sooner."""
    help_now = "\n".join(crisis.short())
    parser = _MainParser(prog="ketaguide", allow_abbrev=False, epilog=help_now, formatter_class=_Help)
    parser.add_argument("--version", action="version", version=f"ketaguide {__version__}")
    plain = "read as a plain conversation, for screen readers and braille; on a terminal, KETAGUIDE_PLAIN=1 does the same"
    parser.add_argument("--plain", "--screen-reader", "--accessible", dest="plain", action="store_true", help=plain)
    parser.add_argument("--kiosk", action="store_true", help="for a waiting room: locked, and it forgets each reader")
    parser.add_argument("--hours", metavar="08:00-18:30", help="with --kiosk: when the waiting room is open")
    colours = "colours of the full screen; without it, those that suit the terminal's background"
    parser.add_argument("--theme", choices=THEMES, help=colours)
    _common(parser, first=True)
    parser.set_defaults(command="open")
    if not has_commands:
        return parser
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, help_: str) -> ArgumentParser:
        sub = commands.add_parser(name, help=help_, description=help_, epilog=help_now, formatter_class=_Help)
        sub.set_defaults(command=name)
        _common(sub)
        return sub

    read = command("read", "print pages as plain text")
    read.add_argument("sections", nargs="*", metavar="SECTION", help="ids of pages, or all; without any, the contents")
    read.add_argument("--how-we-know", action="store_true", help="print what each page rests on, and where it was published")
    no_addresses = "with --how-we-know: leave out the web addresses of sources"
    read.add_argument("--no-addresses", dest="addresses", action="store_false", help=no_addresses)
    read.add_argument("--speak", action="store_true", help="read the pages aloud instead, where the computer has a voice")
    read.add_argument("--out", metavar="FILE.wav", help="with --speak: write the sound into a file")
    command("list", "print the contents: the id and title of every page")
    find = command("search", "search the guide in your own words")
    find.add_argument("words", nargs="+", metavar="WORD", help="what to look for; small spelling mistakes do not matter")
    find.add_argument("--as-typed", action="store_true", help="correct no spelling")
    words = command("glossary", "print what words mean in plain English")
    words.add_argument("term", nargs="*", metavar="TERM", help="a word to explain; without one, all of them")
    command("crisis", "print who to call now")
    command("quiz", "check what you know, as a plain conversation")
    take = command("takeaway", "what matters to you, questions to ask and who to call, to take along")
    take.add_argument("--matters", metavar="ID,ID", help="ids of up to three things that matter most to you")
    take.add_argument("--options", metavar="ID,ID", help="ids of up to three options you want to discuss")
    take.add_argument("--questions", metavar="ID,ID", help="ids of questions; with no ids at all, all that can be chosen")
    take.add_argument("--print", action="store_true", help="print it on the printer of --printer or of the site file")
    take.add_argument("--html", metavar="FILE", help="write a page to print instead")
    check = command("check", "check content and print every fault with its file and line")
    where = "a content folder, or a file in one; without either, the shipped content"
    check.add_argument("folder", nargs="?", metavar="DIR|FILE", help=where)
    check.add_argument("--notes", action="store_true", help="print notes too, which ask for nothing; else they are counted")
    check.add_argument("--format", choices=("text", "json", "github", "csv"), default="text", help="csv is for --due")
    check.add_argument("--strict", action="store_true", help="let warnings fail the check too")
    check.add_argument("--stats", action="store_true", help="print the length and reading grade of every page as well")
    due = "print instead what must be checked again within MONTHS, the soonest first; without a number, everything"
    check.add_argument("--due", nargs="?", type=int, const=-1, metavar="MONTHS", help=due)
    check.add_argument("--blocks", action="store_true", help="print the manual of blocks and fields, and check nothing")
    check.add_argument("--rules", action="store_true", help="print the manual of the rules, and check nothing")
    kiosk = command("kiosk", "write what a site installs for a waiting room, and change nothing")
    kiosk.add_argument("what", choices=("files",), help="what to write")
    kiosk.add_argument("--out", metavar="DIR", required=True, help="the folder to write into")
    kiosk.add_argument("--hours", metavar="08:00-18:30", default=SUPPRESS, help="when the waiting room is open")
    updates = "write the units of ketaguide update too, which fetches content from there"
    kiosk.add_argument("--updates", metavar="URL|DIR", help=updates)
    doctor = command("doctor", "check this machine: what is right, what is wrong, what a person must check")
    doctor.add_argument("--kiosk", dest="rows", action="store_const", const="kiosk", help="the rows of a waiting room too")
    doctor.add_argument("--format", choices=("table", "json"), default="table", help="how to print the rows")
    pack = command("pack", "write a guide's content into one file, to be signed and sent to many places")
    pack.add_argument("folder", nargs="?", metavar="DIR", help="a content folder; without one, that of --content")
    pack.add_argument("--out", metavar="FILE.pack", required=True, help="the file to write")
    pack.add_argument("--version", dest="number", metavar="N", type=int, help="its version, a number that only rises")
    after = "the pack before, or the published folder that holds it: the new version is one more, or above it with --version"
    pack.add_argument("--after", metavar="FILE|DIR", help=after)
    fleet = command("fleet", "sign a guide's packs for many places, and publish them: docs/updates.md")
    if has_steps:
        _fleet_steps(fleet)
    update = command("update", "fetch content that an editor and a clinician have signed, check it and install it")
    source = "where it is published: an https address, or a folder such as a USB stick"
    update.add_argument("--from", dest="source", metavar="URL|DIR", required=True, help=source)
    installs = "the folder to install into (/var/lib/ketaguide-content); waiting rooms read DIR/current.pack"
    update.add_argument("--into", metavar="DIR", help=installs)
    root = "the root.json that the publisher gave you by hand (/etc/ketaguide/root.json); trust begins with it each time"
    update.add_argument("--root", metavar="FILE", help=root)
    update.add_argument("--guide", metavar="ID", help="the guide's id, where several are published")
    schema = command("schema", "print the JSON Schema of the content files, for editors")
    schema.add_argument("--write", action="store_true", help="write it into the content folder instead, a file for each kind")
    command("preview", "show the guide, and reload it with its problems whenever a content file changes")
    starts = "write a small guide to begin from, an edition and its translator's worksheet, or the skeleton of a page"
    new = command("new", starts)
    new.add_argument("kind", choices=("guide", "edition", "section"), help="what to write")
    of_page = "of a guide, the new folder; else the name of its folder or file: small letters, digits and hyphens"
    new.add_argument("id", metavar="DIR|ID", help=of_page)
    new.add_argument("--base", metavar="ID", help="with edition: what it is made from, if not the first edition")
    new.add_argument("--language", metavar="TAG", help="with edition: its language, such as cy or ar, if its ID is not that")
    edition = command("edition", "translate an edition by a worksheet, for a spreadsheet program or a text editor")
    edition.add_argument("action", choices=("worksheet", "import"), help="renew the worksheet, or read it into the edition")
    edition.add_argument("what", metavar="ID|FILE", help="the edition, or the filled worksheet")
    edition.add_argument("--from", dest="old", metavar="FILE", help="with worksheet: keep the translations of this one")
    site = command("site", "write the guide as web pages, for any web server or for one file to give away")
    site.add_argument("out", nargs="?", metavar="OUT", help="a folder, which only this command may have made")
    site.add_argument("--url", metavar="URL", help="where the pages will stand, to be printed on them")
    site.add_argument("--single", metavar="FILE.html", help="write the whole guide into one file instead")
    site.add_argument("--large", action="store_true", help="with --single: in large print")
    return parser


def _fleet_steps(fleet: ArgumentParser) -> None:
    """Add the steps of `ketaguide fleet`."""
    steps = fleet.add_subparsers(title="steps", metavar="STEP", dest="step", required=True)

    def step(name: str, help_: str, folder: str = "the signing folder, which people hand to each other") -> ArgumentParser:
        sub = steps.add_parser(name, help=help_, description=help_, formatter_class=_Help)
        sub.add_argument("name" if name == "key" else "folder", metavar="NAME" if name == "key" else "DIR", help=folder)
        return sub

    def secret(sub: ArgumentParser, *, key: bool = True) -> None:
        if key:
            sub.add_argument("--key", metavar="FILE", required=True, help="your private key")
        unattended = "read the passphrase from this file, which its owner alone can read; else it is asked on the terminal"
        sub.add_argument("--passphrase-file", metavar="FILE", help=unattended)

    def people(sub: ArgumentParser) -> None:
        for name, what in (
            ("editor", "of an editor, who signs packs"),
            ("clinician", "of a clinician, who signs the same packs"),
            ("owner", "of someone who signs changes of keys only, such as a spare key in a safe"),
            ("online", "for publishing, kept on the computer that publishes"),
        ):
            repeated = f"public key {what}; may be repeated"
            sub.add_argument(f"--{name}", metavar="FILE.pub", action="append", default=[], help=repeated)
        needed = "people who must sign for changes of keys: at least 2, which it is at first"
        sub.add_argument("--threshold", metavar="N", type=int, help=needed)

    key = step("key", "make a key of your own, on your own computer", "your name or office, which everybody can read: editor-1")
    private = "the private key; the public one is written beside it as FILE.pub"
    key.add_argument("--out", metavar="FILE", required=True, help=private)
    secret(key, key=False)
    people(step("init", "begin a signing folder with the public keys of its people", "a new folder"))
    sign = step("sign", "sign what waits for your key; with --pack, propose a new pack first")
    sign.add_argument("--pack", metavar="FILE.pack", help="a pack that ketaguide pack wrote")
    secret(sign)
    rotate = step("rotate", "change keys, or with no change renew the signatures of all people for a year")
    people(rotate)
    remove = "take out the key of this name; may be repeated"
    rotate.add_argument("--remove", metavar="NAME", action="append", default=[], help=remove)
    writes = "check all signatures and write static files for a web server or a USB stick; at least once a month"
    publish = step("publish", writes)
    renew = "sign what is published again, for 45 days more, whatever still waits for signatures"
    publish.add_argument("--renew", action="store_true", help=renew)
    publish.add_argument("--to", metavar="DIR", help="copy them into this folder too, in the right order")
    secret(publish)
    status = step("status", "print who must still sign, and what expires when; exit code 1 if something is due")
    status.add_argument("--format", choices=("text", "json"), default="text", help="how to print it")


def _common(parser: ArgumentParser, *, first: bool = False) -> None:
    """Add options allowed before or after the command; a subparser's default must not undo what stood before it."""
    nothing: str | None = None if first else SUPPRESS
    short: bool | str = False if first else SUPPRESS
    parser.add_argument("--content", metavar="DIR|PACK", default=nothing, help="read the guide from this folder or pack")
    parser.add_argument("--nation", metavar="ID", default=nothing, help="show services of this nation, such as scotland")
    parser.add_argument("--site", metavar="FILE", default=nothing, help="show the contacts of the place this file describes")
    parser.add_argument("--printer", metavar="NAME", default=nothing, help="let the reader print on this printer")
    edition = "read this edition: the name of its folder in the content"
    parser.add_argument("--edition", metavar="ID", default=nothing, help=edition)
    parser.add_argument("--short", action="store_true", default=short, help="read the short and simple pages")
    parser.add_argument("--easy", dest="short", nargs=0, action=_Renamed, default=short, help=SUPPRESS)
