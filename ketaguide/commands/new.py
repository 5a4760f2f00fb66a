"""`ketaguide new section ID`: writes a page skeleton with every required part; guides and editions are other modules."""

import re
from argparse import Namespace
from datetime import date
from pathlib import Path

from ketaguide import atomic, streams
from ketaguide.commands import creating, new_edition, new_guide
from ketaguide.errors import UsageError
from ketaguide.loading.editions import declared_editions
from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.reader import read_guide

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_SKELETON = """\
# yaml-language-server: $schema=../../schema/section.json
id: {id}
title: {title}
nav_title: {nav_title}
updated: {today}
summary:
  - What a tired person should remember of this page.
questions: [{question}]
blocks:
  - kind: paragraph
    text: >-
      What this page is about, in two or three short sentences.
  - kind: heading
    text: What is known
  - kind: paragraph
    text: >-
      Write here. Where a sentence states a fact, add the ids of its claims below the text, under cites.
"""


def run(args: Namespace) -> None:
    """Write the skeleton and print the next step. UsageError if it cannot be written."""
    content = Path(args.content or "content")
    if args.kind == "guide":
        new_guide.run(args)
    elif not _ID.fullmatch(args.id):
        raise UsageError(f"{args.id!a} is no id: write small letters, digits and hyphens")
    elif args.kind == "edition":
        new_edition.run(args, content)
    else:
        _write_page(args, content)


def _write_page(args: Namespace, content: Path) -> None:
    edition_id = _edition(content, args)
    path = content / edition_id / "sections" / f"{args.id}.yaml"
    title, question = args.id.replace("-", " ").capitalize(), _question(content)
    text = _SKELETON.format(id=args.id, title=title, nav_title=title[:24].strip(), today=date.today(), question=question)
    with creating(path, f"there is no folder {path.parent}: name a content folder with --content DIR"):
        atomic.write_new(path, text.encode())
    streams.say(f"{path}\nNext: add {args.id} to a part in {content / 'guide.yaml'}, write, and run ketaguide check {content}")


def _edition(content: Path, args: Namespace) -> str:
    """Return the id of the edition that was asked for. UsageError if the content declares none such."""
    declared = declared_editions(FileReader(content))
    wanted = [meta.id for meta in declared if (meta.role == "short" if args.short else args.edition in (None, meta.id))]
    if not wanted:
        raise UsageError(f"there is no such edition in {content}: name a content folder with --content DIR")
    return wanted[0]


def _question(content: Path) -> str:
    """Return the id of a first question; empty if the content has none."""
    draft = read_guide(content).draft
    return next((ask.id for group in draft.first.asks.groups for ask in group.questions), "") if draft else ""
