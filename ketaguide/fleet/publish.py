"""Publishing: checks every signature as a client will, then writes static files, the timestamp last."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Timestamp

from ketaguide.errors import SigningError
from ketaguide.fleet import names, trust
from ketaguide.fleet.folder import OFFLINE, ONLINE, SigningFolder, encoded, pack_of, signers
from ketaguide.fleet.keys import name_of
from ketaguide.fleet.moments import text

ONLINE_DAYS = 45
"""Days that what is published holds without a new signature: the longest time for which someone who can hold back files could
keep a kiosk on old content unnoticed (docs/decisions/signed-packs.md)."""


def publish(folder: SigningFolder, signer: CryptoSigner, now: datetime) -> list[str]:
    """Write all that is signed into the repository; returns the roles that are new. SigningError if anything is amiss."""
    root: Root = folder.newest("root").signed
    fresh = [role for role in OFFLINE if folder.draft(role)]
    _check_signed(folder, now)
    for role in ONLINE:
        if signer.public_key.keyid not in root.roles[role].keyids:
            raise SigningError(f"this is not the key for publishing, which is {_names(trust.people(root, role))}'s")
    files = _files(folder, root)
    snapshot, timestamp = _next(folder, "snapshot", Snapshot(), now), _next(folder, "timestamp", Timestamp(), now)
    for role in OFFLINE[1:]:
        version, data = _bytes(folder, role)
        snapshot.signed.meta[f"{role}.json"] = _meta(version, data)
        files[folder.metadata / f"{version}.{role}.json"] = data
    snapshot.sign(signer)
    files[folder.metadata / f"{snapshot.signed.version}.snapshot.json"] = data = encoded(snapshot)
    timestamp.signed.snapshot_meta = _meta(snapshot.signed.version, data)
    timestamp.signed.unrecognized_fields[names.SIGNED] = text(now)
    timestamp.sign(signer)
    files[folder.metadata / f"{root.version}.root.json"] = _bytes(folder, "root")[1]
    files[folder.metadata / "timestamp.json"] = encoded(timestamp)
    for path, data in files.items():
        folder.write(path, data)
    for path in (*(folder.drafts / f"{role}.json" for role in fresh), *folder.waiting_packs()):
        path.unlink(missing_ok=True)
    return fresh


def copy(folder: SigningFolder, to: Path) -> int:
    """Copy what is published into another folder, the timestamp last; returns the number of files written. SigningError."""
    here = folder.published("timestamp")
    there = SigningFolder(to, new=True)
    there.metadata = to / "metadata"
    other = there.published("timestamp")
    if here is None:
        raise SigningError("nothing is published yet")
    if other and other.signed.version > here.signed.version:
        raise SigningError(f"{to} holds something newer than this folder, and was left as it is")
    return sum(folder.write(to / path.relative_to(folder.repository), path.read_bytes()) for path in upload_order(folder))


def upload_order(folder: SigningFolder) -> Iterator[Path]:
    """Yield published files in the order in which they may be uploaded: what a file names before it, the timestamp last."""
    yield from sorted((folder.repository / "targets").rglob("*.pack"))
    for kind in (*OFFLINE[1:], "snapshot", "root"):
        yield from sorted(folder.metadata.glob(f"*.{kind}.json"))
    yield folder.metadata / "timestamp.json"


def _check_signed(folder: SigningFolder, now: datetime) -> None:
    """SigningError if a signature is missing, has expired, or stands for something else than the others."""
    for role in OFFLINE:
        for needed, has, may in signers(folder, role):
            if len(has) < needed:
                raise SigningError(f"{role} is not signed yet: {needed - len(has)} more of {_names(may)} must sign")
        if folder.newest(role).signed.is_expired(now):
            raise SigningError(f"the signatures of {role} have expired: renew them with ketaguide fleet rotate {folder.path}")


def _files(folder: SigningFolder, root: Root) -> dict[Path, bytes]:
    """The packs to publish, by their place. SigningError for one whose version does not rise."""
    before = folder.published_packs()
    files = {}
    lists = folder.newest("targets").signed, folder.newest(names.CLINICAL).signed
    for guide, target in trust.agreed_packs(root, *lists):
        data = files[folder.pack_path(guide, target)] = folder.pack(guide, target)
        manifest, last = pack_of(data).manifest, before.pop(guide, None)
        if manifest.id != guide:
            raise SigningError(f"the pack listed as {guide} is of {manifest.id}")
        if last and not folder.pack_path(guide, target).exists() and manifest.version <= last.manifest.version:
            raise SigningError(f"version {last.manifest.version} of {guide} is published: a version only rises")
    if before:
        raise SigningError(f"the pack of {min(before)} is published, and what is published is never withdrawn")
    return files


def _next(folder: SigningFolder, role: str, first: Any, now: datetime) -> Metadata[Any]:
    """The next version of what the key for publishing signs. SigningError if the clock is behind the last time."""
    before = folder.published(role)
    signed = before.signed if before else first
    expires = now + timedelta(days=ONLINE_DAYS)
    if before:
        if expires < signed.expires:
            last = signed.expires - timedelta(days=ONLINE_DAYS)
            raise SigningError(
                f"the clock looks wrong: it shows {now:%d %B %Y %H:%M}, before the last time ({last:%d %B %Y %H:%M})"
            )
        signed.version += 1
    signed.expires = expires
    return Metadata(signed)


def _bytes(folder: SigningFolder, role: str) -> tuple[int, bytes]:
    """Version and bytes of what people signed: of a draft, or of what is published, which never changes."""
    version = folder.newest(role).signed.version
    draft = folder.draft(role)
    return version, encoded(draft) if draft else (folder.metadata / f"{version}.{role}.json").read_bytes()


def _meta(version: int, data: bytes) -> MetaFile:
    return MetaFile(version, len(data), {"sha256": sha256(data).hexdigest()})


def _names(keys: list[Any]) -> str:
    return ", ".join(map(name_of, keys))
