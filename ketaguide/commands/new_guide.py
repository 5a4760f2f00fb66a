"""`ketaguide new guide DIR`: writes a small guide to begin from, whole in its files."""

import re
from argparse import Namespace
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from pathlib import Path

from ketaguide import atomic, clock, crisis, streams
from ketaguide.commands import creating, need_descriptions
from ketaguide.errors import ContentError, UsageError
from ketaguide.loading.reader import read_guide
from ketaguide.loading.schema import write_schemas
from ketaguide.model.block import CareCard, Contacts
from ketaguide.model.guide import Guide
from ketaguide.model.walk import cites_in, links_in, structs
from ketaguide.paths import content_dir, starter_dir

WRITTEN, DUE = "2026-11-26", "2027-05-25"
"""The dates of the starter's files, for which today and the day in half a year are written."""
_HALF_A_YEAR = timedelta(days=180)


def run(args: Namespace) -> None:
    """Write the guide and print the next steps. UsageError if it cannot be written."""
    need_descriptions()  # the schemas are made of them
    folder = Path(args.id)
    if folder.is_symlink() or (folder.exists() and not (folder.is_dir() and not any(folder.iterdir()))):
        raise UsageError(f"{folder} is there already, and was left as it is: name a folder that is new")
    files = _files()
    with creating(folder, f"there is no folder {folder.parent}: make it first"), atomic.temporary_folder(folder) as aside:
        new = aside / "guide"
        for name, text in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_text(text, encoding="utf-8")
        write_schemas(new)
        new.rename(folder)
    streams.say(
        f"{folder}: {len(files)} files, an example to change. What to change is marked: grep -rn CHANGE {folder}\n"
        f"Read it:   ketaguide --content {folder}\n"
        f"Check it:  ketaguide check --strict {folder}\n"
        "The way from here to a kiosk: docs/new-guide.md, kept with the code of the program"
    )


def _files() -> dict[str, str]:
    """The text of every file: the starter's, with the shipped contacts and claims that it names, and their sources."""
    loaded, starter = read_guide(content_dir()), read_guide(starter_dir()).draft
    if loaded.guide is None or starter is None:
        raise ContentError([f"{content_dir()}/{problem}" for problem in loaded.problems])
    shipped = loaded.guide
    written = max(clock.day(), shipped.meta.facts_checked)  # what is copied is not newer than the guide
    due = (date.fromisoformat(written) + _HALF_A_YEAR).isoformat()
    files = {
        path.relative_to(starter_dir()).as_posix(): path.read_text(encoding="utf-8").replace(WRITTEN, written).replace(DUE, due)
        for path in sorted(starter_dir().rglob("*.yaml"))
    }
    contacts = _contacts(starter, shipped)
    claims = set(cites_in(tuple(starter.first.sections.values()))) & set(shipped.claims)
    of_contacts = (shipped.contacts[id_].sources for id_ in contacts)
    sources = {source for group in (*of_contacts, *(shipped.claims[id_].sources for id_ in claims)) for source in group}
    copied = _copied("contacts", contacts).replace(shipped.contacts["gp"].for_whom, "anyone who is registered there")
    files["contacts.yaml"] = files["contacts.yaml"].replace("contacts: []\n", f"contacts:\n{copied}")
    files["evidence.yaml"] += _copied("evidence", claims)
    files["sources.yaml"] += _copied("sources", sources)
    return files


def _contacts(starter: Guide, shipped: Guide) -> list[str]:
    """Ids of the shipped contacts of the profile's roles and of the crisis card, and of those that the starter's pages show."""
    pages = tuple(starter.first.sections.values())
    blocks = [part for _, part in structs(pages)]
    profile = starter.profile
    ids = {profile.emergency, *profile.all_urgent, *profile.talk, *crisis.WAYS, *links_in(pages, "contact")}
    ids = ids.union(*(block.contacts for block in blocks if isinstance(block, CareCard)))
    ids = ids.union(*(block.ids for block in blocks if isinstance(block, Contacts)))
    kinds = {kind for block in blocks if isinstance(block, Contacts) for kind in block.kinds}
    return [contact.id for contact in shipped.contacts.values() if contact.id in ids or contact.kind in kinds]


def _copied(name: str, ids: Collection[str]) -> str:
    """The entries with some ids, as they stand in a file of the shipped guide."""
    text = (content_dir() / f"{name}.yaml").read_text(encoding="utf-8")
    entries: Iterable[str] = re.findall(r"^  - id: .*\n(?:(?!  - id: ).*\n?)*", text, re.MULTILINE)
    return "".join(one.rstrip() + "\n" for one in entries if one.split()[2].strip("\"'") in ids)
