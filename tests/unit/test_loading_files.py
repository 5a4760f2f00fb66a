"""Folders and files that are not what a guide needs: a problem each, never an exception and never a wait."""

import os
import socket
from pathlib import Path

import pytest

from ketaguide.loading.reader import read_guide
from tests.unit.kitchen import Kitchen

PAGE = "en/sections/risks.yaml"


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    loaded = read_guide(tmp_path / "nowhere")
    assert [str(problem) for problem in loaded.problems] == [
        ".:0:0: error: there is no such folder: make it, or check the spelling of the path"
    ]


def test_a_file_in_the_place_of_the_folder_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("format: 1\n")
    (problem,) = read_guide(tmp_path / "guide.yaml").problems
    assert str(problem) == ".:0:0: error: this is a file, and a folder is needed: put a folder in its place"


def test_an_empty_folder_is_told_every_file_it_needs(tmp_path: Path) -> None:
    files = {problem.file for problem in read_guide(tmp_path).problems}
    assert files == {"guide.yaml", "contacts.yaml"}


def test_a_missing_file_is_named(kitchen: Kitchen) -> None:
    (kitchen.path / "contacts.yaml").unlink()
    assert kitchen.fault() == "contacts.yaml:0:0: error: the file is missing: add it"


def test_a_guide_without_a_short_edition_or_topics_is_whole(kitchen: Kitchen) -> None:
    (kitchen.path / "topics.yaml").unlink()
    (kitchen.path / "en-short").rename(kitchen.path.parent / "elsewhere")
    assert kitchen.faults() == []


def test_a_folder_in_the_place_of_a_file_is_a_problem(kitchen: Kitchen) -> None:
    (kitchen.path / PAGE).unlink()
    (kitchen.path / PAGE).mkdir()
    assert kitchen.fault() == f"{PAGE}:0:0: error: this is a folder, and a file is needed: put the file itself here"


def test_a_file_in_the_place_of_a_folder_is_a_problem(kitchen: Kitchen) -> None:
    (kitchen.path / "en/sections").rename(kitchen.path.parent / "sections")
    kitchen.write("en/sections", "hello")
    assert kitchen.fault() == "en/sections:0:0: error: this is a file, and a folder is needed: put a folder in its place"


def test_a_named_pipe_in_the_place_of_a_file_is_a_problem_and_not_a_wait(kitchen: Kitchen) -> None:
    (kitchen.path / PAGE).unlink()
    os.mkfifo(kitchen.path / PAGE)
    assert kitchen.fault() == f"{PAGE}:0:0: error: this is not a plain file, and a file is needed: put the file itself here"


def test_what_the_system_will_not_open_is_a_problem(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    (kitchen.path / PAGE).unlink()
    monkeypatch.chdir(kitchen.path / "en/sections")  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("risks.yaml")
    fault = kitchen.fault()
    assert fault.startswith(f"{PAGE}:0:0: error: the file cannot be read (")
    assert fault.endswith("check what it is and who may read it")


@pytest.mark.skipif(os.geteuid() == 0, reason="the root user may read everything")
def test_a_file_without_leave_to_read_is_a_problem(kitchen: Kitchen) -> None:
    (kitchen.path / PAGE).chmod(0)
    assert kitchen.fault().startswith(f"{PAGE}:0:0: error: the file cannot be read (Permission denied)")


@pytest.mark.skipif(os.geteuid() == 0, reason="the root user may read everything")
def test_a_folder_without_leave_to_read_is_a_problem(kitchen: Kitchen) -> None:
    (kitchen.path / "en-short/sections").chmod(0)
    fault = kitchen.fault()
    (kitchen.path / "en-short/sections").chmod(0o700)
    assert fault.startswith("en-short/sections:0:0: error: the folder cannot be read (Permission denied)")


def test_a_link_that_leaves_the_folder_is_refused(kitchen: Kitchen) -> None:
    outside = kitchen.path.parent / "risks.yaml"
    (kitchen.path / PAGE).rename(outside)
    (kitchen.path / PAGE).symlink_to(outside)
    assert kitchen.fault() == f"{PAGE}:0:0: error: this leads out of the content folder: put the file itself here, not a link"


def test_a_linked_folder_that_leaves_is_refused(kitchen: Kitchen) -> None:
    (kitchen.path / "en-short").rename(kitchen.path.parent / "en-short")
    (kitchen.path / "en-short").symlink_to(kitchen.path.parent / "en-short")
    faults = kitchen.faults()
    assert faults[0] == "en-short:0:0: error: this leads out of the content folder: put the file itself here, not a link"
    assert all("this leads out of the content folder" in fault for fault in faults)


def test_a_link_to_a_device_is_refused(kitchen: Kitchen) -> None:
    (kitchen.path / PAGE).unlink()
    (kitchen.path / PAGE).symlink_to("/dev/zero")
    assert "this leads out of the content folder" in kitchen.fault()


def test_a_link_to_nothing_is_a_problem(kitchen: Kitchen) -> None:
    (kitchen.path / PAGE).unlink()
    (kitchen.path / PAGE).symlink_to(kitchen.path / "nothing")
    assert kitchen.fault() == f"{PAGE}:0:0: error: the file is missing: add it"


def test_a_link_to_itself_is_a_problem(kitchen: Kitchen) -> None:
    (kitchen.path / PAGE).unlink()
    (kitchen.path / PAGE).symlink_to(kitchen.path / PAGE)
    assert kitchen.fault().startswith(f"{PAGE}:0:0: error: ")


def test_a_link_that_stays_inside_is_read(kitchen: Kitchen) -> None:
    (kitchen.path / PAGE).rename(kitchen.path / "moved.yaml")
    (kitchen.path / PAGE).symlink_to(kitchen.path / "moved.yaml")
    assert kitchen.faults() == []


def test_the_content_folder_itself_may_be_a_link(kitchen: Kitchen) -> None:
    link = kitchen.path.parent / "link"
    link.symlink_to(kitchen.path)
    assert read_guide(link).problems == ()


@pytest.mark.parametrize("size", [50_000_000, 50_000_000_000], ids=["50 MB", "50 GB, too large to read at all"])
def test_a_huge_file_is_refused_unread(kitchen: Kitchen, size: int) -> None:
    os.truncate(kitchen.path / PAGE, size)
    expected = "the file is larger than 500,000 bytes and was not read: split it, or check that it is the right file"
    assert kitchen.fault() == f"{PAGE}:0:0: error: {expected}"


def test_files_that_nothing_reads_are_listed_for_the_checker(kitchen: Kitchen) -> None:
    for name in ("notes.txt", "en/extra.yaml", "en/sections/Risks.yaml", "en/sections/bad\x1b[31mname.yaml"):
        kitchen.write(name, "hello")
    loaded = kitchen.load()
    assert loaded.guide is not None
    assert sorted(loaded.places.others) == [
        "en/extra.yaml", "en/sections/Risks.yaml", "en/sections/bad\x1b[31mname.yaml", "notes.txt",
    ]  # fmt: skip
