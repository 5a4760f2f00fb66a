"""`ketaguide site` as a person runs it: its output, and the files that it does not touch."""

import os
import pty
import re
import resource
import subprocess
from functools import partial
from pathlib import Path

import pytest

from ketaguide.paths import content_dir
from tests.system.runs import EXAMPLE, KITCHEN_SINK, LIMIT, PROGRAM, ROOT, Done, inside

URL = "https://example.org/guide"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


site = partial(inside, "site")


def run(*args: str, **how: object) -> Done:
    """Run the command in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*PROGRAM, "--content", str(KITCHEN_SINK), "site", *args]
    return subprocess.run(command, **{"capture_output": True, "timeout": LIMIT, "env": env, "check": False, **how})  # type: ignore[call-overload, no-any-return]


def test_it_writes_the_whole_guide_twice_the_same_and_says_how_much(tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = site(out, "--url", URL).stdout.decode()
    first = contents(out)
    pages = sum(name.endswith(".html") for name in first)
    assert re.fullmatch(rf"{out}: {pages} pages in {len(first) - 1} files, [0-9.]+ [KM]B\n", said)
    assert {"index.html", "get-help.html", "short/index.html", "sw.js", "_headers", "sitemap.xml"} <= set(first)
    assert run(str(out), "--url", URL).returncode == 0  # another process, with another order of sets
    assert contents(out) == first
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_on_a_terminal_a_bar_shows_how_far_it_is_and_the_summary_stays_on_its_own_stream(tmp_path: Path) -> None:
    controller, terminal = pty.openpty()
    command = [*PROGRAM, "--content", str(KITCHEN_SINK), "site", str(tmp_path / "out")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=terminal, cwd=ROOT, env={**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    ) as running:  # fmt: skip
        os.close(terminal)
        shown = b"".join(iter(lambda: _read(controller), b""))
        assert running.stdout
        said = running.stdout.read().decode()
    assert b"Writing pages" in shown
    assert b"100%" in shown
    assert re.fullmatch(rf"{tmp_path}/out: \d+ pages in .*\n", said)


def _read(terminal: int) -> bytes:
    """Read the terminal's next output; empty once the program has exited (an error on Linux)."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_pages_for_one_nation_or_with_a_surgerys_own_services_are_made_by_the_same_options(tmp_path: Path) -> None:
    assert site(tmp_path / "out", "--site", EXAMPLE, "--nation", "wales", content=content_dir()).returncode == 0
    page = (tmp_path / "out" / "get-help.html").read_text()
    assert "Near you: Elm Tree Surgery" in page
    assert "NHS 111 Wales" in page
    assert "NHS 24" not in page


def test_it_leaves_a_folder_alone_that_it_did_not_make(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one.txt").write_text("dear")
    done = site(tmp_path / "letters")
    assert done.returncode == 2
    assert "was not made by ketaguide site" in done.stderr.decode()
    assert contents(tmp_path / "letters") == {"one.txt": b"dear"}


def test_what_somebody_has_put_among_the_pages_is_named_and_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()  # an empty folder is filled
    assert site(out).returncode == 0
    (out / ".well-known").mkdir()
    (out / ".well-known" / "token").write_text("mine")
    before = contents(out)
    done = site(out, "--url", URL)
    assert done.returncode == 2
    assert ".well-known/token, which ketaguide site did not write" in done.stderr.decode()
    assert contents(out) == before


@pytest.mark.parametrize(("asked", "why"), [
    ("/", "where a disk begins"), (".", "the folder you are in"), ("..", "a folder above the folder you are in"),
    ("~", "your home folder"), ("~/..", "a folder above your home folder"),
])  # fmt: skip
def test_no_pages_take_the_place_of_a_disk_a_home_or_the_folder_one_is_in(
    asked: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, here = tmp_path / "homes" / "mine", tmp_path / "work" / "here"
    for folder in (home, here):
        folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    done = site(asked.replace("~", str(home)))
    assert done.returncode == 2
    assert f" is {why}, and is not replaced by pages; name a new folder, such as /" in done.stderr.decode()
    assert list(home.iterdir()) == list(here.iterdir()) == []


def test_a_link_that_somebody_has_laid_beside_the_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("dear")
    for name in (".guide.html.new", ".ketaguide-new-0000000000000000"):
        (tmp_path / name).symlink_to(tmp_path / "letter")
    assert site("--single", tmp_path / "guide.html").returncode == 0
    assert (tmp_path / "letter").read_text() == "dear"
    assert not (tmp_path / "guide.html").is_symlink()


def test_a_file_keeps_its_permissions_and_a_pipe_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "guide.html").write_text("old")
    (tmp_path / "guide.html").chmod(0o640)
    (tmp_path / "link.html").symlink_to("guide.html")
    assert site("--single", tmp_path / "link.html").returncode == 0
    assert (tmp_path / "link.html").readlink() == Path("guide.html")
    assert (tmp_path / "guide.html").stat().st_mode & 0o777 == 0o640
    assert "<!doctype html>" in (tmp_path / "guide.html").read_text()[:20]
    assert b"<!doctype html>" in run("--single", "/dev/stdout").stdout
    assert site("--single", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    for asked in (["/proc/nowhere/site"], ["--single", "/proc/nowhere.html"], ["--single", "/nowhere/guide.html"]):
        done = site(*asked)
        assert done.returncode == 1
        assert re.match(f"ketaguide: cannot write .*{asked[-1]}", done.stderr.decode())
    (tmp_path / "file").write_text("mine")
    assert site(tmp_path / "file").returncode == 2
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("one_file", [False, True])
def test_where_the_disk_fills_up_midway_the_old_pages_stay(tmp_path: Path, one_file: bool) -> None:
    out = tmp_path / "out"
    asked = ["--single", str(out)] if one_file else [str(out)]
    assert site(*asked).returncode == 0
    before = out.read_bytes() if one_file else contents(out)

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (26_000, 26_000))

    done = run(*asked, "--url", URL, preexec_fn=small_disk)
    assert done.returncode == 1, done.stderr
    assert b"cannot write" in done.stderr
    assert (out.read_bytes() if one_file else contents(out)) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_one_file_holds_the_guide_in_large_print(tmp_path: Path) -> None:
    assert site("--single", tmp_path / "guide.html", "--large", "--short").returncode == 0
    text = (tmp_path / "guide.html").read_text()
    assert '<html lang="en-GB" class="large">' in text
    assert 'src="' not in text


WRONG = ("javascript:x", "http://example.org", "https://example.org/\x01", "https://example.org/\udcff")
ADDRESSES = [["out", "--url", address] for address in WRONG]


@pytest.mark.parametrize("asked", [[], ["out", "--single", "a.html"], ["out", "--large"], *ADDRESSES])
def test_what_cannot_be_meant_is_refused(asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert site(*asked).returncode == 2
    assert list(tmp_path.iterdir()) == []
