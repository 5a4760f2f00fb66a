"""Signing and publishing packs, by the real library."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tuf.api.metadata import Metadata, Root, TargetFile, Targets

from ketaguide.errors import SigningError
from ketaguide.fleet import names, trust
from ketaguide.fleet.drafts import People, begin, propose, rotate, sign
from ketaguide.fleet.folder import SigningFolder
from ketaguide.fleet.publish import ONLINE_DAYS, copy, publish, upload_order
from ketaguide.fleet.status import lines, status
from tests.unit.fleet import NOW, Fleet, pack, person


@pytest.fixture
def fleet(tmp_path: Path) -> Fleet:
    return Fleet(tmp_path)


def said(fleet: Fleet) -> str:
    return "\n".join(lines(status(fleet.folder, fleet.now)))


def test_what_both_have_signed_is_published_and_the_librarys_client_takes_it(fleet: Fleet, tmp_path: Path) -> None:
    data = fleet.release(1)
    assert fleet.client(tmp_path / "cache") == data
    (sha256,) = [path.name.partition(".")[0] for path in fleet.folder.repository.rglob("*.test.pack")]
    found = sorted(path.relative_to(fleet.folder.repository).as_posix() for path in fleet.folder.repository.rglob("*.*"))
    assert found == [
        "metadata/1.clinical.json", "metadata/1.root.json", "metadata/1.snapshot.json", "metadata/1.targets.json",
        "metadata/timestamp.json", f"targets/content/{sha256}.test.pack",
    ]  # fmt: skip
    assert list(fleet.folder.drafts.iterdir()) == []
    assert not status(fleet.folder, fleet.now)["due"]


def test_ten_versions_in_a_row_are_taken(fleet: Fleet, tmp_path: Path) -> None:
    for version in range(1, 11):
        data = fleet.release(version, f"Number {version}")
        assert fleet.client(tmp_path / "cache") == data
    assert len(list(fleet.folder.repository.rglob("*.pack"))) == 10


@pytest.mark.parametrize(
    ("who", "missing"),
    [
        ((), "root is not signed yet: 2 more of editor, clinician, spare must sign"),
        (("editor",), "root is not signed yet: 1 more of clinician, spare must sign"),
        (("editor", "spare"), "clinical is not signed yet: 1 more of clinician must sign"),
        (("clinician", "spare"), "targets is not signed yet: 1 more of editor must sign"),
    ],
    ids=["nobody", "editor", "no-clinician", "no-editor"],
)
def test_nothing_is_published_while_a_signature_is_missing(fleet: Fleet, who: tuple[str, ...], missing: str) -> None:
    propose(fleet.folder, pack(1), NOW)
    fleet.sign(*who)
    with pytest.raises(SigningError, match=missing):
        fleet.publish()
    assert not fleet.folder.repository.exists()


def test_a_second_editor_does_not_stand_for_a_clinician(fleet: Fleet) -> None:
    fleet.release(1)
    fleet.keys["second"] = person("second")
    rotate(fleet.folder, People(editors=[fleet.keys["second"].public_key]), (), None, NOW)
    fleet.sign("editor", "clinician", "second")
    fleet.publish()
    propose(fleet.folder, pack(2), NOW)
    fleet.sign("editor", "second")
    with pytest.raises(SigningError, match="clinical is not signed yet: 1 more of clinician must sign"):
        fleet.publish()


def rewrite(fleet: Fleet, role: str, change: Callable[[Any], None], *people: str) -> None:
    """Change a draft behind the program's back, and sign it all the same."""
    draft = fleet.folder.draft(role)
    assert draft is not None
    change(draft.signed)
    draft.signatures.clear()
    for name in people:
        draft.sign(fleet.keys[name], append=True)
    fleet.folder.write_draft(role, draft)


def test_an_editor_cannot_appoint_a_clinician(fleet: Fleet) -> None:
    fleet.release(1)
    propose(fleet.folder, pack(2), NOW)

    def appoint(targets: Targets) -> None:
        root: Root = fleet.folder.newest("root").signed
        key = fleet.keys["editor"].public_key
        root.unrecognized_fields[names.CLINICIANS] = {key.keyid: key.to_dict()}
        targets.delegations = trust.delegations(root)

    rewrite(fleet, "targets", appoint, "editor")
    rewrite(fleet, names.CLINICAL, lambda _: None, "editor")
    with pytest.raises(SigningError, match="clinical is not signed yet"):
        fleet.publish()
    rewrite(fleet, names.CLINICAL, lambda _: None, "clinician")
    with pytest.raises(SigningError, match="the editor's list names other clinicians than the root does"):
        fleet.publish()


def test_an_editor_cannot_stand_for_the_clinicians_folder(fleet: Fleet) -> None:
    fleet.release(1)
    propose(fleet.folder, pack(2), NOW)
    path = names.clinical_path("test")
    target = TargetFile.from_data(path, pack(2), ["sha256"])
    rewrite(fleet, "targets", lambda targets: targets.targets.update({path: target}), "editor")
    rewrite(fleet, names.CLINICAL, lambda _: None, "clinician")
    with pytest.raises(SigningError, match="the editor's list holds something else than packs"):
        fleet.publish()


def test_both_must_sign_the_same_pack(fleet: Fleet) -> None:
    fleet.release(1)
    propose(fleet.folder, pack(2), NOW)
    path = names.clinical_path("test")
    other = TargetFile.from_data(path, pack(2, "Other"), ["sha256"])
    rewrite(fleet, names.CLINICAL, lambda clinical: clinical.targets.update({path: other}), "clinician")
    with pytest.raises(SigningError, match="the editor and the clinician list different packs of test"):
        sign(fleet.folder, fleet.keys["editor"])


def test_a_replaced_pack_is_not_signed(fleet: Fleet) -> None:
    fleet.release(1)
    propose(fleet.folder, pack(2), NOW)
    (fleet.folder.drafts / "test.pack").write_bytes(pack(2, "Swapped"))
    with pytest.raises(SigningError, match="the pack of test that the lists name is neither in"):
        fleet.sign("clinician")


def test_a_mistake_is_put_right_by_a_higher_version_only(fleet: Fleet) -> None:
    fleet.release(7)
    for version in (1, 7):
        with pytest.raises(SigningError, match="version 7 of test is published, and this is version"):
            propose(fleet.folder, pack(version, "Corrected"), NOW)
    fleet.release(8, "Corrected")


def test_a_published_pack_is_never_withdrawn(fleet: Fleet) -> None:
    fleet.release(1)
    propose(fleet.folder, pack(2), NOW)
    rewrite(fleet, "targets", lambda targets: targets.targets.clear(), "editor")
    rewrite(fleet, names.CLINICAL, lambda clinical: clinical.targets.clear(), "clinician")
    with pytest.raises(SigningError, match="the pack of test is published, and what is published is never withdrawn"):
        fleet.publish()


def test_a_wrong_key_signs_and_publishes_nothing(fleet: Fleet) -> None:
    propose(fleet.folder, pack(1), NOW)
    with pytest.raises(SigningError, match="nothing here waits for this key"):
        sign(fleet.folder, person("stranger"))
    fleet.sign("editor", "clinician")
    with pytest.raises(SigningError, match="this is not the key for publishing, which is server's"):
        publish(fleet.folder, fleet.keys["editor"], NOW)


def test_a_changed_draft_loses_its_signatures(fleet: Fleet) -> None:
    propose(fleet.folder, pack(1), NOW)
    fleet.sign("editor", "clinician")
    draft = fleet.folder.draft("targets")
    assert draft is not None
    draft.signed.version = 9
    fleet.folder.write_draft("targets", draft)
    with pytest.raises(SigningError, match="targets is not signed yet: 1 more of editor must sign"):
        fleet.publish()


def test_the_root_is_rotated_twice_and_an_old_kiosk_follows(fleet: Fleet, tmp_path: Path) -> None:
    fleet.release(1)
    for turn, old in ((1, "clinician"), (2, "editor")):
        new = f"{old}-{turn}"
        fleet.keys[new] = person(new)
        added = {f"{old}s": [fleet.keys[new].public_key]}
        rotate(fleet.folder, People(**added), [old], None, NOW)
        fleet.sign(new, "spare")
        with pytest.raises(SigningError, match=f"root is not signed yet: 1 more of .*{old}"):
            fleet.publish()  # the keys before have a say too
        fleet.sign(*({"editor", "clinician-1"} - {new}))
        fleet.publish()
        propose(fleet.folder, pack(turn + 1), NOW)
        with pytest.raises(SigningError, match="nothing here waits for this key"):
            fleet.sign(old)
        fleet.sign(new, *({"editor", "clinician-1"} - {new, old}))
        fleet.publish()
    assert fleet.folder.root_version() == 3
    assert fleet.client(tmp_path / "cache") == pack(3)


def test_rotating_without_a_change_renews_all_signatures(fleet: Fleet) -> None:
    fleet.release(1)
    fleet.later(310)
    fleet.publish()
    assert "root expires soon: renew with fleet rotate, and sign" in said(fleet)
    rotate(fleet.folder, People(), (), None, fleet.now)
    fleet.sign("editor", "clinician")
    assert fleet.publish() == ["root", "targets", "clinical"]
    assert status(fleet.folder, fleet.now)["due"] == []


def test_expired_signatures_of_people_are_not_published(fleet: Fleet) -> None:
    fleet.release(1)
    fleet.later(366)
    with pytest.raises(SigningError, match="the signatures of root have expired: renew them with ketaguide fleet rotate"):
        fleet.publish()


def test_publishing_again_holds_for_45_days_more_and_changes_nothing_else(fleet: Fleet) -> None:
    fleet.release(1)
    before = {path: path.read_bytes() for path in fleet.folder.repository.rglob("*.*")}
    fleet.later(31)
    assert "timestamp expires soon: publish again" in said(fleet)
    assert fleet.publish() == []
    after = {path: path.read_bytes() for path in fleet.folder.repository.rglob("*.*")}
    assert {path.name for path, data in after.items() if before.get(path) != data} == {"2.snapshot.json", "timestamp.json"}
    timestamp = fleet.folder.published("timestamp")
    assert timestamp is not None
    assert timestamp.signed.expires == fleet.now + timedelta(days=ONLINE_DAYS)
    assert timestamp.signed.unrecognized_fields[names.SIGNED] == fleet.now.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_waits_for_signatures_does_not_keep_the_published_from_being_renewed(fleet: Fleet, tmp_path: Path) -> None:
    data = fleet.release(1)
    propose(fleet.folder, pack(2), NOW)
    fleet.sign("editor")
    with pytest.raises(SigningError, match="clinical is not signed yet"):
        fleet.publish()
    assert publish(fleet.folder.without_drafts(), fleet.keys["server"], NOW) == []
    assert fleet.client(tmp_path / "cache") == data
    fleet.sign("clinician")
    assert fleet.publish() == ["targets", "clinical"]
    assert fleet.client(tmp_path / "cache") == pack(2)


def test_a_clock_behind_publishes_nothing(fleet: Fleet) -> None:
    fleet.release(1)
    fleet.later(-1)
    with pytest.raises(SigningError, match="the clock looks wrong"):
        fleet.publish()


class Failing(SigningFolder):
    """A disk that fills up after some files."""

    left = 0

    def write(self, path: Path, data: bytes) -> bool:
        if not self.left and not (path.exists() and path.read_bytes() == data):
            raise OSError(28, "No space left on device")
        written = super().write(path, data)
        self.left -= written
        return written


def test_a_client_always_finds_the_old_or_the_new_wherever_publishing_is_cut_off(fleet: Fleet, tmp_path: Path) -> None:
    old = fleet.release(1)
    new = pack(2)
    propose(fleet.folder, new, NOW)
    fleet.sign("editor", "clinician")
    failing = Failing(fleet.folder.path)
    for files in range(1, 5):
        failing.left = 1  # the files of the tries before are there already
        with pytest.raises(OSError):
            publish(failing, fleet.keys["server"], NOW)
        assert fleet.client(tmp_path / f"cache-{files}") == old
    failing.left = 1
    publish(failing, fleet.keys["server"], NOW)
    assert fleet.client(tmp_path / "cache-1") == new


def test_a_stick_gets_what_is_published_the_timestamp_last(fleet: Fleet, tmp_path: Path) -> None:
    fleet.release(1)
    older = tmp_path / "older"
    copy(fleet.folder, older)
    fleet.release(2)
    stick = tmp_path / "stick"
    assert copy(fleet.folder, stick) == 10
    assert copy(fleet.folder, stick) == 0
    names_ = [path.name for path in upload_order(fleet.folder)]
    assert names_[-1] == "timestamp.json"
    assert names_[-2] == "1.root.json"
    assert {path.relative_to(stick): path.read_bytes() for path in stick.rglob("*.*")} == {
        path.relative_to(fleet.folder.repository): path.read_bytes() for path in fleet.folder.repository.rglob("*.*")
    }
    back = SigningFolder(tmp_path / "back", new=True)
    back.repository, back.metadata = older, older / "metadata"
    with pytest.raises(SigningError, match="holds something newer than this folder"):
        copy(back, stick)


def test_status_says_who_must_still_sign(fleet: Fleet) -> None:
    assert said(fleet).splitlines() == [
        "Nothing is published yet.",
        "to sign    root version 1: signed by nobody; still 2 of clinician, editor, spare",
        "to sign    targets version 1: signed by nobody; still 1 of editor",
        "to sign    clinical version 1: signed by nobody; still 1 of clinician",
        "to be signed: root, targets, clinical",
    ]
    fleet.release(1)
    propose(fleet.folder, pack(2), NOW)
    fleet.sign("editor")
    assert said(fleet).splitlines()[-3:] == [
        "to sign    targets version 2: signed by editor; complete",
        "to sign    clinical version 2: signed by nobody; still 1 of clinician",
        "to be signed: clinical",
    ]
    assert "root       version 1, until" in said(fleet)
    assert said(fleet).splitlines()[0].endswith("(365 days), signed by clinician, editor")


@pytest.mark.parametrize(
    ("people", "threshold", "message"),
    [
        (("a", "a", "s"), 2, "the same key is an editor's and a clinician's"),
        (("a", "b", "a"), 2, "the key for publishing is a person's too"),
        (("a", "b", ""), 2, r"a key for publishing \(--online\) is missing"),
        (("a", "", "s"), 2, "a clinician is missing: name one"),
        (("a", "b", "s"), 1, "at least two people must sign for changes of keys"),
        (("a", "b", "s"), 3, "3 people must sign for changes of keys, and there are 2"),
    ],
)
def test_people_who_cannot_hold_these_roles_are_refused(
    tmp_path: Path, people: tuple[str, ...], threshold: int, message: str
) -> None:
    keys = {name: person(name).public_key for name in "abs"}
    editors, clinicians, online = ([keys[name]] if name else [] for name in people)
    folder = SigningFolder(tmp_path / "fleet", new=True)
    with pytest.raises(SigningError, match=message):
        begin(folder, People(editors, clinicians, (), online), threshold, NOW)
    assert not folder.path.exists()


def test_two_keys_of_one_name_are_refused(tmp_path: Path) -> None:
    keys = [person(name).public_key for name in ("jo", "jo", "server")]
    people = People(keys[:1], keys[1:2], (), keys[2:])
    with pytest.raises(SigningError, match="two keys have the name jo"):
        begin(SigningFolder(tmp_path / "fleet", new=True), people, 2, NOW)


def test_one_key_under_two_ids_does_not_count_twice(fleet: Fleet) -> None:
    root: Root = fleet.folder.newest("root").signed
    key = root.keys[fleet.keys["editor"].public_key.keyid]
    copy_ = type(key)("0" * 64, key.keytype, key.scheme, key.keyval)
    root.add_key(copy_, "root")
    with pytest.raises(SigningError, match="one key stands twice in a role"):
        trust.check_root(root)


def test_taking_out_a_name_that_nobody_has_says_who_there_is(fleet: Fleet) -> None:
    fleet.release(1)
    with pytest.raises(SigningError, match="there is no key of 'jo' here; there are keys of clinician, editor, server, spare"):
        rotate(fleet.folder, People(), ["jo"], None, NOW)


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b"[" * 99_999], ids=["empty", "no-metadata", "not-text", "deep"])
def test_a_damaged_file_is_named(fleet: Fleet, data: bytes) -> None:
    (fleet.folder.drafts / "targets.json").write_bytes(data)
    with pytest.raises(SigningError, match=r"targets\.json is damaged: take this folder again"):
        fleet.sign("editor")


def test_a_published_file_is_written_the_same_each_time(fleet: Fleet) -> None:
    fleet.release(1)
    path = fleet.folder.metadata / "1.root.json"
    assert Metadata[Root].from_file(str(path)).to_bytes()
    fleet.later(1)
    before = path.read_bytes()
    fleet.publish()
    assert path.read_bytes() == before
