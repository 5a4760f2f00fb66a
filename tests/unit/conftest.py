from pathlib import Path

import pytest

from tests.unit.kitchen import Kitchen


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    return Kitchen(tmp_path)


@pytest.fixture(scope="module")
def shared_kitchen(tmp_path_factory: pytest.TempPathFactory) -> Kitchen:
    """One folder for many examples; a test that changes a file restores it."""
    return Kitchen(tmp_path_factory.mktemp("mutations"))
