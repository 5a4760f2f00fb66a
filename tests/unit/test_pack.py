"""A guide's content in one file."""

import io
import os
import random
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from ketaguide.arguments import parse
from ketaguide.checking import check_guide
from ketaguide.cli import main
from ketaguide.commands import kiosk_content, pack
from ketaguide.errors import UsageError
from ketaguide.loading.files import MAX_BYTES, MAX_BYTES_IN_ALL
from ketaguide.loading.pack import MAX_FILES, Manifest, PackFolder, build_pack, read_pack
from ketaguide.loading.problem import Fault
from ketaguide.loading.reader import read_guide
from ketaguide.paths import content_dir
from tests.conftest import KITCHEN_SINK
from tests.unit.kitchen import Kitchen

MANIFEST = Manifest(format=1, id="kitchen-sink", version=1, date="2026-01-01", licence="Free.")
FILES = {"guide.yaml": b"format: 1\n", "en/home.yaml": b"lead: Hello\n"}
SMALL = build_pack(MANIFEST, FILES)


@pytest.fixture
def kitchen(kitchen: Kitchen) -> Kitchen:
    kitchen.take_out_faults()
    return kitchen


def packed(kitchen: Kitchen, name: str = "one.pack", *more: str) -> Path:
    out = kitchen.path.parent / name
    assert pack.run(parse(["pack", str(kitchen.path), "--out", str(out), *(more or ("--version", "1"))])) == 0
    return out


def refused(data: bytes) -> str:
    with pytest.raises(Fault) as caught:
        read_pack(data)
    return caught.value.problem.message


def test_a_pack_is_the_same_guide_as_its_folder(kitchen: Kitchen) -> None:
    out = packed(kitchen)
    assert read_guide(out).problems == ()
    assert read_guide(out).guide == read_guide(kitchen.path).guide
    problems = check_guide(read_guide(out).draft, read_guide(out).places)  # type: ignore[arg-type]
    assert not [problem for problem in problems if problem.rule == "unexpected-files"]


def test_the_same_content_gives_the_same_bytes_whatever_the_disk_says(kitchen: Kitchen, tmp_path: Path) -> None:
    first = packed(kitchen).read_bytes()
    other = tmp_path / "other"
    paths = list(kitchen.path.rglob("*.yaml"))
    random.Random(1).shuffle(paths)
    mask = os.umask(0o077)
    try:
        for path in paths:
            copy = other / path.relative_to(kitchen.path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (1, 1))
        assert main(["pack", str(other), "--out", str(tmp_path / "two.pack"), "--version", "1"]) == 0
    finally:
        os.umask(mask)
    assert (tmp_path / "two.pack").read_bytes() == first


def test_every_python_writes_the_same_bytes() -> None:
    assert sha256(SMALL).hexdigest() == "23ddcf14f1490fbb6951a80eed4c2c479f7d6abd68571e5eddfb0ea839b1eab3"


def test_any_zip_program_can_open_a_pack() -> None:
    with zipfile.ZipFile(io.BytesIO(SMALL)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()[1:]} == FILES
        assert opened.namelist()[0] == "pack.json"


def test_only_files_of_the_guide_go_into_a_pack(kitchen: Kitchen) -> None:
    kitchen.write("en/sections/risks.yaml~", "a draft")
    kitchen.write("notes.txt", "private")
    assert {name.rpartition(".")[2] for name in PackFolder(packed(kitchen)).pack.files} == {"yaml"}


def test_web_pages_from_a_pack_are_those_from_its_folder(kitchen: Kitchen, tmp_path: Path) -> None:
    kitchen.write("CHANGELOG.md", "## [1.0.0] - 2026-01-01\n\n### Content\n\n- A number was put right.\n")
    kitchen.write("share.png", (content_dir() / "share.png").read_bytes())
    pages = []
    for name, content in (("folder", kitchen.path), ("pack", packed(kitchen))):
        assert main(["site", str(tmp_path / name), "--content", str(content), "--url", "https://example.org"]) == 0
        paths = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        pages.append({path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in paths})
    assert pages[0] == pages[1]
    assert b"A number was put right." in pages[1]["changes.html"]
    assert (
        PackFolder(kitchen.path.parent / "one.pack").pack.files["share.png"] == kitchen.path.joinpath("share.png").read_bytes()
    )


def test_a_fault_in_a_pack_names_the_pack_the_file_in_it_and_the_line(
    kitchen: Kitchen, capsys: pytest.CaptureFixture[str]
) -> None:
    files = dict(PackFolder(packed(kitchen)).pack.files)
    files["en/sections/risks.yaml"] += b"blocks: []\n"
    bad = kitchen.path.parent / "bad.pack"
    bad.write_bytes(build_pack(MANIFEST, files))
    lines = files["en/sections/risks.yaml"].count(b"\n")
    assert main(["check", str(bad)]) == 1
    assert f"bad.pack/en/sections/risks.yaml:{lines}:1: error: " in capsys.readouterr().out
    assert main(["list", "--content", str(bad)]) == 1
    assert f"{bad}/en/sections/risks.yaml:{lines}:1: error: " in capsys.readouterr().err


def test_content_with_an_error_becomes_no_pack(kitchen: Kitchen, capsys: pytest.CaptureFixture[str]) -> None:
    kitchen.replace("guide.yaml", "format: 1", "format: 1\nunknown: 2")
    assert main(["pack", str(kitchen.path), "--out", str(kitchen.path.parent / "one.pack"), "--version", "1"]) == 1
    assert "guide.yaml:" in capsys.readouterr().out
    assert not (kitchen.path.parent / "one.pack").exists()


def test_a_guide_without_an_id_becomes_no_pack(kitchen: Kitchen) -> None:
    kitchen.replace("guide.yaml", "id: kitchen-sink\n", "")
    with pytest.raises(UsageError, match="the guide has no id"):
        packed(kitchen)


def test_a_version_only_rises(kitchen: Kitchen, tmp_path: Path) -> None:
    one = packed(kitchen, "one.pack", "--version", "7")
    two = packed(kitchen, "two.pack", "--after", str(one))
    assert PackFolder(two).pack.manifest.version == 8
    with pytest.raises(UsageError, match="--version 7 is not above version 7"):
        packed(kitchen, "three.pack", "--after", str(one), "--version", "7")
    published = tmp_path / "targets" / "content"
    published.mkdir(parents=True)
    for number, path in enumerate((two, one)):
        (published / f"{number}.kitchen-sink.pack").write_bytes(path.read_bytes())
    assert PackFolder(packed(kitchen, "four.pack", "--after", str(tmp_path))).pack.manifest.version == 9
    with pytest.raises(UsageError, match="say --version 1 for a guide's first pack"):
        pack.run(parse(["pack", str(kitchen.path), "--out", str(tmp_path / "five.pack")]))


def test_a_pack_of_another_guide_is_not_the_one_before(kitchen: Kitchen) -> None:
    one = packed(kitchen)
    kitchen.replace("guide.yaml", "id: kitchen-sink\n", "id: another\n")
    with pytest.raises(UsageError, match="is a pack of kitchen-sink, and this guide is another"):
        packed(kitchen, "two.pack", "--after", str(one))


def test_other_content_never_takes_the_version_of_a_pack_that_is_there(kitchen: Kitchen) -> None:
    one = packed(kitchen).read_bytes()
    assert packed(kitchen).read_bytes() == one
    kitchen.replace("guide.yaml", "author: ", "author: Also ")
    with pytest.raises(UsageError, match="holds version 1 with other content"):
        packed(kitchen)
    assert (kitchen.path.parent / "one.pack").read_bytes() == one


def zipped(name: str, data: bytes = b"x", mode: int = 0o100644, how: int = zipfile.ZIP_STORED) -> bytes:
    """The small pack with one more file, as another program writes it."""
    stream = io.BytesIO(SMALL)
    with zipfile.ZipFile(stream, "a") as out:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        info.compress_type = how
        out.writestr(info, data)
    return stream.getvalue()


CHANGED = "this pack is cut short, was changed, or was not made by ketaguide pack"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "this is not a pack, or it is cut short"),
        (b"format: 1\n", "this is not a pack, or it is cut short"),
        (SMALL[:20], "this is not a pack, or it is cut short"),
        (SMALL[:-1], CHANGED),
        (SMALL + b"x", CHANGED),
        (SMALL.replace(b"Hello", b"Hullo"), CHANGED),
        (SMALL.replace(b"Hello", b"Hello", 1)[:200], CHANGED),
        (zipped("en/more.yaml", b"0" * 400_000_0, how=zipfile.ZIP_DEFLATED), CHANGED),
        (zipped("en/more.yaml", b"guide.yaml", mode=0o120777), CHANGED),
        (zipped("../guide.yaml"), "a pack may not hold a file named '../guide.yaml'"),
        (zipped("/etc/passwd"), "a pack may not hold a file named '/etc/passwd'"),
        (zipped("en\\home.yaml"), "a pack may not hold a file named 'en\\\\home.yaml'"),
        (zipped("en/.hidden.yaml"), "a pack may not hold a file named 'en/.hidden.yaml'"),
        (zipped("a/b/c/d/e.yaml"), "a pack may not hold a file named 'a/b/c/d/e.yaml'"),
        (zipped("en", b""), "en is both a file and a folder"),
    ],
    ids=str.split("empty yaml start end-cut end-more changed cut bomb link up root windows dot deep both"),
)
def test_only_what_pack_wrote_is_read(data: bytes, said: str) -> None:
    assert refused(data) == said


def test_two_files_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zipped("guide.yaml")
    with pytest.warns(UserWarning, match="Duplicate name"):
        manifests = zipped("pack.json")
    assert refused(twice) == CHANGED
    assert refused(manifests) == "a pack may not hold a file named 'pack.json'"


def test_a_pack_has_the_limits_of_a_folder() -> None:
    with pytest.raises(Fault, match="the file is larger than"):
        build_pack(MANIFEST, {"guide.yaml": b"x" * (MAX_BYTES + 1)})
    with pytest.raises(Fault, match="the pack holds more than"):
        build_pack(MANIFEST, {f"{number}.yaml": b"x" * MAX_BYTES for number in range(1 + MAX_BYTES_IN_ALL // MAX_BYTES)})
    with pytest.raises(Fault, match="the pack holds more than"):
        build_pack(MANIFEST, {f"{number}.yaml": b"" for number in range(MAX_FILES + 1)})


def test_a_file_that_is_too_large_for_a_pack_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.pack").open("wb") as huge:
        huge.truncate(10**12)
    (problem,) = read_guide(tmp_path / "huge.pack").problems
    assert problem.message.startswith("the file is larger than ")


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b'{"format": 2, "id": 7, "new": []}', "this pack is written in format 2, and this program reads format 1"),
        (b'{"format": 1, "id": "a"}', "the pack does not say what it holds"),
        (b"[" * 3000, "the pack does not say what it holds"),
    ],
    ids=["newer", "less", "deep"],
)
def test_a_pack_of_another_format_says_so(manifest: bytes, said: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        out.writestr("pack.json", manifest)
    assert refused(stream.getvalue()).startswith(said)


def test_a_manifest_that_is_not_the_guides_is_refused(kitchen: Kitchen) -> None:
    out = packed(kitchen)
    out.write_bytes(build_pack(MANIFEST, PackFolder(out).pack.files))
    (problem,) = read_guide(out).problems
    assert (problem.file, problem.message) == ("pack.json", "the manifest says something else than the guide in the pack")


def test_a_kiosk_takes_up_a_replaced_pack(kitchen: Kitchen) -> None:
    out = packed(kitchen)
    before = kiosk_content.stamp_of(out)
    assert kiosk_content.stamp_of(out) == before
    packed(kitchen, "one.pack", "--version", "2")
    assert kiosk_content.stamp_of(out) != before


READERS: list[Callable[[Path], list[str]]] = [
    lambda path: ["read", "all", "--content", str(path)],
    lambda path: ["search", "ketamine", "--content", str(path)],
    lambda path: ["check", "--stats", "--content", str(path)],
    lambda path: ["doctor", "--format", "json", "--content", str(path)],
]


@pytest.mark.parametrize("arguments", READERS, ids=["read", "search", "check", "doctor"])
def test_every_command_reads_a_pack_like_a_folder(
    kitchen: Kitchen, arguments: Callable[[Path], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    out = packed(kitchen)
    capsys.readouterr()
    said = []
    for path in (kitchen.path, out):
        code = main(arguments(path))
        said.append((code, capsys.readouterr().out.replace(f"{path}", "").replace(os.path.relpath(path), "")))
    assert said[0] == said[1]
    assert said[0][1]


def test_a_folder_may_have_the_name_of_a_pack(kitchen: Kitchen, tmp_path: Path) -> None:
    (tmp_path / "odd.pack").symlink_to(KITCHEN_SINK)
    assert read_guide(tmp_path / "odd.pack").guide is not None
