"""A small guide without errors, as a kiosk requires: the kitchen sink without its page of awkward values."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests.system.runs import KITCHEN_SINK, PROGRAM


@cache
def small_guide() -> Path:
    """Its folder, made once for each process and taken away at the end."""
    place = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folder = Path(shutil.copytree(KITCHEN_SINK, place / "small"))
    for file in ("en/sections/every-kind.yaml", "en-short/sections/every-kind.yaml", "topics.yaml"):
        (folder / file).unlink()
    for file, old, new in (("guide.yaml", ", every-kind", ""), ("en/quiz.yaml", "section: every-kind", "section: risks")):
        path = folder / file
        path.write_text(path.read_text().replace(old, new))
    return folder


KIOSK = [*PROGRAM, "--content", str(small_guide()), "--kiosk"]
"""The command of a kiosk that shows it."""
