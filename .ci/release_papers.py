"""Papers of a release: the requirements with hashes (`requirements FOLDER`), the licences of all dependencies (`licences`)."""

import hashlib
import re
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)([.-].*)?", re.IGNORECASE)


def requirements(folder: Path) -> str:
    """Name, version and hash of every wheel in a folder, in the form that pip reads."""
    lines = []
    for path in sorted(folder.glob("*.whl")):
        name, version = path.name.split("-")[:2]
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"{name.replace('_', '-').lower()}=={version} --hash=sha256:{digest}\n")
    return "".join(lines)


def licences() -> str:
    """Name, version, licence and its text for everything installed beside this Python. SystemExit names one without a text."""
    found = sorted(distributions(), key=lambda one: one.name.lower())
    parts, missing = [], []
    for one in found:
        texts = [path.read_text(encoding="utf-8").strip() for path in _files(one)]
        if not texts:
            missing.append(one.name)
        parts.append("\n\n".join([f"{one.name} {one.version}: {_licence(one)}", *texts]))
    if missing:
        raise SystemExit(f"no text of a licence in: {', '.join(missing)}")
    return f"\n\n{'=' * 80}\n\n".join(parts) + "\n"


def _files(one: Distribution) -> list[Path]:
    files = (file for file in one.files or () if ".dist-info" in str(file.parent) and _TEXT.fullmatch(file.name))
    return [Path(str(file.locate())) for file in files]


def _licence(one: Distribution) -> str:
    """Its licence in short: an SPDX expression if it gives one, else the end of its classifier."""
    meta = one.metadata
    classified = [value.rpartition(" :: ")[2] for value in meta.get_all("Classifier") or () if value.startswith("License ::")]
    stated = meta.get("License-Expression") or (classified[0] if classified else meta.get("License", ""))
    return str(stated).partition("\n")[0] or "see its text"


if __name__ == "__main__":
    print(requirements(Path(sys.argv[2])) if sys.argv[1] == "requirements" else licences(), end="")
