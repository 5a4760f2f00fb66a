"""`ketaguide pack`: writes a guide's content into one file, the same bytes for the same content and version."""

from argparse import Namespace
from hashlib import sha256
from pathlib import Path

from ketaguide import atomic, streams
from ketaguide.commands.loader import checked
from ketaguide.errors import Exit, UsageError, WriteError
from ketaguide.loading.file_types import OF_WEB
from ketaguide.loading.files import Folder
from ketaguide.loading.pack import SUFFIX, Manifest, Pack, PackFolder, build_pack, is_pack, manifest_of
from ketaguide.loading.problem import Fault, ordered
from ketaguide.loading.reader import Loaded
from ketaguide.paths import content_dir


def run(args: Namespace) -> int:
    """Check the content and write the pack; exit code 1, and nothing written, if the content has an error."""
    folder, out = Path(args.folder or args.content or content_dir()), Path(args.out)
    if is_pack(folder):
        raise UsageError(f"{folder} is a pack already")
    if out.suffix != SUFFIX:
        raise UsageError(f"write it as --out {out.stem or 'guide'}{SUFFIX}: a pack is known by the end of its name")
    loaded, errors = errors_in(folder)
    if loaded.guide is None or errors:
        streams.say("\n".join(errors))
        streams.eprint("No pack was written. Put these faults right first.")
        return Exit.PROBLEMS
    files = Folder(folder)
    names = [*sorted(loaded.places.files), *filter(files.has, OF_WEB)]
    try:
        manifest = manifest_of(loaded.guide.meta, 1)
        manifest = manifest_of(loaded.guide.meta, _version(manifest, args))
        data = build_pack(manifest, {name: files.read(name) for name in names})
    except Fault as fault:
        raise UsageError(f"{folder}/{fault.problem}") from None
    if out.exists() and (there := _pack_in(out)).manifest.version >= manifest.version and out.read_bytes() != data:
        raise UsageError(
            f"{out} holds version {there.manifest.version} with other content, and stays: give this one a higher --version"
        )
    try:
        atomic.write_file(out, data)
    except OSError as error:
        raise WriteError(f"{out} cannot be written: {error.strerror or error}") from error
    streams.say(f"{out}: {manifest.id}, version {manifest.version}, {len(names)} files, {len(data) // 1000} KB")
    streams.say(f"SHA-256 {sha256(data).hexdigest()}")
    return Exit.FINE


def errors_in(content: Path) -> tuple[Loaded, list[str]]:
    """Read and check a folder or pack: what was read, and every error with its place."""
    loaded, found = checked(content)
    return loaded, [f"{content}/{problem}" for problem in ordered(found) if problem.level == "error"]


def _pack_in(path: Path) -> Pack:
    """Read a pack. UsageError if it is none."""
    try:
        return PackFolder(path).pack
    except Fault as fault:
        raise UsageError(f"{path}: {fault.problem.message}: {fault.problem.hint}") from None


def _version(manifest: Manifest, args: Namespace) -> int:
    """Choose the version: one more than the pack of --after, unless --version says a higher one."""
    if args.number is not None and not 1 <= args.number <= 999_999_999:
        raise UsageError("--version is a number from 1 upwards")
    if not args.after:
        if args.number is None:
            raise UsageError("say --version 1 for a guide's first pack, and --after FILE with each later one")
        return int(args.number)
    path = Path(args.after)
    paths = sorted(path.rglob(f"*.{manifest.id}.pack")) if path.is_dir() else [path]
    before = [_pack_in(one).manifest for one in paths]
    if not before:
        raise UsageError(f"no pack of {manifest.id} is in {path}")
    if other := [one.id for one in before if one.id != manifest.id]:
        raise UsageError(f"{path} is a pack of {other[0]}, and this guide is {manifest.id}")
    last = max(one.version for one in before)
    if args.number is not None and args.number <= last:
        raise UsageError(f"--version {args.number} is not above version {last}, which {path} has: a version only rises")
    return int(args.number or last + 1)
