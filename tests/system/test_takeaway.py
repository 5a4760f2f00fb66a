"""`ketaguide takeaway` as a person types it."""

import shutil
from pathlib import Path

import pytest

from tests.system.runs import KITCHEN_SINK, inside


def test_what_was_named_stands_on_it() -> None:
    done = inside("takeaway", "--matters", "my-nation,how-soon", "--options", "wait", "--questions", "ask-test")
    assert done.returncode == 0
    said = " ".join(done.stdout.decode().split())
    assert (
        "What matters most to me 1. What there is where I live 2. How soon it may work Options I want to discuss 1. Wait"
        in said
    )
    assert "My questions 1. What have I not tried yet?" in said


def test_without_a_choice_it_names_everything_that_can_be_chosen() -> None:
    said = inside("takeaway").stdout.decode()
    assert "- how-soon: How soon it may work" in said
    assert "- test-syrup: Test syrup" in said
    assert "- ask-test: What have I not tried yet?" in said


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        (("--matters", "how-son"), "there is no 'how-son'; --matters takes up to 3 of: how-soon, my-nation."),
        (("--options", "ect"), "there is no 'ect'; --options takes up to 3 of: carry-on, test-syrup, wait."),
    ],
)
def test_an_unknown_name_is_answered_with_those_there_are(args: tuple[str, ...], answer: str) -> None:
    done = inside("takeaway", *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert answer in " ".join(done.stderr.decode().split())


def test_more_than_three_are_too_many(tmp_path: Path) -> None:
    folder = shutil.copytree(KITCHEN_SINK, tmp_path / "guide")
    options = folder / "en/options.yaml"
    more = "".join(f"  - {{id: thing-{n}, text: Thing {n}, rows: [soon]}}\n" for n in (1, 2))
    options.write_text(options.read_text() + more)
    done = inside("takeaway", "--matters", "how-soon,my-nation,thing-1,thing-2", content=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "these are 4; --matters takes up to 3 of: how-soon, my-nation, thing-1, thing-2." in done.stderr.decode()
