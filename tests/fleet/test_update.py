"""`ketaguide update` takes good packs: from a web server or a folder, one after the other, with new keys."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from ketaguide.errors import UpdateError
from ketaguide.loading.installed import read_installed
from tests.fleet.conftest import Packs, Site
from tests.fleet.publisher import Publisher, signer


def test_a_pack_that_both_have_signed_is_installed_from_a_web_server(site: Site, packs: Packs, web: str) -> None:
    record, is_new = site.update(web)
    assert is_new
    assert site.shown() == packs(1)
    assert (record.version, record.editors, record.clinicians) == (1, ("An editor",), ("A clinician",))
    assert record.source == web
    assert record.failure == ""


def test_a_pack_is_installed_from_a_stick_by_the_same_signatures(site: Site, packs: Packs) -> None:
    record, _ = site.update()
    assert site.shown() == packs(1)
    assert read_installed(site.place) == record


def test_nothing_new_changes_nothing_but_the_record_of_the_try(site: Site) -> None:
    first, _ = site.update()
    link = site.current.readlink()
    record, is_new = site.update()
    assert not is_new
    assert site.current.readlink() == link
    assert record.installed == first.installed


def test_ten_versions_in_a_row_are_taken_and_one_before_the_newest_is_kept(
    site: Site, publisher: Publisher, packs: Packs, web: str
) -> None:
    for version in range(2, 12):
        publisher.publish(packs(version))
        site.update(web if version % 2 else "")
        assert site.shown() == packs(version)
    assert (site.place / "previous.pack").read_bytes() == packs(10)
    assert len(list((site.place / "versions").iterdir())) == 2


def test_versions_may_be_missed(site: Site, publisher: Publisher, packs: Packs) -> None:
    site.update()
    publisher.publish(packs(2))
    publisher.publish(packs(3))
    site.update()
    assert site.shown() == packs(3)


def test_keys_of_owner_and_server_may_change_twice(site: Site, publisher: Publisher, packs: Packs) -> None:
    site.update()
    publisher.rotate()
    publisher.rotate()
    publisher.publish(packs(2))
    record, _ = site.update()
    assert (site.shown(), record.root) == (packs(2), 3)


def test_a_new_site_begins_with_the_first_root_and_finds_the_newest_keys(
    site: Site, publisher: Publisher, packs: Packs
) -> None:
    publisher.rotate()
    publisher.rotate()
    publisher.publish(packs(2))
    site.update()
    assert site.shown() == packs(2)


def test_another_clinician_signs_once_the_owner_has_said_so(site: Site, publisher: Publisher, packs: Packs) -> None:
    site.update()
    publisher.clinician = signer("The next clinician")
    publisher.delegate(publisher.clinician)
    publisher.next_root()
    publisher.publish(packs(2))
    assert site.update()[0].clinicians == ("The next clinician",)


def test_trust_begins_with_the_sites_root_and_never_with_a_cached_one(
    site: Site, publisher: Publisher, packs: Packs, tmp_path: Path
) -> None:
    site.update()
    stranger = Publisher(tmp_path / "strange")
    stranger.publish(packs(9))
    for name in ("root_history/1.root.json", "root.json"):
        (site.place / "metadata" / name).unlink()
        shutil.copy(stranger.folder / "metadata" / "1.root.json", site.place / "metadata" / name)
    with pytest.raises(UpdateError, match="a signature is missing, or is not by a known key"):
        site.update(str(stranger.folder))
    assert site.shown() == packs(1)


def test_where_all_keys_are_lost_a_new_root_installed_by_hand_begins_anew_and_versions_go_on(
    site: Site, publisher: Publisher, packs: Packs, tmp_path: Path
) -> None:
    for _ in range(2):
        publisher.rotate()
    publisher.publish(packs(5))
    site.update()
    again = Publisher(tmp_path / "again", publisher.server)
    site.root = (again.folder / "metadata" / "1.root.json").read_bytes()
    again.publish(packs(5))
    assert site.update(str(again.folder))[0].root == 1
    again.publish(packs(4))
    with pytest.raises(UpdateError, match="version 4 is published, and 5 was installed before"):
        site.update(str(again.folder))
    again.publish(packs(6))
    site.update(str(again.folder))
    assert site.shown() == packs(6)


def test_what_is_installed_can_be_read_by_the_waiting_rooms_own_user(site: Site) -> None:
    done = subprocess.run(site.command, capture_output=True, text=True, check=True, umask=0o077)
    assert "signed by An editor as editor and A clinician as clinician" in done.stdout
    for name, mode in {"": 0o755, "versions": 0o755, "current.pack": 0o644, "state.json": 0o644}.items():
        assert (site.place / name).stat().st_mode & 0o777 == mode, name


def test_a_damaged_record_is_made_anew_and_older_versions_stay_refused(site: Site, publisher: Publisher, packs: Packs) -> None:
    publisher.publish(packs(5))
    site.update()
    (site.place / "state.json").write_text("{")
    publisher.publish(packs(4))
    with pytest.raises(UpdateError, match="version 4 is published, and 5 was installed before"):
        site.update()
    assert site.shown() == packs(5)
    assert "version 4 is published" in json.loads((site.place / "state.json").read_text())["failure"]


def test_a_pack_that_was_damaged_on_the_disk_is_installed_again(site: Site, packs: Packs) -> None:
    site.update()
    site.current.resolve().write_bytes(packs(1)[:-1])
    _, is_new = site.update()
    assert is_new
    assert site.shown() == packs(1)
