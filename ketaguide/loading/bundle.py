"""Precompiled content: one file that loads in milliseconds, written when the package is built.

It is a cache: it loads only if its fingerprint matches the current YAML files, model and version; otherwise the files are
read. It holds nothing about a reader.
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
"""Length in bytes of the fingerprint at the start of the file."""


def write_bundle(folder: Path, guide: Guide, place: Path | None = None) -> Path:
    """Write the bundle of a content folder beside its files, or into `place`."""
    from ketaguide import atomic

    path = (place or folder) / NAME
    body = msgspec.msgpack.encode(guide, enc_hook=_plain)
    atomic.write_file(path, _fingerprint(folder, body) + body)
    return path


def read_bundle(folder: Path, place: Path | None = None) -> Guide | None:
    """Load the folder's bundle; None if there is none, it is damaged, or the files have changed.

    An editable install keeps it in `place`, to leave the source tree unchanged; one beside the content takes precedence.
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
    """True when the folder itself holds a bundle, valid or not."""
    return (folder / NAME).exists()


def _fingerprint(folder: Path, body: bytes | memoryview) -> bytes:
    """A hash of the version, the bundle's body and every file it depends on: content and model."""
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
