"""Steps of `ketaguide fleet`; imported once it is known that the packages they need are there."""

import json
import stat
import warnings
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from getpass import GetPassWarning, getpass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ketaguide import atomic, streams
from ketaguide.commands.pack import errors_in
from ketaguide.errors import Exit, SigningError, UsageError
from ketaguide.fleet import drafts
from ketaguide.fleet.folder import OFFLINE, SigningFolder, pack_of
from ketaguide.fleet.keys import check_name, label, load_signer, make_key, need_private, read_public, write_private
from ketaguide.fleet.publish import copy, publish
from ketaguide.fleet.status import lines, status
from ketaguide.fleet.trust import people


def _key(args: Namespace) -> None:
    path = Path(args.out)
    public = path.with_name(f"{path.name}.pub")
    if path.exists() or public.exists():
        raise UsageError(f"{path if path.exists() else public} is there already, and was left as it is")
    check_name(args.name)
    passphrase = _passphrase(args, f"New passphrase for {path}: ")
    if not args.passphrase_file and _passphrase(args, "The same again: ") != passphrase:
        raise UsageError("the two passphrases differ; no key was made")
    private, shared = make_key(args.name, passphrase)
    write_private(path, private)
    atomic.write_file(public, shared)
    streams.say(
        f"{path}: yours alone; keep a copy in a safe place, and the passphrase in another\n{public}: give this one away"
    )
    streams.say(f"Its id, which others compare with you before they sign: {label(read_public(public))}")


def _init(args: Namespace) -> None:
    folder = SigningFolder(Path(args.folder), new=True)
    if folder.drafts.exists() or folder.metadata.exists():
        raise UsageError(f"{folder.path} is a signing folder already: change its keys with ketaguide fleet rotate")
    drafts.begin(folder, _people(args), args.threshold or 2, _now())
    root = folder.newest("root").signed
    if len(root.roles["root"].keyids) == root.roles["root"].threshold:
        streams.eprint("If one of these keys is lost, nobody can replace it: name one more with --owner, kept in a safe.")
    _what_now(folder)


def _rotate(args: Namespace) -> None:
    folder = SigningFolder(Path(args.folder))
    drafts.rotate(folder, _people(args), args.remove, args.threshold, _now())
    _what_now(folder)


def _sign(args: Namespace) -> None:
    folder, key = SigningFolder(Path(args.folder)), Path(args.key)
    need_private(key)
    if args.pack:
        pack = Path(args.pack)
        _need_sound(pack)
        drafts.propose(folder, pack.read_bytes(), _now())
    streams.say("\n".join(_to_sign(folder)))
    for path in () if args.pack else folder.waiting_packs():
        _need_sound(path)
    done = drafts.sign(folder, load_signer(key, _passphrase(args, f"To sign this, the passphrase of {key}: ")))
    streams.say(f"signed: {', '.join(done)}")
    _what_now(folder)


def _publish(args: Namespace) -> None:
    folder, key = SigningFolder(Path(args.folder)), Path(args.key)
    if args.renew:
        folder = folder.without_drafts()
    need_private(key)
    fresh = publish(folder, load_signer(key, _passphrase(args, f"Passphrase of {key}: ")), _now())
    streams.say(f"{folder.repository}: {', '.join(fresh) or 'nothing new'}; snapshot and timestamp signed again")
    if args.to:
        streams.say(f"{args.to}: {copy(folder, Path(args.to))} files written, timestamp.json last")
    else:
        streams.say("Upload everything in it, first targets/, then metadata/, and metadata/timestamp.json last of all.")
    if "root" in fresh and folder.root_version() == 1:
        streams.say(f"Install {folder.metadata / '1.root.json'} on every kiosk by hand: trust begins with it.")
    _what_now(folder)


def _status(args: Namespace) -> int:
    """Print the report; exit code 1 if something is due."""
    report = status(SigningFolder(Path(args.folder)), _now())
    streams.say(json.dumps(report, indent=2) if args.format == "json" else "\n".join(lines(report)))
    return Exit.PROBLEMS if report["due"] else Exit.FINE


STEPS: dict[str, Callable[[Namespace], int | None]] = {
    "key": _key,
    "init": _init,
    "sign": _sign,
    "rotate": _rotate,
    "publish": _publish,
    "status": _status,
}


def _need_sound(pack: Path) -> None:
    """SigningError with the first errors of a pack, if it has any: no kiosk would take it."""
    if errors := errors_in(pack)[1]:
        more = [f"… and {len(errors) - 3} more: ketaguide check {pack}"] if errors[3:] else []
        raise SigningError("\n".join([f"{pack} breaks rules, and no kiosk would take it:", *errors[:3], *more]))


def _people(args: Namespace) -> drafts.People:
    kinds = (args.editor, args.clinician, args.owner, args.online)
    return drafts.People(*([read_public(Path(path)) for path in paths] for paths in kinds))


def _passphrase(args: Namespace, prompt: str) -> str:
    """Ask on the terminal, without echo; or read the file that only its owner can read. UsageError without either."""
    if args.passphrase_file:
        path = Path(args.passphrase_file)
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise UsageError(f"other users of this computer can read {path}: chmod 600 {path}")
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)
        try:
            return getpass(prompt)
        except (GetPassWarning, EOFError):
            raise UsageError("a passphrase is asked on a terminal: run this in one, or name a --passphrase-file") from None


def _to_sign(folder: SigningFolder) -> Iterator[str]:
    """Yield what the drafts say, for the person who is about to sign them."""
    yield "To be signed:"
    for role in OFFLINE:
        if draft := folder.draft(role):
            yield f"{role} version {draft.signed.version}, until {draft.signed.expires:%Y-%m-%d}"
    if draft := folder.draft("root"):
        yield from _roles(folder, draft.signed)
    for path in folder.waiting_packs():
        yield from _changes(folder, path)


def _roles(folder: SigningFolder, root: Any) -> Iterator[str]:
    """Yield the holders of each role in a draft of the root, with their keys' ids: a name alone can be anybody's."""
    before = folder.published("root")
    kinds = {"editor": "targets", "clinician": "clinical", "change of keys": "root", "publishing": "timestamp"}
    for kind, role in kinds.items():
        old, new = ({label(key) for key in people(one, role)} for one in (before.signed if before else root, root))
        yield f"  {kind}: {', '.join(f'{one} (new)' if one not in old else one for one in sorted(new))}"
        if gone := sorted(old - new):
            yield f"    no longer: {', '.join(gone)}"
    yield f"  {root.roles['root'].threshold} people must sign for changes of keys. Compare ids with their holders."


def _changes(folder: SigningFolder, path: Path) -> Iterator[str]:
    """Yield a waiting pack's version and sum, and the files that differ from the published one."""
    data = path.read_bytes()
    pack = pack_of(data)
    yield f"{pack.manifest.id} version {pack.manifest.version} of {pack.manifest.date}, SHA-256 {sha256(data).hexdigest()}"
    if before := folder.published_packs().get(pack.manifest.id):
        for name in sorted({*before.files, *pack.files}):
            if before.files.get(name) != pack.files.get(name):
                yield f"  {'new' if name not in before.files else 'gone' if name not in pack.files else 'changed'}: {name}"
    yield f"  read it with: ketaguide --content {path}"


def _what_now(folder: SigningFolder) -> None:
    for line in lines(status(folder, _now())):
        if line.startswith(("to sign", "everything")):
            streams.say(line)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
