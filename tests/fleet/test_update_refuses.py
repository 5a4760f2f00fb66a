"""`ketaguide update` refuses what is not whole, new and signed by both; the old content stays, and words say why."""

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from securesystemslib.signer import CryptoSigner, SSlibKey
from tuf.api.metadata import MetaFile, TargetFile
from tuf.ngclient._internal import trusted_metadata_set

from ketaguide.commands.kiosk_content import vet
from ketaguide.errors import UpdateError
from ketaguide.fleet import names, update
from ketaguide.settings import Settings
from tests.fleet.conftest import Packs, Site
from tests.fleet.publisher import GUIDE, Publisher, signer, small_pack
from tests.serving import serving

DAY = timedelta(days=1)
Attack = Callable[[Publisher, Packs], object]


def expiring(role: str) -> Attack:
    def expire(publisher: Publisher, packs: Packs) -> None:
        getattr(publisher, role).signed.expires = publisher.now - DAY
        if role == "root":
            publisher.next_root()
        publisher.publish(packs(2))

    return expire


def without(**signers: list[CryptoSigner]) -> Attack:
    def publish(publisher: Publisher, packs: Packs) -> None:
        publisher.publish(packs(2))
        publisher.write(**signers)

    return publish


def two_editors(publisher: Publisher, packs: Packs) -> None:
    publisher.root.signed.add_key(publisher.other_editor.public_key, "targets")
    publisher.next_root()
    publisher.publish(packs(2))
    publisher.write(editors=[publisher.editor, publisher.other_editor], clinicians=[publisher.other_editor])


def editors_own_clinician(publisher: Publisher, packs: Packs) -> None:
    publisher.clinician = publisher.other_editor
    publisher.delegate(publisher.other_editor, in_root=False)
    publisher.publish(packs(2))


def borrowed_key_id(publisher: Publisher, packs: Packs) -> None:
    """A key of an editor's own under the id of the clinician's."""
    other = publisher.other_editor.public_key
    key = SSlibKey(publisher.clinician.public_key.keyid, other.keytype, other.scheme, dict(other.keyval))
    publisher.clinician = CryptoSigner(publisher.other_editor._private_key, key)
    publisher.delegate(publisher.clinician, in_root=False)
    publisher.publish(packs(2))


def editor_in_the_clinicians_place(publisher: Publisher, packs: Packs) -> None:
    path = names.clinical_path(GUIDE)
    publisher.targets.signed.targets[path] = TargetFile.from_data(path, packs(2), ["sha256"])
    publisher.publish(packs(2), clinical=packs(1))


def one_person_as_both(publisher: Publisher, packs: Packs) -> None:
    publisher.clinician = publisher.editor
    publisher.delegate(publisher.editor)
    publisher.next_root()
    publisher.publish(packs(2))


def no_clinician_asked_for(publisher: Publisher, packs: Packs) -> None:
    publisher.targets.signed.delegations = None
    publisher.publish(packs(2))


def different_packs(publisher: Publisher, packs: Packs) -> None:
    publisher.publish(packs(2), clinical=packs(1))


def unknown_server(publisher: Publisher, packs: Packs) -> None:
    publisher.server = signer("A thief")
    publisher.publish(packs(2))


def older_timestamp(publisher: Publisher, packs: Packs) -> None:
    publisher.version = publisher.version - 2  # one below the first
    publisher.publish(packs(2))


def older_snapshot(publisher: Publisher, packs: Packs) -> None:
    publisher.snapshot.signed.version = 1
    publisher.timestamp.signed.version += 1
    publisher.write_timestamp((publisher.folder / "metadata" / "1.snapshot.json").read_bytes())


def older_listed(role: str) -> Attack:
    def publish(publisher: Publisher, packs: Packs) -> None:
        old = (publisher.folder / "metadata" / f"1.{role}.json").read_bytes()
        publisher.write()
        for one in (publisher.snapshot, publisher.timestamp):
            one.signed.version += 1
        publisher.snapshot.signed.meta[f"{role}.json"] = MetaFile.from_data(1, old, ["sha256"])
        publisher.write_timestamp(publisher._signed(publisher.snapshot, publisher.server))

    return publish


def mixed(publisher: Publisher, packs: Packs) -> None:
    publisher.publish(packs(2))
    metadata = publisher.folder / "metadata"
    shutil.copy(metadata / f"{publisher.version - 1}.targets.json", metadata / f"{publisher.version}.targets.json")


def spoiled(change: Callable[[Path], object]) -> Attack:
    """Change the file of a pack that is published."""

    def publish(publisher: Publisher, packs: Packs) -> None:
        publisher.publish(packs(2))
        change(max((publisher.folder / "targets" / "content").iterdir(), key=lambda path: path.stat().st_mtime_ns))

    return publish


def misstated(change: Callable[[Path], object]) -> Attack:
    """Change timestamp.json."""
    return lambda publisher, packs: change(publisher.folder / "metadata" / "timestamp.json")


def packed(version: int, old: str, new: str, **manifest: Any) -> Attack:
    """Publish a pack with another line in its guide.yaml."""
    return lambda publisher, packs: publisher.publish(small_pack(version, [("guide.yaml", old, new)], **manifest))


def link_out(path: Path, levels: int) -> None:
    """Move a file or folder so many levels up, and link there."""
    path.replace(elsewhere := path.parents[levels] / "elsewhere")
    path.symlink_to(elsewhere)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


REFUSED = {
    "no editor has signed": (without(editors=[]), "a signature is missing, or is not by a known key (targets"),
    "no clinician has signed": (without(clinicians=[]), "a signature is missing, or is not by a known key (clinical"),
    "both signatures by editors": (two_editors, "a signature is missing, or is not by a known key (clinical"),
    "an editor names a clinician": (editors_own_clinician, "as a clinician's, and root.json does not"),
    "an editor borrows the id of a clinician's key": (borrowed_key_id, "as a clinician's, and root.json does not"),
    "an editor signs in a clinician's place": (editor_in_the_clinicians_place, "in the place of a clinician"),
    "one key as both": (one_person_as_both, "the same key has signed as editor and as clinician"),
    "no clinician is asked for": (no_clinician_asked_for, "no clinician's signature is asked for"),
    "the two have signed different packs": (different_packs, "have signed different packs"),
    "a server's key that nobody knows": (unknown_server, "a signature is missing, or is not by a known key (timestamp"),
    "an expired timestamp": (expiring("timestamp"), "signatures have expired by this computer's clock"),
    "an expired root": (expiring("root"), "signatures have expired by this computer's clock"),
    "an expired snapshot": (expiring("snapshot"), "signatures have expired by this computer's clock"),
    "expired targets": (expiring("targets"), "signatures have expired by this computer's clock"),
    "an expired signature of a clinician": (expiring("clinical"), "signatures have expired by this computer's clock"),
    "an older timestamp": (older_timestamp, "a file is older than one seen before"),
    "an older snapshot": (older_snapshot, "a file is older than one seen before"),
    "older targets": (older_listed("targets"), "a file is older than one seen before"),
    "an older signature of a clinician": (older_listed("clinical"), "a file is older than one seen before"),
    "files of two versions": (mixed, "a file is not the one that was signed"),
    "a pack cut short, or copied in part": (
        spoiled(lambda path: path.write_bytes(path.read_bytes()[:-100])),
        "a file is not the one that was signed, or was copied only in part",
    ),
    "a pack that is too long": (
        spoiled(lambda path: path.write_bytes(path.read_bytes() + b"more")),
        "a file is longer than what was signed",
    ),
    "a changed pack": (
        spoiled(lambda path: path.write_bytes(path.read_bytes().replace(b"Test guide", b"Test giude"))),
        "a file is not the one that was signed",
    ),
    "a pack that is not there": (spoiled(Path.unlink), "is missing"),
    "nonsense": (misstated(lambda path: path.write_text("[" * 10_000)), "a published file cannot be understood"),
    "half a timestamp": (
        misstated(lambda path: path.write_bytes(path.read_bytes()[:200])),
        "a published file cannot be understood",
    ),
    "a pack of another guide": (
        packed(2, "id: kitchen-sink", "id: other-guide", id="other-guide"),
        "holds another guide, 'other-guide'",
    ),
    "a pack in a newer format": (packed(2, "format: 1", "format: 99", format=99), "install a newer ketaguide"),
    "other content with the same version": (
        packed(1, "every kind of block", "every kind of thing"),
        "publish a higher version",
    ),
    "a link out of the folder": (spoiled(lambda path: link_out(path, 3)), "leads out of the folder"),
    "a folder that leads out of the folder": (spoiled(lambda path: link_out(path.parents[1], 1)), "leads out of the folder"),
    "a named pipe": (misstated(pipe), "is not a plain file"),
}


@pytest.mark.parametrize(("attack", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_whole_new_and_signed_by_both_is_refused(
    attack: Attack, why: str, site: Site, publisher: Publisher, packs: Packs
) -> None:
    publisher.write()
    before, _ = site.update()
    attack(publisher, packs)
    with pytest.raises(UpdateError) as refused:
        site.update()
    assert why in str(refused.value)
    assert str(refused.value).endswith("The installed content stays.")
    assert site.shown() == packs(1)
    record = json.loads((site.place / "state.json").read_text())
    assert why in record["failure"]
    assert record["verified"] == before.verified
    assert [path.name for path in (site.place / "versions").iterdir()] == [site.current.readlink().name]


def test_an_older_root_is_refused_also_by_a_client_whose_metadata_is_gone(
    site: Site, publisher: Publisher, packs: Packs
) -> None:
    stolen, root = publisher.server, publisher.folder / "metadata" / "2.root.json"
    publisher.rotate()
    publisher.publish(packs(2))
    site.update()
    root.unlink()
    publisher.server = stolen
    publisher.publish(packs(3))
    with pytest.raises(UpdateError, match="a signature is missing, or is not by a known key"):
        site.update()
    shutil.rmtree(site.place / "metadata")
    with pytest.raises(UpdateError, match=r"root\.json of version 1 is older than 2"):
        site.update()
    assert site.shown() == packs(2)


def test_a_pack_that_breaks_a_rule_of_the_checker_is_refused(site: Site, publisher: Publisher, packs: Packs) -> None:
    def refused(pack: Path) -> str:
        return vet(Settings(content=pack)).reason

    site.update(refused=refused)
    publisher.publish(small_pack(2, [("guide.yaml", "short_title: Test guide", "short_title: 0800 555 0199")]))
    with pytest.raises(UpdateError, match=r"version 2 breaks a rule of the checker \(1 fault: guide.yaml"):
        site.update(refused=refused)
    assert site.shown() == packs(1)


def test_a_folder_for_one_guide_takes_no_other(site: Site, publisher: Publisher) -> None:
    site.update()
    with pytest.raises(UpdateError, match="holds the guide 'kitchen-sink'"):
        site.update(guide="other-guide")


class Stopping(BaseHTTPRequestHandler):
    """Serves the true files, but what `self.wrong` says in their place; `done` ends an endless answer."""

    folder: Path
    done: threading.Event

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        if not self.wrong():
            path = self.folder / self.path.lstrip("/")
            self.send_response(200 if path.is_file() else 404)
            self.end_headers()
            if path.is_file():
                self.wfile.write(path.read_bytes())

    def wrong(self) -> bool:
        return False


Answer = Callable[[Stopping], bool]
Strange = Callable[[Answer], str]


@pytest.fixture
def strange_server(publisher: Publisher) -> Iterator[Strange]:
    """Starts a server that answers as a function does."""
    done = threading.Event()

    def start(wrong: Answer) -> str:
        handler = type("Strange", (Stopping,), {"wrong": wrong, "folder": publisher.folder, "done": done})
        return servers.enter_context(serving(handler))

    with ExitStack() as servers:
        yield start
        done.set()


def endless(of: str) -> Answer:
    def answer(handler: Stopping) -> bool:
        if of not in handler.path:
            return False
        handler.send_response(200)
        handler.end_headers()
        try:
            while not handler.done.is_set():
                handler.wfile.write(b" " * 65_536)
        except OSError:
            pass
        return True

    return answer


def slow(of: str, first: bytes) -> Answer:
    def answer(handler: Stopping) -> bool:
        if of not in handler.path:
            return False
        handler.wfile.write(first)
        while not handler.done.wait(0.1):
            try:
                handler.wfile.write(b"x")
                handler.wfile.flush()
            except OSError:
                break
        return True

    return answer


def redirect(handler: Stopping) -> bool:
    handler.send_response(302)
    handler.send_header("Location", f"http://content.example.nhs.uk{handler.path}")
    handler.end_headers()
    return True


@pytest.mark.parametrize("file", ["root.json", "timestamp.json", "snapshot.json", "targets.json", "clinical.json", ".pack"])
def test_endless_data_is_cut_off(file: str, site: Site, publisher: Publisher, packs: Packs, strange_server: Strange) -> None:
    site.update()
    publisher.publish(packs(2))
    with pytest.raises(UpdateError, match="a file is longer than what was signed"):
        site.update(strange_server(endless(file)))
    assert site.shown() == packs(1)


@pytest.mark.parametrize("first", [b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.0 200 OK\r\nX: "], ids=["content", "headers"])
@pytest.mark.parametrize("file", ["timestamp.json", ".pack"])
def test_a_server_that_sends_a_byte_now_and_then_is_given_up(
    file: str,
    first: bytes,
    site: Site,
    publisher: Publisher,
    packs: Packs,
    strange_server: Strange,
) -> None:
    site.update()
    publisher.publish(packs(2))
    with pytest.raises(UpdateError, match=r"the server is too slow \(it was not done within 1 seconds\)"):
        site.update(strange_server(slow(file, first)), seconds=1)
    assert site.shown() == packs(1)


def test_a_redirect_to_plain_http_is_not_followed(site: Site, packs: Packs, strange_server: Strange) -> None:
    with pytest.raises(UpdateError, match=r"the server leads elsewhere: 'http://content.example.nhs.uk.*is not https"):
        site.update(strange_server(redirect))
    assert not site.current.exists()


def test_a_server_that_is_off_is_said_plainly(site: Site) -> None:
    with pytest.raises(UpdateError, match=r"a file cannot be fetched .*refused"):
        site.update("http://127.0.0.1:1")


def by_clock(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let the library's clock and ours show a moment."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return moment

    stand_in = SimpleNamespace(datetime=Clock, timezone=SimpleNamespace(utc=UTC))
    monkeypatch.setattr(trusted_metadata_set, "datetime", stand_in)
    monkeypatch.setattr(update, "datetime", Clock)


def test_with_a_clock_years_behind_a_good_pack_is_taken_and_dated_by_what_is_known(
    site: Site, publisher: Publisher, packs: Packs, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_clock(monkeypatch, datetime(2001, 1, 1, tzinfo=UTC))
    record, _ = site.update()
    assert site.shown() == packs(1)
    assert record.verified == publisher.now.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_with_a_clock_behind_signatures_that_had_expired_by_the_latest_known_moment_are_refused(
    site: Site, publisher: Publisher, packs: Packs, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.update()
    publisher.timestamp.signed.expires = publisher.now - DAY
    publisher.publish(packs(2))
    by_clock(monkeypatch, publisher.now - 30 * DAY)
    with pytest.raises(UpdateError, match=r"the signatures of timestamp expired on .* is known to have passed"):
        site.update()
    assert site.shown() == packs(1)


def test_a_clock_ten_years_ahead_looks_wrong(
    site: Site, publisher: Publisher, packs: Packs, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.update()
    publisher.publish(packs(2))
    by_clock(monkeypatch, publisher.now + 3653 * DAY)
    with pytest.raises(UpdateError, match="the clock looks wrong: it shows 2036"):
        site.update()
    assert site.shown() == packs(1)


def test_a_moment_ten_years_ahead_in_what_is_signed_is_not_believed(site: Site, publisher: Publisher, packs: Packs) -> None:
    site.update()
    publisher.now += 3653 * DAY
    for role in (publisher.root, publisher.timestamp):
        role.signed.expires = publisher.now + DAY
    publisher.publish(packs(2))
    with pytest.raises(UpdateError, match="the clock looks wrong"):
        site.update()
    assert site.shown() == packs(1)


@pytest.mark.parametrize(
    "address",
    ["http://content.example.nhs.uk/", "ftp://content.example.nhs.uk/", "file:///srv/guide", "https://", "https://a:b@c.uk"],
)
def test_an_address_that_is_not_https_is_wrong_usage(address: str, site: Site) -> None:
    with pytest.raises(Exception, match=r"is not (https|an address)"):
        site.update(address)


def test_a_folder_without_published_content_is_wrong_usage(site: Site, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="holds no published content: is the stick in"):
        site.update(str(tmp_path / "none"))
