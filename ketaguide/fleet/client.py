"""Verifies published metadata and says which pack is current: the one that an editor and a clinician have both signed."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tuf.api.metadata import Key, Metadata, Root, TargetFile, Targets
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from ketaguide.errors import UpdateError
from ketaguide.fleet import names
from ketaguide.fleet.moments import BEFORE_ALL, day, moment

LIMITS = UpdaterConfig(
    max_root_rotations=100,
    max_delegations=1,
    root_max_length=100_000,
    snapshot_max_length=100_000,
    targets_max_length=200_000,
    app_user_agent="ketaguide",
)
"""Bounds of what is read before it is verified, in bytes and files."""
MAX_PACK = 10_000_000
TOO_FAR = timedelta(days=3650)
"""A clock this far ahead of everything that was ever signed is wrong."""
WRONG_CLOCK = "the clock looks wrong"


class Offer(NamedTuple):
    """The current pack of a repository, signed by both kinds of people."""

    guide: str
    target: TargetFile
    sha256: str
    editors: tuple[str, ...]
    clinicians: tuple[str, ...]
    root: int
    known: datetime
    due: datetime


class Client:
    """One look into a repository. Trust begins with the root that the site installed, each time."""

    def __init__(self, source: FetcherInterface, root: bytes, cache: Path, known: datetime, clock: datetime) -> None:
        """Keep metadata in `cache`, so that older files are refused. UpdateError if the clock is years ahead of `known`."""
        if known > BEFORE_ALL and clock - known > TOO_FAR:
            raise UpdateError(
                f"{WRONG_CLOCK}: it shows {day(clock)}, and nothing that was ever signed here is newer than {day(known)}; "
                "set the clock"
            )
        self._cache, self._known, self._clock = cache, known, clock
        self._updater = Updater(str(cache), "metadata", None, "targets", source, LIMITS, bootstrap=root)

    def offer(self, guide: str) -> Offer:
        """Verify the metadata and return the current pack of a guide; of the only one if `guide` is empty. UpdateError."""
        self._updater.refresh()
        root, targets = self._metadata("root"), self._metadata("targets")
        guide = guide or _only_guide(targets.signed)
        editors = targets.signed.targets.get(names.editor_path(guide))
        if editors is None:
            raise UpdateError(f"nothing is published for the guide {guide!r}; published: {_guides(targets.signed)}")
        _require_clinicians_of_root(root.signed, targets.signed)
        _require_no_forged_clinician(targets.signed)
        clinicians = self._updater.get_targetinfo(names.clinical_path(guide))
        if clinicians is None:
            raise UpdateError(f"no clinician has signed the pack of {guide!r}")
        sha256 = _agreed(editors, clinicians)
        signed = _signers(root.signed, targets, "targets")
        clinical = _signers(targets.signed, self._metadata(names.CLINICAL), names.CLINICAL)
        if {key.keyval["public"] for key in signed} & {key.keyval["public"] for key in clinical}:
            raise UpdateError("the same key has signed as editor and as clinician; two people must")
        known, due = self._moments()
        signers = tuple(map(_name, signed)), tuple(map(_name, clinical))
        return Offer(guide, editors, sha256, *signers, root.signed.version, known, due)

    def fetch(self, offer: Offer, path: Path) -> None:
        """Download the pack of an offer into a file, and verify it. UpdateError."""
        if offer.target.length > MAX_PACK:
            raise UpdateError(f"the pack is larger than {MAX_PACK:,} bytes")
        self._updater.download_target(offer.target, str(path))

    def _metadata(self, role: str) -> Metadata[Any]:
        """The role's file as it was verified and kept."""
        return Metadata.from_file(str(self._cache / f"{role}.json"))

    def _moments(self) -> tuple[datetime, datetime]:
        """The newest moment known to have passed, and the first expiry. UpdateError if one has expired by then.

        The library has compared them with the clock, which may be behind.
        """
        roles = {role: self._metadata(role).signed for role in ("root", "timestamp", "snapshot", "targets", names.CLINICAL)}
        known = max(self._known, moment(roles["timestamp"].unrecognized_fields.get(names.SIGNED)))
        if known - max(self._known, self._clock) > TOO_FAR:
            raise UpdateError(f"{WRONG_CLOCK}: it shows {day(self._clock)}, and what is published was signed on {day(known)}")
        for role, signed in roles.items():
            if signed.is_expired(known):
                raise UpdateError(
                    f"the signatures of {role} expired on {day(signed.expires)}, and {day(known)} is known to have passed"
                )
        return known, min(signed.expires for signed in roles.values())


def _only_guide(targets: Targets) -> str:
    guides = _guides(targets)
    if len(guides) != 1:
        raise UpdateError(f"the packs of {len(guides)} guides are published; choose one with --guide: {', '.join(guides)}")
    return guides[0]


def _guides(targets: Targets) -> list[str]:
    return sorted(guide for guide in map(names.guide_of, targets.targets) if guide)


def _require_clinicians_of_root(root: Root, targets: Targets) -> None:
    """Refuse keys of clinicians that only an editor vouches for."""
    roles = (targets.delegations.roles if targets.delegations else None) or {}
    if list(roles) != [names.CLINICAL] or roles[names.CLINICAL].paths != [names.PATTERN] or not targets.delegations:
        raise UpdateError(
            "no clinician's signature is asked for: targets.json must delegate clinical/* to the role clinical alone"
        )
    known = root.unrecognized_fields.get(names.CLINICIANS)
    for keyid in roles[names.CLINICAL].keyids:
        key = targets.delegations.keys.get(keyid)
        if not isinstance(known, dict) or key is None or known.get(keyid) != key.to_dict():
            raise UpdateError(f"an editor names the key {keyid[:8]} as a clinician's, and root.json does not")


def _require_no_forged_clinician(targets: Targets) -> None:
    """Refuse a path of the clinicians in the editors' own file, where it would be found first."""
    if any(path.startswith(f"{names.CLINICAL}/") for path in targets.targets):
        raise UpdateError("an editor has signed in the place of a clinician: clinical/ stands in targets.json")


def _agreed(editors: TargetFile, clinicians: TargetFile) -> str:
    sha256 = editors.hashes.get("sha256", "")
    if not sha256 or editors.length != clinicians.length or sha256 != clinicians.hashes.get("sha256"):
        raise UpdateError("editor and clinician have signed different packs; both must sign the same")
    return sha256


def _signers(delegator: Root | Targets, signed: Metadata[Any], role: str) -> list[Key]:
    return list(delegator.get_verification_result(role, signed.signed_bytes, signed.signatures).signed.values())


def _name(key: Key) -> str:
    name = str(key.unrecognized_fields.get(names.NAME, ""))[:100]
    return name if name.isprintable() and name.strip() else key.keyid[:8]
