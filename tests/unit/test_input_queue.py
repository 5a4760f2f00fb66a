"""The input queue: merges repeats, separates text from keys, puts help first."""

import pytest
from textual.events import Key, Paste
from textual.message import Message

from ketaguide.tui import input_queue
from ketaguide.tui.input_decoder import InputDecoder, drop_before_help
from ketaguide.tui.input_queue import InputQueue

F1, DOWN, F6 = "\x1bOP", "\x1b[B", "\x1b[17~"
HELP = {"f1": F1, "ctrl+g": "\x07"}
START, END = "\x1b[200~", "\x1b[201~"


def waiting(*read: str) -> InputQueue:
    """A queue that received each text in one read."""
    queue, typed = InputQueue(), InputDecoder()
    for text in read:
        queue.add(typed.feed(text.encode()))
    return queue


def handed(queue: InputQueue, *, in_field: bool = True) -> list[str]:
    """Everything taken from the queue: words as one entry, keys by name."""
    found: list[str] = []
    while queue.has_items:
        events = queue.take(in_field=in_field)
        text = "".join(str(event.character) for event in events if isinstance(event, Key) and event.is_printable)
        found += [text] if text else [_name(event) for event in events]
    return found


def _name(event: Message) -> str:
    return event.key if isinstance(event, Key) else type(event).__name__


@pytest.mark.parametrize("line_end", ["\r", "\n", "\r\n", "\t", "\u2028", "\u2029", "\x0b", "\x85"])
def test_a_line_end_between_words_is_a_space(line_end: str) -> None:
    pasted = line_end.join(("so low", "I want to die", "please help"))
    assert handed(waiting(pasted)) == ["so low I want to die please help"]
    assert handed(waiting(f"{START}{pasted}{END}")) == ["so low I want to die please help"]


@pytest.mark.parametrize("ending", ["\r", "\n", "\r\n\r\n"])
def test_a_line_end_after_several_lines_or_within_paste_marks_presses_nothing(ending: str) -> None:
    assert handed(waiting(f"so low\rplease help{ending}")) == ["so low please help"]
    assert handed(waiting(f"{START}so low{ending}{END}")) == ["so low"]


def test_enter_after_words_typed_fast_is_enter() -> None:
    assert handed(waiting("so low\r")) == ["so low", "enter"]
    assert handed(waiting("s", "o", "\r")) == ["so", "enter"]


def test_words_that_come_in_pieces_are_one_text() -> None:
    assert handed(waiting("so lo", "w\r", "I want")) == ["so low I want"]


@pytest.mark.parametrize("text", ["call 116 123\r2 9", "so low\r1\r", f"{START}1{END}", f"{START}\r\t1 2\r{END}"])
def test_words_and_pastes_outside_a_field_press_nothing(text: str) -> None:
    assert all(name.isalpha() and len(name) == 1 for name in handed(waiting(text), in_field=False))


def test_digits_enter_and_tab_without_words_are_keys_in_their_order() -> None:
    assert handed(waiting("1\r2\t3"), in_field=False) == ["1", "enter", "2", "tab", "3"]


def test_a_paste_that_never_ends_swallows_no_key() -> None:
    assert handed(waiting(f"{START}words", F6, DOWN)) == ["words", "f6", "down"]


def test_a_paste_that_never_ends_is_over_after_a_silence() -> None:
    assert handed(waiting(f"{START}words")) == ["words"]


def test_enter_from_a_terminal_that_the_guide_has_not_yet_set_up_is_enter() -> None:
    assert handed(waiting(F6, "\n", "syrup\n")) == ["f6", "enter", "syrup", "enter"]


def test_repeated_steps_are_merged_and_none_is_lost() -> None:
    queue = waiting(DOWN * 300)
    assert len(queue._items) == 1
    assert handed(queue) == ["down"] * 300


def test_the_queue_is_bounded_and_keeps_the_newest_input() -> None:
    queue = waiting((DOWN + "\x1b[A") * 20_000, F6)
    assert len(queue._items) == input_queue.MOST_WAITING
    assert handed(queue)[-1] == "f6"


@pytest.mark.parametrize("key", HELP)
def test_a_late_help_key_drops_earlier_input_and_keeps_later_input(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = waiting(F6, DOWN, HELP[key], "1")
    monkeypatch.setattr(input_queue, "HELP_SECONDS", -1)
    assert handed(queue, in_field=False) == [key, "1"]


@pytest.mark.parametrize("key", HELP)
def test_a_help_key_keeps_its_place_while_it_has_not_waited_long(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_queue, "HELP_SECONDS", 3600)
    assert handed(waiting(F6, DOWN, HELP[key], "1"), in_field=False) == ["f6", "down", key, "1"]


@pytest.mark.parametrize(
    "sent", ["\x1bOP", "\x1b[11~", "\x1b[[A", "\x1b[P", "\x1b[1;129P", "\x07", "\x1b[103;5u", "\x1b[103;133u"]
)
def test_whatever_a_terminal_sends_for_help_goes_before_a_flood_of_keys(sent: str) -> None:
    flood = DOWN * 20_000 + sent
    assert drop_before_help(flood.encode()) == sent.encode()
    assert handed(waiting(sent)) in (["f1"], ["ctrl+g"])


@pytest.mark.parametrize("marks", [(START, END), ("", "")])
def test_a_text_longer_than_the_field_is_handed_over_whole_as_a_paste(marks: tuple[str, str]) -> None:
    text = "so low\r" * 900 + "I want to die"
    queue = waiting(f"{marks[0]}{text}{marks[1]}")
    paste = next(events[0] for _ in iter(int, 1) if (events := queue.take(in_field=True)))
    assert isinstance(paste, Paste)
    assert paste.text == text.replace("\r", " ")
