"""What a reader can ask for by choosing something on a page: plain values that a page carries and the screen obeys."""

from dataclasses import dataclass

from ketaguide.model.contact import Nation


@dataclass(frozen=True)
class Open:
    """Go to a place: "home", "contents", "section:risks", "quiz:round" and so on."""

    place: str


@dataclass(frozen=True)
class ShowTerm:
    """Show what a word means, over the page."""

    term: str


@dataclass(frozen=True)
class ShowContact:
    """Show how to reach a service, over the page."""

    contact: str


@dataclass(frozen=True)
class Toggle:
    """Open or close a fold."""

    fold: str


@dataclass(frozen=True)
class Choose:
    """Choose one of the answers of the quiz question on show, counted from 0."""

    index: int


@dataclass(frozen=True)
class NextQuestion:
    """Go on to the next question."""


@dataclass(frozen=True)
class PreviousQuestion:
    """Return to the question before."""


@dataclass(frozen=True)
class SetNation:
    """Show the services of a nation; None for all four."""

    nation: Nation | None


@dataclass(frozen=True)
class SetTheme:
    """Change the colours."""

    theme: str


@dataclass(frozen=True)
class Back:
    """Go back to where the reader was before."""


@dataclass(frozen=True)
class Close:
    """Close the guide, or the sheet on show."""


Action = (
    Open | ShowTerm | ShowContact | Toggle | Choose | NextQuestion | PreviousQuestion | SetNation | SetTheme | Back | Close
)
