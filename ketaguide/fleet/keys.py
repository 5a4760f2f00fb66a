"""Keys of people: made on their own machine and kept there, encrypted with a passphrase, where only they can read them."""

import json
import os
import unicodedata
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat, load_ssh_private_key
from securesystemslib.signer import CryptoSigner, Key, SSlibKey

from ketaguide.errors import SigningError
from ketaguide.fleet import names
from ketaguide.loading.files import read_plain
from ketaguide.loading.problem import Fault

MIN_PASSPHRASE = 15
"""Characters; the least that NIST SP 800-63B-4 asks of a password that nothing else protects (section 3.1.1.2)."""
ROUNDS = 100
"""Rounds of bcrypt, which make each guess of a passphrase cost a second. PKCS8 of the same library has 2,048 rounds of SHA-256,
a few thousandths of that, and cannot be told otherwise."""
MAX_NAME = 40
MAX_KEY_BYTES = 10_000


def make_key(name: str, passphrase: str, rounds: int = ROUNDS) -> tuple[bytes, bytes]:
    """Make an Ed25519 key: the private one in OpenSSH's encrypted format, the public one as JSON. SigningError if refused."""
    check_name(name)
    if len(passphrase) < MIN_PASSPHRASE:
        raise SigningError(
            f"the passphrase is too short: use at least {MIN_PASSPHRASE} characters, such as five words in no order"
        )
    private = Ed25519PrivateKey.generate()
    encryption = PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(rounds).build(_typed(passphrase))
    public = {**SSlibKey.from_crypto(private.public_key()).to_dict(), names.NAME: name}
    return private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, encryption), json.dumps(public, indent=1).encode() + b"\n"


def check_name(name: str) -> None:
    """SigningError if a key cannot have this name; in a list, a comma would make two people of one."""
    if name != name.strip() or not 0 < len(name) <= MAX_NAME or not name.isprintable() or "," in name:
        advice = f"write 1 to {MAX_NAME} letters without a comma, such as editor-1"
        raise SigningError(f"{name[:MAX_NAME]!a} cannot be the name of a key: {advice}")


def load_signer(path: Path, passphrase: str) -> CryptoSigner:
    """Decrypt a private key. SigningError if the passphrase is wrong, or if the file is not such a key."""
    try:
        private = load_ssh_private_key(read_file(path, MAX_KEY_BYTES), _typed(passphrase))
    except TypeError:
        raise SigningError(
            f"{path} is not encrypted; anyone who has it can sign. Make a new key with ketaguide fleet key"
        ) from None
    except ValueError:
        raise SigningError(f"{path} was not opened: the passphrase is wrong, or this is not a private key") from None
    if not isinstance(private, Ed25519PrivateKey):
        raise SigningError(f"{path} is a key of another kind: make one with ketaguide fleet key")
    return CryptoSigner(private)


def need_private(path: Path) -> None:
    """Require a file that only its owner can read, before anything is asked. SigningError otherwise."""
    read_file(path, MAX_KEY_BYTES)
    if path.stat().st_mode & 0o077:
        raise SigningError(
            f"other users of this computer can read {path}. If that was so for long, make a new key; else: chmod 600 {path}"
        )


def read_public(path: Path) -> SSlibKey:
    """Read a public key, whose id is always computed from it. SigningError if the file is none."""
    try:
        value = json.loads(read_file(path, MAX_KEY_BYTES))
        name, kind = value.pop(names.NAME), (value["keytype"], value["scheme"])
        key = SSlibKey.from_crypto(SSlibKey.from_dict("any", value)._crypto_key())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise SigningError(f"{path} is not a public key that ketaguide fleet key wrote") from None
    if kind != ("ed25519", "ed25519"):
        raise SigningError(f"{path} is a key of another kind: make one with ketaguide fleet key")
    check_name(str(name))
    key.unrecognized_fields[names.NAME] = str(name)
    return key


def name_of(key: Key) -> str:
    """The name in a public key, or the start of its id."""
    return str(key.unrecognized_fields.get(names.NAME) or key.keyid[:8])


def label(key: Key) -> str:
    """The name in a key and the start of its id, which nobody can choose."""
    return f"{name_of(key)} {key.keyid[:4]}-{key.keyid[4:8]}-{key.keyid[8:12]}-{key.keyid[12:16]}"


def write_private(path: Path, data: bytes) -> None:
    """Write a new file that only its owner can read. FileExistsError if there is one; other OSErrors leave none."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        path.unlink()
        raise


def _typed(passphrase: str) -> bytes:
    """The bytes of a passphrase, the same on every keyboard (RFC 8265, section 4.2.2: NFC)."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogateescape")


def read_file(path: Path, most: int) -> bytes:
    """Read a plain file of at most so many bytes. SigningError for any other."""
    try:
        return read_plain(path, path.name, most)
    except Fault as fault:
        raise SigningError(f"{path}: {fault.problem.message}") from None
