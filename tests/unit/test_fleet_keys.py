"""Private keys of people, and the commands that use them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from ketaguide.cli import main
from ketaguide.errors import SigningError
from ketaguide.fleet.keys import label, load_signer, make_key, name_of, need_private, read_public, write_private
from tests.unit.fleet import Fleet
from tests.unit.kitchen import Kitchen

PHRASE = "five words in no order"


def keep(folder: Path, name: str) -> Path:
    """A key in a folder, with a file of its passphrase."""
    private, public = make_key(name, PHRASE, rounds=1)
    write_private(folder / name, private)
    (folder / f"{name}.pub").write_bytes(public)
    return folder / name


def test_a_private_key_is_encrypted_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        key = keep(tmp_path, "jo")
    finally:
        os.umask(mask)
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.read_text().startswith("-----BEGIN OPENSSH PRIVATE KEY-----")
    public = read_public(tmp_path / "jo.pub")
    assert load_signer(key, PHRASE).public_key.keyid == public.keyid
    assert name_of(public) == "jo"


def test_a_wrong_passphrase_opens_nothing(tmp_path: Path) -> None:
    with pytest.raises(SigningError, match="was not opened: the passphrase is wrong"):
        load_signer(keep(tmp_path, "jo"), "another passphrase")


def test_letters_with_accents_open_a_key_however_they_are_typed(tmp_path: Path) -> None:
    private, public = make_key("jo", "caf\u00e9 caf\u00e9 caf\u00e9 caf\u00e9", rounds=1)
    write_private(tmp_path / "jo", private)
    (tmp_path / "jo.pub").write_bytes(public)
    assert (
        load_signer(tmp_path / "jo", "cafe\u0301 cafe\u0301 cafe\u0301 cafe\u0301").public_key.keyid
        == read_public(tmp_path / "jo.pub").keyid
    )


def test_a_key_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    key = keep(tmp_path, "jo")
    need_private(key)
    key.chmod(0o640)
    with pytest.raises(SigningError, match="other users of this computer can read"):
        need_private(key)


def test_a_key_without_a_passphrase_is_not_used(tmp_path: Path) -> None:
    bare = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    write_private(tmp_path / "bare", bare)
    with pytest.raises(SigningError, match="is not encrypted; anyone who has it can sign"):
        load_signer(tmp_path / "bare", PHRASE)


def test_a_key_is_never_written_over_another(tmp_path: Path) -> None:
    before = keep(tmp_path, "jo").read_bytes()
    with pytest.raises(FileExistsError):
        write_private(tmp_path / "jo", b"new")
    assert (tmp_path / "jo").read_bytes() == before


@pytest.mark.parametrize("name", ["", " jo", "j\no", "jo, editor", "x" * 41])
def test_a_name_that_cannot_be_read_makes_no_key(name: str) -> None:
    with pytest.raises(SigningError, match="cannot be the name of a key"):
        make_key(name, PHRASE)


def test_a_short_passphrase_makes_no_key() -> None:
    with pytest.raises(SigningError, match="use at least 15 characters"):
        make_key("jo", "fourteen chars")


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"keytype": 1, "scheme": 2, "keyval": 3, "x-ketaguide-name": "a"}'])
def test_a_file_that_is_no_public_key_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.pub").write_bytes(data)
    with pytest.raises(SigningError, match=r"bad\.pub is not a public key"):
        read_public(tmp_path / "bad.pub")


def test_the_id_of_a_public_key_is_computed_and_never_taken_from_the_file(tmp_path: Path) -> None:
    keep(tmp_path, "jo")
    value = json.loads((tmp_path / "jo.pub").read_text())
    right = read_public(tmp_path / "jo.pub").keyid
    (tmp_path / "jo.pub").write_text(json.dumps({**value, "keyid": "0" * 64}))
    assert read_public(tmp_path / "jo.pub").keyid == right


def test_people_sign_and_publish_with_the_commands(
    tmp_path: Path, kitchen: Kitchen, capsys: pytest.CaptureFixture[str]
) -> None:
    kitchen.take_out_faults()
    folder, phrase = str(tmp_path / "fleet"), tmp_path / "phrase"
    write_private(phrase, f"{PHRASE}\n".encode())
    for name in ("editor", "clinician", "spare", "server"):
        keep(tmp_path, name)

    def key(name: str) -> list[str]:
        return ["--key", str(tmp_path / name), "--passphrase-file", str(phrase)]

    kinds = {"editor": "editor", "clinician": "clinician", "owner": "spare", "online": "server"}
    given = [word for kind, name in kinds.items() for word in (f"--{kind}", str(tmp_path / f"{name}.pub"))]
    assert main(["fleet", "init", folder, *given]) == 0
    pack = str(tmp_path / "one.pack")
    assert main(["pack", str(kitchen.path), "--out", pack, "--version", "1"]) == 0
    capsys.readouterr()
    assert main(["fleet", "sign", folder, "--pack", pack, *key("editor")]) == 0
    said = capsys.readouterr().out
    assert "version 1 of " in said
    assert "read it with: ketaguide --content " in said
    assert "signed: root, targets\n" in said
    assert "clinical version 1: signed by nobody; still 1 of clinician" in said
    assert main(["fleet", "publish", folder, *key("server")]) == 1
    assert "root is not signed yet" in capsys.readouterr().err
    assert main(["fleet", "sign", folder, *key("clinician")]) == 0
    assert "everything is signed: publish" in capsys.readouterr().out
    assert main(["fleet", "publish", folder, "--to", str(tmp_path / "stick"), *key("server")]) == 0
    said = capsys.readouterr().out
    assert "6 files written, timestamp.json last" in said
    assert f"Install {folder}/repository/metadata/1.root.json on every kiosk by hand" in said
    assert main(["fleet", "status", folder, "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [one["role"] for one in report["published"]] == ["root", "targets", "clinical", "snapshot", "timestamp"]
    assert report["packs"][0]["version"] == 1
    update = ["update", "--from", str(tmp_path / "stick"), "--into", str(tmp_path / "kiosk"), "--root"]
    update.append(f"{folder}/repository/metadata/1.root.json")
    assert main(update) == 0
    assert "signed by editor as editor and clinician as clinician" in capsys.readouterr().out
    kitchen.replace("contacts.yaml", "hours: ", "hours: Always, ")
    two = str(tmp_path / "two.pack")
    assert main(["pack", str(kitchen.path), "--out", two, "--after", folder]) == 0
    assert "version 2" in capsys.readouterr().out
    assert main(["fleet", "sign", folder, "--pack", two, *key("editor")]) == 0
    assert "  changed: contacts.yaml\n" in capsys.readouterr().out
    assert main(["fleet", "sign", folder, *key("clinician")]) == 0
    assert main(["fleet", "publish", folder, "--to", str(tmp_path / "stick"), *key("server")]) == 0
    assert main(update) == 0
    assert (tmp_path / "kiosk" / "current.pack").read_bytes() == (tmp_path / "two.pack").read_bytes()


def test_whoever_signs_new_keys_sees_their_ids_and_whose_are_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fleet = Fleet(tmp_path)
    fleet.release(1)
    keep(tmp_path, "second")
    folder = str(fleet.folder.path)
    assert main(["fleet", "rotate", folder, "--editor", str(tmp_path / "second.pub"), "--remove", "spare"]) == 0
    capsys.readouterr()
    phrase = tmp_path / "phrase"
    write_private(phrase, PHRASE.encode())
    assert main(["fleet", "sign", folder, "--key", str(tmp_path / "second"), "--passphrase-file", str(phrase)]) == 0
    said = capsys.readouterr().out
    old, new, gone = (label(key) for key in (
        fleet.keys["editor"].public_key, read_public(tmp_path / "second.pub"), fleet.keys["spare"].public_key
    ))  # fmt: skip
    assert f"  editor: {old}, {new} (new)\n" in said
    assert f"    no longer: {gone}\n" in said
    assert "signed: root, targets\n" in said


def test_a_passphrase_is_not_read_from_a_file_that_others_can_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "phrase").write_text(PHRASE)
    (tmp_path / "phrase").chmod(0o644)
    assert main(["fleet", "key", "jo", "--out", str(tmp_path / "jo"), "--passphrase-file", str(tmp_path / "phrase")]) == 2
    assert "other users of this computer can read" in capsys.readouterr().err
    assert not (tmp_path / "jo").exists()


def test_a_folder_that_is_no_signing_folder_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fleet", "status", str(tmp_path)]) == 2
    assert "is no signing folder: make one with ketaguide fleet init" in capsys.readouterr().err


WITHOUT = """
import sys
from importlib.machinery import PathFinder
found = PathFinder.find_spec
missing = ("tuf", "securesystemslib", "cryptography")
PathFinder.find_spec = lambda name, *more: None if name in missing else found(name, *more)
from ketaguide.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_without_the_extra_help_works_and_the_commands_say_what_to_install(tmp_path: Path) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-c", WITHOUT, *arguments], capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path
        )
        return done.returncode, done.stdout + done.stderr

    assert run("--help")[0] == 0
    assert run("fleet", "--help")[0] == 0
    for command in (("fleet", "status", "."), ("update", "--from", ".")):
        code, said = run(*command)
        assert code == 2
        assert "install ketaguide[fleet]" in said


def test_the_guide_and_its_help_never_load_the_packages_of_signed_updates() -> None:
    code = "import sys, ketaguide.tui.app, ketaguide.commands.open, ketaguide.commands.fleet; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True).stdout.split()
    assert not {"tuf", "securesystemslib", "cryptography"} & {name.partition(".")[0] for name in loaded}
