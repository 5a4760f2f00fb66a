"""Rules that plain TUF does not have: an editor and a clinician both stand for each pack, and neither appoints the other.

In TUF the targets role names the keys of the roles below it, and may list any path itself. Therefore the root names the
clinicians' keys too (`names.CLINICIANS`), and the targets role may list nothing but packs of its own.
"""

from collections.abc import Iterable, Iterator

from securesystemslib.signer import Key
from tuf.api.metadata import DelegatedRole, Delegations, Root, TargetFile, Targets

from ketaguide.errors import SigningError
from ketaguide.fleet import names


def people(root: Root, role: str) -> list[Key]:
    """Keys of a role: of a top-level one, or of the clinicians."""
    if role != names.CLINICAL:
        return [root.keys[keyid] for keyid in root.roles[role].keyids]
    given = root.unrecognized_fields.get(names.CLINICIANS, {})
    return [Key.from_dict(keyid, dict(value)) for keyid, value in sorted(given.items())]


def delegations(root: Root) -> Delegations:
    """The delegation to the clinicians whom the root names, any one of whom may sign."""
    keys = {key.keyid: key for key in people(root, names.CLINICAL)}
    role = DelegatedRole(names.CLINICAL, sorted(keys), 1, terminating=True, paths=[names.PATTERN])
    return Delegations(keys, {names.CLINICAL: role})


def check_root(root: Root) -> None:
    """SigningError if a role has nobody, or one key could stand for two people or for a person and the server."""
    editors, clinicians, holders, server = (
        _values(people(root, role)) for role in ("targets", names.CLINICAL, "root", "timestamp")
    )
    for kind, keys in (("an editor", editors), ("a clinician", clinicians), ("a key for publishing (--online)", server)):
        if not keys:
            raise SigningError(f"{kind} is missing: name one")
    if set(editors) & set(clinicians):
        raise SigningError("the same key is an editor's and a clinician's: two people must sign, each with a key of their own")
    if set(server) & {*editors, *clinicians, *holders}:
        raise SigningError("the key for publishing is a person's too: make a key of its own for it")
    if any(len(set(keys)) < len(keys) for keys in (editors, clinicians, holders)):
        raise SigningError("one key stands twice in a role, and would count for two people")
    if len(holders) < root.roles["root"].threshold:
        raise SigningError(f"{root.roles['root'].threshold} people must sign for changes of keys, and there are {len(holders)}")


def agreed_packs(root: Root, targets: Targets, clinical: Targets) -> Iterator[tuple[str, TargetFile]]:
    """Yield the id and target of each pack that editors and clinicians list alike. SigningError if they differ in anything."""
    check_root(root)
    if targets.delegations is None or targets.delegations.to_dict() != delegations(root).to_dict():
        raise SigningError("the editor's list names other clinicians than the root does")
    guides = [names.guide_of(path) for path in targets.targets]
    if not all(guides):
        raise SigningError("the editor's list holds something else than packs")
    if sorted(clinical.targets) != sorted(map(names.clinical_path, guides)):
        raise SigningError("the editor and the clinician do not list the same packs")
    for guide in sorted(guides):
        edited, approved = targets.targets[names.editor_path(guide)], clinical.targets[names.clinical_path(guide)]
        if set(edited.hashes) != {"sha256"} or (edited.hashes, edited.length) != (approved.hashes, approved.length):
            raise SigningError(f"the editor and the clinician list different packs of {guide}")
        yield guide, edited


def _values(keys: Iterable[Key]) -> list[str]:
    """The public values of keys, whatever their ids and names say."""
    return [str(key.keyval.get("public")).lower() for key in keys]
