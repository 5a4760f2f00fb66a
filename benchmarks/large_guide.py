"""Makes a guide several times as large: every page, claim, source, word and question again under other ids."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ketaguide.paths import content_dir
from tests.system.runs import ROOT

_LISTS = {
    "evidence.yaml": "claims",
    "sources.yaml": "sources",
    "glossary.yaml": "terms",
    "quiz.yaml": "rounds",
    "questions.yaml": "groups",
}
"""Files that are one list, which is repeated."""
_REFERENCE = re.compile(r"\]\((section|term):([\w-]+)")
_NO_IDS = {"kind", "kinds", "topic", "measure", "certainty", "certainty_from", "volatility", "nation", "nations"}
"""Fields with values of the model, which may be the same words as ids."""
_LIMIT = re.compile(r"^(MAX_(?:BYTES|BYTES_IN_ALL|NAMES|VALUES|SIGNS)) = .*$", re.MULTILINE)
_RUN = "import sys\nfrom ketaguide.cli import main\nsys.exit(main())\n"
_BUNDLE = """
from ketaguide.loading.bundle import write_bundle
from ketaguide.loading.reader import read_guide
from ketaguide.paths import content_dir
loaded = read_guide(content_dir())
assert loaded.guide, "\\n".join(map(str, loaded.problems[:20]))
write_bundle(content_dir(), loaded.guide)
"""


def install(base: Path, times: int, place: Path) -> list[str]:
    """Install the program with a guide `times` as large as `base` in a folder; the command that starts it.

    The limits of content, which refuse a guide of that size, are lifted in it.
    """
    shutil.copytree(ROOT / "ketaguide", place / "ketaguide", ignore=shutil.ignore_patterns("__pycache__", "content"))
    for name in ("files.py", "marks.py"):
        path = place / "ketaguide" / "loading" / name
        path.write_text(_LIMIT.sub(r"\1 = 10**9", path.read_text("utf-8")), "utf-8")
    content = place / "ketaguide" / "content"
    shutil.copytree(base, content, ignore=shutil.ignore_patterns("*.bundle"))
    for file in ("interface.yaml", "search.yaml", "speech.yaml"):
        if not (content / "en" / file).exists():
            shutil.copy(content_dir() / "en" / file, content / "en" / file)
    if times > 1:
        enlarge(content, times)
    (place / "run.py").write_text(_RUN)
    (place / "bundle.py").write_text(_BUNDLE)
    subprocess.run([sys.executable, str(place / "bundle.py")], check=True)
    return [sys.executable, str(place / "run.py")]


def enlarge(content: Path, times: int) -> None:
    """Repeat what a content folder holds until it is `times` as large."""
    files = {path.relative_to(content): _read(path) for path in content.rglob("*.yaml")}
    ids = {one for file, value in files.items() for one in _ids(file, value)}
    for file, value in files.items():
        copies = [_renamed(value, ids, f"-{number}") for number in range(2, times + 1)]
        if file.parent.name == "sections":
            for copy in copies:
                _write(content / file.with_name(f"{copy['id']}.yaml"), copy)
        elif file.name in _LISTS:
            name = _LISTS[file.name]
            value[name] += [item for copy in copies for item in copy[name]]
            _write(content / file, value)
        elif file.name == "guide.yaml":
            for part, *others in zip(value["parts"], *(copy["parts"] for copy in copies), strict=True):
                part["sections"] += [section for other in others for section in other["sections"]]
            _write(content / file, value)


def _ids(file: Path, value: Any) -> Iterator[str]:
    """Every id of what is repeated."""
    if file.parent.name == "sections":
        yield value["id"]
        yield from (block["id"] for block in value["blocks"] if "id" in block)
    elif file.name in _LISTS:
        for item in value[_LISTS[file.name]]:
            yield from (one["id"] for one in (item, *item.get("questions", ())) if "id" in one)


def _renamed(value: Any, ids: set[str], suffix: str) -> Any:
    """A copy with the suffix after every id, in fields and in links."""
    match value:
        case dict():
            return {key: _renamed(item, set() if key in _NO_IDS else ids, suffix) for key, item in value.items()}
        case list():
            return [_renamed(item, ids, suffix) for item in value]
        case str():
            if value in ids:
                return value + suffix
            return _REFERENCE.sub(lambda found: found[0] + (suffix if found[2] in ids else ""), value)
    return value


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)


def _write(path: Path, value: Any) -> None:
    path.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
