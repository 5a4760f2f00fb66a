"""Pre-commit hooks run the tools of `.ci/run`, from the project's own environment."""

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
REPOS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]
HOOKS = [hook for repo in REPOS for hook in repo["hooks"]]


def test_nothing_is_fetched() -> None:
    assert {repo["repo"] for repo in REPOS} == {"local"}
    assert {hook["language"] for hook in HOOKS} == {"system"}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_what_a_hook_runs_the_whole_check_runs_too(hook: dict[str, str]) -> None:
    assert hook["entry"] in (ROOT / ".ci" / "run").read_text()
