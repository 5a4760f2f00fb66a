"""`ketaguide new section ID`: writes a page skeleton with every required part; guides and editions are other modules."""

import re
from argparse import Namespace
from datetime import date
from pathlib import Path

from ketaguide import atomic, streams
from ketaguide.errors import Exit, UsageError

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


def run(args: Namespace) -> int:
    """Write the skeleton and print the next step. UsageError if it cannot be written."""
    if args.kind == "guide":
        from ketaguide.commands import new_guide

        return new_guide.run(args)
    if not _ID.fullmatch(args.id):
        raise UsageError(f"{args.id!a} is no id: write small letters, digits and hyphens")
    content = Path(args.content or "content")
    if args.kind == "edition":
        from ketaguide.commands import new_edition

        return new_edition.run(args, content)
    edition_id = _edition(content, args)
    path = content / edition_id / "sections" / f"{args.id}.yaml"
    words = args.id.replace("-", " ").capitalize()
    text = _SKELETON.format(
        id=args.id, title=words, nav_title=words[:24].strip(), today=date.today().isoformat(), question=_question(content)
    )
    try:
        atomic.write_new(path, text.encode())
    except FileExistsError:
        raise UsageError(f"{path} is there already, and was left as it is") from None
    except FileNotFoundError:
        raise UsageError(f"there is no folder {path.parent}: name a content folder with --content DIR") from None
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror})") from None
    streams.say(f"{path}\nNext: add {args.id} to a part in {content / 'guide.yaml'}, write, and run ketaguide check {content}")
    return Exit.FINE


def _edition(content: Path, args: Namespace) -> str:
    """Return the id of the edition that was asked for. UsageError if the content declares none such."""
    from ketaguide.loading.editions import declared_editions
    from ketaguide.loading.file_reader import FileReader

    declared = declared_editions(FileReader(content))
    wanted = [meta.id for meta in declared if (meta.role == "short" if args.short else args.edition in (None, meta.id))]
    if not wanted:
        raise UsageError(f"there is no such edition in {content}: name a content folder with --content DIR")
    return wanted[0]


def _question(content: Path) -> str:
    """Return the id of a first question; empty if the content has none."""
    from ketaguide.loading.reader import read_guide

    draft = read_guide(content).draft
    asks = [ask.id for group in draft.first.asks.groups for ask in group.questions] if draft else []
    return asks[0] if asks else ""
