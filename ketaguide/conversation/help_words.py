"""Recognizes lines that ask for help: help words, crisis numbers, and words of distress, also across two lines."""

from functools import cached_property
from typing import TYPE_CHECKING

from ketaguide import crisis
from ketaguide.model.guide import Guide
from ketaguide.resolve.crisis_card import country_of
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session

if TYPE_CHECKING:
    from ketaguide.search import Finder


class HelpWords:
    """Lines that ask for help, in the edition of a session."""

    def __init__(self, guide: Guide, session: Session) -> None:
        self._guide = guide
        self._session = session
        self._line_before = ""
        """The line typed before, until words of distress are found: pasted words may begin in it."""

    @cached_property
    def finder(self) -> "Finder":
        """Search index, built on first use."""
        from ketaguide.search import Finder

        return Finder(self._guide)

    def asks(self, answer: str) -> bool:
        """True when a line asks for help in any way."""
        return self.calls(answer) or self.is_distress(answer)

    def calls(self, answer: str) -> bool:
        """True when a line is a help word or a crisis number."""
        words = self._guide.edition(self._session.edition_id).interface.plain
        typed = " ".join(answer.lower().rstrip(".!?").split())
        return typed in words.help_words or typed in crisis.numbers(country_of(GuideView.of(self._guide, self._session)))

    def is_distress(self, answer: str) -> bool:
        """True when a line holds words of distress, by itself or with the line before it.

        A number or a letter is no part of pasted words: 11 and then 1 are not 111, nor are a (again) and e (end) A&E.
        """
        edition = self._session.edition_id
        if answer.strip().isdigit() or len(answer.strip()) == 1:
            return self.finder.is_distress(answer, edition)
        found = any(self.finder.is_distress(text, edition) for text in (answer, f"{self._line_before} {answer}"))
        self._line_before = "" if found else answer or self._line_before
        return found
