"""A copy of the kitchen sink guide that a test can break."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ketaguide.checking import RULES, check_guide
from ketaguide.loading.problem import Problem
from ketaguide.loading.reader import Loaded, read_guide
from ketaguide.model.guide import Guide
from tests.conftest import KITCHEN_SINK, read


class Kitchen:
    """A whole guide in a folder of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path / "guide"
        shutil.copytree(KITCHEN_SINK, self.path)

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace the first `old` in a file."""
        text = self.text(file)
        assert old in text, f"{file} does not say {old!r}"
        (self.path / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, file: str, new: str) -> None:
        """Add lines at the end of a file."""
        (self.path / file).write_text(self.text(file) + new, encoding="utf-8")

    def write(self, file: str, content: str | bytes) -> None:
        """Replace a whole file."""
        (self.path / file).parent.mkdir(exist_ok=True)
        (self.path / file).write_bytes(content.encode() if isinstance(content, str) else content)

    def take_out_faults(self) -> None:
        """Take out the errors that the checker is meant to find in it."""
        shutil.rmtree(self.path / "en-short")
        page = "en/sections/every-kind.yaml"
        letters = self.text(page).partition("Letters such as")[2].partition("Talk to")[0]
        self.replace(page, f"Letters such as{letters}", "")
        self.replace(
            page, "and enough letters after them that it has to go\n        on to a second line in any narrow window", ""
        )

    def text(self, file: str) -> str:
        """Text of a file."""
        return (self.path / file).read_text(encoding="utf-8")

    def spot(self, file: str, text: str) -> str:
        """Position of the first `text` in a file, as "file:line:column"."""
        return f"{file}:{position(self.text(file), text)}"

    def load(self) -> Loaded:
        """Read it."""
        return read_guide(self.path)

    def guide(self) -> Guide:
        """Read it, without a fault."""
        return read(self.path)

    def findings(self, rule_id: str) -> list[Problem]:
        """Findings of one rule."""
        loaded = self.load()
        assert loaded.draft is not None, loaded.problems
        return check_guide(loaded.draft, loaded.places, [rule for rule in RULES if rule.id == rule_id])

    def faults(self) -> list[str]:
        """Every problem of loading, as an author sees it; with any, the guide is refused."""
        loaded = self.load()
        assert (loaded.guide is None) == bool(loaded.problems)
        return [str(problem) for problem in loaded.problems]

    def fault(self) -> str:
        """The only problem of loading."""
        (fault,) = self.faults()
        return fault


def position(text: str, part: str) -> str:
    """Position of the first `part` in a text, as "line:column"."""
    before = text.partition(part)[0]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def holders(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every entry of a YAML value, as its container and its key."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(item, dict | list):
            yield from holders(item)
