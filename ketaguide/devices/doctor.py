"""Read-only checks of the machine: passes, failures, and checks for a person."""

import configparser
import locale
import os
import re
import shlex
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from ketaguide.devices import printer, speech

State = Literal["pass", "fail", "look"]

SMALLEST = (43, 13)
"""Columns and rows; a smaller terminal shows only the crisis banner."""
COMFORTABLE = (80, 22)
SYSTEMD = ("etc/systemd", "run/systemd", "usr/lib/systemd")
"""Folders in which systemd finds units and settings, in its order: by hand, until the next start, by a package."""
UNIT = "etc/systemd/system/ketaguide-kiosk.service"
PACKAGED_UNIT = "usr/lib/systemd/system/ketaguide-kiosk.service"
OPTIONS = "etc/default/ketaguide-kiosk"
"""Further options of the packaged unit."""
ENABLED = "etc/systemd/system/multi-user.target.wants/ketaguide-kiosk.service"
UPDATES_ENABLED = "etc/systemd/system/timers.target.wants/ketaguide-update.timer"
DESKTOP = "etc/systemd/system/display-manager.service"
PROGRAMS = ("usr/bin/cage", "usr/bin/foot", "usr/bin/Xwayland")
"""Programs of build (a); cage does not start without Xwayland, though nothing uses it."""
KEYMAP_PROGRAM = "usr/bin/loadkeys"
FOOT_DEFAULTS = "etc/xdg/foot/foot.ini"
"""File of foot's package that lists its default bindings as comments; a newer foot may have more."""
_BINDING = re.compile(r"# ?([a-z-]+)=(.+)")
UNIT_LINES = (
    *("Type=notify", "Restart=always", "StartLimitIntervalSec=0", "NoNewPrivileges=yes", "PrivateNetwork=yes"),
    *("ProtectSystem=strict", "NoExecPaths=/", "TTYVTDisallocate=yes", "WatchdogSec=20", "MemoryDenyWriteExecute=yes"),
    *("DevicePolicy=closed", "CapabilityBoundingSet=", "User=kiosk"),
)
MASKED = (
    *(f"getty@tty{number}.service" for number in range(1, 7)),
    *("ctrl-alt-del.target", "kbrequest.target", "emergency.target", "rescue.target"),
)
FONTS = ("usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf", "usr/share/fonts/dejavu-sans-mono-fonts/DejaVuSansMono.ttf")


class DoctorRow(NamedTuple):
    """Result of one check."""

    name: str
    state: State
    said: str
    """Finding, or the cure for a failure."""


def row(name: str, holds: bool, well: str, ill: str, otherwise: State = "fail") -> DoctorRow:
    """The result of a check with two outcomes: it holds, or it fails or needs a person."""
    return DoctorRow(name, "pass", well) if holds else DoctorRow(name, otherwise, ill)


class Machine(NamedTuple):
    """File system root and environment to check; tests replace them."""

    root: Path = Path("/")
    env: Mapping[str, str] = os.environ

    def text(self, path: str) -> str | None:
        """Return a file's text, or None if it cannot be read."""
        try:
            return (self.root / path).read_text(errors="replace")
        except OSError:
            return None

    def settings(self, folder: str) -> dict[str, str]:
        """Return the `Name=value` settings of systemd's drop-in folders of this name; the last value of a name wins.

        A file hides those of its name in later folders.
        """
        found: dict[str, str] = {}
        paths = {path.name: path for place in reversed(SYSTEMD) for path in (self.root / place / folder).glob("*.conf")}
        for _, path in sorted(paths.items()):
            for line in (self.text(str(path.relative_to(self.root))) or "").splitlines():
                name, equals, value = line.partition("=")
                if equals and not line.startswith(("#", ";")):
                    found[name.strip()] = value.strip()
        return found


def machine_rows(machine: Machine, queue: str = "") -> Iterator[DoctorRow]:
    """Yield the checks for any machine; `queue` is the site's printer, empty for none."""
    term = machine.env.get("TERM", "")
    tty = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    if tty:
        yield DoctorRow("terminal", "pass" if term not in ("", "dumb") else "fail", f"TERM is {term or 'not set'}")
        yield _size(*os.get_terminal_size())
    else:
        yield DoctorRow("terminal", "look", "this is not a terminal: run the doctor where the guide is to be shown")
    if machine.env.get("COLORTERM", "") in ("truecolor", "24bit") or term.startswith("foot"):
        yield DoctorRow("colours", "pass", "all")
    else:
        yield row("colours", "256" in term, "256", "16: use the Plain colours", "look")
    utf8 = locale.getpreferredencoding(False).lower().replace("-", "") == "utf8"
    yield row("letters", utf8, "UTF-8", "set LANG=C.UTF-8")
    if term == "linux":
        yield DoctorRow(
            "font", "look", "a console font: setfont Uni2-Terminus32x16, and look whether the letters are large enough"
        )
    else:
        has_font = any((machine.root / path).is_file() for path in FONTS)
        yield row("font", has_font, "DejaVu Sans Mono", "install fonts-dejavu-core", "look")
    yield _speech(speech.voices())
    if queue:
        has_lp = any(os.access(path, os.X_OK) for path in printer.PROGRAMS)
        yield DoctorRow(
            "printer", "look" if has_lp else "fail", f"print a page on {queue}" if has_lp else "install cups-client"
        )


def _speech(voices: list[speech.Voice]) -> DoctorRow:
    """Test every voice with a muted word: an installed program may still hang or find no sound card."""
    if not voices:
        return DoctorRow("speech", "fail", f"install {speech.PACKAGE}")
    works = {voice.name: voice.works() for voice in voices}
    working, failing = (", ".join(name for name, does in works.items() if does is state) for state in (True, False))
    if failing and not working:
        return DoctorRow("speech", "fail", f"{failing} cannot speak: connect a loudspeaker or headset, and try again")
    if failing:
        return DoctorRow("speech", "fail", f"{working} speaks; {failing} does not, and is waited for: remove it, or mend it")
    return DoctorRow("speech", "pass", f"{working} speaks")


def _size(columns: int, rows: int) -> DoctorRow:
    said = f"{columns} by {rows}"
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return DoctorRow("size", "fail", f"{said}: too small for more than the crisis banner")
    enough = columns >= COMFORTABLE[0] and rows >= COMFORTABLE[1]
    return row("size", enough, said, f"{said}: smaller than 80 by 22, more scrolling", "look")


def kiosk(machine: Machine) -> Iterator[DoctorRow]:
    """Yield the checks for a kiosk."""
    unit = machine.text(UNIT) or machine.text(PACKAGED_UNIT)
    yield _unit(unit, [path.name for path in (machine.root / f"{UNIT}.d").glob("*.conf")])
    yield row("starts at boot", (machine.root / ENABLED).is_symlink(), "enabled", "systemctl enable ketaguide-kiosk")
    wanted = PROGRAMS if unit is None or "/foot" in unit else (KEYMAP_PROGRAM,)
    missing = [f"/{path}" for path in wanted if not (machine.root / path).exists()]
    yield row("programs", not missing, "all there", f"missing: {', '.join(missing)}")
    desktop = (machine.root / DESKTOP).is_symlink() or (machine.root / DESKTOP).exists()
    yield row("desktop", not desktop, "none", "remove it: it takes the screen")
    for name in MASKED:
        paths = (machine.root / place / "system" / name for place in SYSTEMD)
        masked = any(path.is_symlink() and str(path.readlink()) == "/dev/null" for path in paths)
        yield row(f"mask {name}", masked, "masked", f"systemctl mask {name}")
    sysrq = (machine.text("proc/sys/kernel/sysrq") or "").strip()
    yield DoctorRow(
        "kernel.sysrq", "pass" if sysrq == "0" else "fail", f"{sysrq or 'unknown'}; 0 is safe: 90-ketaguide-kiosk.conf"
    )
    logind, manager = (machine.settings(f"{name}.conf.d") for name in ("logind", "system"))
    for name in ("NAutoVTs", "ReserveVT"):
        yield _setting(logind, name, "0", "logind.conf")
    yield _setting(manager, "CtrlAltDelBurstAction", "none", "system.conf")
    if unit is not None and "/foot" in unit:
        yield _foot(machine, unit)
    elif unit is not None:
        yield DoctorRow("keymap", "look", "press Alt with each function key: nothing may happen. Else loadkeys kiosk.map")
    options = [line for line in (machine.text(OPTIONS) or "").splitlines() if line.startswith("KIOSK_OPTIONS=")]
    if unit is not None and any("/current.pack" in one for one in (unit, *(options if "$KIOSK_OPTIONS" in unit else ()))):
        at_night = (machine.root / UPDATES_ENABLED).is_symlink()
        by_hand = "by hand: bring a stick in time, or systemctl enable --now ketaguide-update.timer"
        yield row("updates by timer", at_night, "each night", by_hand, "look")
    yield from (DoctorRow(name, "look", said) for name, said in MANUAL_CHECKS.items())


MANUAL_CHECKS = {
    "boot": "no menu, a GRUB password, root locked, a firmware password and Secure Boot",
    "cold boot": "film it once from power on: no prompt may show before the guide",
    "ports": "no free socket can be reached; USBGuard allows this keyboard and this screen alone",
    "screen": "letters at least 6 mm high at 50 cm; a privacy filter; the room cannot read it",
    "headphones": "a socket or a handset, so that speech is heard by one person",
    "hand gel": "beside the screen, and somebody who cleans it every day",
    "who looks after it": "a named person, and a day each month on which they look",
}
"""Checks that only a person can make."""


def _unit(text: str | None, beside: list[str]) -> DoctorRow:
    if text is None:
        return DoctorRow("unit", "fail", f"/{UNIT} is not there: ketaguide kiosk files")
    if beside:
        return DoctorRow("unit", "fail", f"changed by /{UNIT}.d/{beside[0]}: read it and remove it")
    lacking = [line for line in UNIT_LINES if line not in text.splitlines()]
    return row("unit", not lacking, "installed and locked down", f"lacks {', '.join(lacking)}")


def _setting(found: Mapping[str, str], name: str, wanted: str, file: str) -> DoctorRow:
    value = found.get(name)
    return DoctorRow(name, "pass" if value == wanted else "fail", f"{name}={value}" if value else f"not set: install {file}")


def _foot(machine: Machine, unit: str) -> DoctorRow:
    words = [word for line in unit.splitlines() if line.startswith("ExecStart=") for word in shlex.split(line)]
    path = next((word.partition("=")[2] for word in words if word.startswith("--config=")), "")
    path = path.replace("%%", "%").replace("$$", "$")
    text = machine.text(path.lstrip("/")) if path else None
    if text is None:
        return DoctorRow("foot.ini", "fail", f"{path or 'the unit names no --config'}: cannot be read")
    parser = configparser.ConfigParser(interpolation=None, strict=False, delimiters=("=",))
    try:
        parser.read_string(text)
    except configparser.Error:
        return DoctorRow("foot.ini", "fail", f"{path} cannot be understood")
    bindings = ("key-bindings", "search-bindings", "url-bindings", "mouse-bindings")
    absent = [name for name in bindings if not parser.has_section(name)]
    bound = [(name, key, value) for name in bindings if name not in absent for key, value in parser[name].items()]
    left = [f"{name}.{key}" for name, key, value in bound if value != "none"]
    if parser.get("scrollback", "lines", fallback="") != "0":
        left.append("scrollback.lines")
    theirs = [(name, key) for name, key in _default_bindings(machine.text(FOOT_DEFAULTS) or "") if name in bindings]
    left += [f"{name}.{key}" for name, key in theirs if name not in absent and key not in parser[name]]
    wrong = absent + left
    return row("foot.ini", not wrong, "no binding is left", f"set to none: {', '.join(wrong)}")


def _default_bindings(text: str) -> Iterator[tuple[str, str]]:
    """Yield section and name of foot's default bindings; bindings with a command are examples and are skipped."""
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        elif (found := _BINDING.match(line)) and found[2] != "none" and not found[2].startswith("["):
            yield section, found[1]
