"""`ketaguide fleet`: keys, signatures and publishing of content for many kiosks."""

import json
import stat
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ketaguide import atomic, streams
from ketaguide.commands import need_fleet
from ketaguide.errors import Exit, SigningError, UsageError, WriteError

if TYPE_CHECKING:
    from ketaguide.fleet.drafts import People
    from ketaguide.fleet.folder import SigningFolder
    from ketaguide.fleet.keys import Signer


def run(args: Namespace) -> int:
    """Do one step. UsageError without the packages of the extra."""
    need_fleet()
    step = {"key": _key, "init": _init, "sign": _sign, "rotate": _rotate, "publish": _publish, "status": _status}[args.step]
    try:
        return step(args)
    except OSError as error:
        raise WriteError(f"{error.filename or 'the folder'}: {error.strerror or error}") from error


def _key(args: Namespace) -> int:
    from ketaguide.fleet.keys import check_name, label, make_key, read_public, write_private

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
    return Exit.FINE


def _init(args: Namespace) -> int:
    from ketaguide.fleet.drafts import begin
    from ketaguide.fleet.folder import SigningFolder

    folder = SigningFolder(Path(args.folder), new=True)
    if folder.drafts.exists() or folder.metadata.exists():
        raise UsageError(f"{folder.path} is a signing folder already: change its keys with ketaguide fleet rotate")
    begin(folder, _people(args), args.threshold or 2, _now())
    root = folder.newest("root").signed
    if len(root.roles["root"].keyids) == root.roles["root"].threshold:
        streams.eprint("If one of these keys is lost, nobody can replace it: name one more with --owner, kept in a safe.")
    return _what_now(folder)


def _rotate(args: Namespace) -> int:
    from ketaguide.fleet.drafts import rotate

    folder = _folder(args)
    rotate(folder, _people(args), args.remove, args.threshold, _now())
    return _what_now(folder)


def _sign(args: Namespace) -> int:
    from ketaguide.fleet.drafts import propose, sign
    from ketaguide.fleet.keys import load_signer, need_private

    folder, key = _folder(args), Path(args.key)
    need_private(key)
    if args.pack:
        pack = Path(args.pack)
        _need_sound(pack)
        propose(folder, pack.read_bytes(), _now())
    streams.say("\n".join(_to_sign(folder)))
    for path in () if args.pack else sorted(folder.drafts.glob("*.pack")):
        _need_sound(path)
    done = sign(folder, load_signer(key, _passphrase(args, f"To sign this, the passphrase of {key}: ")))
    streams.say(f"signed: {', '.join(done)}")
    return _what_now(folder)


def _publish(args: Namespace) -> int:
    from ketaguide.fleet.publish import copy, publish

    folder = _folder(args).without_drafts() if args.renew else _folder(args)
    fresh = publish(folder, _signer(args), _now())
    streams.say(f"{folder.repository}: {', '.join(fresh) or 'nothing new'}; snapshot and timestamp signed again")
    if args.to:
        streams.say(f"{args.to}: {copy(folder, Path(args.to))} files written, timestamp.json last")
    else:
        streams.say("Upload everything in it, first targets/, then metadata/, and metadata/timestamp.json last of all.")
    if "root" in fresh and folder.root_version() == 1:
        streams.say(f"Install {folder.metadata / '1.root.json'} on every kiosk by hand: trust begins with it.")
    return _what_now(folder)


def _status(args: Namespace) -> int:
    """Print the report; exit code 1 if something is due."""
    from ketaguide.fleet.status import lines, status

    report = status(_folder(args), _now())
    if args.format == "json":
        streams.say(json.dumps(report, indent=2))
    else:
        streams.say("\n".join(lines(report)))
    return Exit.PROBLEMS if report["due"] else Exit.FINE


def _need_sound(pack: Path) -> None:
    """SigningError with the first errors of a pack, if it has any: no kiosk would take it."""
    from ketaguide.commands.pack import checked

    if errors := checked(pack)[2]:
        more = [f"… and {len(errors) - 3} more: ketaguide check {pack}"] if errors[3:] else []
        raise SigningError("\n".join([f"{pack} breaks rules, and no kiosk would take it:", *errors[:3], *more]))


def _folder(args: Namespace) -> "SigningFolder":
    from ketaguide.fleet.folder import SigningFolder

    return SigningFolder(Path(args.folder))


def _people(args: Namespace) -> "People":
    from ketaguide.fleet.drafts import People
    from ketaguide.fleet.keys import read_public

    kinds = (args.editor, args.clinician, args.owner, args.online)
    return People(*([read_public(Path(path)) for path in paths] for paths in kinds))


def _signer(args: Namespace) -> "Signer":
    from ketaguide.fleet.keys import load_signer, need_private

    key = Path(args.key)
    need_private(key)
    return load_signer(key, _passphrase(args, f"Passphrase of {key}: "))


def _passphrase(args: Namespace, prompt: str) -> str:
    """Ask on the terminal, without echo; or read the file that only its owner can read. UsageError without either."""
    import warnings
    from getpass import GetPassWarning, getpass

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


def _to_sign(folder: "SigningFolder") -> Iterator[str]:
    """Yield what the drafts say, for the person who is about to sign them."""
    from ketaguide.fleet.folder import OFFLINE

    yield "To be signed:"
    for role in OFFLINE:
        if draft := folder.draft(role):
            yield f"{role} version {draft.signed.version}, until {draft.signed.expires:%Y-%m-%d}"
    if draft := folder.draft("root"):
        yield from _roles(folder, draft.signed)
    for path in sorted(folder.drafts.glob("*.pack")):
        yield from _changes(folder, path)


def _roles(folder: "SigningFolder", root: Any) -> Iterator[str]:
    """Yield the holders of each role in a draft of the root, with their keys' ids: a name alone can be anybody's."""
    from ketaguide.fleet.keys import label
    from ketaguide.fleet.trust import people

    before = folder.published("root")
    for kind, role in (
        ("editor", "targets"),
        ("clinician", "clinical"),
        ("change of keys", "root"),
        ("publishing", "timestamp"),
    ):
        old, new = ({label(key) for key in people(one, role)} for one in (before.signed if before else root, root))
        yield f"  {kind}: {', '.join(f'{one} (new)' if one not in old else one for one in sorted(new))}"
        if gone := sorted(old - new):
            yield f"    no longer: {', '.join(gone)}"
    yield f"  {root.roles['root'].threshold} people must sign for changes of keys. Compare ids with their holders."


def _changes(folder: "SigningFolder", path: Path) -> Iterator[str]:
    """Yield a waiting pack's version and sum, and the files that differ from the published one."""
    from hashlib import sha256

    from ketaguide.fleet.folder import opened

    data = path.read_bytes()
    pack = opened(data)
    before: Any = folder.published_packs().get(pack.manifest.id)
    yield f"{pack.manifest.id} version {pack.manifest.version} of {pack.manifest.date}, SHA-256 {sha256(data).hexdigest()}"
    old = before.files if before else {}
    for name in sorted({*old, *pack.files}) if before else ():
        if old.get(name) != pack.files.get(name):
            yield f"  {'new' if name not in old else 'gone' if name not in pack.files else 'changed'}: {name}"
    yield f"  read it with: ketaguide --content {path}"


def _what_now(folder: "SigningFolder") -> int:
    from ketaguide.fleet.status import lines, status

    for line in lines(status(folder, _now())):
        if line.startswith(("to sign", "everything")):
            streams.say(line)
    return Exit.FINE


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
