"""Packs: one file with the content of a guide; the same content and version always give the same bytes.

The form is a zip archive without compression, dates or links, its manifest first and its files in order of name. A reader takes
only the exact bytes that `build_pack` makes of what it found: no entry can be hidden, doubled, compressed or a link.
"""

import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Annotated, NamedTuple
from zlib import crc32

import msgspec

from ketaguide.loading.files import MAX_BYTES, MAX_BYTES_IN_ALL, Folder, read_plain
from ketaguide.loading.problem import Fault, Problem
from ketaguide.model.base import StrictStruct
from ketaguide.model.meta import FORMAT, Meta
from ketaguide.model.text_forms import ID

SUFFIX = ".pack"
MANIFEST = "pack.json"
MAX_FILES = 1_000
MAX_PACK_BYTES = MAX_BYTES_IN_ALL + 300 * (MAX_FILES + 1)
"""Limit of a pack's size: its content, and what the form adds for each file."""

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,59}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,59}){0,3}", re.ASCII)
"""Names of files in a pack: relative, below at most three folders, and nowhere a name that begins with a dot."""
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
_DAY = 1 << 5 | 1
"""1 January 1980 in the form's dates, its earliest."""
_AGAIN = "fetch it again, or make it again with ketaguide pack"


class Manifest(StrictStruct, frozen=True, kw_only=True):
    """pack.json: what a pack says of itself."""

    format: int
    """The format of the content."""
    id: str
    """The id of the guide."""
    version: Annotated[int, msgspec.Meta(ge=1, le=999_999_999)]
    """A number that only rises."""
    date: str
    """The newest of the guide's own dates."""
    licence: str
    """The licence of its words, as a sentence."""


class _Start(msgspec.Struct, frozen=True):
    """The one field that every format has: newer ones may have others."""

    format: int


class Pack(NamedTuple):
    """A pack's manifest, and its files by name."""

    manifest: Manifest
    files: dict[str, bytes]


def manifest_of(meta: Meta, version: int) -> Manifest:
    """The manifest of a guide's pack. Fault if the guide has no proper id."""
    if not ID.fullmatch(meta.id) or len(meta.id) > 60:
        message = f"{meta.id[:60]!r} is not the id of a guide" if meta.id else "the guide has no id"
        raise Fault("guide.yaml", "pack", message, "write one below format, of small letters, digits and hyphens: id: my-guide")
    day = max(meta.written, meta.facts_checked, meta.review.date)
    return Manifest(format=meta.format, id=meta.id, version=version, date=day, licence=meta.licence)


def build_pack(manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    """The bytes of a pack. Fault if a name, the number of files or the size is beyond the limits."""
    _check(files)
    body, index = bytearray(), bytearray()
    for name, data in ((MANIFEST, msgspec.json.encode(manifest) + b"\n"), *sorted(files.items())):
        raw, check, size = name.encode(), crc32(data), len(data)
        index += _CENTRAL.pack(
            b"PK\1\2", 0x314, 20, 0, 0, 0, _DAY, check, size, size, len(raw), 0, 0, 0, 0, 0o100644 << 16, len(body)
        )
        index += raw
        body += _LOCAL.pack(b"PK\3\4", 20, 0, 0, 0, _DAY, check, size, size, len(raw), 0) + raw + data
    return bytes(body + index + _END.pack(b"PK\5\6", 0, 0, len(files) + 1, len(files) + 1, len(index), len(body), 0))


def read_pack(data: bytes, file: str = ".") -> Pack:
    """Read the bytes of a pack; Fault, named for `file`, if they are not exactly what `build_pack` makes."""
    entries = _entries(data)
    if not entries or entries[0][0] != MANIFEST:
        raise Fault(file, "pack", "this is not a pack, or it is cut short", _AGAIN)
    manifest, files = _manifest(entries[0][1], file), dict(entries[1:])
    _check(files, file)
    if build_pack(manifest, files) != data:
        raise Fault(file, "pack", "this pack is cut short, was changed, or was not made by ketaguide pack", _AGAIN)
    return Pack(manifest, files)


def _entries(data: bytes) -> list[tuple[str, bytes]]:
    """Names and contents as the entries' own heads give them; stops at the first that is not whole."""
    entries: list[tuple[str, bytes]] = []
    at = 0
    while data[at : at + 4] == b"PK\3\4" and len(data) >= at + _LOCAL.size and len(entries) <= MAX_FILES + 1:
        *_, size, length, _more = _LOCAL.unpack_from(data, at)
        start = at + _LOCAL.size + length
        at = start + size
        if at > len(data):
            break
        entries.append((data[start - length : start].decode("ascii", "replace"), data[start:at]))
    return entries


def _manifest(data: bytes, file: str) -> Manifest:
    inside = MANIFEST if file == "." else f"{file}/{MANIFEST}"
    try:
        if (written := msgspec.json.decode(data[:4000], type=_Start).format) != FORMAT:
            message = f"this pack is written in format {written}, and this program reads format {FORMAT}"
            raise Fault(inside, "format", message, f"install {'a newer ketaguide' if written > FORMAT else 'newer content'}")
        return msgspec.json.decode(data[:4000], type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Fault(inside, "pack", f"the pack does not say what it holds ({error})", _AGAIN) from None


def _check(files: Mapping[str, bytes], pack: str = ".") -> None:
    """Fault for a file that is too large, or whose name leads elsewhere or is a folder's too, and for one too many."""
    shorten = "shorten the content, or take out what does not belong there"
    if len(files) > MAX_FILES or sum(map(len, files.values())) > MAX_BYTES_IN_ALL:
        message = f"the pack holds more than {MAX_FILES} files or {MAX_BYTES_IN_ALL:,} bytes"
        raise Fault(pack, "pack", message, shorten)
    folders = {parent.as_posix() for name in files for parent in PurePosixPath(name).parents}
    for name, data in files.items():
        if not _NAME.fullmatch(name) or name == MANIFEST:
            message = f"a pack may not hold a file named {name[:60]!a}"
            raise Fault(pack, "pack", message, "use letters, digits, hyphens and underscores, and at most three folders")
        if name in folders:
            raise Fault(pack, "pack", f"{name} is both a file and a folder", _AGAIN)
        if len(data) > MAX_BYTES:
            raise Fault(name, "file", f"the file is larger than {MAX_BYTES:,} bytes", shorten)


def is_pack(path: Path) -> bool:
    """True when a path names a pack and not a folder."""
    return path.suffix == SUFFIX and not path.is_dir()


class PackFolder(Folder):
    """The files of a pack, read like a folder and held in memory."""

    @cached_property
    def pack(self) -> Pack:
        """The pack, read once."""
        return read_pack(read_plain(self.path, ".", MAX_PACK_BYTES))

    def has(self, file: str) -> bool:
        """True when the pack has a file or folder of that name."""
        return file in self.pack.files or any(name.startswith(f"{file}/") for name in self.pack.files)

    def _names(self, folder: str) -> Iterable[str]:
        if folder in self.pack.files:
            raise NotADirectoryError
        start = f"{folder}/" if folder else ""
        found = {name.removeprefix(start).partition("/")[0] for name in self.pack.files if name.startswith(start)}
        if not found:
            raise FileNotFoundError
        return found

    def read(self, file: str) -> bytes:
        """The bytes of a file."""
        if file in self.pack.files:
            return self.pack.files[file]
        if self.has(file):
            raise Fault(file, "file", "this is a folder, and a file is needed", "put the file itself here")
        raise Fault(file, "file", "the file is missing", "add it")


def unlike_manifest(folder: object, meta: Meta) -> Iterator[Problem]:
    """Yield a problem if a pack's manifest is not that of its own guide."""
    if isinstance(folder, PackFolder):
        try:
            right = manifest_of(meta, folder.pack.manifest.version)
        except Fault as fault:
            yield fault.problem
            return
        if folder.pack.manifest != right:
            message = "the manifest says something else than the guide in the pack"
            yield Problem(MANIFEST, 0, 0, "error", "pack", message, _AGAIN)
