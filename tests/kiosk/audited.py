"""The kiosk under an audit hook, in its own terminal; run by the fuzzer, never by a person.

SIGUSR1 lets an hour pass. What it must never do is written to the file named first: a line a fact. A folder named second
holds a site file and stand-ins for its printer and a voice, which are then all that it may start.
"""

import os
import signal
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import Any, TextIO

FORBIDDEN = (
    "os.fork", "os.forkpty", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "subprocess.Popen", "pty.spawn",
    "socket.connect", "socket.bind", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
    "webbrowser.open", "shutil.",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def watch(report: TextIO, devices: Path | None) -> None:
    """Report every file opened for writing, every child process and every network connection, from now on."""
    own = os.ttyname(1)  # the kiosk's own terminal, which it opens again to write without blocking

    def witness(event: str, args: tuple[Any, ...]) -> None:
        if devices and event == "subprocess.Popen" and Path(os.fsdecode(args[0])).parent == devices:
            return
        local = event.startswith("socket.") and str(args[1]).startswith(("/", "b'"))
        file = event == "open" and args[0] not in {os.devnull, own} and not isinstance(args[0], int)  # int: a pipe to a child
        writes = file and isinstance(args[2], int) and args[2] & WRITING
        if writes or (event.startswith(FORBIDDEN) and not local):
            print(event, *map(repr, args[:2]), file=report, flush=True)

    sys.addaudithook(witness)


def _no_voices() -> list[Any]:
    return []


def main(report_path: str, furniture: str = "") -> int:
    """Run the kiosk under watch."""
    devices = Path(furniture) if furniture else None
    report = open(report_path, "a", encoding="utf-8")  # noqa: SIM115, PTH123  (open until the process ends)
    sys.argv = ["ketaguide", "--kiosk"]
    from ketaguide import signals

    signals.prepare_kiosk(sys.argv[1:])

    watch(report, devices)
    hours = 0

    def hour(_number: int, _frame: object) -> None:
        nonlocal hours
        hours += 1

    signal.signal(signal.SIGUSR1, hour)
    from time import monotonic

    from ketaguide.commands.loader import load
    from ketaguide.devices.printer import SECONDS, print_text
    from ketaguide.devices.speech import voices
    from ketaguide.loading.overlay import read_site
    from ketaguide.model.guide import Guide
    from ketaguide.settings import Settings
    from ketaguide.tui import kiosk as module
    from ketaguide.tui.keys import allowed_actions
    from ketaguide.tui.kiosk import KioskApp
    from ketaguide.tui.kiosk_environment import KioskEnvironment
    from ketaguide.tui.run import run_kiosk

    class Watched(KioskApp):
        """A kiosk that has no voice, or a stand-in."""

        find_voices = staticmethod(partial(voices, [devices]) if devices else _no_voices)

        async def _dispatch_action(self, namespace: Any, action_name: str, params: Any) -> bool:
            if namespace is self and action_name not in allowed_actions():
                print("action", action_name, file=report, flush=True)
            return await super()._dispatch_action(namespace, action_name, params)

        seen = 0

        async def tick(self) -> None:
            now = hours
            await super().tick()
            if now > self.seen:
                self.seen = now
                print("hour", file=report, flush=True)

        async def reset(self, guide: Guide | None = None) -> None:
            await super().reset(guide)
            print("reset", file=report, flush=True)

    module.KioskApp = Watched  # type: ignore[misc]
    settings = Settings()
    if devices:
        site = read_site(devices / "site.yaml").site
        assert site, "the site file has faults"
        settings = Settings(site=site, nation=site.nation)
        print_text.__defaults__ = ((devices / "lp",), SECONDS)
    try:
        return run_kiosk(settings, load(settings), KioskEnvironment(clock=lambda: monotonic() + 3600.0 * hours))
    except Exception:
        traceback.print_exc(file=report)
        report.flush()
        raise


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
