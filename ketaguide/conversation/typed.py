"""Decides what a typed line means: help first, then a number, a command, a choice, a page, or words to look for."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import nation_name
from ketaguide.search.words import stem, tokenize

KeyT = TypeVar("KeyT")


class Help(NamedTuple):
    """A request for help, a crisis number, or words of distress."""


class Leave(NamedTuple):
    """A word for leaving the guide."""


class Enter(NamedTuple):
    """Nothing typed: the default."""


class Chosen(NamedTuple):
    """A choice, counted from 0."""

    at: int


class Several(NamedTuple):
    """Choices that have the words alike, by their indexes."""

    indexes: tuple[int, ...]


class NoSuch(NamedTuple):
    """A number that no choice has."""


class TypedCommand(NamedTuple):
    """A command by its name, and the words after it."""

    name: str
    words: str = ""


class Named(NamedTuple):
    """A nation, a word explained or a page: the words name it alone."""

    kind: str
    """"nation", "term" or "page"."""
    id: str


class LookFor(NamedTuple):
    """Other words: to look for."""

    words: str


Meaning = Help | Leave | Enter | Chosen | Several | NoSuch | TypedCommand | Named | LookFor


@dataclass(frozen=True)
class Vocabulary:
    """Everything that a line may mean at one prompt."""

    calls_for_help: Callable[[str], bool]
    leave_words: Collection[str] = ()
    choices: Sequence[str] = ()
    """Labels of the numbered choices."""
    by_words: bool = True
    """False where the choices were not read out: they have numbers alone."""
    commands: Mapping[str, str] = field(default_factory=dict)
    """A typed word to the command's name."""
    nations: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case to ids."""
    terms: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Ids to names; so are the pages."""
    pages: Mapping[str, Collection[str]] = field(default_factory=dict)
    stop_words: Collection[str] = ()
    """Words that name nothing by themselves."""


def vocabulary(view: GuideView, choices: Sequence[str], calls_for_help: Callable[[str], bool], *, by_words: bool) -> Vocabulary:
    """The choices of a prompt, with the commands, nations, words and pages of the guide."""
    edition, commands = view.edition, view.interface.commands.named()
    return Vocabulary(
        calls_for_help=calls_for_help,
        leave_words=view.words.leave_words,
        choices=choices,
        by_words=by_words,
        commands={word: name for name, command in commands.items() for word in command.words},
        nations={nation_name(nation, view).lower(): nation for nation in view.profile.ids},
        terms={term.id: (term.term, *term.also) for term in edition.glossary.terms},
        pages={page.id: (page.title, page.nav_title) for page in view.pages()},
        stop_words=edition.search.stop_words,
    )


def decide(line: str, known: Vocabulary) -> Meaning:
    """Decide what a line means."""
    plain = " ".join(line.lower().split())
    words = plain.rstrip(".!?") or plain
    is_number = words.isascii() and words.isdigit()
    number = int(words) if is_number and len(words) < 5 else -1
    if number == 0 or known.calls_for_help(line):
        return Help()
    if words in known.leave_words:
        return Leave()
    if not words:
        return Enter()
    if is_number:
        return Chosen(number - 1) if 0 < number <= len(known.choices) else NoSuch()
    if name := _command(words, known):
        return TypedCommand(name)
    first, _, rest = words.partition(" ")
    if rest and known.commands.get(first) == "find":
        return TypedCommand("find", rest)
    return _by_words(words, known)


def _command(words: str, known: Vocabulary) -> str:
    """The command that the words name: as they stand, or a phrase that differs in small words alone."""
    asked = _telling(tokenize(words), known.stop_words)
    phrases = (phrase for phrase in known.commands if len(asked) > 1 and " " in phrase)
    same = next((phrase for phrase in phrases if _telling(tokenize(phrase), known.stop_words) == asked), "")
    return known.commands.get(words) or known.commands.get(same, "")


def _telling(words: Iterable[str], stop_words: Collection[str]) -> set[str]:
    """The stems of the words that name something."""
    return {stem(word) for word in words if word not in stop_words and not word.isdigit()}


def _by_words(words: str, known: Vocabulary) -> Meaning:
    """The one choice, nation, word or page that has the words; else words to look for."""
    if known.by_words:
        numbered = {index: (label,) for index, label in enumerate(known.choices)}
        indexes = _named(words, numbered, known.stop_words)
        if indexes:
            return Chosen(indexes[0]) if len(indexes) == 1 else Several(tuple(indexes))
    if nation := known.nations.get(words):
        return Named("nation", nation)
    asked = tokenize(words)
    if term := next((id_ for id_, names in known.terms.items() if any(tokenize(name) == asked for name in names)), None):
        return Named("term", term)
    names = {id_: [*titles] for id_, titles in known.pages.items() if _is_near(asked, titles, known.stop_words)}
    pages = _named(words, names, known.stop_words)
    return Named("page", pages[0]) if len(pages) == 1 else LookFor(words)


def _is_near(asked: Sequence[str], titles: Iterable[str], stop_words: Collection[str]) -> bool:
    """False for a question with one telling word, such as "does it work", that is not the page's own: it is searched for."""
    titled = {word for title in titles for word in tokenize(title)}
    return len(asked) < 3 or len(_telling(asked, stop_words)) > 1 or titled.issuperset(asked)


def _named(words: str, names: Mapping[KeyT, Iterable[str]], stop_words: Collection[str]) -> list[KeyT]:
    """The keys with a name that is the words, else with one that has them all: in any form and order, or as they stand."""
    asked = tokenize(words)
    if same := [key for key, texts in names.items() if any(tokenize(text) == asked for text in texts)]:
        return same[:1]
    telling = _telling(asked, stop_words)
    if telling:
        return [key for key, texts in names.items() if any(telling <= set(map(stem, tokenize(text))) for text in texts)]
    phrase = f" {' '.join(asked)} " if len(asked) > 1 else "\0"
    return [key for key, texts in names.items() if any(phrase in f" {' '.join(tokenize(text))} " for text in texts)]
