"""Fixtures for all tests: the kitchen sink guide and the shipped one, each read once."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from ketaguide.loading.reader import read_guide
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.search import Finder

os.environ["KETAGUIDE_TODAY"] = "2026-01-01"
"""Fixes the date, also of child processes: every guide is shown on its own newest day."""

settings.register_profile("calm", deadline=None)  # durations depend on the machine
settings.load_profile("calm")

KITCHEN_SINK = Path(__file__).parent / "guides" / "kitchen_sink"
ECT = Path(__file__).parent / "guides" / "ect"


def pytest_xdist_auto_num_workers() -> int:
    """1.5 workers a core: tests of real terminals and browsers mostly wait."""
    return max((os.cpu_count() or 2) * 3 // 2, 2)


class KeptFinder(Finder):
    """Keeps the index of every edition and nation; the program builds one anew when its reader changes either."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self._kept: dict[tuple[EditionId, Nation | None], Finder] = {}

    def prepare(self, edition_id: EditionId, nation: Nation | None) -> None:
        """Build the index, or take the one that was built before."""
        here = (edition_id, nation)
        if here not in self._kept:
            self._kept[here] = Finder(self.guide)
            self._kept[here].prepare(edition_id, nation)
        self._here, self._index = here, self._kept[here]._index


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The kitchen sink guide, with every kind of content."""
    return _read(KITCHEN_SINK)


@pytest.fixture(scope="session")
def shipped() -> Guide:
    """The shipped guide."""
    return _read(content_dir())


@pytest.fixture(scope="session")
def ect() -> Guide:
    """A second real guide, made by content alone."""
    return _read(ECT)


@pytest.fixture(scope="session")
def guides(guide: Guide, shipped: Guide, ect: Guide) -> tuple[Guide, ...]:
    """The guides to which everything holds that is about the program and not about what one of them says."""
    return guide, shipped, ect


@pytest.fixture(scope="session")
def finder_of_shipped(shipped: Guide) -> Finder:
    """Search in the shipped guide, for every edition and nation."""
    return KeptFinder(shipped)


def _read(folder: Path) -> Guide:
    loaded = read_guide(folder)
    assert loaded.guide is not None, "\n".join(map(str, loaded.problems))
    return loaded.guide
