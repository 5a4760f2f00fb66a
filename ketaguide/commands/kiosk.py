"""`ketaguide kiosk files`: writes the files that a technician installs for a kiosk, with the paths of this machine."""

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
from ketaguide.errors import UsageError, WriteError
from ketaguide.fleet.addresses import require_https
from ketaguide.paths import CONTENT_PLACE, CURRENT, ROOT_FILE, deploy_dir
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
"""Templates, each written under its own name; none has a name that a site uses for its own files."""
UPDATE_FILES = ("ketaguide-update.service", "ketaguide-update.timer")
"""Templates that are written too if content is to come by updates."""
MEMORY = {"ketaguide-kiosk-tty.service": "300M", "ketaguide-kiosk-cage.service": "600M"}
FAMILIES = {"ketaguide-kiosk-cage.service": "AF_UNIX AF_NETLINK"}
"""Socket families of a unit; cage learns of input devices over netlink. Other units get AF_UNIX alone."""
FONT_SIZE = 26
"""Pixels: DejaVu Sans Mono then has 80 columns and 22 rows at 1280 by 720; 0.7° high on 21.5 inches at 50 cm."""
_QUOTED = re.compile(r"""[^-A-Za-z0-9_%$./:,@=+]|^$""", re.ASCII)
"""Matches a word of a systemd unit that needs quotes."""
FUNCTION_KEYS = (*range(59, 69), 87, 88)
"""Linux key codes of F1 to F12."""


def run(args: Namespace) -> None:
    """Write every file into the --out folder and print their paths."""
    out = Path(args.out).absolute()
    texts = {name: text.encode() for name, text in filled(out, options(args), args.updates).items()}
    try:
        if theirs := [name for name in texts if (out / name).exists() and not (out / "install.txt").exists()]:
            raise UsageError(f"{out / theirs[0]} was not written by ketaguide kiosk files; choose a new folder with --out")
        out.mkdir(parents=True, exist_ok=True)
        atomic.write_files(out, texts)
    except OSError as error:
        raise WriteError(f"{out} cannot be written: {error.strerror}") from error
    streams.say("\n".join(str(out / name) for name in texts))
    streams.eprint(f"Nothing on this machine was changed. Read {out / 'install.txt'} next.")


def options(args: Namespace) -> list[str]:
    """Return the arguments with which units start the kiosk. UsageError for hours or a printer that would fail at start."""
    given: list[str] = []
    content = str(CONTENT_PLACE / CURRENT) if args.updates else args.content
    if args.updates and "://" in args.updates:
        require_https(args.updates)
    if args.updates and args.content:
        raise UsageError("--updates and --content name two places to read content from; leave one out")
    for name, path in (("--content", content), ("--site", args.site)):
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
    return [*given, *(["--short"] if args.short else [])]


def filled(out: Path, arguments: Sequence[str] = (), updates: str | None = None) -> dict[str, str]:
    """Return the filled-in templates by name; the units start the kiosk with `arguments`, and update it from `updates`."""
    prefixes = dict.fromkeys((sys.prefix, sys.base_prefix)) if sys.base_prefix != "/usr" else (sys.prefix,)
    is_in_a_home = any(Path(one).is_relative_to(home) for one in prefixes for home in ("/home", "/root", "/run/user"))
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
        "protect_home": "read-only" if is_in_a_home else "yes",
        "font_size": str(FONT_SIZE),
        "consoles": _consoles(),
        "source": _argument((updates if "://" in updates else str(Path(updates).absolute())) if updates else ""),
        "content_place": _argument(str(CONTENT_PLACE)),
        "root_file": _argument(str(ROOT_FILE)),
    }
    values["updates"] = _template("install-updates.txt").substitute(values) if updates else ""
    texts = {}
    for name in (*FILES, *(UPDATE_FILES if updates else ())):
        part = _template("hardening").substitute(values, memory=MEMORY.get(name, ""), families=FAMILIES.get(name, "AF_UNIX"))
        texts[name] = _template(name).substitute(values, hardening=part.rstrip())
    return texts


def _word(text: str) -> str:
    """Escape a word for a systemd unit. UsageError for characters no unit can hold, such as a line break."""
    if not text.isprintable():
        raise UsageError(f"{text[:200]!a} cannot stand in a systemd unit; choose a name of letters, digits and plain signs")
    text = text.replace("%", "%%")
    if not _QUOTED.search(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _argument(text: str) -> str:
    """Escape a word of a unit's command, in which systemd also expands $NAME."""
    return _word(text.replace("$", "$$"))


def _template(name: str) -> Template:
    return Template((deploy_dir() / name).read_text(encoding="utf-8"))


def _consoles() -> str:
    """Return keymap lines that disable switching terminals by Alt and a function key."""
    held = ("alt", "control alt", "altgr", "altgr control", "shift alt", "shift control alt")
    return "\n".join(f"{keys} keycode {code} = VoidSymbol" for keys in held for code in FUNCTION_KEYS)
