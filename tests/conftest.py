"""Fixtures for all tests: the kitchen sink guide and the shipped one, each read once."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from ketaguide.loading.reader import read_guide
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir

os.environ["KETAGUIDE_TODAY"] = "2026-01-01"
"""Fixes the date, also of child processes: every guide is shown on its own newest day."""

settings.register_profile("calm", deadline=None)  # durations depend on the machine
settings.load_profile("calm")

KITCHEN_SINK = Path(__file__).parent / "guides" / "kitchen_sink"


def pytest_xdist_auto_num_workers() -> int:
    """1.5 workers a core: tests of real terminals and browsers mostly wait."""
    return max((os.cpu_count() or 2) * 3 // 2, 2)


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The kitchen sink guide, with every kind of content."""
    return _read(KITCHEN_SINK)


@pytest.fixture(scope="session")
def shipped() -> Guide:
    """The shipped guide."""
    return _read(content_dir())


def _read(folder: Path) -> Guide:
    loaded = read_guide(folder)
    assert loaded.guide is not None, "\n".join(map(str, loaded.problems))
    return loaded.guide
