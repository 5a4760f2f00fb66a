"""Output of the conversation: paragraphs, lines, pieces, and the crisis numbers, wrapped to the width of the terminal."""

from collections.abc import Iterable

from ketaguide.conversation.console import Console
from ketaguide.model.guide import Guide
from ketaguide.render.flow import Chunk, text_of, wrap
from ketaguide.resolve.crisis_card import short
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session


def as_sentence(text: str) -> str:
    """A text that ends as a sentence does, for a choice with more words after it."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


class Output:
    """Writes the texts of a guide for the reader of a session."""

    def __init__(self, guide: Guide, session: Session, console: Console) -> None:
        self.guide = guide
        self.session = session
        self.console = console

    @property
    def view(self) -> GuideView:
        """Guide in the reader's current edition and nation."""
        return GuideView.of(self.guide, self.session)

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

    def lines(self, *texts: str) -> None:
        """Write texts below one another."""
        self.console.write("".join(f"{line}\n" for text in texts for line in wrap(text, self.width)))

    def say_crisis_numbers(self) -> None:
        """Write the crisis numbers in short."""
        self.console.write("\n".join(short(self.view, self.width)) + "\n\n")
