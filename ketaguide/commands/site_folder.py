"""Replaces the whole folder of a site. On any OSError the older one stays complete.

Written beside the folder and exchanged with it in one step. Where that cannot be, written inside it, and moved file by file
with everything ready to be moved back: its parent may not be writable, it may be a mount, or have another owner.
"""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from ketaguide import atomic

Files = Sequence[tuple[str, bytes]]
"""Paths and contents, in the order in which readers may find them."""

_OLD = ".ketaguide-old-"
"""Prefix of the older folder, beside the new one, for the moment in which it has no other name."""
_UNDO, _ADDED = ".ketaguide-undo", ".ketaguide-added"
"""Folder of what stood in a folder that is being changed, and in it the list of what did not."""
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""
_NO_EXCHANGE = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)
_NOT_BESIDE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV)
"""Errors of a folder that cannot be exchanged as a whole, and may still be written to."""
_PUBLIC = 0o755


def write_folder(folder: Path, files: Files, written: Callable[[], object]) -> None:
    """Write a folder, calling `written` after each file. Its owner, group and mode stay; a new one can be read by anyone."""
    if not folder.exists():
        _make_parents(folder.parent)
    try:
        if folder.is_dir() and os.path.ismount(folder):
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(folder))
        _write_beside(folder, files, written)
    except OSError as error:
        if error.errno not in _NOT_BESIDE or not folder.is_dir():
            raise
        _write_inside(folder, files, written)


def restore_interrupted(folder: Path) -> bool:
    """Restore what an interrupted run had moved away; False if there is none. OSError while another run is moving."""
    undo, old = folder / _UNDO, folder.with_name(f"{_OLD}{folder.name}")
    if undo.is_dir():
        os.close(atomic.lock(undo))
        _undo(folder)
        return True
    if folder.exists() or not old.is_dir():
        return False
    old.rename(folder)
    return True


def files_of(folder: Path) -> Iterator[str]:
    """The paths of all files in a folder, but for those of interrupted runs."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if not name.startswith((atomic.NEW, _UNDO)) and (path.is_symlink() or not path.is_dir()):
            yield name


def _make_parents(folder: Path) -> None:
    """Create a folder and those above it, which a server can pass through whatever the umask is."""
    if not folder.is_dir():
        _make_parents(folder.parent)
        folder.mkdir()
        folder.chmod(S_IMODE(folder.stat().st_mode) | _PUBLIC)


def _write_beside(folder: Path, files: Files, written: Callable[[], object]) -> None:
    """Write a new folder and let it take the place of the older one."""
    with atomic.temporary_folder(folder) as beside:
        new = beside / folder.name
        new.mkdir()
        mode = _make_alike(new, folder) if folder.exists() else S_IMODE(new.stat().st_mode) | _PUBLIC
        _write(new, files, mode, written)
        new.chmod(mode)
        if not folder.exists():
            new.rename(folder)
        elif not _exchange(new, folder):
            _replace_in_two_steps(new, folder)
        atomic.flush(folder.parent)


def _make_alike(new: Path, old: Path) -> int:
    """Give a folder the owner, group, mode and access list of another; returns the mode. OSError if one cannot be given."""
    wanted, made = old.stat(), new.stat()
    if (wanted.st_uid, wanted.st_gid) != (made.st_uid, made.st_gid):
        os.chown(new, wanted.st_uid, wanted.st_gid)
    shutil.copystat(old, new)
    mode = S_IMODE(wanted.st_mode)
    if S_IMODE(new.stat().st_mode) != mode:  # some systems drop the bit that hands the group on, and report no error
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(old))
    new.chmod(mode | 0o700)
    return mode


def _write(new: Path, files: Files, mode: int, written: Callable[[], object]) -> None:
    """Write files below a folder: as readable as their folder, whatever the umask is."""
    for name, data in files:
        path = new / name
        for above in reversed(path.relative_to(new).parents[:-1]):
            if not (new / above).is_dir():
                (new / above).mkdir()
                _give(new / above, mode | 0o700)
        path.write_bytes(data)
        _give(path, (mode | 0o600) & 0o666)
        atomic.flush(path)
        written()
    for below, _, _ in os.walk(new):
        atomic.flush(Path(below))


def _give(path: Path, mode: int) -> None:
    """Give a file or folder a mode, where the file system has modes."""
    with suppress(OSError):
        path.chmod(mode)


def _exchange(new: Path, old: Path) -> bool:
    """Exchange two folders in one step; False if the system or the file system does not support it."""
    if sys.platform != "linux":
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(_HERE, os.fsencode(new), _HERE, os.fsencode(old), _EXCHANGE) == 0:
        return True
    if (code := ctypes.get_errno()) in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(old))


def _replace_in_two_steps(new: Path, folder: Path) -> None:
    """Replace a folder in two steps; `restore_interrupted` repairs an interruption between them."""
    old = folder.with_name(f"{_OLD}{folder.name}")
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _write_inside(folder: Path, files: Files, written: Callable[[], object]) -> None:
    """Write new files aside in the folder, then move them to their places; on any error move the older ones back."""
    with atomic.temporary_folder(folder / "any") as aside:
        new, saved = aside / "new", aside / "old"
        new.mkdir()
        mode = S_IMODE(folder.stat().st_mode)
        _write(new, files, mode, written)
        old = set(files_of(folder))
        _save(folder, saved, old, [name for name, _ in files if name not in old])
        with atomic.held(saved):
            try:
                saved.rename(folder / _UNDO)  # from here on `restore_interrupted` moves everything back
                atomic.flush(folder)
                _move(new, folder, sorted((name for name, _ in files), key=lambda name: name in old), mode)
                _remove(folder, old - {name for name, _ in files})
                atomic.flush(folder)
                (folder / _UNDO).rename(aside / "done")  # and from here on nothing
                atomic.flush(folder)
            except BaseException:
                if (folder / _UNDO).is_dir():
                    _undo(folder)
                raise


def _save(folder: Path, saved: Path, old: Iterable[str], added: Iterable[str]) -> None:
    """Give every file of a folder a second name in `saved`, or copy it where files cannot have two."""
    saved.mkdir(mode=0o700)
    for name in old:
        (saved / name).parent.mkdir(parents=True, exist_ok=True)
        try:
            (saved / name).hardlink_to(folder / name)
        except OSError:
            shutil.copy2(folder / name, saved / name)
            atomic.flush(saved / name)
    (saved / _ADDED).write_text("".join(f"{name}\n" for name in added), encoding="utf-8")
    atomic.flush(saved / _ADDED)


def _move(new: Path, folder: Path, names: Iterable[str], mode: int) -> None:
    """Move files to their places, one after another; each is replaced in one step."""
    for name in names:
        place = folder / name
        if not place.parent.is_dir():
            place.parent.mkdir(parents=True)
            _give(place.parent, mode | 0o700)
        (new / name).replace(place)


def _remove(folder: Path, names: Iterable[str]) -> None:
    """Remove files, and the folders that they leave empty."""
    for name in names:
        (folder / name).unlink(missing_ok=True)
        for above in (folder / name).relative_to(folder).parents[:-1]:
            with suppress(OSError):
                (folder / above).rmdir()


def _undo(folder: Path) -> None:
    """Move everything back that `_save` saved; after an interruption it can be called again."""
    saved = folder / _UNDO
    added = (saved / _ADDED).read_text(encoding="utf-8").splitlines()
    for path in [path for path in saved.rglob("*") if not path.is_dir() and path.name != _ADDED]:
        place = folder / path.relative_to(saved)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)
    _remove(folder, added)
    atomic.flush(folder)
    done = folder / f"{atomic.NEW}{os.urandom(8).hex()}"  # which the next run removes, if this one cannot
    saved.rename(done)
    shutil.rmtree(done, ignore_errors=True)
