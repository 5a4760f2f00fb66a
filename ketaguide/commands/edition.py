"""`ketaguide edition`: renews the worksheet of an edition, and reads a filled one back into the edition's files."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ketaguide import atomic, streams
from ketaguide.commands import need_descriptions, writing
from ketaguide.errors import Exit, UsageError
from ketaguide.loading.file_types import WORKSHEET
from ketaguide.loading.problem import Fault
from ketaguide.translating.base import Base, base_of
from ketaguide.translating.build import Progress, built
from ketaguide.translating.fill import filled
from ketaguide.translating.renew import renewed, written
from ketaguide.translating.sheet import Worksheet, read_sheet

NEEDED = ("edition.yaml", "interface.yaml")
"""Files without which an edition cannot be shown: there are no words for the program."""


def run(args: Namespace) -> int:
    """Renew a worksheet, or import one. UsageError or ContentError if that cannot be done; nothing is changed then."""
    need_descriptions()
    content = Path(args.content or "content")
    if args.action == "import":
        return _import(content, Path(args.what))
    write_worksheet(content, args.what, Path(args.old) if args.old else None)
    return Exit.FINE


def write_worksheet(content: Path, edition_id: str, old: Path | None = None) -> None:
    """Write the worksheet of an edition with the words of its base as they are now, and what still holds of the old one."""
    base, path = base_of(content, edition_id), content / edition_id / WORKSHEET
    old = old or path
    sheet = renewed(base, _read(old).cells if old.exists() else [])
    with writing("the worksheet", str(path)):
        atomic.write_file(path, sheet.data)
    kept = f", {sheet.kept:,} of them translated and {sheet.changed:,} to look at again" if sheet.kept or sheet.changed else ""
    streams.say(f"{path}: {sheet.rows:,} texts{kept}.\nNext: fill in the translation, and run ketaguide edition import {path}")


def _read(path: Path) -> Worksheet:
    """Read a worksheet. UsageError if the file cannot be read or is none."""
    try:
        return read_sheet(path.read_bytes(), str(path))
    except OSError as error:
        raise UsageError(f"cannot read {path} ({error.strerror})") from None
    except Fault as fault:
        raise UsageError(str(fault.problem)) from None


def _import(content: Path, path: Path) -> int:
    sheet = _read(path)
    base = base_of(content, sheet.edition)
    words, problems = filled(base, sheet.cells, str(path))
    if problems:
        streams.say("\n".join(map(str, problems)))
        streams.eprint(f"Nothing was imported. Put right what is listed ({len(problems)}), save, and import it again.")
        return Exit.PROBLEMS
    files, state = built(base, words)
    folder = content / sheet.edition
    data = {name: text.encode() for name, text in files.items()} | {WORKSHEET: written(base, words)}
    with writing("the edition", str(folder)):
        (folder / "sections").mkdir(exist_ok=True)
        pages = {name.removeprefix("sections/"): text for name, text in data.items() if "/" in name}
        atomic.write_files(folder / "sections", pages)
        atomic.write_files(folder, {name: text for name, text in data.items() if "/" not in name})
    streams.say("\n".join(_report(base, state)))
    return Exit.FINE


def _report(base: Base, state: Sequence[Progress]) -> list[str]:
    """The state of each file, and of all together."""
    id_ = base.edition.id
    lines = [f"{one.file}: {one.done} of {one.needed}" + ("" if one.is_whole else f": {_instead(one, base)}") for one in state]
    done, needed = sum(one.done for one in state), sum(one.needed for one in state)
    whole, share = sum(one.is_whole for one in state), done * 100 // max(needed, 1)
    lines.append(f"{id_}: {done:,} of {needed:,} texts are translated ({share} %), {whole} of {len(state)} files are whole.")
    if all(one.is_whole for one in state if one.file in NEEDED):
        return [*lines, f"Next: ketaguide check, then read it: ketaguide --edition {id_}"]
    return [*lines, f"It stays a draft, shown to nobody, until {' and '.join(NEEDED)} are whole."]


def _instead(one: Progress, base: Base) -> str:
    shared = "each service or fact is shown in the words of the edition once all of it is translated"
    return shared if one.file in ("contacts.yaml", "evidence.yaml") else f"readers get that of {base.pages.edition_id}"
