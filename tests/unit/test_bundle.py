"""The bundle opens exactly as it was made, or not at all."""

import random
import shutil
from pathlib import Path

import pytest

from ketaguide.loading.bundle import NAME, read_bundle, write_bundle
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir

FLIPS = 120


@pytest.fixture
def folder(tmp_path: Path, shipped: Guide) -> Path:
    folder = Path(shutil.copytree(content_dir(), tmp_path / "content"))
    write_bundle(folder, shipped)
    return folder


def test_it_opens_as_the_same_guide(folder: Path, shipped: Guide) -> None:
    assert read_bundle(folder) == shipped


def test_a_bundle_with_any_bit_changed_does_not_open(folder: Path) -> None:
    path = folder / NAME
    whole = path.read_bytes()
    for place in random.Random(12).sample(range(len(whole) * 8), FLIPS):
        bent = bytearray(whole)
        bent[place // 8] ^= 1 << place % 8
        path.write_bytes(bent)
        assert read_bundle(folder) is None, f"bit {place} of {len(whole) * 8}"


@pytest.mark.parametrize("length", [0, 31, 32, 33, -1])
def test_a_truncated_bundle_does_not_open(folder: Path, length: int) -> None:
    path = folder / NAME
    path.write_bytes(path.read_bytes()[:length])
    assert read_bundle(folder) is None


def test_a_bundle_beside_other_content_does_not_open(folder: Path) -> None:
    with (folder / "contacts.yaml").open("a") as file:
        file.write("# changed\n")
    assert read_bundle(folder) is None


def test_kept_elsewhere_it_opens_where_none_stands_beside_the_content(folder: Path, tmp_path: Path, shipped: Guide) -> None:
    place = tmp_path / "share"
    place.mkdir()
    (folder / NAME).rename(place / NAME)
    assert read_bundle(folder) is None
    assert read_bundle(folder, place) == shipped
    (folder / NAME).write_bytes(b"another")
    assert read_bundle(folder, place) is None
