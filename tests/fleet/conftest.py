"""A published repository, a client's folder, and a web server on loopback."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ketaguide.fleet.update import Update
from ketaguide.fleet.update import run as run_update
from ketaguide.model.installed import Installed
from tests.fleet.publisher import Publisher, small_pack
from tests.serving import Quiet, serving
from tests.system.runs import PROGRAM

Packs = Callable[[int], bytes]


class Site:
    """A client's machine: the folder it installs into, and the root.json that was installed by hand."""

    def __init__(self, place: Path, root: bytes, source: str) -> None:
        self.place, self.root, self.source = place, root, source

    def update(self, source: str = "", **options: Any) -> tuple[Installed, bool]:
        """Update from the source; packs are not held against the checker's rules unless `refused` is given."""
        source = source or self.source
        given: dict[str, Any] = {"refused": lambda pack: "", "known": "2026-01-01"}
        return run_update(Update(source=source, root=self.root, place=self.place, **given | options))

    @property
    def command(self) -> list[str]:
        """The command that updates it in a process of its own."""
        root = self.place.with_name("root.json")
        root.write_bytes(self.root)
        return [*PROGRAM, "update", "--from", self.source, "--into", str(self.place), "--root", str(root)]

    @property
    def current(self) -> Path:
        return self.place / "current.pack"

    def shown(self) -> bytes:
        return self.current.read_bytes()


@pytest.fixture(scope="session")
def packs() -> Packs:
    """The small guide as packs by version, each made once."""
    made: dict[int, bytes] = {}

    def pack(version: int) -> bytes:
        if version not in made:
            made[version] = small_pack(version)
        return made[version]

    return pack


@pytest.fixture
def publisher(tmp_path: Path, packs: Packs) -> Publisher:
    """A repository with version 1."""
    publisher = Publisher(tmp_path / "published")
    publisher.publish(packs(1))
    return publisher


@pytest.fixture
def site(tmp_path: Path, publisher: Publisher) -> Site:
    root = (publisher.folder / "metadata" / "1.root.json").read_bytes()
    return Site(tmp_path / "place", root, str(publisher.folder))


@pytest.fixture
def web(publisher: Publisher) -> Iterator[str]:
    """The address of a plain static server of what is published."""
    with serving(partial(Quiet, directory=str(publisher.folder))) as address:
        yield address
