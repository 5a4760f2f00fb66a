"""A fleet of the tests: people with keys, their signing folder, a guide's packs, and the library's own client."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import FetcherInterface, Updater

from ketaguide.fleet import names
from ketaguide.fleet.drafts import People, begin, propose, sign
from ketaguide.fleet.folder import SigningFolder
from ketaguide.fleet.publish import publish
from ketaguide.loading.pack import Manifest, build_pack

NOW = datetime.now(UTC).replace(microsecond=0)
"""The library's client compares with the real clock."""


def person(name: str) -> CryptoSigner:
    """A key with the name of its holder."""
    signer = CryptoSigner.generate_ed25519()
    signer.public_key.unrecognized_fields[names.NAME] = name
    return signer


def pack(version: int, words: str = "Hello", guide: str = "test") -> bytes:
    manifest = Manifest(format=1, id=guide, version=version, date="2026-01-01", licence="Free.")
    return build_pack(manifest, {"guide.yaml": f"title: {words}\n".encode()})


class Fleet:
    """One editor, one clinician, a spare key, and the key for publishing."""

    def __init__(self, path: Path) -> None:
        self.folder = SigningFolder(path / "fleet", new=True)
        self.keys = {name: person(name) for name in ("editor", "clinician", "spare", "server")}
        self.now = NOW
        begin(self.folder, self.people(), 2, self.now)

    def people(self) -> People:
        public = {name: [signer.public_key] for name, signer in self.keys.items()}
        return People(public["editor"], public["clinician"], public["spare"], public["server"])

    def sign(self, *people: str) -> None:
        for name in people:
            sign(self.folder, self.keys[name])

    def publish(self) -> list[str]:
        return publish(self.folder, self.keys["server"], self.now)

    def release(self, version: int, words: str = "Hello") -> bytes:
        """Publish one version, signed by both."""
        data = pack(version, words)
        propose(self.folder, data, self.now)
        self.sign("editor", "clinician")
        self.publish()
        return data

    def later(self, days: int) -> None:
        self.now += timedelta(days=days)

    def client(self, cache: Path, root: int = 1) -> bytes:
        """Return the pack that the library's own client takes if it starts from a root."""
        repository = self.folder.repository
        cache.mkdir(exist_ok=True)
        root_data = (repository / "metadata" / f"{root}.root.json").read_bytes()
        updater = Updater(str(cache), "metadata", str(cache), "targets", _Files(repository), bootstrap=root_data)
        updater.refresh()
        edited, approved = (updater.get_targetinfo(path("test")) for path in (names.editor_path, names.clinical_path))
        assert edited is not None
        assert approved is not None
        assert (edited.hashes, edited.length) == (approved.hashes, approved.length)
        return Path(updater.download_target(edited)).read_bytes()


class _Files(FetcherInterface):
    """Static files, as a web server would give them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            yield (self._folder / url).read_bytes()
        except FileNotFoundError:
            raise DownloadHTTPError("no such file", 404) from None
