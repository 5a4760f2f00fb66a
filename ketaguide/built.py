"""Files made with the package: where they are, and the description of the guide that `--help` shows without opening it.

Standard library only, without pathlib, which costs 5 ms.
"""
# ruff: noqa: PTH100, PTH112, PTH118, PTH120, PTH123

import os
import sys
from zlib import crc32

DESCRIPTION = "description.txt"
ANY_GUIDE = "A guide for patients, to read in a terminal or as web pages."
"""The description where the file is missing, or was made of other content."""


def places() -> tuple[str, str]:
    """The shipped content, and the folder of what was made of it: the same, or in an editable install one apart."""
    package = os.path.dirname(os.path.abspath(__file__))
    content = os.path.join(package, "content")
    if os.path.isdir(content):
        return content, content
    return os.path.join(os.path.dirname(package), "content"), os.path.join(sys.prefix, "share", "ketaguide")


def description() -> str:
    """The description of the shipped guide."""
    content, folder = places()
    try:
        mark, _, said = _bytes(folder, DESCRIPTION).partition(b"\n")
        return said.decode() if said and mark == _mark(content) else ANY_GUIDE
    except (OSError, ValueError):
        return ANY_GUIDE


def description_file(content: str, said: str) -> bytes:
    """The contents of the file, for a content folder and the description of its guide."""
    return _mark(content) + b"\n" + said.encode()


def _mark(content: str) -> bytes:
    return f"{crc32(_bytes(content, 'guide.yaml')):08x}".encode()


def _bytes(folder: str, name: str) -> bytes:
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()
