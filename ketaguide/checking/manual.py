"""The manual of rules, made from their docstrings."""

from collections.abc import Iterable
from textwrap import dedent
from typing import NamedTuple

from ketaguide.checking.rule import Rule

INTRODUCTION = """\
# Rules

What `ketaguide check` holds content to. This page is made from the docstrings of `ketaguide/checking/rules/` and the table
`ketaguide/checking/phrase_table.py`: change it there and run `ketaguide check --rules > docs/rules.md`.

A finding is `file:line:column: level: message: what to do`. An **error** must be put right. A **warning** should be, and
`--strict` makes it count as an error. An **info** is a note for the editor: it is counted, and `--notes` shows it. No rule can
be switched off.

Before any rule is run, the files must be readable and of the right form: YAML without tabs, tags, anchors or invisible
characters, and without words that YAML would drop (a note after ` #` on the line of a text) or join; every field known and of
the right type; no id given twice; figures that are possible; a claim and a measure behind every picture; a right answer to
every question; the numbers of the crisis banner.

Each entry names its source. "Our standard" and "our design" are this project's own decisions, where no outside standard
says it: what the guide promises its readers.

The examples say what to change in the small guide of `tests/guides/kitchen_sink`; a test runs each of them.
"""


class RuleEntry(NamedTuple):
    """One rule in the manual."""

    id: str
    level: str
    title: str
    text: str
    passes: str
    fails: str


def entry(rule: Rule) -> RuleEntry:
    """The parts of a rule's docstring. ValueError where one is missing."""
    text, _, examples = (rule.__doc__ or "").partition("\nPasses:\n")
    passes, _, fails = examples.partition("\nFails:\n")
    title, _, body = text.strip().partition("\n")
    if not (title and body.strip() and passes.strip() and fails.strip()):
        raise ValueError(f"the docstring of the rule {rule.ID} lacks its title, its reason, Passes: or Fails:")
    return RuleEntry(rule.ID, rule.LEVEL, title, body.strip(), dedent(passes).strip(), dedent(fails).strip())


def manual(rules: Iterable[Rule]) -> str:
    """The whole manual as Markdown."""
    entries = [entry(rule) for rule in rules]
    listed = "\n".join(f"- [`{one.id}`](#{one.id}) ({one.level}) {one.title}" for one in entries)
    return "\n\n".join([INTRODUCTION.strip(), listed, *(_section(one) for one in entries)]) + "\n"


def _section(one: RuleEntry) -> str:
    parts = [f"## {one.id}", f"**{one.title}** ({one.level})", one.text]
    parts += ["Passes:", f"```yaml\n{one.passes}\n```", "Fails:", f"```yaml\n{one.fails}\n```"]
    return "\n\n".join(parts)
