"""A passphrase typed on a real terminal."""

from pathlib import Path

from ketaguide.fleet.keys import load_signer
from tests.system.terminal import Terminal

PHRASE = "five words in no order"


def test_a_passphrase_is_asked_twice_and_never_shown(tmp_path: Path) -> None:
    out = tmp_path / "jo"
    with Terminal("fleet", "key", "jo", "--out", str(out), content=None, size=(200, 24)) as terminal:
        terminal.sees("New passphrase for").press(PHRASE, "enter").sees("The same again:").press("another one", "enter")
        terminal.sees("the two passphrases differ; no key was made")
        assert PHRASE not in terminal.sent
        assert not out.exists()
    with Terminal("fleet", "key", "jo", "--out", str(out), content=None, size=(200, 24)) as terminal:
        terminal.sees("New passphrase for").press(PHRASE, "enter").sees("The same again:").press(PHRASE, "enter")
        terminal.sees("give this one away")
        assert PHRASE not in terminal.sent
    assert out.stat().st_mode & 0o777 == 0o600
    assert load_signer(out, PHRASE)
