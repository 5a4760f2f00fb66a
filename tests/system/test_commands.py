"""Every command a reader can give, as they give it."""

import fcntl
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from ketaguide import crisis
from tests.system.runs import KITCHEN_SINK, LIMIT, PROGRAM, ROOT, inside, printed, run, shell

CARD = "\n".join(crisis.lines(None, 72))
SHORT = "\n".join(crisis.short(None, 72))


def test_crisis_prints_the_card() -> None:
    assert printed("crisis") == CARD + "\n"


def test_crisis_prints_the_services_of_a_nation() -> None:
    assert printed("crisis", "--nation", "wales") == "\n".join(crisis.lines("wales", 72)) + "\n"


def test_crisis_fits_a_narrow_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, printed("crisis").splitlines())) <= 40


def test_crisis_needs_no_content_and_imports_nothing_that_could_break() -> None:
    code = "import sys; from ketaguide.cli import main; main(['crisis']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.decode().splitlines()[-1].split())
    assert "ketaguide.crisis" in loaded
    assert not {"msgspec", "yaml", "textual", "rich", "markdown_it", "argparse", "ketaguide.model.guide"} & loaded


@pytest.mark.parametrize("command", [[], ["read"], ["list"], ["crisis"], ["quiz"], ["check"], ["schema"]])
def test_the_help_of_every_command_ends_with_the_numbers_to_call(command: list[str]) -> None:
    assert printed(*command, "--help").rstrip().endswith(SHORT)


def test_a_command_there_is_not_is_wrong_usage() -> None:
    done = inside("bogus")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"invalid choice: 'bogus'" in done.stderr
    assert all(number in done.stderr for number in (b"999", b"111", b"0808 808 8000", b"116 123")), "who to call"


def test_list_names_every_page_with_what_to_type() -> None:
    text = printed("list")
    assert "- every-kind: Every kind of block: a test page" in text
    assert text.index("First part") < text.index("- about-this-guide:") < text.index("Second part") < text.index("- risks:")


def test_read_without_a_page_prints_the_contents() -> None:
    assert printed("read") == printed("list")


def test_read_prints_pages_in_the_order_asked_between_the_numbers_to_call() -> None:
    text = printed("read", "see-your-gp", "risks")
    assert text.startswith(SHORT)
    assert text.rstrip().endswith(SHORT)
    assert text.index("See your GP about a test") < text.index("Risks of test syrup")
    assert "ketaguide read see-your-gp risks --how-we-know" in " ".join(text.split())


def test_read_leaves_web_addresses_out_on_request() -> None:
    assert "://" in printed("read", "every-kind", "--how-we-know")
    assert "Source: " in printed("read", "every-kind", "--how-we-know", "--no-addresses")
    assert "://" not in printed("read", "all", "--how-we-know", "--no-addresses")


def test_read_prints_how_we_know_on_request() -> None:
    text = printed("read", "risks", "--how-we-know")
    assert "How sure we are: Fairly sure" in text
    assert "Source: Test Reviews" in text


def test_read_all_prints_everything_with_the_crisis_card_first_and_last() -> None:
    text = printed("read", "all")
    assert text.startswith(CARD)
    assert text.rstrip().endswith(CARD)
    for words in ("Every kind of block: a test page", "Risks of test syrup", "Words explained", "About this guide"):
        assert words in text


def test_read_follows_the_nation_wherever_the_option_stands() -> None:
    assert printed("--nation", "scotland", "read", "every-kind") == printed("read", "every-kind", "--nation", "scotland")
    assert "In England and Northern Ireland" not in printed("read", "every-kind", "--nation", "scotland")


@pytest.mark.parametrize("asked", [("--easy", "read", "every-kind"), ("read", "every-kind", "--easy")])
def test_the_former_name_of_the_option_still_works_and_says_the_new_one(asked: tuple[str, ...]) -> None:
    done = inside(*asked)
    assert done.returncode == 0
    assert done.stdout == inside("read", "every-kind", "--short").stdout
    assert done.stderr.decode().splitlines()[-1] == "--easy is now --short; please change it where you have it written down"
    assert "--easy" not in printed("--help")


def test_read_gives_short_and_simple_and_says_where_there_is_none() -> None:
    assert "Every kind: a test page" in printed("read", "every-kind", "--short")
    assert "This page has no short version yet." in printed("read", "about-this-guide", "--short")


HINTS = [("risk", "did you mean risks?"), ("xyzzy", "see ketaguide list."), ("\x1b[31m", "see ketaguide list.")]


@pytest.mark.parametrize(("typed", "hint"), HINTS)
def test_a_page_there_is_not_is_wrong_usage_with_a_hint(typed: str, hint: str) -> None:
    done = inside("read", typed)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"ketaguide: there is no page ")
    assert hint in done.stderr.decode()
    assert b"\x1b" not in done.stderr


def test_quiz_asks_without_a_terminal_too_and_leaves_when_answers_end() -> None:
    done = inside("quiz", typed=b"1\n2\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"That is right." in done.stdout
    assert done.stdout.decode().rstrip().endswith(SHORT)


def test_alone_without_a_terminal_it_prints_the_whole_guide() -> None:
    assert inside().stdout == inside("read", "all").stdout
    assert inside(typed=b"1\n1\n").stdout == inside().stdout


def test_a_reader_who_asks_for_the_conversation_may_answer_from_a_pipe() -> None:
    done = inside("--plain", typed=b"0\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Emergency: Call 999" in done.stdout
    assert b"Goodbye." in done.stdout


@pytest.mark.parametrize("command", ["", "read all", "crisis", "list", "--plain < /dev/null", "quiz < /dev/null"])
def test_a_pipe_that_closes_early_is_no_fault(command: str) -> None:
    done = shell(f"$KETAGUIDE {command} | head -n 1")
    assert done.stderr == b""
    assert done.returncode == 0
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("command", ["<&-", "crisis <&-", "list <&-", "--plain <&-", "quiz <&-", "< /dev/null > /dev/null"])
def test_a_closed_input_is_no_fault(command: str) -> None:
    done = shell(f"$KETAGUIDE {command}")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["", "read risks", "crisis", "list", "check", "--help", "doctor", "<&-", "--plain <&-"])
def test_words_that_nobody_can_get_are_a_fault_and_who_to_call_is_said_where_it_can_be(command: str) -> None:
    done = shell(f"$KETAGUIDE {command} >&-")
    assert done.returncode == 1
    assert b"the output is closed" in done.stderr
    assert CARD in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["", "read all"])
def test_a_slow_pipe_that_does_not_wait_loses_no_words(command: str) -> None:
    whole = inside(*command.split()).stdout
    end, start = os.pipe()
    fcntl.fcntl(start, fcntl.F_SETPIPE_SZ, 4096)
    os.set_blocking(start, False)
    with subprocess.Popen([*PROGRAM, "--content", str(KITCHEN_SINK), *command.split()], stdout=start, cwd=ROOT) as child:
        while not is_full(start):
            assert child.poll() is None, "it ended before all was read"
        os.close(start)
        with os.fdopen(end, "rb") as pipe:
            assert pipe.read() == whole
        assert child.wait(LIMIT) == 0


def is_full(pipe: int) -> bool:
    """True when a pipe is full."""
    return not select.select([], [pipe], [], 0.01)[1]


def test_who_to_call_is_printed_where_nothing_can_be_told_of_a_fault(tmp_path: Path) -> None:
    for lost in ("2> /dev/full", "2>&-"):
        done = shell(f"$KETAGUIDE --content {tmp_path} {lost}")
        assert done.returncode == 1
        assert CARD in done.stdout.decode(), lost
        done = shell(f"$KETAGUIDE read no-such-page {lost}")
        assert (done.returncode, done.stdout) == (2, b""), lost


def test_web_pages_are_written_where_nothing_can_be_told_of_them(tmp_path: Path) -> None:
    done = shell(f"$KETAGUIDE site {tmp_path}/out 2>&-")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "out" / "index.html").is_file()


@pytest.mark.parametrize("lost", ["2> /dev/full", "2>&-"])
def test_a_kiosks_files_are_written_where_nothing_can_be_told_of_them(tmp_path: Path, lost: str) -> None:
    done = shell(f"$KETAGUIDE kiosk files --out {tmp_path} {lost}")
    assert done.returncode == 0
    assert b"Nothing on this machine" not in done.stdout  # which names the files alone
    assert (tmp_path / "install.txt").is_file()


@pytest.mark.parametrize("command", ["", "crisis", "--plain < /dev/null", "--help", "check"])
def test_a_full_disk_is_said_in_words_and_who_to_call_where_it_can_still_be_read(command: str) -> None:
    done = shell(f"$KETAGUIDE {command} > /dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith(b"ketaguide: the operating system refused: No space left on device.\n")
    assert CARD in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_with_a_small_alphabet_still_gets_every_page(encoding: str) -> None:
    done = run("read", "all", env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert (done.returncode, done.stderr) == (0, b"")
