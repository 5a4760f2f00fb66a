"""`ketaguide new edition ID`: declares an edition as a draft, and writes the worksheet for its translator."""

from argparse import Namespace
from pathlib import Path

from ketaguide import atomic
from ketaguide.commands import creating
from ketaguide.commands.edition import write_worksheet
from ketaguide.errors import UsageError
from ketaguide.loading.editions import declared_editions
from ketaguide.loading.file_reader import FileReader
from ketaguide.model.edition import primary

_PLURALS = {
    "ar": {"zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n % 100 = 3..10", "many": "n % 100 = 11..99"},
    "cy": {"zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n = 3", "many": "n = 6"},
    "ga": {"one": "n = 1", "two": "n = 2", "few": "n = 3..6", "many": "n = 7..10"},
    "gd": {"one": "n = 1,11", "two": "n = 2,12", "few": "n = 3..10,13..19"},
    "pl": {"one": "n = 1", "few": "n % 10 = 2..4 and n % 100 != 12..14", "many": "n != 1"},
}
"""Plural rules of some languages, for whole numbers. Source: Unicode CLDR, language plural rules."""
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "ur", "yi")
_DRAFT = """\
# yaml-language-server: $schema=../schema/edition.json
# A draft is shown to nobody. `ketaguide edition import` ends that once the words of this file and of the program are whole.
id: {id}
name: {id}
language: {language}
{direction}base: {base}
draft: true
# {plurals_note}
plurals:
{plurals}
stems: none
"""


def run(args: Namespace, content: Path) -> None:
    """Write the folder of an edition and its worksheet. UsageError if there is one already."""
    declared = {meta.id: meta for meta in declared_editions(FileReader(content))}
    base = args.base or next(iter(declared), "")
    if base not in declared:
        raise UsageError(f"{content} has no edition {base!r}: name a content folder with --content DIR")
    language = args.language or args.id
    spoken = primary(language)
    rules, note = _PLURALS.get(spoken), "The forms of counted words, from Unicode CLDR."
    if rules is None:
        rules = {"one": "n = 1"}
        note = "Write the plural rules of the language before anybody translates, from Unicode CLDR, and renew the worksheet."
    text = _DRAFT.format(
        id=args.id,
        language=language,
        direction="direction: rtl\n" if spoken in _RIGHT_TO_LEFT else "",
        base=base,
        plurals_note=note,
        plurals="\n".join(f"  {form}: {rule}" for form, rule in rules.items()),
    )
    path = content / args.id / "edition.yaml"
    with creating(path, there=f"; ketaguide edition worksheet {args.id} renews its worksheet"):
        path.parent.mkdir(exist_ok=True)
        atomic.write_new(path, text.encode())
    write_worksheet(content, args.id)
