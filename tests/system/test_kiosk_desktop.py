"""The real kiosk on cage and foot with a headless output, and a screenshot of it."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ketaguide.commands.kiosk import filled
from ketaguide.tui.theme import PALETTES

from .runs import AS_THE_UNIT, ROOT, may_use
from .terminal import DEADLINE

PROGRAMS = ("cage", "foot", "grim", *(["setpriv"] if os.getuid() == 0 else []))
ATTEMPTS = 6
UNIT = "ketaguide-kiosk-cage.service"
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


def somebody() -> int | None:
    """An ordinary user for cage to run as; None where the tests already run as one."""
    return pwd.getpwnam("nobody").pw_uid if os.getuid() == 0 else None


def may(user: int | None) -> list[str]:
    """Prefix of a command that runs as that user, who gets access to root's home if this Python is installed there."""
    if user is None:
        return []
    read = "dac_read_search"
    who = [f"--reuid={user}", f"--regid={pwd.getpwuid(user).pw_gid}", "--clear-groups"]
    return ["setpriv", *who, f"--inh-caps=+{read}", f"--ambient-caps=+{read}", "--"]


def closed(unit: Path, run: Path, user: int | None) -> list[str]:
    """The unit's own command, where only its own programs can be run and nothing be written; else the bare programs."""
    if may_use("unshare", "--mount", "true"):
        in_front = may(user)
        return [*AS_THE_UNIT, str(unit), str(run), *(str(shutil.which(word)) for word in in_front[:1]), *in_front[1:]]
    terminal = ["cage", "-d", "--", "foot", f"--config={unit.with_name('foot.ini')}"]
    return [*may(user), *terminal, sys.executable, "-m", "ketaguide", "--kiosk"]


class Desk:
    """cage with foot with the guide, as their unit starts them, on a headless output of 1280 by 720."""

    def __init__(self, folder: Path) -> None:
        self.user = somebody()
        self.run = folder / "run"
        self.run.mkdir(mode=0o700)
        texts = filled(folder)
        for name in ("foot.ini", UNIT):
            (folder / name).write_text(texts[name])
        self.env = {
            "PATH": "/usr/bin:/bin", "HOME": str(self.run), "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(self.run),
            "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1",
            "PYTHONDONTWRITEBYTECODE": "1", "NOTIFY_SOCKET": str(folder / "notify"),
        }  # fmt: skip
        for path in (folder, *folder.parents[:3]):
            path.chmod(0o755)
        if self.user is not None:
            os.chown(self.run, self.user, -1)
        command = closed(folder / UNIT, self.run, self.user)
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify.bind(str(folder / "notify"))
        self.notify.setblocking(False)
        (folder / "notify").chmod(0o777)
        self.log = (folder / "log").open("wb")
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.env, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            start_new_session=True,
        )  # fmt: skip

    def seen(self) -> bytes:
        """Screenshot taken after the guide has reported that it is ready and alive.

        Takes screenshots continuously: on a headless output nothing else makes cage draw the next frame.
        """
        said, picture, deadline = b"", b"", time.monotonic() + DEADLINE
        while b"WATCHDOG=1" not in said:
            assert time.monotonic() < deadline, f"the guide never said that it was ready: {self.said()}"
            picture = self.picture()
            with suppress(BlockingIOError):
                said += self.notify.recv(100)
        assert b"READY=1" in said
        return self.picture() or picture

    def said(self) -> str:
        """Error messages of cage and foot."""
        return Path(self.log.name).read_text()[-2000:]

    def picture(self) -> bytes:
        """Screenshot as a portable pixmap; empty while there is no output yet."""
        sockets = [path.name for path in self.run.glob("wayland-*") if not path.name.endswith(".lock")]
        if not sockets:
            return b""
        env = {**self.env, "WAYLAND_DISPLAY": sockets[0]}
        done = subprocess.run([*may(self.user), "grim", "-t", "ppm", "-"], env=env, capture_output=True, check=False)
        return done.stdout if done.returncode == 0 else b""

    def close(self) -> None:
        """End all of it."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self.log.close()
        self.notify.close()


def pixels(picture: bytes) -> tuple[int, int, bytes]:
    """Width, height and the colours of a portable pixmap, three bytes each."""
    _, size, _, colours = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, height, colours


def rows_with(picture: bytes, colour: str) -> list[int]:
    """Rows that hold a colour in at least half of their pixels."""
    width, height, colours = pixels(picture)
    wanted = bytes.fromhex(colour.removeprefix("#"))
    lines = (colours[row * width * 3 : (row + 1) * width * 3] for row in range(height))
    counts = (sum(line[at : at + 3] == wanted for at in range(0, len(line), 3)) for line in lines)
    return [row for row, count in enumerate(counts) if count > width // 2]


def seen_on_a_desk(folder: Path) -> bytes:
    """Screenshot of the first session that draws: wlroots 0.15 sometimes loses a headless frame and stops drawing."""
    red, complaints = PALETTES["day"]["banner"], ""
    for attempt in range(ATTEMPTS):
        place = folder / str(attempt)
        place.mkdir()
        desk = Desk(place)
        try:
            picture = desk.seen()
            complaints = desk.said()
            assert desk.process.poll() is None
        finally:
            desk.close()
        if rows_with(picture, red):
            return picture
    raise AssertionError(f"no banner was seen on any of {ATTEMPTS} desks: {complaints}")


def test_a_kiosk_on_a_real_desktop_shows_the_red_banner_and_its_words(tmp_path: Path) -> None:
    picture = seen_on_a_desk(tmp_path)
    width, height, colours = pixels(picture)
    assert (width, height) == (1280, 720)
    banner, below = rows_with(picture, PALETTES["day"]["banner"]), rows_with(picture, PALETTES["day"]["page"])
    assert 20 <= len(banner) <= 160, "the banner stands in one to three rows of text"
    assert banner[-1] < height // 3 < below[-1]
    on_banner = colours[banner[0] * width * 3 : (banner[-1] + 1) * width * 3]
    white = bytes.fromhex(PALETTES["day"]["on-banner"].removeprefix("#"))
    assert sum(on_banner[at : at + 3] == white for at in range(0, len(on_banner), 3)) > 200, "who to call stands in the banner"
    writer = [colours[at : at + 3] for at in range((banner[-1] + 1) * width * 3, len(colours), 3)]
    heading = bytes.fromhex(PALETTES["day"]["heading"].removeprefix("#"))
    assert writer.count(heading) > 50, "the title of the waiting screen is drawn in the colour of headings"
