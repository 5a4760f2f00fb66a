"""An update that is interrupted at any step leaves the old content or the new, whole; the next one ends well."""

import json
import os
import resource
import subprocess
import sys
import threading
from hashlib import sha256

import pytest

from tests.fleet.conftest import Packs, Site
from tests.fleet.publisher import Publisher
from tests.system.runs import ROOT


@pytest.fixture
def ready(site: Site, publisher: Publisher, packs: Packs) -> Site:
    """A site with version 1, and version 2 published."""
    site.update()
    publisher.publish(packs(2))
    return site


@pytest.mark.parametrize("how", ["kill", "full"])
def test_killed_or_with_a_full_disk_at_any_step_the_content_is_whole_and_the_next_update_ends_well(
    how: str, ready: Site, packs: Packs
) -> None:
    command = [sys.executable, "-m", "tests.fleet.interrupted", how, *ready.command[-5::2]]
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
def test_where_a_file_does_not_fit_the_old_content_stays_and_words_say_why(most: int, ready: Site, packs: Packs) -> None:
    done = subprocess.run(
        ready.command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )  # fmt: skip
    assert (done.returncode, "File too large" in done.stderr) == (1, True)
    assert "Traceback" not in done.stderr
    assert ready.shown() == packs(1)
    ready.update()
    assert ready.shown() == packs(2)


def test_of_two_clients_at_once_both_end_well(ready: Site, packs: Packs) -> None:
    both = [subprocess.Popen(ready.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sorted("is current" in one for one in said) == [False, True]
    assert ready.shown() == packs(2)


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
