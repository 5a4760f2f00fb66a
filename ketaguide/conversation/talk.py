"""Shared parts of the conversation: text, choices, reading in parts. Help works at every prompt."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from ketaguide import crisis
from ketaguide.conversation.console import Console, Quit
from ketaguide.model.block import CareCard
from ketaguide.model.guide import Guide
from ketaguide.render.flow import Chunk, chapters, holding, parts, text_of, wrap
from ketaguide.render.plain_blocks import blocks
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.block import resolve_blocks
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import overdue_words
from ketaguide.session import Session

if TYPE_CHECKING:
    from ketaguide.search import Finder

PART_WORDS = 120
"""Words in one part of a text: under a minute of speech, one small screen."""

T = TypeVar("T")


def as_sentence(text: str) -> str:
    """A text that ends as a sentence does, for a choice with more words after it."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


_HELP = object()


class Aloud(NamedTuple):
    """Reading aloud, as the conversation uses it."""

    begin: Callable[[Iterable[str]], Callable[[], bool] | None]
    """Start reading; returns a function that stops it and reports success, or None without a voice."""
    package: str
    """Name of the package that provides a voice."""


class Option(NamedTuple, Generic[T]):
    """A choice: its label and its value."""

    words: str
    value: T


class _HelpAgain(Exception):
    """Raised when the reader asks for help inside help."""


class Talk:
    """A conversation: guide, session and console."""

    def __init__(self, guide: Guide, session: Session, console: Console, aloud: Aloud | None = None) -> None:
        self.guide = guide
        self.session = session
        self.console = console
        self.aloud = aloud
        """None if reading aloud is not available."""
        self._helping = False
        self._line_before = ""
        """The line typed before, until words of distress are found: pasted words may begin in it."""

    @property
    def view(self) -> GuideView:
        """Guide in the reader's current edition and nation."""
        return GuideView.of(self.guide, self.session)

    @cached_property
    def finder(self) -> "Finder":
        """Search index, built on first use."""
        from ketaguide.search import Finder

        return Finder(self.guide)

    @property
    def width(self) -> int:
        """Columns to wrap to."""
        return self.console.width

    def say(self, *texts: str) -> None:
        """Write paragraphs, each followed by an empty line."""
        for text in texts:
            self.console.write("\n".join(wrap(text, self.width)) + "\n\n")

    def show(self, chunks: Iterable[Chunk]) -> None:
        """Write pieces that are already wrapped."""
        self.console.write(f"{text_of(chunks)}\n\n")

    def say_crisis_numbers(self) -> None:
        """Write the crisis numbers in short."""
        self.console.write("\n".join(crisis.short(self.session.nation, self.width)) + "\n\n")

    def choose(self, choices: Sequence[Option[T]], *about: str) -> T:
        """Ask for one of the choices and return its value; after other input, repeat the prompt with `about`."""
        while True:
            self.say(*about)
            self._list(choices)
            number = self._number(len(choices))
            if number is None:
                self.say(self.view.words.not_a_choice)
            elif number == 0:
                self.get_help()
            else:
                return choices[number - 1].value

    def ask(self, prompt: str, *about: str) -> str:
        """Ask for free text and return it; may be empty. Help and quitting work as at every prompt."""
        while True:
            self.say(*about, self.view.words.help_choice)
            answer = self.console.line(prompt)
            self.console.write("\n")
            if self._calls_for_help(answer) or answer == "0":
                self.get_help()
                continue
            if self._is_distress(answer):
                self.get_help()
            return answer

    def read(self, chunks: Iterable[Chunk], skip: str = "", *, heading: str = "", sentence: str = "") -> None:
        """Show pieces in parts; after each, ask to go on or `skip` the rest (default: the words for any text).

        With `sentence`, begin with the part that holds it, preferably below `heading`, and say which part it is.
        """
        words = self.view.words
        portions = list(parts(chunks, PART_WORDS))
        first = holding(portions, heading, sentence)
        if first:
            self.say(self.view.interface.find.opens_at.format(n=first + 1, total=len(portions)))
        for number, portion in list(enumerate(portions, 1))[first:]:
            self.show(portion)
            if number < len(portions):
                more = words.more.format(n=number + 1, total=len(portions))
                if not self.choose([Option(more, True), Option(skip or words.skip, False)]):
                    return

    def get_help(self) -> None:
        """Show the built-in crisis card, then return to the interrupted prompt."""
        if self._helping:
            raise _HelpAgain
        self._helping = True
        try:
            while self._give_help():
                pass
        finally:
            self._helping = False

    def _give_help(self) -> bool:
        """Show the card; True to show it again."""
        if overdue := overdue_words(self.view):
            self.say(overdue)
        self.console.write("\n".join(crisis.lines(self.session.nation, self.width)) + "\n\n")
        writer, page = PlainWriter(self.view, self.width), self.view.section(crisis.HELP_PAGE)
        rest = (block for block in page.blocks if not isinstance(block, CareCard)) if page else ()
        more = [Option(title, chunks) for title, chunks in chapters(blocks(resolve_blocks(rest, self.view), writer))]
        try:
            while chosen := self.choose([Option(self.view.words.go_back, ()), *more]):
                self.read(chosen)
        except _HelpAgain:
            return True
        return False

    def _list(self, choices: Sequence[Option[T]]) -> None:
        words = self.view.words
        lines = wrap(words.help_choice, self.width)
        for number, choice in enumerate(choices, 1):
            lines += wrap(choice.words, self.width, f"{number}: ")
        self.console.write("\n".join(lines) + "\n")

    def _number(self, highest: int) -> int | None:
        """Read the number of a choice; 0 for help, None for other input."""
        answer = self.console.line(self.view.words.prompt)
        self.console.write("\n")
        if self._calls_for_help(answer) or self._is_distress(answer):
            return 0
        typed = answer.strip().rstrip(".!?")
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else -1
        return number if 0 <= number <= highest else None

    def _calls_for_help(self, answer: str) -> bool:
        """True when an answer is a help word or a crisis number. Quit for a quit word."""
        words, typed = self.view.words, " ".join(answer.lower().rstrip(".!?").split())
        if typed in words.leave_words:
            raise Quit
        return typed in words.help_words or typed in crisis.numbers()

    def _is_distress(self, answer: str) -> bool:
        """True when an answer holds words of distress, by itself or with the line before it.

        A choice by its number is no part of pasted words: 11 and then 1 are not 111.
        """
        if answer.strip().isdigit():
            return self.finder.is_distress(answer, self.session.edition_id)
        both = (answer, f"{self._line_before} {answer}")
        found = any(self.finder.is_distress(text, self.session.edition_id) for text in both)
        self._line_before = "" if found else answer or self._line_before
        return found


Area = Callable[[Talk], None]
"""An area of the conversation: returns when the reader goes back, raises Quit when they quit."""
