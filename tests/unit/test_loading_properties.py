"""Reading damaged files returns problems or a guide and never raises an exception."""

import random
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import KITCHEN_SINK
from tests.unit.kitchen import Kitchen, holders

FILES = sorted(path.relative_to(KITCHEN_SINK).as_posix() for path in KITCHEN_SINK.rglob("*.yaml"))
ODD = st.sampled_from(
    ["", "[b]", "**", "*x*", "](term:x)", "[a](b:c)", "{", "}", "{x}", "[]", "&", "\t", "é", "~", "null", "true", "0", "-1",
     "101", "1e9", "2026-02-30", "2026-13-01", "999", "x" * 6000]
)  # fmt: skip
LINES = st.sampled_from(["remove", "repeat", "swap", "indent", "cut"])
VALUES = st.sampled_from(["swap", "rename", "replace", "wrap", "empty"])
ANYTHING = st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
quick = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def outcome(kitchen: Kitchen, file: str, content: bytes) -> None:
    """Read the guide with one file changed, and put the file back."""
    path: Path = kitchen.path / file
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        loaded = kitchen.load()
    finally:
        path.write_bytes(before)
    assert (loaded.guide is None) == bool(loaded.problems)
    assert all(problem.hint and problem.message and problem.line >= 0 for problem in loaded.problems)
    assert all("\n" not in str(problem) for problem in loaded.problems)


@quick
@given(file=st.sampled_from(FILES), seed=st.integers(0, 2**32), flips=st.integers(1, 4))
def test_bytes_flipped(shared_kitchen: Kitchen, file: str, seed: int, flips: int) -> None:
    chance = random.Random(seed)
    content = bytearray((KITCHEN_SINK / file).read_bytes())
    for _ in range(flips):
        content[chance.randrange(len(content))] = chance.randrange(256)
    outcome(shared_kitchen, file, bytes(content))


@quick
@given(file=st.sampled_from(FILES), seed=st.integers(0, 2**32), action=LINES)
def test_lines_removed_repeated_swapped_or_moved(shared_kitchen: Kitchen, file: str, seed: int, action: str) -> None:
    chance = random.Random(seed)
    lines = (KITCHEN_SINK / file).read_text().splitlines(keepends=True)
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match action:
        case "remove":
            del lines[at : at + chance.randint(1, 5)]
        case "repeat":
            lines.insert(other, lines[at])
        case "swap":
            lines[at], lines[other] = lines[other], lines[at]
        case "indent":
            lines[at] = " " * chance.randint(1, 4) + lines[at]
        case _:
            del lines[at:]
    outcome(shared_kitchen, file, "".join(lines).encode())


@quick
@given(file=st.sampled_from(FILES), seed=st.integers(0, 2**32), odd=ODD, action=VALUES)
def test_values_swapped_renamed_or_replaced(shared_kitchen: Kitchen, file: str, seed: int, odd: str, action: str) -> None:
    chance = random.Random(seed)
    value = yaml.load((KITCHEN_SINK / file).read_text(), Loader=yaml.CBaseLoader)
    spots = list(holders(value))
    holder, key = chance.choice(spots)
    match action:
        case "swap":
            other, other_key = chance.choice(spots)
            holder[key], other[other_key] = other[other_key], holder[key]
        case "rename" if isinstance(holder, dict):
            holder[odd or "other"] = holder.pop(key)
        case "wrap":
            holder[key] = [holder[key]]
        case "empty":
            holder[key] = chance.choice([{}, [], ""])
        case _:
            holder[key] = odd
    try:
        text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    except (RecursionError, ValueError):
        return  # a value was swapped into itself, which no file can say
    outcome(shared_kitchen, file, text.encode())


@quick
@given(file=st.sampled_from(FILES), content=ANYTHING)
def test_files_replaced_by_anything(shared_kitchen: Kitchen, file: str, content: bytes) -> None:
    outcome(shared_kitchen, file, content)
