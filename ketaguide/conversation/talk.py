"""Shared parts of the conversation: text, choices, reading in parts. Help works at every prompt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeVar

from ketaguide import crisis
from ketaguide.conversation.choices import Option
from ketaguide.conversation.console import Console, Quit
from ketaguide.conversation.help_words import HelpWords
from ketaguide.conversation.output import Output
from ketaguide.conversation.trail import GoBack, TalkPlace
from ketaguide.model.block import CareCard
from ketaguide.model.guide import Guide
from ketaguide.render.flow import Chunk, chapters, parts, wrap
from ketaguide.render.plain_blocks import blocks
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve import crisis_card
from ketaguide.resolve.block import resolve_blocks
from ketaguide.resolve.wording import overdue_words
from ketaguide.session import Session

if TYPE_CHECKING:
    from ketaguide.conversation.typed import Meaning
    from ketaguide.search import Finder

PART_WORDS = 120
"""Words in one part of a text: under a minute of speech, one small screen."""

T = TypeVar("T")

_PLACE_OF = {"take": "questions", "phone": "questions", "simple": "short", "standard": "short", "words": "search"}
"""Command → the place that it needs, where that has another name."""


class Aloud(NamedTuple):
    """Reading aloud, as the conversation uses it."""

    begin: Callable[[Iterable[str], str, str], Callable[[], bool] | None]
    """Start reading; returns a function that stops it and reports success, or None without a voice."""
    package: str
    """Name of the package that provides a voice."""


class _HelpAgain(Exception):
    """Raised when the reader asks for help inside help."""


class Talk(Output):
    """A conversation: guide, session, console, and the places on the way here."""

    def __init__(
        self,
        guide: Guide,
        session: Session,
        console: Console,
        aloud: Aloud | None,
        commands: Mapping[str, Callable[["Talk", str], object]],
    ) -> None:
        super().__init__(guide, session, console)
        self.aloud = aloud
        """None if reading aloud is not available."""
        self.trail: list[TalkPlace] = []
        self._commands = commands
        """Each command at a prompt without a choice for it: called with the words typed after it."""
        self._helping = False
        self._said_once: set[str] = set()
        self._help_words = HelpWords(guide, session)

    @property
    def finder(self) -> "Finder":
        """Search index."""
        return self._help_words.finder

    def back(self, value: T) -> Option[T]:
        """The choice that leads to the place before."""
        before = self.trail[-2] if len(self.trail) > 1 else None
        return Option(before.back_words(self) if before else self.view.words.back, value, "back")

    def back_here(self, value: T) -> Option[T]:
        """The choice that leads back from a list to the place that shows it."""
        return Option(self.view.words.back, value, "back")

    def go_back(self) -> None:
        """Go back to the place before; at the first place, say so."""
        if len(self.trail) > 1:
            raise GoBack
        self.lines(self.view.interface.typed.at_start)

    def leave(self) -> NoReturn:
        """Leave the place, and with the first one the conversation."""
        raise GoBack

    def do(self, command: str, words: str = "") -> None:
        """Do what a command does at every prompt."""
        self._commands[command](self, words)

    def choose(
        self,
        choices: Sequence[Option[T]],
        *about: str,
        enter: Option[T] | None = None,
        also: Sequence[Option[T]] = (),
        listed: bool = True,
        by_words: bool = True,
        where: str = "",
    ) -> T:
        """Ask for one of the choices and return its value.

        They have numbers, and are read out after `about` unless they are not `listed`; those never read out are not found
        `by_words`. The choices of `also` have a command alone. Enter takes the default `enter`, whose words say what it
        does; without one, the list is read again. After help, `where` says where the reader is.
        """
        from ketaguide.conversation import typed as t

        words, shown = self.view.interface.typed, listed
        prompt = words.enter.format(does=enter.words if enter else words.this_list)
        while True:
            if shown:
                self.say(*about)
                self._list(choices)
            shown = False
            match self._decide(self._line(prompt), choices, by_words=by_words):
                case t.Help():
                    self.get_help()
                    self.lines(where)
                    shown = listed
                case t.Chosen(at):
                    return choices[at].value
                case t.Enter():
                    if enter:
                        return enter.value
                    shown = True
                case t.Several(indexes):
                    self.lines(words.several)
                    self._list(choices, indexes)
                case t.NoSuch():
                    self.lines(words.no_such)
                case t.TypedCommand("what"):
                    self._say_what(choices, also)
                case t.TypedCommand("find", looked_for) if looked_for:
                    self.do("find", looked_for)
                case t.TypedCommand(name):
                    for option in (*also, *choices):
                        if option.command == name:
                            return option.value
                    shown = self._command(name)
                case t.Named(kind, id_):
                    self.do(kind, id_)
                case t.LookFor(looked_for):
                    self.do("words", looked_for)

    def ask(self, prompt: str, *about: str) -> str:
        """Ask for free text and return it; may be empty. Help, quitting, letters and hiding work as at every prompt."""
        from ketaguide.conversation import typed as t

        while True:
            self.lines(*about)
            answer = self._line(prompt)
            match self._decide(answer, asks_for_help=self._help_words.calls):
                case t.Help():
                    self.get_help()
                case t.TypedCommand("what"):
                    self._say_what((), ())
                case t.TypedCommand(name) if len(answer) == 1 or name == "hide":
                    self._command(name)
                case _:
                    if self._help_words.is_distress(answer):
                        self.get_help()
                    return answer

    def read(self, chunks: Iterable[Chunk]) -> None:
        """Show pieces in parts; after each, ask to go on, to go back a part, or to skip the rest."""
        words, portions = self.view.words, list(parts(chunks, PART_WORDS))
        at = 0
        while at < len(portions):
            self.show(portions[at])
            if at + 1 == len(portions):
                return
            on = Option(self.part_words(at + 1, len(portions)), at + 1, "next")
            off = Option(words.skip, len(portions), "end")
            also = [Option("", at, "again"), Option("", at - 1 if at else off.value, "back")]
            at = self.choose([on, off], enter=on, also=also, listed=False, by_words=False)

    def part_words(self, at: int, total: int) -> str:
        """ "part 3 of 9", for a part counted from 0."""
        return self.view.interface.typed.part.format(n=at + 1, total=total)

    def say_once(self, text: str) -> None:
        """Say what can be typed, the first time alone."""
        if text not in self._said_once:
            self._said_once.add(text)
            self.say(text)

    def cover(self) -> bool:
        """Wait for a line while the guide is hidden; True when it stays hidden: after help, or when told to hide again."""
        from ketaguide.conversation import typed as t

        found = self._decide(self.console.line(self.view.interface.typed.hidden))
        if isinstance(found, t.Help):
            self.get_help()
        return isinstance(found, t.Help) or found == t.TypedCommand("hide")

    def get_help(self) -> None:
        """Show the crisis card, then return to the interrupted prompt."""
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
        _, *card = crisis_card.whole(self.view, self.width)
        self.lines(*crisis_card.short(self.view, self.width))
        self.console.write("\n".join(card) + "\n\n")
        writer, page = PlainWriter(self.view, self.width), self.view.section(crisis.HELP_PAGE)
        rest = (block for block in page.blocks if not isinstance(block, CareCard)) if page else ()
        more = [Option(title, chunks) for title, chunks in chapters(blocks(resolve_blocks(rest, self.view), writer))]
        back: Option[tuple[Chunk, ...]] = Option(self.view.words.go_back, (), "back")
        default = back._replace(words=self.view.interface.typed.go_back)
        try:
            while chosen := self.choose([back, *more], enter=default):
                self.read(chosen)
        except _HelpAgain:
            return True
        return False

    def _list(self, choices: Sequence[Option[T]], indexes: Iterable[int] | None = None) -> None:
        """Write the choices, one a line, with their numbers."""
        lines = []
        for index in range(len(choices)) if indexes is None else indexes:
            lines += wrap(choices[index].words, self.width, f"{index + 1}: ")
        self.console.write("\n".join(lines) + "\n")

    def _say_what(self, choices: Sequence[Option[T]], also: Sequence[Option[T]]) -> None:
        """List what can be typed at a prompt: choices by number, commands, words, help."""
        words, here = self.view.interface.typed, {option.command for option in (*choices, *also)}
        if choices:
            self.lines(words.numbers)
            self._list(choices)
        known = self.view.interface.commands.named().items()
        self.lines(*(one.does for name, one in known if one.does and (name in here or self._has(name))))
        self.lines(words.or_words, *words.always)
        self.console.write("\n")

    def _has(self, name: str) -> bool:
        """True for a command of every prompt whose place this guide has."""
        return name in self._commands and _PLACE_OF.get(name, name) not in self.view.lacks

    def _command(self, name: str) -> bool:
        """Do what a command does at every prompt; True when the list is to be read again."""
        if name == "again":
            return True
        if name == "back":
            self.go_back()
        elif self._has(name):
            self.do(name)
        else:
            self.lines(self.view.interface.typed.not_here)
        return False

    def _line(self, prompt: str) -> str:
        """Read one line at a prompt that ends with the way to help."""
        words = wrap(f"{prompt} {self.view.interface.typed.tail}", self.width)
        return self.console.line("\n".join(words))

    def _decide(
        self,
        line: str,
        choices: Sequence[Option[T]] = (),
        asks_for_help: Callable[[str], bool] | None = None,
        *,
        by_words: bool = True,
    ) -> "Meaning":
        """Decide what a line means here. Raises Quit for a quit word."""
        from ketaguide.conversation.typed import Leave, decide, vocabulary

        labels = [option.words for option in choices]
        found = decide(line, vocabulary(self.view, labels, asks_for_help or self._help_words.asks, by_words=by_words))
        if isinstance(found, Leave):
            raise Quit
        return found
