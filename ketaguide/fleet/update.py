"""One update: look at what is published, verify and check a new pack, install it, and keep a record of the try."""

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from ketaguide import atomic
from ketaguide.errors import UpdateError
from ketaguide.fleet import install_folder
from ketaguide.fleet.client import MAX_PACK, Client, Offer
from ketaguide.fleet.moments import moment, text
from ketaguide.fleet.refusals import as_update_errors
from ketaguide.fleet.sources import source_of, time_limit
from ketaguide.loading.files import read_plain
from ketaguide.loading.installed import read_installed, write_installed
from ketaguide.loading.pack import Manifest, read_pack
from ketaguide.loading.problem import Fault
from ketaguide.model.installed import Installed
from ketaguide.paths import CURRENT

FETCH_SECONDS = 600
"""Longest time for everything that is fetched."""


class Update(NamedTuple):
    """Source and target of an update."""

    source: str
    """The address or folder to fetch from."""
    root: bytes
    """The root.json that the site installed."""
    place: Path
    """The folder of installed content."""
    refused: Callable[[Path], str]
    """Checks a pack by every rule that a kiosk's reset applies; returns the reason if it is refused."""
    guide: str = ""
    """The id of the guide; empty for the one installed or, before any, the only one that is published."""
    known: str = ""
    """A day that has passed for certain, as 2026-11-26: the newest date of the content that came with the program."""
    seconds: float = FETCH_SECONDS


def run(update: Update) -> tuple[Installed, bool]:
    """Install the current pack; returns the record, and True if the pack is new. UpdateError if refused: the old one stays."""
    clock = datetime.now(UTC)
    try:
        with install_folder.locked(update.place):
            before = read_installed(update.place)
            try:
                record, is_new = _updated(update, before, clock)
            except (UpdateError, OSError) as error:
                failure = str(error) if isinstance(error, UpdateError) else f"the operating system refused: {error.strerror}"
                with suppress(OSError):  # a full disk: the message says it all the same
                    write_installed(update.place, replace(before, tried=text(clock), failure=failure))
                raise UpdateError(f"{failure}. The installed content stays.") from error
            write_installed(update.place, record)
            return record, is_new
    except OSError as error:
        raise UpdateError(f"{update.place} cannot be written ({error.strerror})") from error


def _updated(update: Update, before: Installed, clock: datetime) -> tuple[Installed, bool]:
    anchor = sha256(update.root).hexdigest()
    if before.anchor and before.anchor != anchor:
        # The site installed another root.json: trust begins anew, and versions of packs go on.
        before = replace(before, root=0)
        install_folder.forget_metadata(update.place)
    known = max(moment(before.known), moment(update.known))
    current = install_folder.current(update.place)
    with atomic.temporary_folder(update.place / install_folder.VERSIONS / "any") as folder:
        pack = folder / "new.pack"
        source = source_of(update.source, clock_is_behind=clock < known)
        with as_update_errors(clock), time_limit(update.seconds), closing(source):
            client = Client(source, update.root, update.place / install_folder.METADATA, known, clock)
            offer = client.offer(_wanted(update, before))
            if offer.root < before.root:
                raise UpdateError(f"root.json of version {offer.root} is older than {before.root}, which was seen before")
            if is_new := not current.is_whole or current.sha256 != offer.sha256:
                client.fetch(offer, pack)
        manifest = _manifest(pack if is_new else update.place / CURRENT, offer)
        newest = max(before.version, current.version)
        if manifest.version < newest or (manifest.version == newest and offer.sha256 not in (before.sha256, current.sha256)):
            raise UpdateError(
                f"version {manifest.version} is published, and {newest} was installed before; publish a higher version"
            )
        if is_new:
            if reason := update.refused(pack):
                raise UpdateError(f"version {manifest.version} breaks a rule of the checker ({reason})")
            install_folder.install(update.place, pack, manifest.version, offer.sha256)
    now = text(max(clock, offer.known))  # by a clock that is behind, everything would have been long ago
    record = Installed(
        guide=offer.guide,
        version=manifest.version,
        date=manifest.date,
        sha256=offer.sha256,
        installed=now if is_new else before.installed or now,
        source=update.source,
        editors=offer.editors,
        clinicians=offer.clinicians,
        anchor=anchor,
        root=offer.root,
        known=text(offer.known),
        verified=now,
        due=text(offer.due),
        tried=now,
    )
    return record, is_new


def _wanted(update: Update, before: Installed) -> str:
    if update.guide and before.guide and update.guide != before.guide:
        raise UpdateError(f"{update.place} holds the guide {before.guide!r}; give another guide its own folder with --into")
    return update.guide or before.guide


def _manifest(pack: Path, offer: Offer) -> Manifest:
    """The manifest of a verified pack. UpdateError if it cannot be read or is another guide's."""
    try:
        manifest = read_pack(read_plain(pack, "the pack", MAX_PACK), "the pack").manifest
    except Fault as fault:
        raise UpdateError(str(fault.problem)) from None
    if manifest.id != offer.guide:
        raise UpdateError(f"the pack of {offer.guide!r} holds another guide, {manifest.id!r}")
    return manifest
