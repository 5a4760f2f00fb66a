"""The README's commands, options and links exist."""

import re
from argparse import ArgumentParser, _SubParsersAction
from pathlib import Path

import pytest

from ketaguide.arguments import _parser

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()


def commands() -> list[str]:
    """Names of all commands."""
    (sub,) = [action for action in _parser()._actions if isinstance(action, _SubParsersAction)]
    return sorted(sub.choices)


@pytest.mark.parametrize("command", commands())
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"`ketaguide {command}" in README


def test_every_command_in_the_readme_exists() -> None:
    named = set(re.findall(r"`ketaguide ([a-z]+)", README))
    assert named <= set(commands())


def helps(parser: ArgumentParser) -> str:
    """Help texts of a parser and of all its subcommands."""
    below = [action for action in parser._actions if isinstance(action, _SubParsersAction)]
    return parser.format_help() + "".join(helps(sub) for action in below for sub in action.choices.values())


def test_every_option_in_the_readme_exists() -> None:
    known = helps(_parser())
    for option in set(re.findall(r"(?<!-)--[a-z][a-z-]+", README)):
        assert option in known, option


def test_the_readme_is_short_and_its_links_lead_somewhere() -> None:
    assert len(README.splitlines()) <= 120
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("https:") or (ROOT / target).exists(), target
