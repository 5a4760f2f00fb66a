"""Mutates files of the shipped content, one at a time, and runs loading, checking and a kiosk's start on each.

    python -m tests.soak.mutants --mutants 3000 --seed 1 --processes 100

Held against each: no exception, an end in time, and either a refusal or the shipped crisis numbers and words. The first
so many are also checked by a process of its own. A line for each that fell short, and then the figures. Accepted content
in which a number of the crisis card stands less often than before is listed for somebody to look at.
"""

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from ketaguide import crisis
from ketaguide.checking import check_guide
from ketaguide.loading import file_reader
from ketaguide.loading.marks import Budget, parse
from ketaguide.loading.problem import Marks, Problem
from ketaguide.loading.reader import read_guide
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.view import GuideView
from tests.nations import NATIONS

LONGEST = 20.0
"""Seconds for one, on a busy machine."""
NUMBER = re.compile(r"\b(?:999|111|116 123|85258|0808 808 8000)\b")
KINDS = ("flip", "delete", "double", "swap", "cut", "hostile", "digit", "value", "indent")
HOSTILE = (
    "0909 879 1234", "999", "116 124", "Pizza", "[/]", "[@click=app.quit]x[/]", "\x1b[2J", "\x00", "\u202e", "{{ 7*7 }}", "{n}",
    "{n.__class__}", "<script>", "*a" * 500, "[a](" * 500, "&a *a", "!!python/object:os.system", "- - - - -", "? :", "|", ">",
    "'", '"', "\t", "null", "~", "9" * 400, "x" * 20_000, "\U0001f480", "..",
    "2019-01-01", "yes", "0123", "[]", "{}", ": ", " #", "%", "\u0660\u0661", "https://example.org", "term:x", "contact:999",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Description of a mutation, and the changed bytes."""
    lines, kind = data.split(b"\n"), chance.choice(KINDS)
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match kind:
        case "flip":
            at = chance.randrange(len(data))
            return f"flip at {at}", data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        case "delete":
            del lines[at : at + chance.choice((1, 1, 1, 5, 50))]
        case "double":
            lines.insert(other if chance.random() < 0.3 else at, lines[at])
        case "swap":
            lines[at], lines[other] = lines[other], lines[at]
        case "cut":
            at = chance.randrange(len(data))
            return f"cut at {at}", data[:at]
        case "digit":
            found = [match.start() for match in re.finditer(rb"\d", data)]
            if found:
                at = chance.choice(found)
                return f"digit at {at}", data[:at] + str(chance.randrange(10)).encode() + data[at + 1 :]
        case "indent":
            lines[at] = b" " * chance.randrange(1, 5) + lines[at]
        case _:
            words = chance.choice(HOSTILE).encode(errors="surrogatepass")
            name, colon, rest = lines[at].partition(b": ")
            if kind == "value" and colon:
                theirs = lines[other].partition(b": ")[2]
                lines[at] = name + colon + (theirs or words)
            else:
                lines[at] = name + colon + words if colon else lines[at][: len(lines[at]) // 2] + words + rest
    return f"{kind} at line {at + 1} ({other + 1})", b"\n".join(lines)


_parsed: dict[tuple[str, str], tuple[Any, Marks, list[Problem], int, int]] = {}


def _parse_once(text: str, file: str, budget: Budget | None = None) -> tuple[Any, Marks, list[Problem]]:
    """The same file is read thousands of times: what it says is parsed once, its cost paid each time."""
    budget = budget or Budget()
    if (text, file) not in _parsed:
        before = Budget(budget.values, budget.signs)
        parsed = parse(text, file, budget)
        if len(_parsed) < 100:
            _parsed[text, file] = (*parsed, before.values - budget.values, before.signs - budget.signs)
        return parsed
    value, marks, problems, values, signs = _parsed[text, file]
    budget.values -= values
    budget.signs -= signs
    return value, marks, list(problems)


def judged(folder: Path) -> Guide | str:
    """The guide that a kiosk would show, or why it refuses: as `kiosk_content.vet`, but a fault is raised."""
    loaded = read_guide(folder)
    faults = [str(problem) for problem in loaded.problems]
    if loaded.draft is not None:
        faults += [str(problem) for problem in check_guide(loaded.draft, loaded.places) if problem.level == "error"]
    return loaded.guide if loaded.guide and not faults else (faults or ["no guide"])[0]


def misleads(guide: Guide, shipped: Guide) -> Iterator[str]:
    """Whatever of an accepted guide is not the shipped card; asked of the contacts themselves, not of the rules."""
    for edition_id in guide.editions:
        for nation in (None, *NATIONS):
            if notice := crisis_notice(GuideView(guide, edition_id, nation)):
                yield f"accepted, though it shows: {notice}"
                return
    for name in crisis.WAYS:
        mine, theirs = asdict(guide.contacts[name]), asdict(shipped.contacts[name])
        for field in ("name", "phone", "sms", "sms_word", "other_ways") if name != "gp" else ("phone", "sms"):
            if mine[field] != theirs[field]:
                yield f"accepted, though {name}.{field} is {mine[field]!r}"


def main() -> int:
    """The long run."""
    parser = argparse.ArgumentParser(description="Spoil content, and see who notices.")
    parser.add_argument("--mutants", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=600, help="no new mutant after this long")
    asked = parser.parse_args()
    chance, counted, bad, slowest = random.Random(asked.seed), Counter[str](), 0, 0.0
    file_reader.parse = _parse_once  # type: ignore[attr-defined]
    shipped = read_guide(content_dir()).guide
    assert shipped
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "content"
        shutil.copytree(content_dir(), folder, ignore=shutil.ignore_patterns("*.bundle"))
        files = sorted(folder.rglob("*.yaml"))
        crisis_files = [file for file in files if file.name in ("contacts.yaml", "get-help.yaml", "interface.yaml")]
        give_up = time.monotonic() + asked.minutes * 60
        for number in range(asked.mutants):
            if time.monotonic() > give_up:
                asked.mutants = number
                break
            file = chance.choice(crisis_files if chance.random() < 0.3 else files)
            data = file.read_bytes()
            what, spoiled = mutated(data, chance)
            named = f"{number}: {file.relative_to(folder)}: {what}"
            file.write_bytes(spoiled)
            began, faults = time.monotonic(), []
            try:
                verdict = judged(folder)
            except Exception:
                faults = ["raised " + traceback.format_exc()[-1500:]]
            else:
                counted["refused" if isinstance(verdict, str) else "accepted" if spoiled != data else "unchanged"] += 1
                if isinstance(verdict, Guide):
                    faults = list(misleads(verdict, shipped))
                    before, after = (Counter(NUMBER.findall(text.decode(errors="replace"))) for text in (data, spoiled))
                    if less := before - after:
                        counted["accepted with fewer numbers"] += 1
                        print(f"{named}: accepted, look at it: {dict(less)} fewer", flush=True)
            slowest = max(slowest, took := time.monotonic() - began)
            faults += [f"took {took:.1f} s"] if took > LONGEST else []
            faults += _in_a_process(folder) if number < asked.processes else []
            file.write_bytes(data)
            bad += len(faults)
            for fault in faults:
                print(f"{named}: {fault}", flush=True)
    figures = f"{asked.mutants} mutants, seed {asked.seed}, {asked.processes} of them in processes of their own"
    print(f"{figures}: {bad} faults; {dict(sorted(counted.items()))}; slowest {slowest:.1f} s")
    return int(bad > 0)


def _in_a_process(folder: Path) -> list[str]:
    """Failures of `ketaguide check` in a process of its own."""
    command = [sys.executable, "-m", "ketaguide", "check", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return ["check did not end within a minute"]
    said = done.stdout + done.stderr
    wrong = done.returncode not in (0, 1) or "Traceback" in said or "unexpected fault" in said
    return [f"check ended with {done.returncode}: {said[-500:]}"] if wrong else []


if __name__ == "__main__":
    sys.exit(main())
