"""Report on a signing folder: versions, expiry, who has signed, and who must still sign."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

from ketaguide.fleet.folder import OFFLINE, ONLINE, SigningFolder, pack_of, signers
from ketaguide.fleet.keys import name_of
from ketaguide.fleet.moments import text

SOON_ONLINE, SOON_OFFLINE = 15, 60
"""Days before expiry from which signing again is due: people need longer than a computer."""


def status(folder: SigningFolder, now: datetime) -> dict[str, Any]:
    """Return the report as values of JSON; `due` lists in words what a person must do."""
    published = ((role, folder.published(role)) for role in (*OFFLINE, *ONLINE))
    roles = [_role(folder, role, found.signed, now) for role, found in published if found]
    waiting = [_draft(folder, role) for role in OFFLINE if folder.draft(role)]
    return {
        "published": roles,
        "packs": [_pack(guide, folder.pack(guide, target)) for guide, target in folder.published_targets()],
        "to_sign": waiting,
        "due": list(_due(roles, waiting)),
    }


def lines(report: dict[str, Any]) -> Iterator[str]:
    """Yield the report as lines of text."""
    if not report["published"]:
        yield "Nothing is published yet."
    for one in report["published"]:
        by = f", signed by {', '.join(one['signed'])}" if one["signed"] else ""
        yield f"{one['role']:9}  version {one['version']}, until {one['expires'][:10]} ({one['days']} days){by}"
    for one in report["packs"]:
        yield f"pack       {one['id']} version {one['version']} of {one['date']}, SHA-256 {one['sha256']}"
    for one in report["to_sign"]:
        has = ", ".join(one["signed"]) or "nobody"
        still = f"; still {one['missing']} of {', '.join(one['may_sign'])}" if one["missing"] else "; complete"
        yield f"to sign    {one['role']} version {one['version']}: signed by {has}{still}"
    yield from report["due"]


def _role(folder: SigningFolder, role: str, signed: Any, now: datetime) -> dict[str, Any]:
    days = (signed.expires - now).days
    has = signers(folder, role, drafts=False)[-1][1]
    return {
        "role": role,
        "version": signed.version,
        "expires": text(signed.expires),
        "days": days,
        "soon": days < (SOON_ONLINE if role in ONLINE else SOON_OFFLINE),
        "signed": sorted(map(name_of, has)),
    }


def _draft(folder: SigningFolder, role: str) -> dict[str, Any]:
    rules = signers(folder, role)
    still = {name_of(key) for needed, has, may in rules if len(has) < needed for key in may}
    return {
        "role": role,
        "version": folder.newest(role).signed.version,
        "signed": sorted({name_of(key) for _, has, _ in rules for key in has}),
        "missing": max(max(0, needed - len(has)) for needed, has, _ in rules),
        "may_sign": sorted(still),
    }


def _pack(guide: str, data: bytes) -> dict[str, Any]:
    manifest = pack_of(data).manifest
    return {"id": guide, "version": manifest.version, "date": manifest.date, "sha256": sha256(data).hexdigest()}


def _due(roles: list[dict[str, Any]], waiting: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what a person must do, in words."""
    drafted = {one["role"] for one in waiting}
    for one in roles:
        if one["soon"] and one["role"] not in drafted:
            how = "publish again" if one["role"] in ONLINE else "renew with fleet rotate, and sign"
            yield f"{one['role']} {'has expired' if one['days'] < 0 else 'expires soon'}: {how}"
    if any(one["missing"] for one in waiting):
        yield f"to be signed: {', '.join(one['role'] for one in waiting if one['missing'])}"
    elif waiting:
        yield "everything is signed: publish"
