"""A published repository made with the library's own classes, so that a test can also publish what no honest program would."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Key,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from ketaguide.fleet import names
from ketaguide.loading.files import Folder
from ketaguide.loading.pack import build_pack, manifest_of
from ketaguide.loading.reader import read_guide
from ketaguide.model.guide import Guide
from tests.kiosk.small import small_guide

GUIDE = "kitchen-sink"
LONG, DUE = timedelta(days=365), timedelta(days=45)


def signer(name: str) -> CryptoSigner:
    made = CryptoSigner.generate_ed25519()
    made.public_key.unrecognized_fields[names.NAME] = name
    return made


@cache
def _small() -> tuple[Guide, dict[str, bytes]]:
    folder = Folder(small_guide())
    loaded = read_guide(small_guide())
    assert loaded.guide is not None
    return loaded.guide, {name: folder.read(name) for name in loaded.places.files}


def small_pack(version: int, changes: Sequence[tuple[str, str, str]] = (), **manifest: Any) -> bytes:
    """The small guide as a pack; `changes` are (file, old, new), and `manifest` what it says of itself."""
    guide, files = _small()[0], dict(_small()[1])
    for file, old, new in (("guide.yaml", "Test guide: every kind", f"Test guide {version}: every kind"), *changes):
        text = files[file].decode()
        assert old in text, f"{file} does not say {old!r}"
        files[file] = text.replace(old, new).encode()
    return build_pack(replace(manifest_of(guide.meta, version), **manifest), files)


class Publisher:
    """The keys of four people, and the folder that they publish into."""

    def __init__(self, folder: Path, server: CryptoSigner | None = None) -> None:
        self.folder = folder
        self.owner, self.editor, self.other_editor = signer("The owner"), signer("An editor"), signer("Another editor")
        self.clinician, self.server = signer("A clinician"), server or signer("The server")
        self.version = 0
        self.now = datetime.now(UTC).replace(microsecond=0)
        self.root = Metadata(Root(expires=self.now + LONG))
        self.targets = Metadata(Targets(expires=self.now + LONG))
        self.clinical = Metadata(Targets(expires=self.now + LONG))
        self.snapshot = Metadata(Snapshot(expires=self.now + LONG))
        self.timestamp = Metadata(Timestamp(expires=self.now + DUE))
        signers = {"root": self.owner, "targets": self.editor, "snapshot": self.server, "timestamp": self.server}
        for role, one in signers.items():
            self.root.signed.add_key(one.public_key, role)
        self.delegate(self.clinician)
        (folder / "metadata").mkdir(parents=True)
        (folder / "targets" / names.EDITORIAL).mkdir(parents=True)
        self.write_root()

    def delegate(self, *clinicians: CryptoSigner, in_root: bool = True) -> None:
        """Name the clinicians: in targets.json, and in root.json."""
        keys: dict[str, Key] = {one.public_key.keyid: one.public_key for one in clinicians}
        role = DelegatedRole(names.CLINICAL, list(keys), 1, terminating=True, paths=[names.PATTERN])
        self.targets.signed.delegations = Delegations(keys, {names.CLINICAL: role})
        if in_root:
            self.root.signed.unrecognized_fields[names.CLINICIANS] = {one: key.to_dict() for one, key in keys.items()}

    def write_root(self, *signers: CryptoSigner) -> None:
        """Sign and write root.json."""
        data = self._signed(self.root, *(signers or (self.owner,)))
        (self.folder / "metadata" / f"{self.root.signed.version}.root.json").write_bytes(data)

    def rotate(self) -> None:
        """Replace the owner's key and the server's: a new root.json that both owners sign."""
        old, self.owner, old_server, self.server = self.owner, signer("The next owner"), self.server, signer("The next server")
        for role in ("timestamp", "snapshot"):
            self.root.signed.revoke_key(old_server.public_key.keyid, role)
            self.root.signed.add_key(self.server.public_key, role)
        self.root.signed.revoke_key(old.public_key.keyid, "root")
        self.root.signed.add_key(self.owner.public_key, "root")
        self.next_root(old, self.owner)

    def next_root(self, *signers: CryptoSigner) -> None:
        """Write root.json as the next version."""
        self.root.signed.version += 1
        self.write_root(*signers)

    def publish(self, pack: bytes, *, clinical: bytes | None = None, guide: str = GUIDE) -> None:
        """Sign a pack as editor and as clinician, and write everything, the timestamp last."""
        for signed, path, data in (
            (self.targets.signed, names.editor_path(guide), pack),
            (self.clinical.signed, names.clinical_path(guide), clinical or pack),
        ):
            signed.targets[path] = TargetFile.from_data(path, data, ["sha256"])
        name = f"{sha256(pack).hexdigest()}.{guide}.pack"
        (self.folder / "targets" / names.EDITORIAL / name).write_bytes(pack)
        self.write()

    def write(self, *, editors: Sequence[CryptoSigner] | None = None, clinicians: Sequence[CryptoSigner] | None = None) -> None:
        """Sign and write all metadata but root.json, as the next version."""
        self.version += 1
        for role in (self.targets, self.clinical, self.snapshot, self.timestamp):
            role.signed.version = self.version
        folder = self.folder / "metadata"
        for name, role, by in (
            ("targets", self.targets, [self.editor] if editors is None else editors),
            (names.CLINICAL, self.clinical, [self.clinician] if clinicians is None else clinicians),
        ):
            data = self._signed(role, *by)
            self.snapshot.signed.meta[f"{name}.json"] = MetaFile.from_data(self.version, data, ["sha256"])
            (folder / f"{self.version}.{name}.json").write_bytes(data)
        self.timestamp.signed.unrecognized_fields[names.SIGNED] = self.now.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.write_timestamp(self._signed(self.snapshot, self.server))

    def write_timestamp(self, snapshot: bytes) -> None:
        """Write a snapshot, and sign and write a timestamp that names it."""
        version = self.snapshot.signed.version
        (self.folder / "metadata" / f"{version}.snapshot.json").write_bytes(snapshot)
        self.timestamp.signed.snapshot_meta = MetaFile.from_data(version, snapshot, ["sha256"])
        (self.folder / "metadata" / "timestamp.json").write_bytes(self._signed(self.timestamp, self.server))

    def _signed(self, role: Metadata[Any], *signers: CryptoSigner) -> bytes:
        role.signatures.clear()
        for one in signers:
            role.sign(one, append=True)
        return role.to_bytes()
