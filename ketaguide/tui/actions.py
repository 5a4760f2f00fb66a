"""What a reader can ask for by choosing something on a page: plain values that a page carries and the screen obeys."""

from msgspec import Struct

from ketaguide.model.contact import Nation
from ketaguide.model.guide import EditionId


class Open(Struct, frozen=True):
    """Go to a place: "home", "contents", "section:risks", "quiz:round" and so on."""

    place: str


class OpenAt(Struct, frozen=True):
    """Go to a place and to where it first says some words, with a fold open."""

    place: str
    words: str
    fold: str = ""


class ShowTerm(Struct, frozen=True):
    """Show what a word means, over the page."""

    term: str


class ShowContact(Struct, frozen=True):
    """Show how to reach a service, over the page."""

    contact: str


class ShowEvidence(Struct, frozen=True):
    """Show what a part of a page rests on, beside or over the page."""

    claims: tuple[str, ...]


class Toggle(Struct, frozen=True):
    """Open or close a fold."""

    fold: str


class Choose(Struct, frozen=True):
    """Choose one of the answers of the quiz question on show, counted from 0."""

    index: int


class NextQuestion(Struct, frozen=True):
    """Go on to the next question."""


class PreviousQuestion(Struct, frozen=True):
    """Return to the question before."""


class SetNation(Struct, frozen=True):
    """Show the services of a nation; None for all four."""

    nation: Nation | None


class SetEdition(Struct, frozen=True):
    """Read the standard words or Easy Read."""

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


class AskEmpty(Struct, frozen=True):
    """Ask whether to take all questions out of the list."""


class Empty(Struct, frozen=True):
    """Take all questions out of the list."""


class ShowCode(Struct, frozen=True):
    """Show my questions as a code for a phone's camera."""


class NextCode(Struct, frozen=True):
    """Show the next of several codes."""


class AskPrint(Struct, frozen=True):
    """Ask whether to print what is taken home."""


class Print(Struct, frozen=True):
    """Print what is taken home."""


class Listen(Struct, frozen=True):
    """Read what is on show aloud, or stop."""


class ShowLetters(Struct, frozen=True):
    """Show letters to press in place of a keyboard, or put them away."""

    shown: bool


class PressLetter(Struct, frozen=True):
    """Put a letter at the end of what is searched for; with none, take the last one away."""

    letter: str


class Back(Struct, frozen=True):
    """Go back to where the reader was before."""


class Close(Struct, frozen=True):
    """Close the guide, or the sheet on show."""


Show = ShowTerm | ShowContact | ShowEvidence
View = SetNation | SetEdition | SetTheme | Listen
Listed = Pick | Drop | Move | Empty
Take = ShowCode | NextCode | AskPrint | Print
Spell = ShowLetters | PressLetter
Action = (
    Open
    | OpenAt
    | Show
    | Listed
    | AskEmpty
    | Take
    | Toggle
    | Choose
    | NextQuestion
    | PreviousQuestion
    | View
    | Spell
    | Back
    | Close
)
