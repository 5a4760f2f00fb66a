"""The shipped content as one file that opens in milliseconds, made when the package is built.

It is a copy and never the truth: it opens only while it is, byte for byte, what was made from the YAML files and the model
that stand there now; otherwise the files are read. Nothing about a reader is ever in it.
"""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from ketaguide import __version__
from ketaguide.model.guide import Guide
from ketaguide.model.prose import Prose, Span

NAME = "guide.bundle"
_MARK = 32
"""Bytes of fingerprint at the start of the file."""


def write_bundle(folder: Path, guide: Guide, place: Path | None = None) -> Path:
    """Write the bundle of a content folder beside its files, or in another place."""
    from ketaguide import atomic

    path = (place or folder) / NAME
    body = msgspec.msgpack.encode(guide, enc_hook=_plain)
    atomic.write_file(path, _fingerprint(folder, body) + body)
    return path


def read_bundle(folder: Path, place: Path | None = None) -> Guide | None:
    """The guide in the folder's bundle; None where there is none, or where a bit of it or of the files is another.

    An editable install keeps it in another place, as nothing is written into the source; one beside the content goes first.
    """
    beside = folder / NAME
    try:
        raw = memoryview((place / NAME if place and not beside.exists() else beside).read_bytes())
        if raw[:_MARK] != _fingerprint(folder, raw[_MARK:]):
            return None
        return msgspec.msgpack.decode(raw[_MARK:], type=Guide, dec_hook=_rich)
    except (OSError, msgspec.MsgspecError):
        return None


def has_bundle(folder: Path) -> bool:
    """Whether a bundle stands in the folder itself, good or not."""
    return (folder / NAME).exists()


def _fingerprint(folder: Path, body: bytes | memoryview) -> bytes:
    """A hash of the bundle's own words and of every file it depends on: the content, and the model it is an instance of."""
    digest = blake2b(__version__.encode(), digest_size=_MARK)
    for path in _files(folder):
        data = path.read_bytes()
        digest.update(f"{path.name}:{len(data)}:".encode())
        digest.update(data)
    digest.update(body)
    return digest.digest()


def _files(folder: Path) -> Iterator[Path]:
    from ketaguide import model

    yield from sorted(folder.rglob("*.yaml"))
    for place in model.__path__:
        yield from sorted(Path(place).rglob("*.py"))


def _plain(value: Any) -> Any:
    if isinstance(value, Prose):
        return value.spans
    raise NotImplementedError(type(value))


def _rich(type_: type, value: Any) -> Any:
    if type_ is Prose:
        return Prose(tuple(Span(*span) for span in value))
    raise NotImplementedError(type_)
