"""Overwriting: if a run is killed or the disk fills up at any step, the old or the new version is complete."""

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.kiosk.small import small_guide
from tests.speaking import needs_espeak
from tests.system.fault_injection import EVERY, NO_EXCHANGE, Step, needs_strace, run, steps
from tests.system.runs import PROGRAM

Kept = dict[str, bytes]
ASIDE = (".ketaguide-new-", ".ketaguide-old-", ".ketaguide-undo")
A_MOUNT = Step("renameat2", 1, "error=EBUSY")
"""A folder that cannot be exchanged with another one."""


class Command(NamedTuple):
    """A command in two variants that write the same files, so that old and new can be distinguished."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    program: tuple[str, ...] = (*PROGRAM, "--content", "OUT/content")
    whole: bool = False
    """True if all files change together."""
    brief: bool = False
    """True if it writes as another one does: one call is enough to show that."""

    def filled(self, out: Path, which: str) -> list[str]:
        return [word.replace("OUT", str(out)) for word in (*self.program, *getattr(self, which))]


BUNDLE = """
import sys
from msgspec.structs import replace
from pathlib import Path
from ketaguide.loading.bundle import write_bundle
from ketaguide.loading.reader import read_guide
folder = Path(sys.argv[1])
guide = read_guide(folder).guide
write_bundle(folder, replace(guide, meta=replace(guide.meta, title=sys.argv[2])))
"""
COMMANDS = {
    "site": Command(("site", "OUT/web"), ("site", "OUT/web", "--url", "https://example.org/new"), whole=True),
    "one-file": Command(("site", "--single", "OUT/a.html"), ("site", "--single", "OUT/a.html", "--large")),
    "takeaway": Command(
        ("takeaway", "--html", "OUT/a.html"), ("takeaway", "--html", "OUT/a.html", "--nation", "wales"), brief=True
    ),
    "kiosk-files": Command(("kiosk", "files", "--out", "OUT/a"), ("kiosk", "files", "--out", "OUT/a", "--nation", "wales")),
    "schema": Command(("schema",), ("schema", "--write"), brief=True),
    "new-page": Command(("list",), ("new", "section", "sleep")),
    "sound": Command(("list",), ("read", "risks", "--speak", "--out", "OUT/a.wav"), brief=True),
    "bundle": Command(("OUT/content", "Old"), ("OUT/content", "New"), (sys.executable, "-c", BUNDLE), brief=True),
}
pytestmark = needs_strace
every_command = pytest.mark.parametrize(
    "room", [pytest.param(name, marks=needs_espeak) if name == "sound" else name for name in COMMANDS], indirect=True
)
pages = pytest.mark.parametrize("room", ["site"], indirect=True)


def contents(folder: Path) -> Kept:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def finished(kept: Kept) -> Kept:
    """Files as a person or a web server finds them, without the temporary folders."""
    return {name: data for name, data in kept.items() if not any(part.startswith(ASIDE) for part in name.split("/"))}


class Room:
    """A folder with the old files of a command, in which it can write the new ones repeatedly."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.command, self.out, self._first = name, COMMANDS[name], folder / "out", folder / "first"
        self._steps: dict[tuple[Step, ...], list[Step]] = {}
        shutil.copytree(small_guide(), self.out / "content")
        (self.out / "content" / "schema").mkdir()
        for name in ("content/schema/glossary.json", "content/schema/section.json", "a.wav"):
            (self.out / name).write_text("old")
        assert run(self.command.filled(self.out, "old")).returncode == 0
        shutil.copytree(self.out, self._first)
        self.old = contents(self.out)
        self.new = self.old

    def steps(self, *injected: Step) -> list[Step]:
        """Steps of writing the new files over the old ones."""
        if injected not in self._steps:
            self._restore()
            self._steps[injected] = steps(self.out, self.command.filled(self.out, "new"), *injected)
            self.new = contents(self.out)
            assert self.new != self.old
        return self._steps[injected][: 1 if self.command.brief and not os.environ.get(EVERY) else None]

    def _restore(self) -> None:
        shutil.rmtree(self.out)
        shutil.copytree(self._first, self.out)

    def writes(self, *injected: Step) -> tuple[int, str, Kept]:
        """Overwrite the old files with the new ones; returns exit code, messages, and files."""
        self._restore()
        return self.goes_on(*injected)

    def goes_on(self, *injected: Step) -> tuple[int, str, Kept]:
        """Overwrite whatever is there with the new files."""
        done = run(self.command.filled(self.out, "new"), *injected)
        return done.returncode, done.stderr.decode(), contents(self.out)

    def is_whole(self, kept: Kept) -> bool:
        """True if every file is old or new; for a whole folder, all old or all new."""
        if self.command.whole:
            return kept in (self.old, self.new)
        known = all(data in (self.old.get(name), self.new.get(name)) for name, data in kept.items())
        return known and kept.keys() >= self.old.keys()


@pytest.fixture(scope="module")
def room(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Room:
    return Room(request.param, tmp_path_factory.mktemp("room"))


@every_command
def test_after_a_kill_at_any_step_files_are_complete_and_the_next_run_cleans_up(room: Room) -> None:
    for step in room.steps():
        code, _, kept = room.writes(step._replace(what="signal=KILL"))
        assert code == -9, step
        assert room.is_whole(finished(kept)), step
        if room.name == "new-page" and finished(kept) == room.new:
            continue  # it exists, and a second one is refused
        assert room.goes_on()[::2] == (0, room.new), step


@every_command
def test_where_the_disk_is_full_at_any_step_the_old_files_stay_and_nothing_is_left_beside(room: Room) -> None:
    for step in room.steps():
        if step.call.startswith(("unlink", "rmdir")):
            continue  # they need no room
        code, said, kept = room.writes(step._replace(what="error=ENOSPC"))
        assert kept == room.new if code == 0 else room.is_whole(kept), step
        assert code == 0 or "No space left on device" in said, (step, said)
        assert "Traceback" not in said or room.name == "bundle"


@pages
def test_where_folders_cannot_change_places_what_a_kill_took_away_is_put_back_even_on_a_full_disk(room: Room) -> None:
    taken = 0
    for step in room.steps(NO_EXCHANGE):
        _, _, kept = room.writes(NO_EXCHANGE, step._replace(what="signal=KILL"))
        if not room.is_whole(finished(kept)):
            taken += 1
            code, said, kept = room.goes_on(NO_EXCHANGE, Step("fsync", 1, "error=ENOSPC"))
            assert (code, kept) == (1, room.old), step
            assert "was cut off" in said
            assert "are back" in said
        assert room.goes_on()[::2] == (0, room.new), step
    assert taken == 1


@pages
def test_in_a_folder_that_is_a_mount_a_full_disk_leaves_the_old_pages_and_after_a_kill_they_are_put_back(room: Room) -> None:
    mixed = 0
    for step in (*room.steps(A_MOUNT), Step("rename", 5)):  # the fifth is in the middle of moving pages to their places
        code, said, kept = room.writes(A_MOUNT, step._replace(what="error=ENOSPC"))
        assert (code, kept) in ((1, room.old), (0, room.new)), step
        assert code == 0 or "No space left on device" in said, (step, said)
        _, _, kept = room.writes(A_MOUNT, step._replace(what="signal=KILL"))
        kept = finished(kept)
        assert all(data in (room.old.get(name), room.new.get(name)) for name, data in kept.items()), step
        assert kept.keys() >= room.old.keys() & room.new.keys(), step
        if not room.is_whole(kept):
            mixed += 1
            code, said, kept = room.goes_on(A_MOUNT, Step("fsync", 3, "error=ENOSPC"))
            assert (code, finished(kept)) == (1, room.old), (step, said)
            assert "are back" in said
        assert room.goes_on(A_MOUNT)[::2] == (0, room.new), step
    assert mixed
