"""Printing: a real program is started and given the text; every failure is said calmly."""

import os
import signal
from pathlib import Path

import pytest

from ketaguide.devices.printer import PROGRAMS, NotPrinted, print_text
from tests.speaking import HANGS, hanging, leaves_child, outliving


def lp(folder: Path, script: str) -> Path:
    """A small stand-in for `lp`."""
    path = folder / "lp"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_the_text_reaches_the_queue_that_was_named(tmp_path: Path) -> None:
    program = lp(tmp_path, f'echo "$@" > {tmp_path}/args; /bin/cat > {tmp_path}/text')
    print_text("Whát?\n$(touch x) `y`", "Waiting_Room", [tmp_path / "none", program])
    assert (tmp_path / "args").read_text() == "-d Waiting_Room\n"
    assert (tmp_path / "text").read_text(encoding="utf-8") == "Whát?\n$(touch x) `y`"


def refused(program: Path, text: str = "x", seconds: float = 20) -> tuple[str, str]:
    """The reason and the detail for which a program prints nothing."""
    with pytest.raises(NotPrinted) as fault:
        print_text(text, "Room", [program], seconds)
    return fault.value.reason, fault.value.detail


def test_without_a_printing_program_it_says_so(tmp_path: Path) -> None:
    assert refused(tmp_path / "lp") == ("no_program", "")


def test_what_the_program_complains_of_is_told_in_one_clean_line(tmp_path: Path) -> None:
    program = lp(tmp_path, "printf 'lp: out of\\033[31m paper\\n' >&2; exit 1")
    assert refused(program) == ("refused", "lp: out of [31m paper")


def test_a_printer_that_does_not_answer_is_given_up(tmp_path: Path) -> None:
    program = lp(tmp_path, f"echo $$ > {tmp_path}/pid; exec /bin/sleep 600")
    assert refused(program, seconds=0.5)[0] == "no_answer"
    if (tmp_path / "pid").exists():
        with pytest.raises(ProcessLookupError):
            os.kill(int((tmp_path / "pid").read_text()), signal.SIG_DFL)


@pytest.mark.parametrize("how", HANGS)
def test_a_printing_program_that_reads_nothing_and_never_ends_is_given_up_whole(tmp_path: Path, how: str) -> None:
    assert refused(hanging(tmp_path, "lp", how), "x" * 1_000_000, 0.5)[0] == "no_answer"
    assert outliving(tmp_path) == []


def test_a_printing_program_that_leaves_another_behind_has_printed(tmp_path: Path) -> None:
    print_text("x", "Room", [leaves_child(tmp_path, "lp")], seconds=20)
    assert outliving(tmp_path) == []


@pytest.mark.parametrize("name", ["", "-o raw", "--help", "a b", "a/b", "x;y", "a\nb"])
def test_a_name_that_could_be_an_option_is_refused_before_anything_starts(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotPrinted):
        print_text("x", name, [lp(tmp_path, f"touch {tmp_path}/started")])
    assert not (tmp_path / "started").exists()


@pytest.mark.skipif(not any(path.exists() for path in PROGRAMS), reason="needs the lp of cups-client")
def test_the_systems_own_lp_without_a_print_server_is_a_clear_message() -> None:
    with pytest.raises(NotPrinted) as fault:
        print_text("x", "ketaguide_no_such_printer")
    assert fault.value.reason == "refused"
    assert "lp" in fault.value.detail
