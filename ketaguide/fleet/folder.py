"""The signing folder, which people hand to each other: what is published, and drafts that wait for signatures.

repository/metadata/, repository/targets/   static files, for any web server or a USB stick
to-sign/                                    drafts of root, targets and clinical, and the packs they list
"""

import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, TargetFile, Targets
from tuf.api.serialization import DeserializationError
from tuf.api.serialization.json import JSONSerializer

from ketaguide import atomic
from ketaguide.errors import SigningError, UsageError
from ketaguide.fleet import names, trust
from ketaguide.fleet.keys import read_file
from ketaguide.loading.pack import MAX_PACK_BYTES, Pack, read_pack
from ketaguide.loading.problem import Fault

OFFLINE = ("root", "targets", names.CLINICAL)
"""Roles that people sign, in the order in which each rests on the one before."""
ONLINE = ("snapshot", "timestamp")
"""Roles that the key for publishing signs."""
MAX_METADATA_BYTES = 1_000_000


class SigningFolder:
    """One fleet's folder. SigningError for files that are not what they should be."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        self.path = path
        self.repository, self.drafts = path / "repository", path / "to-sign"
        self.metadata = self.repository / "metadata"
        if not new and not self.drafts.is_dir() and not self.metadata.is_dir():
            raise UsageError(f"{path} is no signing folder: make one with ketaguide fleet init")

    def without_drafts(self) -> "SigningFolder":
        """The same folder as if nothing waited for signatures."""
        other = SigningFolder(self.path, new=True)
        other.drafts = self.path / "nothing"
        return other

    def published(self, role: str) -> Metadata[Any] | None:
        """The published metadata of a role; None before the first time."""
        match role:
            case "root":
                found = self.root_version()
            case "timestamp":
                return self._load(self.metadata / "timestamp.json")
            case "snapshot":
                newest = self.published("timestamp")
                found = newest.signed.snapshot_meta.version if newest else 0
            case _:
                newest = self.published("snapshot")
                meta = newest.signed.meta.get(f"{role}.json") if newest else None
                found = meta.version if meta else 0
        return self._load(self.metadata / f"{found}.{role}.json") if found else None

    def root_version(self) -> int:
        """The version of the newest published root; 0 before the first time."""
        found = [re.fullmatch(r"([1-9][0-9]{0,8})\.root\.json", path.name) for path in self.metadata.glob("*.root.json")]
        return max((int(match[1]) for match in found if match), default=0)

    def draft(self, role: str) -> Metadata[Any] | None:
        """The draft of a role; None if nothing waits for signatures."""
        return self._load(self.drafts / f"{role}.json")

    def newest(self, role: str) -> Metadata[Any]:
        """The draft of a role or, without one, what is published. SigningError if there is neither."""
        found = self.draft(role) or self.published(role)
        if found is None:
            raise SigningError(f"{self.path} has no {role}: begin with ketaguide fleet init")
        return found

    def waiting_packs(self) -> list[Path]:
        """The files of packs that wait for signatures."""
        return sorted(self.drafts.glob("*.pack"))

    def write_draft(self, role: str, signed: Metadata[Any]) -> None:
        """Write a draft, with the signatures that it has."""
        self.write(self.drafts / f"{role}.json", encoded(signed))

    def write(self, path: Path, data: bytes) -> bool:
        """Write a file at once or not at all, making its folders; False if the same is there already."""
        if path.exists() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write_file(path, data)
        return True

    def pack(self, guide: str, target: TargetFile) -> bytes:
        """The pack that a target names, published or waiting. SigningError if it is missing or another."""
        for path in (self.drafts / f"{guide}.pack", self.pack_path(guide, target)):
            if path.exists():
                data = read_file(path, MAX_PACK_BYTES)
                if sha256(data).hexdigest() == target.hashes.get("sha256") and len(data) == target.length:
                    return data
        raise SigningError(f"the pack of {guide} that the lists name is neither in {self.drafts} nor published: add it again")

    def pack_path(self, guide: str, target: TargetFile) -> Path:
        """The published file of a pack."""
        return self.repository / "targets" / "content" / f"{target.hashes['sha256']}.{guide}.pack"

    def published_packs(self) -> dict[str, Pack]:
        """The packs that are published, by the id of their guide."""
        return {guide: pack_of(self.pack(guide, target)) for guide, target in self.published_targets()}

    def published_targets(self) -> list[tuple[str, TargetFile]]:
        """The guide's id and the target of each pack that is published."""
        newest = self.published("targets")
        return [(names.guide_of(path), target) for path, target in sorted(newest.signed.targets.items())] if newest else []

    def _load(self, path: Path) -> Metadata[Any] | None:
        if not path.exists():
            return None
        try:
            return Metadata.from_bytes(read_file(path, MAX_METADATA_BYTES))
        except (DeserializationError, RepositoryError):
            raise SigningError(f"{path} is damaged: take this folder again from the person who had it before") from None


def encoded(signed: Metadata[Any]) -> bytes:
    """The bytes of a metadata file, the same each time."""
    return signed.to_bytes(JSONSerializer(compact=False)) + b"\n"


def pack_of(data: bytes) -> Pack:
    """Read a pack. SigningError if it is none."""
    try:
        return read_pack(data)
    except Fault as fault:
        raise SigningError(f"{fault.problem.message}: {fault.problem.hint}") from None


def signers(folder: SigningFolder, role: str, *, drafts: bool = True) -> list[tuple[int, list[Any], list[Any]]]:
    """Signers of a role's draft, or of what is published: for each rule (number needed, keys that have signed, keys that may).

    The root has two rules: by the keys it names, and by those that the root before it names.
    """
    newest = folder.newest if drafts else folder.published
    metadata, root_metadata = newest(role), newest("root")
    if metadata is None or root_metadata is None:
        return []
    root: Root = root_metadata.signed
    delegators: list[Root | Targets] = [Targets(delegations=trust.delegations(root)) if role == names.CLINICAL else root]
    if role == "root" and drafts and folder.draft("root") and (before := folder.published("root")):
        delegators.append(before.signed)
    results = (one.get_verification_result(role, metadata.signed_bytes, metadata.signatures) for one in delegators)
    return [(one.threshold, list(one.signed.values()), list(one.unsigned.values())) for one in results]
