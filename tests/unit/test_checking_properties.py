"""Checking any guide that loads returns problems and never raises an exception."""

import random
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketaguide.checking import check_guide
from ketaguide.checking.stats import stats
from tests.conftest import KITCHEN_SINK
from tests.unit.kitchen import Kitchen, holders

FILES = sorted(path.relative_to(KITCHEN_SINK).as_posix() for path in KITCHEN_SINK.rglob("*.yaml"))
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
AWKWARD = ["1 in 0", "0 of 0", "99999999999 in 100", "[b]", "%", "**", "if:", "999", "e.g.", "2026-02-30", "{x}", "?", '"']
SAID = st.text(alphabet=LETTERS, min_size=1, max_size=40) | st.sampled_from(AWKWARD)
ACTIONS = st.sampled_from(["say", "drop", "repeat", "empty"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), seed=st.integers(0, 2**32), said=SAID, action=ACTIONS)
def test_rules_survive_any_guide_that_loads(shared_kitchen: Kitchen, file: str, seed: int, said: str, action: str) -> None:
    chance = random.Random(seed)
    value = yaml.load((KITCHEN_SINK / file).read_text(), Loader=yaml.CBaseLoader)
    holder, key = chance.choice(list(holders(value)))
    match action:
        case "say":
            holder[key] = said
        case "repeat" if isinstance(holder, list):
            holder.append(holder[key])
        case "empty" if isinstance(holder[key], list):
            holder[key] = []
        case _:
            del holder[key]
    path: Path = shared_kitchen.path / file
    before = path.read_bytes()
    path.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))
    try:
        loaded = shared_kitchen.load()
    finally:
        path.write_bytes(before)
    if loaded.draft is not None:
        problems = check_guide(loaded.draft, loaded.places)
        assert problems == sorted(problems)
        assert all(problem.message and problem.hint and "\n" not in str(problem) for problem in problems)
        assert list(stats(loaded.draft, loaded.places))
