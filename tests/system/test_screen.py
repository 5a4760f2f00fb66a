"""The full-screen guide: the real program in a real pseudo-terminal."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ketaguide.model.guide import Guide

from .runs import KITCHEN_SINK, ROOT
from .terminal import HELP, HOME, Terminal, restored

BANNER = "HELP NOW"


def test_who_to_call_is_on_the_screen_before_the_guide_has_opened() -> None:
    with Terminal() as terminal:
        terminal.until(lambda: BANNER in terminal.text, "the first words")
        assert HOME not in terminal.text
        assert "116 123" in terminal.text
        terminal.sees(HOME).press("f10")
        assert terminal.ends() == 0


def test_a_reader_opens_every_page_and_leaves_with_the_terminal_as_it_was(guide: Guide) -> None:
    with Terminal(size=(43, 13)) as terminal:
        terminal.sees(HOME).press("f2").sees("First part")
        order = [guide.editions["en"].sections[section] for section in guide.meta.order]
        terminal.click_on(order[0].nav_title)
        for number, section in enumerate(order, 1):
            terminal.sees(section.title.split(":")[0]).sees("In short").sees(BANNER)
            terminal.press("end").sees(f"Page {number} of {len(order)}")
            terminal.press("shift+tab", "enter").sees_no_more(f"Page {number} of")
        terminal.press("f10")
        assert terminal.ends() == 0
        assert restored(terminal)


def test_get_help_now_is_one_key_from_every_place(terminal: Terminal) -> None:
    for keys in (["f2"], ["f6"], ["f8"], ["f2", "end", "enter"], ["f7"]):
        terminal.press(*keys, "f1").sees(HELP)
    terminal.press("f10")
    assert terminal.ends() == 0


def test_get_help_now_is_one_press_of_the_banner(terminal: Terminal) -> None:
    terminal.click_on(BANNER).sees(HELP)


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_leaves_the_terminal_as_it_was(terminal: Terminal, name: signal.Signals) -> None:
    os.kill(terminal.pid, name)
    assert terminal.ends() == 0
    assert restored(terminal)


@pytest.mark.parametrize("key", ["f10", "ctrl+q", "ctrl+c"])
def test_each_key_that_closes_closes(terminal: Terminal, key: str) -> None:
    terminal.press(key)
    assert terminal.ends() == 0
    assert restored(terminal)


def test_stray_bytes_do_no_harm(terminal: Terminal) -> None:
    os.write(terminal.child.fileno(), b"\xff\x80\xc3\x28\xed\xa0\x80\x00\x07")
    terminal.press("f1").sees("Samaritans: talk")


def test_keys_work_after_a_paste_without_an_end(terminal: Terminal) -> None:
    terminal.press("\x1b[200~pasted").press("f1").sees("Samaritans: talk")


def test_keys_work_after_a_split_paste_mark(terminal: Terminal) -> None:
    terminal.press("\x1b[", "200~").press("f1").sees("Samaritans: talk")


def test_a_terminal_that_goes_away_ends_the_program(terminal: Terminal) -> None:
    terminal.hangs_up()
    assert terminal.is_gone()


@pytest.mark.parametrize("size", [("120", "40"), ("30", "6"), ("9999", "9999")])
def test_a_shell_that_misstates_the_window_does_not_push_who_to_call_off_it(size: tuple[str, str]) -> None:
    with Terminal(env={"COLUMNS": size[0], "LINES": size[1]}) as terminal:
        terminal.sees(HOME)
        assert all(number in terminal.text for number in ("999", "111", "0808 808 8000", "116 123"))
        terminal.until(lambda: "F10 Ctrl+Q Close" in terminal.lines[-1], "the keys in the last row")


def test_a_terminal_without_the_letters_for_lines_and_boxes_gets_the_conversation_and_no_codes() -> None:
    with Terminal(env={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}) as terminal:
        terminal.sees("0: help. ?: more")
        assert "\\u" not in terminal.sent


@pytest.mark.parametrize("moment", [(60, 20), (1, 1), (20, 5)])
def test_a_window_that_was_smaller_for_a_moment_is_drawn_anew(terminal: Terminal, moment: tuple[int, int]) -> None:
    terminal.settles()
    whole = terminal.lines
    terminal.resize(*moment).resize(80, 22)  # which loses what stood outside the small window
    terminal.until(lambda: terminal.lines == whole, "the whole screen again")


def test_after_many_resizes_the_guide_fits_the_last_size() -> None:
    sizes = random.Random(0)
    with Terminal() as terminal:
        terminal.sees(HOME).settles()
        for _ in range(300):
            terminal.resize(sizes.randint(1, 200), sizes.randint(1, 70))
        terminal.resize(80, 22).sees("In danger 999").sees("116 123").sees("F10 Ctrl+Q Close")
        terminal.press("f1").sees("Samaritans: talk")


def test_resizing_while_it_runs_shows_the_whole_banner_at_every_size() -> None:
    with Terminal(size=(120, 40)) as terminal:
        terminal.sees(HOME)
        for size in ((43, 13), (80, 22), (240, 70)):
            terminal.resize(*size).until(
                lambda: all(number in terminal.text for number in ("999", "111", "0808 808 8000", "116 123")), "the numbers"
            )
        terminal.press("f10")
        assert terminal.ends() == 0


FAULT = """
import sys
from ketaguide.tui.pages import home
def broken(context):
    raise RuntimeError("a private word")
home.view = broken
from ketaguide.tui import pages
pages._PLAIN["view"] = broken
from ketaguide.cli import main
sys.exit(main(["--content", sys.argv[1]]))
"""


def test_a_bug_in_a_screen_shows_who_to_call_and_no_traceback() -> None:
    with Terminal(command=[sys.executable, "-c", FAULT, str(KITCHEN_SINK)]) as terminal:
        terminal.sees(HOME).press("f6")
        assert terminal.ends() == 1
        assert restored(terminal)
        after = terminal.sent[terminal.sent.rfind("\x1b[?1049l") :]
        assert "Emergency: Call 999 or go to A&E now if:" in after
        assert "GP" in after
        assert "Traceback" not in terminal.sent
        assert "a private word" not in terminal.sent


@pytest.mark.parametrize("fault", ["missing", "broken", "newer"])
def test_broken_content_on_a_terminal_shows_who_to_call_and_what_is_wrong(fault: str, tmp_path: Path) -> None:
    content = tmp_path / "guide"
    if fault != "missing":
        content.mkdir()
        text = (KITCHEN_SINK / "guide.yaml").read_text()
        (content / "guide.yaml").write_text("title: [" if fault == "broken" else text.replace("format: 1", "format: 9"))
    with Terminal(content=content, size=(100, 60)) as terminal:
        assert terminal.ends() == 1
        assert "Emergency: Call 999 or go to A&E now if:" in terminal.sent
        assert str(content if fault == "missing" else content / "guide.yaml") in "".join(terminal.sent.split())
        assert "Traceback" not in terminal.sent
        assert ("newer ketaguide" in " ".join(terminal.sent.split())) == (fault == "newer")


def test_the_default_language_of_the_terminal_does_not_matter() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "ketaguide", "crisis"],
        env={"LC_ALL": "C", "PATH": os.environ["PATH"]}, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "116 123" in result.stdout
