"""Reads and writes the record of installed content, a small file beside it."""

from contextlib import suppress
from pathlib import Path

import msgspec

from ketaguide import atomic
from ketaguide.loading.files import Folder
from ketaguide.loading.problem import Fault
from ketaguide.model.installed import NOT_INSTALLED, Installed

STATE = "state.json"


def read_installed(place: Path) -> Installed:
    """Return the record in a folder of `ketaguide update`; an empty one if there is none or it is damaged."""
    with suppress(Fault, msgspec.MsgspecError):
        return msgspec.json.decode(Folder(place).read(STATE), type=Installed)
    return NOT_INSTALLED


def write_installed(place: Path, record: Installed) -> None:
    """Write the record. OSError if that fails; the old one then stays."""
    atomic.write_file(place / STATE, msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n")
