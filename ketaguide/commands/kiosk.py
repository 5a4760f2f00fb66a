"""`ketaguide kiosk files`: what a site installs for a waiting room, with the paths of this machine. It installs nothing."""

import os
import re
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from string import Template

from ketaguide import atomic, streams
from ketaguide.devices.printer import NAME
from ketaguide.errors import Exit, UsageError, WriteError
from ketaguide.paths import deploy_dir
from ketaguide.session.idle import Hours

FILES = (
    "ketaguide-kiosk-tty.service",
    "ketaguide-kiosk-cage.service",
    "foot.ini",
    "90-ketaguide-kiosk.conf",
    "logind.conf",
    "system.conf",
    "kiosk.map",
    "site-example.yaml",
    "install.txt",
)
"""Templates, each written out under its own name, and none under a name that a site gives its own files."""
HARDENING = "hardening"
"""A part of both units."""
MEMORY = {"ketaguide-kiosk-tty.service": "300M", "ketaguide-kiosk-cage.service": "600M"}
FAMILIES = {"ketaguide-kiosk-cage.service": "AF_UNIX AF_NETLINK"}
"""Cage is told by the kernel over netlink which input devices there are; the other unit needs local sockets alone."""
FONT_SIZE = 26
"""Pixels. On 1280 by 720 this gives DejaVu Sans Mono 80 columns and 22 rows; on 21.5 inches at 50 cm, letters of 0.7°."""
_QUOTED = re.compile(r"""[^-A-Za-z0-9_%$./:,@=+]|^$""", re.ASCII)
"""What makes a word of a unit stand in quotes."""
FUNCTION_KEYS = (*range(59, 69), 87, 88)
"""The kernel's numbers of F1 to F12."""


def run(args: Namespace) -> int:
    """Write every file into the folder asked for, and say so."""
    out = Path(args.out).absolute()
    texts = {name: text.encode() for name, text in filled(out, options(args)).items()}
    try:
        if theirs := [name for name in texts if (out / name).exists() and not (out / "install.txt").exists()]:
            raise UsageError(f"{out / theirs[0]} was not written by ketaguide kiosk files; choose a new folder with --out")
        out.mkdir(parents=True, exist_ok=True)
        atomic.write_files(out, texts)
    except OSError as error:
        raise WriteError(f"{out} cannot be written: {error.strerror}") from error
    streams.say("\n".join(str(out / name) for name in texts))
    streams.eprint(f"Nothing on this machine was changed. Read {out / 'install.txt'} next.")
    return Exit.FINE


def options(args: Namespace) -> list[str]:
    """What was asked for that the kiosk is to be started with. UsageError for hours that are none: it would never start."""
    given: list[str] = []
    for name, path in (("--content", args.content), ("--site", args.site)):
        given += [name, str(Path(path).absolute())] if path else []
    if args.hours:
        try:
            Hours.parse(args.hours)
        except ValueError as error:
            raise UsageError(f"--hours: {error}") from None
    if args.printer and not NAME.fullmatch(args.printer):
        raise UsageError(f"--printer: {args.printer[:40]!a} cannot be the name of a printer; write it as lpstat -e prints it")
    for name, value in (("--nation", args.nation), ("--printer", args.printer), ("--hours", args.hours)):
        given += [name, value] if value else []
    return [*given, *(["--easy"] if args.easy else [])]


def filled(out: Path, arguments: Sequence[str] = ()) -> dict[str, str]:
    """Every file with the paths of this machine, by name; the units start the kiosk with these arguments."""
    prefixes = dict.fromkeys((sys.prefix, sys.base_prefix)) if sys.base_prefix != "/usr" else (sys.prefix,)
    values = {
        "shell_out": quote(str(out)),
        "shell_python": quote(sys.executable),
        "docs": (out / "install.txt").as_uri().replace("%", "%%"),
        "foot_config": _argument(f"--config={out / 'foot.ini'}"),
        "keymap": _argument(str(out / "kiosk.map")),
        "python": _argument(sys.executable),
        "interpreter": _word(os.path.realpath(sys.executable)),
        "prefix": " ".join(map(_word, prefixes)),
        "arguments": " ".join(map(_argument, arguments)),
        "speech": "-/usr/bin/espeak-ng -/usr/bin/lp",
        "audio_device": "DeviceAllow=char-alsa rw",
        "protect_home": "read-only" if _in_a_home(sys.prefix, sys.base_prefix) else "yes",
        "font_size": str(FONT_SIZE),
        "consoles": _consoles(),
    }
    texts = {}
    for name in FILES:
        part = _template(HARDENING).substitute(values, memory=MEMORY.get(name, ""), families=FAMILIES.get(name, "AF_UNIX"))
        texts[name] = _template(name).substitute(values, hardening=part.rstrip())
    return texts


def _word(text: str) -> str:
    """A word of a unit, which systemd reads back as it was. UsageError for what no unit can hold, such as a new line."""
    if not text.isprintable():
        raise UsageError(f"{text[:200]!a} cannot stand in a systemd unit; choose a name of letters, digits and plain signs")
    text = text.replace("%", "%%")
    if not _QUOTED.search(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _argument(text: str) -> str:
    """A word of a unit's command, in which systemd would put the value of $NAME."""
    return _word(text.replace("$", "$$"))


def _template(name: str) -> Template:
    return Template((deploy_dir() / name).read_text(encoding="utf-8"))


def _in_a_home(*folders: str) -> bool:
    return any(Path(folder).is_relative_to(home) for folder in folders for home in ("/home", "/root", "/run/user"))


def _consoles() -> str:
    """Lines of the keymap: no key with Alt or Control changes to another terminal."""
    held = ("alt", "control alt", "altgr", "altgr control", "shift alt", "shift control alt")
    return "\n".join(f"{keys} keycode {code} = VoidSymbol" for keys in held for code in FUNCTION_KEYS)
