"""Fixtures for all tests: the kitchen sink guide and the shipped one, each read once."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from ketaguide.loading.reader import read_guide
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.search import Finder
from ketaguide.search.distress import Distress
from ketaguide.search.index import Index

os.environ["KETAGUIDE_TODAY"] = "2026-01-01"
"""Fixes the date, also of child processes: every guide is shown on its own newest day."""

settings.register_profile("calm", deadline=None)  # durations depend on the machine
settings.load_profile("calm")

KITCHEN_SINK = Path(__file__).parent / "guides" / "kitchen_sink"
ECT = Path(__file__).parent / "guides" / "ect"


def pytest_xdist_auto_num_workers() -> int:
    """1.5 workers a core: tests of real terminals and browsers mostly wait."""
    return max((os.cpu_count() or 2) * 3 // 2, 2)


_INDEXES: dict[int, dict[tuple[EditionId, Nation | None], Index]] = {}
_DISTRESS: dict[int, dict[EditionId, Distress]] = {}
"""Search indexes of the guides that last as long as the tests, by the identity of the guide."""


@pytest.fixture(scope="session", autouse=True)
def _search_once() -> Iterator[None]:
    """Keep it; the program builds it anew for each reader, edition and nation."""
    begin, prepare = Finder.__init__, Finder.prepare

    def begin_once(finder: Finder, guide: Guide) -> None:
        begin(finder, guide)
        finder._distress = _DISTRESS.get(id(guide), finder._distress)

    def prepare_once(finder: Finder, edition_id: EditionId, nation: Nation | None) -> None:
        here, kept = (edition_id, nation), _INDEXES.get(id(finder.guide), {})
        if here not in kept:
            prepare(finder, *here)
            kept[here] = finder._index
        finder._here, finder._index = here, kept[here]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Finder, "__init__", begin_once)
        patch.setattr(Finder, "prepare", prepare_once)
        yield


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The kitchen sink guide, with every kind of content."""
    return _lasting(KITCHEN_SINK)


@pytest.fixture(scope="session")
def shipped() -> Guide:
    """The shipped guide."""
    return _lasting(content_dir())


@pytest.fixture(scope="session")
def ect() -> Guide:
    """A second real guide, made by content alone."""
    return _lasting(ECT)


@pytest.fixture(scope="session")
def guides(guide: Guide, shipped: Guide, ect: Guide) -> tuple[Guide, ...]:
    """The guides to which everything holds that is about the program and not about what one of them says."""
    return guide, shipped, ect


@pytest.fixture(scope="session")
def finder(shipped: Guide) -> Finder:
    """Search in the shipped guide."""
    return Finder(shipped)


def read(folder: Path) -> Guide:
    """The guide in a folder, which must have no faults."""
    loaded = read_guide(folder)
    assert loaded.guide is not None, "\n".join(map(str, loaded.problems))
    return loaded.guide


def _lasting(folder: Path) -> Guide:
    guide = read(folder)
    _INDEXES[id(guide)], _DISTRESS[id(guide)] = {}, {}
    return guide
