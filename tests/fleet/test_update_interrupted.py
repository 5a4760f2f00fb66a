"""An update that is interrupted at any step leaves the old content or the new, whole; the next one ends well."""

import json
import resource
import subprocess
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from tests.fleet.conftest import Packs, Site
from tests.fleet.publisher import Publisher

ROOT = Path(__file__).parents[2]


@pytest.fixture
def ready(site: Site, publisher: Publisher, packs: Packs, tmp_path: Path) -> list[str]:
    """A site with version 1, and version 2 published; the arguments of a child that updates it."""
    site.update()
    publisher.publish(packs(2))
    root = tmp_path / "root.json"
    root.write_bytes(site.root)
    return [site.source, str(site.place), str(root)]


@pytest.mark.parametrize("how", ["kill", "full"])
def test_killed_or_with_a_full_disk_at_any_step_the_content_is_whole_and_the_next_update_ends_well(
    how: str, ready: list[str], packs: Packs
) -> None:
    command = [sys.executable, "-m", "tests.fleet.interrupted", how, *ready]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    steps = [json.loads(line) for line in done.stdout.splitlines()]
    old, new = (sha256(packs(version)).hexdigest() for version in (1, 2))
    assert len(steps) > 20
    assert {after for _, _, after, *_ in steps} == {old, new}
    wanted = {"killed", "not interrupted"} if how == "kill" else {"refused", "ended well", "not interrupted"}
    assert {ended for _, ended, *_ in steps} <= wanted
    for step in steps:
        assert step[3:] == [new, 2, old], step


@pytest.mark.parametrize("most", [0, 1_000, 10_000])
def test_where_a_file_does_not_fit_the_old_content_stays_and_words_say_why(
    most: int, ready: list[str], site: Site, publisher: Publisher, packs: Packs
) -> None:
    arguments = ["--from", ready[0], "--into", ready[1], "--root", ready[2]]
    done = subprocess.run(
        [sys.executable, "-B", "-m", "ketaguide", "update", *arguments],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    assert (done.returncode, "File too large" in done.stderr) == (1, True)
    assert "Traceback" not in done.stderr
    assert site.shown() == packs(1)
    site.update()
    assert site.shown() == packs(2)


def test_of_two_clients_at_once_both_end_well(ready: list[str], packs: Packs, site: Site) -> None:
    arguments = ["--from", ready[0], "--into", ready[1], "--root", ready[2]]
    command = [sys.executable, "-m", "ketaguide", "update", *arguments]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sorted("is current" in one for one in said) == [False, True]
    assert site.shown() == packs(2)


def test_whoever_reads_during_an_update_reads_one_version_whole(site: Site, publisher: Publisher, packs: Packs) -> None:
    site.update()
    known = {packs(version) for version in range(1, 6)}
    read, done = set(), threading.Event()

    def reader() -> None:
        while not done.is_set():
            read.add(site.shown())

    thread = threading.Thread(target=reader)
    thread.start()
    for version in range(2, 6):
        publisher.publish(packs(version))
        site.update()
    done.set()
    thread.join()
    assert read <= known
    assert site.shown() == packs(5)
