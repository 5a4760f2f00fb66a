"""The folder of a site in the places that hosts have: a link, another group, a parent that cannot be written, a mount."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_IMODE

import pytest

from ketaguide.commands.site import MARKER, write_site
from ketaguide.errors import WriteError
from ketaguide.render.html import File

NOBODY, OTHERS = 65534, 12345
ROOT = Path(__file__).parents[2]
OLD = [File("index.html", "old"), File("short/index.html", "old"), File("gone/away.html", "old"), File("sw.js", "old")]
NEW = [File("index.html", "new"), File("short/index.html", "new"), File("more/added.html", "new"), File("sw.js", "new")]
is_root = pytest.mark.skipif(os.geteuid() != 0, reason="only the root user can give a folder to another group")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every user can pass through, as /var/www."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)
        Path(made).chmod(0o755)


@contextmanager
def as_somebody() -> Iterator[None]:
    """As a user whom permissions stop."""
    if os.geteuid():
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def texts(folder: Path) -> dict[str, str]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_text() for name, path in found.items() if name != MARKER}


def expected(files: list[File]) -> dict[str, str]:
    return {file.path: file.text for file in files}


def mode(path: Path) -> int:
    return S_IMODE(path.stat().st_mode)


def test_a_link_stays_and_the_folder_behind_it_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to("releases/one")
    for files in (OLD, NEW):
        write_site(tmp_path / "current", files)
        assert (tmp_path / "current").readlink() == Path("releases/one")
        assert texts(tmp_path / "releases" / "one") == expected(files)
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(WriteError, match="symbolic links"):
        write_site(tmp_path / "circle", OLD)


def test_with_umask_077_a_server_can_read_every_page_of_a_new_site_and_pass_through_the_folders_above(tmp_path: Path) -> None:
    with umask(0o077):
        for files in (OLD, NEW):
            write_site(tmp_path / "above" / "out", files)
    paths = [tmp_path / "above", *(tmp_path / "above").rglob("*")]
    assert {mode(path) for path in paths if path.is_dir()} == {0o755}
    assert {mode(path) for path in paths if path.is_file()} == {0o644}


def test_a_folder_that_its_owner_alone_can_read_is_named_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir(mode=0o700)
    write_site(tmp_path / "out", OLD)
    assert f"{tmp_path}/out: its owner alone can read it, so a web server cannot; chmod 755 it" in capsys.readouterr().err
    (tmp_path / "out").chmod(0o755)
    write_site(tmp_path / "out", NEW)
    assert {mode(path) for path in (tmp_path / "out").rglob("*") if path.is_file()} == {0o644}
    assert capsys.readouterr().err == ""


@is_root
def test_owner_group_and_mode_of_the_folder_stay_and_new_pages_belong_to_its_group(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    os.chown(out, NOBODY, OTHERS)
    out.chmod(0o2750)
    for files in (OLD, NEW):
        with umask(0o077):
            write_site(out, files)
        assert (out.stat().st_uid, out.stat().st_gid, mode(out)) == (NOBODY, OTHERS, 0o2750)
        assert {path.stat().st_gid for path in out.rglob("*")} == {OTHERS}
        assert {mode(path) for path in out.rglob("*") if path.is_file()} == {0o640}
        assert {mode(path) for path in out.rglob("*") if path.is_dir()} == {0o2750}


def test_where_the_folder_above_cannot_be_written_the_pages_are_changed_inside(place: Path) -> None:
    out = place / "out"
    out.mkdir()
    if os.geteuid() == 0:
        os.chown(out, NOBODY, NOBODY)
    else:
        place.chmod(0o555)
    number = out.stat().st_ino
    for files in (OLD, NEW):
        with as_somebody():
            write_site(out, files)
        assert texts(out) == expected(files)
        assert out.stat().st_ino == number
        assert not (out / "gone").exists() or files is OLD
        assert sorted(path.name for path in out.iterdir() if path.name.startswith(".")) == [MARKER]
    with as_somebody(), pytest.raises(WriteError, match=r"Permission denied.*Have an empty folder .*/other made for you"):
        write_site(place / "other", OLD)


@is_root
def test_a_folder_of_somebody_else_in_ones_group_keeps_its_owner(place: Path) -> None:
    out = place / "out"
    out.mkdir()
    os.chown(out, OTHERS, NOBODY)
    out.chmod(0o2775)
    place.chmod(0o777)
    for files in (OLD, NEW):
        with as_somebody():
            write_site(out, files)
        assert texts(out) == expected(files)
        assert (out.stat().st_uid, mode(out)) == (OTHERS, 0o2775)


def test_a_change_inside_that_fails_midway_puts_the_old_pages_back(place: Path) -> None:
    out = place / "out"
    write_site(out, OLD)
    if os.geteuid() == 0:
        for path in (out, *out.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        os.chown(out / "short", 0, 0)
    else:
        place.chmod(0o555)
        (out / "short").chmod(0o555)
    with as_somebody(), pytest.raises(WriteError, match=r"Permission denied\. What stood there still does$"):
        write_site(out, NEW)
    assert texts(out) == expected(OLD)
    (out / "short").chmod(0o755)


def _mounts() -> bool:
    probe = ["unshare", "--mount", "mount", "--bind", "/tmp", "/tmp"]
    return bool(shutil.which("unshare")) and subprocess.run(probe, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _mounts(), reason="no folder can be mounted here")
def test_a_folder_that_is_a_mount_is_filled_and_changed_and_a_disk_of_its_own_may_have_its_lost_and_found(
    tmp_path: Path,
) -> None:
    (tmp_path / "disk" / "lost+found").mkdir(parents=True)
    (tmp_path / "web").mkdir()
    script = """
import sys
from pathlib import Path
from ketaguide.commands.site import write_site
from ketaguide.render.html import File
for text in ("old", "new"):
    write_site(Path(sys.argv[1]), [File("index.html", text), File(f"short/{text}.html", text), File("sw.js", text)])
"""
    mount = f'mount --bind "{tmp_path}/disk" "{tmp_path}/web" && exec "$@"'
    command = ["unshare", "--mount", "sh", "-c", mount, "sh", sys.executable, "-c", script, str(tmp_path / "web")]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert texts(tmp_path / "disk") == {"index.html": "new", "short/new.html": "new", "sw.js": "new"}
    assert list((tmp_path / "web").iterdir()) == []
