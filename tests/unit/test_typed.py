"""A typed line: help before anything else, a number never taken for another, Enter the default and nothing else."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketaguide.conversation import typed as t
from ketaguide.conversation.typed import Vocabulary, decide, vocabulary
from ketaguide.model.guide import Guide
from ketaguide.resolve.view import GuideView
from ketaguide.search import Finder

HELP_WORDS = {"help", "999", "116 123", "kill myself"}
CHOICES = ("What are the risks?", "Next page: Risks of ketamine", "See your GP", "Back")
PAGES = {
    "risks": ("Side effects and risks", "Risks"),
    "lasting": ("How long does it last?", "How long it lasts"),
    "gp": ("See your GP",),
}
COMMANDS = {
    "n": "next",
    "next": "next",
    "f": "find",
    "find": "find",
    "?": "what",
    "s": "short",
    "m": "menu",
    "questions for my gp": "questions",
    "what questions to ask my gp": "questions",
}
KNOWN = Vocabulary(
    calls_for_help=lambda line: line.strip(" .!?").lower() in HELP_WORDS,
    leave_words=("quit", "q"),
    choices=CHOICES,
    commands=COMMANDS,
    nations={"scotland": "scotland"},
    terms={"trd": ("treatment-resistant depression", "TRD"), "ketamine": ("ketamine", "K")},
    pages=PAGES,
    stop_words=("what", "are", "the", "does", "it", "how", "a", "for", "i", "my", "should", "to"),
)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("", t.Enter()),
        ("  ", t.Enter()),
        ("0", t.Help()),
        ("00", t.Help()),
        ("Help!", t.Help()),
        ("999", t.Help()),
        ("quit", t.Leave()),
        ("2", t.Chosen(1)),
        ("2.", t.Chosen(1)),
        ("5", t.NoSuch()),
        ("99999999", t.NoSuch()),
        ("n", t.TypedCommand("next")),
        ("NEXT", t.TypedCommand("next")),
        ("?", t.TypedCommand("what")),
        ("f", t.TypedCommand("find")),
        ("f bladder risk", t.TypedCommand("find", "bladder risk")),
        ("find  Bladder", t.TypedCommand("find", "bladder")),
        ("gp", t.Chosen(2)),
        ("back", t.Chosen(3)),
        ("what are the risks", t.Chosen(0)),
        ("risk", t.Several((0, 1))),
        ("Scotland", t.Named("nation", "scotland")),
        ("trd", t.Named("term", "trd")),
        ("k", t.Named("term", "ketamine")),
        ("how long", t.Named("page", "lasting")),
        ("side effects", t.Named("page", "risks")),
        ("what does it effect", t.LookFor("what does it effect")),
        ("how long does it last?", t.Named("page", "lasting")),
        ("How may it take, please?", t.LookFor("how may it take, please")),
        ("What questions should I ask my GP?", t.TypedCommand("questions")),
        ("my questions for a GP", t.TypedCommand("questions")),
        ("questions for a nurse", t.LookFor("questions for a nurse")),
        ("bladder", t.LookFor("bladder")),
        ("how", t.LookFor("how")),
        ("what are the", t.Chosen(0)),
        ("the are what", t.LookFor("the are what")),
        ("-1", t.LookFor("-1")),
        ("1.5", t.LookFor("1.5")),
        ("\N{FULLWIDTH DIGIT TWO}", t.LookFor("\N{FULLWIDTH DIGIT TWO}")),
    ],
)  # fmt: skip
def test_a_line_means_one_thing(line: str, meaning: t.Meaning) -> None:
    assert decide(line, KNOWN) == meaning


def test_choices_that_were_not_read_out_are_found_by_their_numbers_alone() -> None:
    unheard = Vocabulary(
        calls_for_help=lambda line: False, choices=("part 2 of 9", "Go to the end: headings, words"), by_words=False
    )
    assert decide("2", unheard) == t.Chosen(1)
    assert decide("headings", unheard) == t.LookFor("headings")


labels = st.lists(st.one_of(st.text(max_size=20), st.sampled_from([*HELP_WORDS, "0", "1", "n", "quit", *CHOICES])), max_size=8)
lines = st.one_of(
    st.text(max_size=40), st.sampled_from([*HELP_WORDS, *COMMANDS, *CHOICES, "risk", "f help"]), st.integers(0, 99).map(str)
)


def known_with(choices: list[str], commands: dict[str, str]) -> Vocabulary:
    return Vocabulary(KNOWN.calls_for_help, KNOWN.leave_words, choices, commands=commands, pages=PAGES, terms=KNOWN.terms)


@given(choices=labels, line=st.sampled_from([*HELP_WORDS, "0", "000"]))
def test_help_comes_before_whatever_the_choices_and_commands_are_called(choices: list[str], line: str) -> None:
    commands = dict.fromkeys([*HELP_WORDS, "0", *choices], "next")
    assert decide(line, known_with(choices, commands)) == t.Help()


@given(choices=labels, line=lines)
def test_enter_alone_is_the_default_and_only_a_word_for_it_leaves(choices: list[str], line: str) -> None:
    found = decide(line, known_with(choices, COMMANDS))
    plain = " ".join(line.lower().split())
    assert isinstance(found, t.Leave) == (plain.rstrip(".!") in KNOWN.leave_words)
    assert isinstance(found, t.Enter) == (not plain)


@given(choices=labels, number=st.integers(1, 100_000))
def test_a_number_is_the_choice_with_that_number_or_none(choices: list[str], number: int) -> None:
    found = decide(str(number), known_with(choices, COMMANDS))
    if number == 999:
        assert found == t.Help()
    else:
        assert found == (t.Chosen(number - 1) if number <= len(choices) else t.NoSuch())


def test_every_letter_and_word_of_a_command_is_that_command_at_every_prompt(shipped: Guide) -> None:
    finder = Finder(shipped)
    view = GuideView(shipped)
    known = vocabulary(view, ["x"], partial(finder.is_distress, edition_id="en"), by_words=True)
    commands = view.interface.commands.named()
    words = [word for command in commands.values() for word in command.words]
    assert len(set(words)) == len(words)
    assert not set(words) & {*view.words.leave_words, *view.words.help_words}
    for name, command in commands.items():
        assert {decide(word, known) for word in command.words} == {t.TypedCommand(name)}


def test_words_of_distress_win_over_the_page_or_command_they_are_part_of(shipped: Guide) -> None:
    finder = Finder(shipped)
    for line in ("f kill myself", "find i want to die", "suicide", "kill myself page"):
        known = vocabulary(GuideView(shipped), [line], partial(finder.is_distress, edition_id="en"), by_words=True)
        assert decide(line, known) == t.Help(), line
