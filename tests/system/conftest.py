"""The real program at its first page."""

from collections.abc import Iterator

import pytest

from tests.system.terminal import Terminal, opened


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """The kitchen sink in full screen, at its first page."""
    with Terminal() as terminal:
        yield opened(terminal)
