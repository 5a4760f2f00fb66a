"""The manual of rules, made from their docstrings."""

from collections.abc import Iterable

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

The examples say what to change in the small guide of `tests/guides/kitchen_sink`, and of a thing that has an id only the
fields that change; a test runs each of them.
"""


def manual(rules: Iterable[Rule]) -> str:
    """The whole manual as Markdown."""
    rules = list(rules)
    listed = "\n".join(f"- [`{rule.id}`](#{rule.id}) ({rule.level}) {rule.title}" for rule in rules)
    return "\n\n".join([INTRODUCTION.strip(), listed, *map(_entry, rules)]) + "\n"


def _entry(rule: Rule) -> str:
    examples = f"Passes:\n\n```yaml\n{rule.passes}\n```\n\nFails:\n\n```yaml\n{rule.fails}\n```"
    return f"## {rule.id}\n\n**{rule.title}** ({rule.level})\n\n{rule.text}\n\n{examples}"
