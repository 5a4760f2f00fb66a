"""Drafts of what people sign: keys and their roles, and packs. Nothing here is trusted before it is signed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import product
from typing import Any, NamedTuple

from securesystemslib.signer import CryptoSigner, Key
from tuf.api.metadata import Metadata, Root, TargetFile, Targets

from ketaguide.errors import SigningError
from ketaguide.fleet import names, trust
from ketaguide.fleet.folder import OFFLINE, SigningFolder, pack_of, signers
from ketaguide.fleet.keys import name_of

OFFLINE_DAYS = 365
"""Days that people's signatures hold. They are renewed once a year by the people themselves: that shows that keys,
passphrases and people are still there, before they are needed in haste (docs/decisions/signed-packs.md)."""


class People(NamedTuple):
    """Public keys to add, by what their holders do."""

    editors: Sequence[Key] = ()
    clinicians: Sequence[Key] = ()
    owners: Sequence[Key] = ()
    """Keys that sign changes of keys and nothing else, such as a spare in a safe."""
    online: Sequence[Key] = ()


def begin(folder: SigningFolder, people: People, threshold: int, now: datetime) -> None:
    """Draft the first root and empty lists. SigningError if the people cannot hold these roles."""
    root = Root(version=1, expires=_until(now))
    root.roles["root"].threshold = threshold
    _change(root, people, ())
    _write(folder, root, now)


def rotate(folder: SigningFolder, people: People, remove: Sequence[str], threshold: int | None, now: datetime) -> None:
    """Draft the next root, with lists that rest on it; without any change all signatures hold a further year."""
    before = folder.published("root")
    if before is None:
        raise SigningError(f"nothing is published yet: delete {folder.drafts} and begin again with ketaguide fleet init")
    root: Root = before.signed
    root.version += 1
    root.expires = _until(now)
    root.roles["root"].threshold = threshold or root.roles["root"].threshold
    _change(root, people, remove)
    _write(folder, root, now)


def propose(folder: SigningFolder, data: bytes, now: datetime) -> None:
    """Draft lists with a new pack. SigningError if its version is not above the published one."""
    pack = pack_of(data)
    guide = pack.manifest.id
    if (before := folder.published_packs().get(guide)) and pack.manifest.version <= before.manifest.version:
        raise SigningError(
            f"version {before.manifest.version} of {guide} is published, and this is version {pack.manifest.version}: "
            "a mistake is put right by a higher version, never by an older one"
        )
    root: Root = folder.newest("root").signed
    folder.write(folder.drafts / f"{guide}.pack", data)
    for role, path in (("targets", names.editor_path(guide)), (names.CLINICAL, names.clinical_path(guide))):
        draft = _list(folder, role, root, now)
        draft.targets[path] = TargetFile.from_data(path, data, ["sha256"])
        folder.write_draft(role, Metadata(draft))


def sign(folder: SigningFolder, signer: CryptoSigner) -> list[str]:
    """Sign every draft that this key may sign; returns their roles. SigningError if there is none, or if the lists differ."""
    root: Root = folder.newest("root").signed
    for guide, target in trust.agreed_packs(root, folder.newest("targets").signed, folder.newest(names.CLINICAL).signed):
        folder.pack(guide, target)
    keyid = signer.public_key.keyid
    done: list[str] = []
    for role in OFFLINE:
        draft = folder.draft(role)
        if draft and any(keyid == key.keyid for _, has, may in signers(folder, role) for key in (*has, *may)):
            draft.sign(signer, append=True)
            folder.write_draft(role, draft)
            done.append(role)
    if not done:
        raise SigningError("nothing here waits for this key: see who must sign with ketaguide fleet status")
    return done


def _change(root: Root, add: People, remove: Sequence[str]) -> None:
    """Take keys out by the name of their holder, and put keys in."""
    clinicians = {key.keyid: key for key in trust.people(root, names.CLINICAL)}
    for name in remove:
        out = {key.keyid for key in (*root.keys.values(), *clinicians.values()) if name in (name_of(key), key.keyid)}
        if not out:
            known = ", ".join(sorted({name_of(key) for key in (*root.keys.values(), *clinicians.values())}))
            raise SigningError(f"there is no key of {name!r} here; there are keys of {known}")
        for role in root.roles.values():
            role.keyids = [keyid for keyid in role.keyids if keyid not in out]
        clinicians = {keyid: key for keyid, key in clinicians.items() if keyid not in out}
    for keys, roles in (
        (add.editors, ("root", "targets")),
        ((*add.clinicians, *add.owners), ("root",)),
        (add.online, ("snapshot", "timestamp")),
    ):
        for key, name in product(keys, roles):
            root.add_key(key, name)
    clinicians |= {key.keyid: key for key in add.clinicians}
    used = {keyid for role in root.roles.values() for keyid in role.keyids}
    root.keys = {keyid: key for keyid, key in root.keys.items() if keyid in used}
    root.unrecognized_fields[names.CLINICIANS] = {keyid: key.to_dict() for keyid, key in sorted(clinicians.items())}
    held = [name_of(key) for key in {**root.keys, **clinicians}.values()]
    if twice := {name for name in held if held.count(name) > 1}:
        advice = "make one with another name, so that people can tell them apart"
        raise SigningError(f"two keys have the name {min(twice)}: {advice}")
    if root.roles["root"].threshold < 2:
        raise SigningError("at least two people must sign for changes of keys, else one of them could replace all others")
    trust.check_root(root)


def _write(folder: SigningFolder, root: Root, now: datetime) -> None:
    drafts = {"root": root, **{role: _list(folder, role, root, now) for role in OFFLINE[1:]}}
    for role, signed in drafts.items():
        folder.write_draft(role, Metadata(signed))


def _list(folder: SigningFolder, role: str, root: Root, now: datetime) -> Targets:
    """The next list of an editor or a clinician: as the draft or the published one, and resting on this root."""
    before = folder.published(role)
    newest: Metadata[Any] | None = folder.draft(role) or before
    signed: Targets = newest.signed if newest else Targets()
    signed.version = before.signed.version + 1 if before else 1
    signed.expires = _until(now)
    signed.delegations = trust.delegations(root) if role == "targets" else None
    return signed


def _until(now: datetime) -> datetime:
    return now + timedelta(days=OFFLINE_DAYS)
