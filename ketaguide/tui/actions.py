"""Actions that links and buttons of a page trigger: plain values, performed by the screen."""

from msgspec import Struct

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId


class Open(Struct, frozen=True):
    """Go to a place: "home", "contents", "section:risks", "quiz:round" and so on."""

    place: str


class OpenAt(Struct, frozen=True):
    """Go to a place and scroll to the first occurrence of some words, with a fold open and a passage marked."""

    place: str
    words: str
    fold: str = ""
    below: str = ""
    """Start of a row below the heading `words`, which is in view too; `words` again for the heading alone."""
    passage: str = ""
    """A sentence to mark, in view."""


class GoTo(Struct, frozen=True):
    """Scroll to a heading of the page."""

    heading: str


class ShowTerm(Struct, frozen=True):
    """Show the explanation of a word, over the page."""

    term: str


class ShowContact(Struct, frozen=True):
    """Show how to reach a service, over the page."""

    contact: str


class ShowEvidence(Struct, frozen=True):
    """Show the claims and sources of a part of a page, beside or over it."""

    claims: tuple[str, ...]


class Toggle(Struct, frozen=True):
    """Open or close a fold."""

    fold: str


class Choose(Struct, frozen=True):
    """Choose an answer of the current quiz question, counted from 0."""

    index: int


class NextQuestion(Struct, frozen=True):
    """Go on to the next question."""


class PreviousQuestion(Struct, frozen=True):
    """Return to the question before."""


class SetNation(Struct, frozen=True):
    """Show the services of a nation; None for all."""

    nation: Nation | None


class SetEdition(Struct, frozen=True):
    """Read the standard edition or the short one."""

    edition_id: EditionId


class SetTheme(Struct, frozen=True):
    """Change the colours."""

    theme: str


class Pick(Struct, frozen=True):
    """Add questions to my questions."""

    asks: tuple[str, ...]


class Drop(Struct, frozen=True):
    """Take a question out of my questions."""

    ask: str


class Move(Struct, frozen=True):
    """Move one of my questions up (-1) or down (1)."""

    ask: str
    by: int


class Select(Struct, frozen=True):
    """Show what can be done with one of my questions, or no longer."""

    ask: str


class PickMatter(Struct, frozen=True):
    """Pick one of the things that may matter most, or drop it; an empty id drops all."""

    matter: str


class Compare(Struct, frozen=True):
    """Set an option beside carrying on as now, or take it away; an empty id takes all away."""

    option: str


class AskEmpty(Struct, frozen=True):
    """Ask whether to take all questions out of the list."""


class Empty(Struct, frozen=True):
    """Take all questions out of the list."""


class ShowCode(Struct, frozen=True):
    """Show my questions as a code for a phone's camera."""


class NextCode(Struct, frozen=True):
    """Show the next of several codes."""


class AskPrint(Struct, frozen=True):
    """Ask whether to print the takeaway."""


class Print(Struct, frozen=True):
    """Print the takeaway."""


class Listen(Struct, frozen=True):
    """Read the page on the screen aloud, or stop."""


class SearchAsTyped(Struct, frozen=True):
    """Search for the words as they are typed, without correction."""


class ShowLetters(Struct, frozen=True):
    """Show or hide an on-screen keyboard."""

    shown: bool


class PressLetter(Struct, frozen=True):
    """Append a letter to the search query; without one, delete the last."""

    letter: str


class Back(Struct, frozen=True):
    """Go back to the previous page."""


class Close(Struct, frozen=True):
    """Close the guide, or the open sheet."""


SheetAction = ShowTerm | ShowContact | ShowEvidence
ListAction = Pick | Drop | Move | Select | Empty
KeyboardAction = ShowLetters | PressLetter | SearchAsTyped
Action = (
    Open | OpenAt | GoTo | Toggle | Choose | NextQuestion | PreviousQuestion | SetNation | SetEdition | SetTheme | Listen
    | PickMatter | Compare | AskEmpty | ShowCode | NextCode | AskPrint | Print | Back | Close
    | SheetAction | ListAction | KeyboardAction
)  # fmt: skip
