"""Decides which content a kiosk shows: at its start and at each reset, by the same test."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, NamedTuple

from ketaguide.commands import at_site, shipped_bundle
from ketaguide.errors import ContentError

if TYPE_CHECKING:
    from ketaguide.model.guide import Guide
    from ketaguide.settings import Settings

Stamp = bytes
"""A hash of every file of a content folder and of its path; empty for a folder that is to be looked at again."""


class Verdict(NamedTuple):
    """The guide, where nothing speaks against it; else why it is refused, in words for the journal."""

    guide: "Guide | None"
    reason: str = ""


def vet(settings: "Settings") -> Verdict:
    """Read and check content as `ketaguide check` does. Never raises; the shipped bundle was checked when it was made."""
    try:
        if bundled := shipped_bundle(settings):
            return Verdict(at_site(bundled, settings))
        from ketaguide.checking import check_guide
        from ketaguide.loading.reader import read_guide

        loaded = read_guide(settings.content)
        faults = list(loaded.problems)
        if loaded.draft is not None:
            faults += [problem for problem in check_guide(loaded.draft, loaded.places) if problem.level == "error"]
        if loaded.guide is None or faults:
            return Verdict(None, f"{len(faults)} faults: {faults[0]}")
        return Verdict(at_site(loaded.guide, settings))
    except Exception as fault:  # content that a fault of ours cannot bear must not end the kiosk again and again
        return Verdict(None, describe(fault))


def describe(fault: BaseException) -> str:
    """A fault's kind and place, and never a value: it could be what somebody typed."""
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(fault.__traceback__)[-3:]]
    return f"{type(fault).__name__} at {' > '.join(places) or 'an unknown place'}"


def first_guide(settings: "Settings", note: Callable[[str], None]) -> "Guide":
    """The guide asked for; where it is refused, the one that was installed with the program. The journal says why.

    ContentError where that one is refused too: then the crisis card is all that can be shown.
    """
    from ketaguide.paths import content_dir

    verdict = vet(settings)
    if settings.content == content_dir():
        if verdict.guide is None:
            raise ContentError([f"the shipped content is refused ({verdict.reason})"])
        return verdict.guide
    shipped = replace(settings, content=content_dir())
    if verdict.guide is None:
        note(f"the content in {settings.content} is not used, the shipped content is shown ({verdict.reason})")
        return first_guide(shipped, note)
    if older := _older(verdict.guide, vet(shipped).guide):
        note(f"the content in {settings.content} is older than the shipped content: {older}")
    return verdict.guide


def stamp_of(folder: Path) -> Stamp:
    """A hash of what the files of a content folder say: neither their size nor their time tells that they were replaced."""
    from ketaguide.loading.files import Folder
    from ketaguide.loading.problem import Fault

    files, digest = Folder(folder), blake2b(digest_size=32)
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            data = files.read(name)
        except Fault as fault:  # just being replaced, or not a file to read: the same fault is the same stamp
            data = str(fault).encode()
        digest.update(f"{name}:{len(data)}:".encode(errors="surrogateescape") + data)
    return digest.digest()


class Renewal:
    """Called at each reset: the content when it was replaced and has no fault, else None; the journal says why not."""

    def __init__(self, settings: "Settings", stamp: Stamp, guide: "Guide", note: Callable[[str], None]) -> None:
        """`stamp` is that of the folder just before `guide` was read."""
        self._settings = settings
        self._stamp = stamp
        self._guide = guide
        self._note = note

    def __call__(self) -> "Guide | None":
        """Look, and read what has changed. It may take long and may run in a thread of its own, one call at a time."""
        folder = self._settings.content
        stamp = stamp_of(folder)
        if stamp == self._stamp:
            return None
        self._stamp = stamp
        verdict = vet(self._settings)
        if verdict.guide is None:
            self._note(f"replaced content is not used, the old one stays ({verdict.reason})")
            return None
        if stamp_of(folder) != stamp:
            self._stamp = b""  # replaced while it was read: look again at the next reset
            return None
        older = _older(verdict.guide, self._guide)
        self._note("replaced content is in use" + (f"; it is older than the content before: {older}" if older else ""))
        self._guide = verdict.guide
        return verdict.guide


def _older(guide: "Guide", other: "Guide | None") -> str:
    """Both dates where the facts of one guide were checked before those of the other, or it was written before; else empty."""
    for field, words in (("facts_checked", "facts checked"), ("written", "written")):
        mine, theirs = str(getattr(guide.meta, field)), str(getattr(other.meta, field) if other else "")
        if mine != theirs:
            return f"{words} {mine}, and not {theirs}" if mine < theirs else ""
    return ""
