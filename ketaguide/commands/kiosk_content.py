"""Selects a kiosk's content at start and at each reset, by the same check."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from ketaguide.commands.loader import at_site, checked, keep_crisis_card, shipped_bundle, with_record
from ketaguide.errors import ContentError, describe
from ketaguide.loading.files import Folder, read_plain
from ketaguide.loading.pack import MAX_PACK_BYTES, is_pack
from ketaguide.loading.problem import Fault
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.settings import Settings

Stamp = bytes
"""Hash of the paths and contents of a content folder's files; empty to force a new look."""


class Verdict(NamedTuple):
    """A guide that passed the check, or None with the reason for the journal."""

    guide: Guide | None
    reason: str = ""


def vet(settings: Settings) -> Verdict:
    """Read and check content as `ketaguide check` does. Never raises; the shipped bundle was checked at build time."""
    try:
        if bundled := shipped_bundle(settings):
            return Verdict(at_site(bundled, settings))
        loaded, found = checked(settings.content)
        faults = [problem for problem in found if problem.level == "error"]
        if loaded.guide is None or faults:
            return Verdict(None, f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}: {faults[0]}")
        return Verdict(at_site(loaded.guide, settings))
    except Exception as fault:  # content that triggers a bug of ours must not crash the kiosk in a loop
        return Verdict(None, describe(fault))


def first_guide(settings: Settings, note: Callable[[str], None]) -> Guide:
    """Return the configured guide, or if it is refused, the shipped one. The reason goes to the journal.

    ContentError if that is refused too; then only the crisis card can be shown.
    """
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
    """Hash the files of a content folder, or a pack; size and modification time would miss some replacements."""
    files, digest, pack = Folder(folder), blake2b(digest_size=32), is_pack(folder)
    for path in [folder] if pack else sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            data = read_plain(path, name, MAX_PACK_BYTES) if pack else files.read(name)
        except Fault as fault:  # being replaced, or unreadable: the same fault gives the same stamp
            data = str(fault).encode()
        digest.update(f"{name}:{len(data)}:".encode(errors="surrogateescape") + data)
    return digest.digest()


class ContentReloader:
    """Reloads replaced content at a reset; faulty content is refused with a journal entry."""

    def __init__(self, settings: Settings, stamp: Stamp, guide: Guide, note: Callable[[str], None]) -> None:
        """Start from `guide`; `stamp` is the folder's stamp just before it was read."""
        self._settings = settings
        self._stamp = stamp
        self._guide = guide
        self._note = note

    def __call__(self) -> Guide | None:
        """Return the new guide, or None if unchanged or refused. Slow; may run in a thread, one call at a time."""
        folder = self._settings.content
        stamp = stamp_of(folder)
        if stamp == self._stamp:
            return self._with_record()
        self._stamp = stamp
        verdict = vet(self._settings)
        if verdict.guide is None:
            self._note(f"replaced content is not used, the old one stays ({verdict.reason})")
            return None
        if stamp_of(folder) != stamp:
            self._stamp = b""  # replaced during reading: try again at the next reset
            return None
        older = _older(verdict.guide, self._guide)
        self._note("replaced content is in use" + (f"; it is older than the content before: {older}" if older else ""))
        self._guide = verdict.guide
        keep_crisis_card(verdict.guide, self._settings)
        return verdict.guide

    def _with_record(self) -> Guide | None:
        """Return the guide with the record of its updates if that has changed, else None."""
        guide, before = with_record(self._guide, self._settings.content), self._guide.installed
        if (guide.installed.due, guide.installed.verified_day) == (before.due, before.verified_day):
            return None
        self._guide = guide
        return guide


def _older(guide: Guide, other: Guide | None) -> str:
    """Describe both dates if `guide` was checked or written before `other`, the same guide; else empty."""
    if other is None or guide.meta.id != other.meta.id:
        return ""
    for field, words in (("facts_checked", "facts checked"), ("written", "written")):
        mine, theirs = str(getattr(guide.meta, field)), str(getattr(other.meta, field))
        if mine != theirs:
            return f"{words} {mine}, and not {theirs}" if mine < theirs else ""
    return ""
