"""Names in a fleet's repository that publisher and client agree on. Standard library only."""

EDITORIAL = "content"
"""Folder of the target paths that `targets` signs: editors."""
CLINICAL = "clinical"
"""The role that `targets` delegates to clinicians: metadata/N.clinical.json; its one path pattern is `CLINICAL/*`."""
PATTERN = f"{CLINICAL}/*"
CLINICIANS = "x-ketaguide-clinicians"
"""Field of root.json: the public keys of clinicians, as {keyid: key}, in the form that `delegations.keys` of targets.json has.

An editor signs the delegation, and could name a key of their own as a clinician's. The client takes a delegation only if each
of its keys is here too, where only the holders of root keys can put it.
"""
SIGNED = "x-ketaguide-signed"
"""Field of timestamp.json: the moment at which it was signed, as 2026-11-26T19:00:00Z. A clock behind it is wrong."""
NAME = "x-ketaguide-name"
"""Optional field of a key: the name of its holder, or of their office, for `ketaguide doctor`."""
_SUFFIX = ".pack"


def editor_path(guide_id: str) -> str:
    """Return the target path of a guide's pack that editors sign."""
    return f"{EDITORIAL}/{guide_id}{_SUFFIX}"


def clinical_path(guide_id: str) -> str:
    """Return the target path of the same pack that clinicians sign: same length and hashes; the client fetches the editor's."""
    return f"{CLINICAL}/{guide_id}{_SUFFIX}"


def guide_of(path: str) -> str:
    """Return the guide id of an editor's target path; empty for any other path."""
    name = path.removeprefix(f"{EDITORIAL}/")
    return name.removesuffix(_SUFFIX) if path == editor_path(name.removesuffix(_SUFFIX)) else ""
