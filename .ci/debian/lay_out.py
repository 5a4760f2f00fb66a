"""Writes what the Debian package holds beside the environment in /opt, whose Python runs this: units, settings, site file."""

import os
import shutil
import sys
from pathlib import Path

from ketaguide.commands.kiosk import filled

HERE = Path(__file__).parent
ETC = Path("/etc/ketaguide")
SITE = f"--site {ETC / 'site.yaml'}"
SOURCE = "https://updates.invalid"
PLACES = {
    "foot.ini": "etc/ketaguide",
    "kiosk.map": "usr/share/ketaguide",
    "site-example.yaml": "usr/share/doc/ketaguide",
    "90-ketaguide-kiosk.conf": "usr/lib/sysctl.d",
    "logind.conf": "usr/lib/systemd/logind.conf.d/ketaguide-kiosk.conf",
    "system.conf": "usr/lib/systemd/system.conf.d/ketaguide-kiosk.conf",
}
"""Where each file of `ketaguide kiosk files` stands; units stand with the other units, and install.txt is done already."""
UNITS = "usr/lib/systemd/system"


def main(stage: Path) -> None:
    """Write every file below `stage`."""
    for name, text in filled(ETC, SITE.split(), SOURCE).items():
        if name.endswith((".service", ".timer")):
            _write(stage / UNITS / name.replace("-cage", ""), _of_package(text))
        elif place := PLACES.get(name):
            path = stage / place
            _write(path if path.suffix == ".conf" else path / name, text)
    _write(stage / UNITS / "ketaguide-kiosk-lock.service", (HERE / "ketaguide-kiosk-lock.service").read_text())
    _write(stage / "etc/ketaguide/site.yaml", (HERE / "site.yaml").read_text())
    _write(stage / "etc/default/ketaguide-kiosk", (HERE / "default").read_text())
    (stage / "usr/bin").mkdir(parents=True)
    (stage / "usr/bin/ketaguide").symlink_to("/opt/ketaguide/bin/ketaguide")
    for name in ("CHANGELOG.md", "docs/kiosk.md", "docs/updates.md"):
        if (path := HERE.parents[1] / name).is_file():
            shutil.copy(path, stage / "usr/share/doc/ketaguide" / path.name)


def _of_package(unit: str) -> str:
    """A unit with the options of /etc/default and the keymap of the package; a kiosk closes every other terminal."""
    unit = unit.replace(SITE, f"{SITE} $KIOSK_OPTIONS").replace(str(ETC / "kiosk.map"), "/usr/share/ketaguide/kiosk.map")
    unit = unit.replace("[Service]\n", "[Service]\nEnvironmentFile=-/etc/default/ketaguide-kiosk\n", 1)
    unit = unit.replace(SOURCE, "${UPDATES_FROM}")
    if "--kiosk" in unit:
        lock = "ketaguide-kiosk-lock.service"
        unit = unit.replace("[Unit]\n", f"[Unit]\nRequires={lock}\nAfter={lock}\n", 1)
    return unit.replace(f"file://{ETC}/install.txt", "file:///usr/share/doc/ketaguide/kiosk.md")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    os.umask(0o022)
    main(Path(sys.argv[1]))
