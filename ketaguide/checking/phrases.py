"""One kind of rule: phrases that the guide does not use, each with what to write instead. `phrase_table` has the rows."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, reduce
from inspect import cleandoc
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from ketaguide.checking.rule import Finding, ReaderText, Rule
from ketaguide.checking.text import either, sentences
from ketaguide.loading.problem import Level
from ketaguide.model.wording import Wording

if TYPE_CHECKING:
    from ketaguide.checking.context import LintContext

_DENIED = re.compile(r"\b(?:not|no|never|nobody|none|cannot|neither|nor|without)\b|n't\b|\?", re.IGNORECASE)
"""Words that make of a claim its denial, or a question."""
_QUOTED = re.compile(r'"[^"]*"')
"""Words in quotation marks: said by others, or named as what not to say."""


@dataclass(frozen=True, eq=False)
class Phrases:
    """Patterns by the cure for each, matched against small letters at the borders of words; and where they are no fault."""

    fault: str
    """The message, with {said!r} for the phrase."""
    cures: Mapping[str, tuple[str, ...]]
    exempt: tuple[str, ...] = ()
    """Fields in which they may stand."""
    where: Callable[[ReaderText], bool] = lambda text: True
    """True for the texts that are searched."""
    unless: str = ""
    """A pattern that exempts a text in which it stands, whatever its capitals."""
    denial_exempt: bool = False
    quotes_exempt: bool = False
    containing: tuple[str, ...] = ()
    """Pieces of which every match has one: a quicker search where a list is left out of the one for all lists."""
    borders: bool = True

    @cached_property
    def patterns(self) -> tuple[str, ...]:
        """Every pattern of the list."""
        return tuple(pattern for patterns in self.cures.values() for pattern in patterns)

    @cached_property
    def _searches(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        make = any_of if self.borders else lambda patterns: re.compile("|".join(patterns))
        return tuple((cure, make(patterns)) for cure, patterns in self.cures.items())

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """Every phrase of the list in a text, as written there, with its cure."""
        small = text.lower()
        for cure, pattern in self._searches:
            for match in pattern.finditer(small):
                yield text[match.start() : match.end()], cure

    def faults(self, text: ReaderText) -> Iterator[tuple[str, str]]:
        """Phrases found in a text and not exempt there, each phrase once."""
        if text.role in self.exempt or not self.where(text):
            return
        said = _QUOTED.sub(" ", text.text) if self.quotes_exempt else text.text
        for phrase, cure in dict.fromkeys(self.found(said)):
            around = [sentence for sentence in sentences(said) if phrase in sentence] or [said]
            is_denied = self.denial_exempt and all(_DENIED.search(sentence) for sentence in around)
            if not is_denied and not (self.unless and re.search(self.unless, said, re.IGNORECASE)):
                yield phrase, cure


@lru_cache(maxsize=64)
def _in_words_of(wording: Wording, phrases: Phrases) -> Phrases:
    """A list with the words of a topic in place of the names of their fields."""
    named = {f"<{name}>": either(map(str.lower, words)) for name, words in asdict(wording).items()}
    named["<condition>"] = next(iter(wording.conditions), "the condition")

    def filled(text: str) -> str:
        return reduce(lambda text, name: text.replace(name, named[name]), named, text)

    cures = {filled(cure): tuple(map(filled, patterns)) for cure, patterns in phrases.cures.items()}
    return replace(phrases, cures=cures, unless=filled(phrases.unless))


class PhraseRule(Rule):
    """A rule whose findings are phrases: a row of the table."""

    def __init__(self, id_: str, level: Level, title: str, why: str, *lists: Phrases, passes: str, fails: str) -> None:
        self.lists = lists
        super().__init__(id_, level, title, cleandoc(why), _example(passes), _example(fails), self._phrases)

    def lists_of(self, wording: Wording) -> tuple[Phrases, ...]:
        """The lists, with the words of a topic."""
        return tuple(_in_words_of(wording, phrases) for phrases in self.lists)

    def _phrases(self, context: "LintContext") -> Iterator[Finding]:
        """Every phrase that is not exempt."""
        for phrases in self.lists_of(context.guide.wording):
            for text in context.containing(*phrases.containing) if phrases.containing else context.flagged:
                for said, cure in phrases.faults(text):
                    yield Finding(text.place, phrases.fault.format(said=said), cure)


def _example(text: str) -> str:
    """A summary of one sentence, where the example is no more than that."""
    return text if ".yaml:" in text else f"en/sections/risks.yaml: {{summary: [{json.dumps(text)}]}}"


def any_of(patterns: Iterable[str], after: str = r"\b", flags: int = 0) -> re.Pattern[str]:
    """Any of some patterns, as whole words."""
    return re.compile(rf"{after}(?=\w)(?:{'|'.join(patterns)})\b", flags)
