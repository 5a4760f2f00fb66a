"""`ketaguide check`: lists every problem of a content folder, or of one of its files, with its file, line and cure."""

import gc
import json
import os
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from ketaguide import streams
from ketaguide.checking import RULES, check_contacts
from ketaguide.commands import need_descriptions
from ketaguide.commands.due import passed, print_due
from ketaguide.commands.loader import checked
from ketaguide.errors import Exit, UsageError
from ketaguide.loading.overlay import read_site
from ketaguide.loading.pack import is_pack
from ketaguide.loading.problem import Places, Problem, ordered
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir


def run(args: Namespace) -> int:
    """Print every problem; exit code 1 if there is an error (with --strict, also for a warning)."""
    if args.rules or args.blocks:
        from ketaguide.checking.manual import manual
        from ketaguide.loading.blocks_manual import blocks_manual

        need_descriptions()
        streams.say((blocks_manual() if args.blocks else manual(RULES)).rstrip("\n"))
        return Exit.FINE
    gc.disable()  # garbage collection would take a third of the time and free nothing before the end
    try:
        return _check(args)
    finally:
        gc.enable()


def _check(args: Namespace) -> int:
    if args.format == "csv" and args.due is None:
        raise UsageError("--format csv is for check --due")
    folder, only = _asked_for(Path(args.folder or args.content or content_dir()))
    loaded, found = checked(folder)
    if loaded.draft is not None:
        if args.due is not None:
            return print_due(loaded.draft, loaded.places, args.due if args.due >= 0 else None, args.format)
        found += passed(loaded.draft, loaded.places)
    here = [problem for problem in ordered(found) if only in ("", problem.file)]
    if only and not here and only not in loaded.places.files:
        raise UsageError(f"{_shown(folder, only)} is no file that the guide in {_shown(folder, '')} reads")
    problems = [problem._replace(file=_shown(folder, problem.file)) for problem in here]
    if args.site:
        problems += _of_site(Path(args.site), loaded.draft, folder)
    hidden = {"info"} if not args.notes and args.format != "json" else set[str]()
    if text := _as(args.format, [problem for problem in problems if problem.level not in hidden]):
        streams.say(text)
    if args.stats and loaded.draft is not None:
        from ketaguide.commands.stats import print_stats

        print_stats(loaded.draft, loaded.places)
    unseen = " (--notes shows the notes)" if any(problem.level in hidden for problem in problems) else ""
    streams.eprint(_summary(problems, 1 if only else len(loaded.places.files)) + unseen)
    if elsewhere := [problem for problem in found if problem not in here and problem.level not in hidden] if only else []:
        streams.eprint(f"Elsewhere in the guide: {_summary(elsewhere, 0)}. To see them: ketaguide check {_shown(folder, '')}")
    if loaded.draft is None:
        of_others = only and all(problem.level != "error" for problem in here)
        which = "the faults elsewhere" if of_others else "these faults"
        streams.eprint(f"The rules were not run. Put {which} right, and check again.")
    failing = {"error", "warning"} if args.strict else {"error"}
    return Exit.PROBLEMS if any(problem.level in failing for problem in problems) else Exit.FINE


def _asked_for(path: Path) -> tuple[Path, str]:
    """Return the guide's folder or pack and, where one of its files was asked for, that file's name in it."""
    if path.is_dir() or is_pack(path) or not (path.is_file() or path.suffix == ".yaml"):
        return path, ""
    if not path.exists():
        raise UsageError(f"there is no file {path}: check the spelling of the path")
    whole = Path(os.path.normpath(Path.cwd() / path))
    for folder in whole.parents:
        if (folder / "guide.yaml").is_file():
            return folder, whole.relative_to(folder).as_posix()
    raise UsageError(
        f"{path} is in no guide: no folder above it holds guide.yaml (a site's file is checked with --site {path})"
    )


def _of_site(path: Path, guide: Guide | None, folder: Path) -> list[Problem]:
    """Return every problem of a site file; its contacts follow the rules for the guide's own."""
    read = read_site(path, folder)
    found = list(read.problems)
    if read.draft and guide:
        alone = replace(guide, contacts={contact.id: contact for contact in read.draft.contacts})
        places = Places({"contacts.yaml": read.places.files[path.name]})
        found += [*check_contacts(alone, places), *passed(alone, places)]
    return [problem._replace(file=os.path.normpath(path)) for problem in ordered(found)]


def _shown(folder: Path, file: str) -> str:
    """Return a file's path, relative if it is in the working folder."""
    path = os.path.normpath(folder / file)
    near = os.path.relpath(path)
    return path if near.startswith("..") else near


def _as(format_: str, problems: Sequence[Problem]) -> str:
    match format_:
        case "json":
            return json.dumps([problem._asdict() for problem in problems], indent=2)
        case "github":
            return "\n".join(_annotation(problem) for problem in problems)
        case _:
            return "\n".join(map(str, problems))


def _annotation(problem: Problem) -> str:
    """Format a problem as a GitHub workflow command, shown beside the line in a pull request."""
    level = "notice" if problem.level == "info" else problem.level
    where = {"file": problem.file, "line": max(problem.line, 1), "col": max(problem.column, 1), "title": problem.rule}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in where.items())
    return f"::{level} {properties}::{_escaped(f'{problem.message}: {problem.hint}')}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _summary(problems: Sequence[Problem], files: int) -> str:
    """Count problems by level, and files: "3 errors, 1 warning in 2 files"."""
    if not problems:
        return f"no problems in {_count(files, 'file')}"
    levels = Counter[str](problem.level for problem in problems)
    names = (("error", "error"), ("warning", "warning"), ("info", "note"))
    counts = ", ".join(_count(levels[level], name) for level, name in names if level in levels)
    return f"{counts} in {_count(len({problem.file for problem in problems}), 'file')}"


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
