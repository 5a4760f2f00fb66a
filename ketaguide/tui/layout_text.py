"""Lays out text: wrapped paragraphs and rows of menus, with their targets numbered."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from ketaguide.tui.actions import Action
from ketaguide.tui.doc import Item, Jumps, Run, Text, Ticks
from ketaguide.tui.drawing import beside, hanging, wrap
from ketaguide.tui.sizes import MARGIN
from ketaguide.tui.styled import MARKED, TARGET, Styled, StyleSpan

NUMBER = 3
"""Columns of the digit that chooses a row."""


class TextBuilder:
    """Builds lines of text and numbers the actions in them."""

    def __init__(self) -> None:
        self.actions: list[Action] = []
        self.numbers: dict[int, int] = {}
        self.inline: set[int] = set()
        """Targets inside a text, which have no bar."""

    def target(self, action: Action, number: int = 0) -> str:
        """The style name that marks a target."""
        self.actions.append(action)
        if number:
            self.numbers[len(self.actions) - 1] = number
        return f"{TARGET}{len(self.actions) - 1}"

    def runs(self, runs: Iterable[Run]) -> Styled:
        """Runs joined, their styles and targets as spans."""
        plain, spans = "", list[StyleSpan]()
        for run in runs:
            start, plain = len(plain), plain + run.text
            if run.style:
                spans.append((start, len(plain), run.style))
            if run.action:
                self.inline.add(len(self.actions))
                spans.append((start, len(plain), self.target(run.action)))
        return Styled(plain, spans=tuple(spans))

    def text(self, piece: Text, width: int) -> list[Styled]:
        """A wrapped paragraph."""
        rows = hanging(Styled(piece.first), self.runs(piece.runs), width)
        return [row.centred(width) for row in rows] if piece.center else rows

    def item(self, piece: Item, width: int) -> list[Styled]:
        """One row of a menu, wrapped under its label; the whole row is the target."""
        lead = " " * piece.indent + (f"{piece.number}".ljust(NUMBER) if piece.number else "") + piece.sign
        style, target = "current" if piece.current else "item", self.target(piece.action, piece.number)
        rows = hanging(Styled(lead), Styled(piece.label), width)
        return [row.pad(width).stylize(style).stylize(target).stylize(MARKED if piece.current else "") for row in rows]

    def ticks(self, piece: Ticks, width: int) -> Iterator[Styled]:
        """Check boxes, two in a row where all fit, and the sentence under the one that could not be ticked."""
        each = (width - MARGIN) // 2
        in_row = 2 if all(cell_len(item.sign + item.label) + NUMBER <= each for item in piece.items) else 1
        for at in range(0, len(piece.items), in_row):
            row = piece.items[at : at + in_row]
            widths = [each if in_row == 2 else width] * len(row)
            yield from beside([self.item(item, widths[0]) for item in row], widths, MARGIN)
            if any(item.action == piece.refused for item in row):
                yield from self.text(Text((Run(piece.sentence, "note"),), " " * (NUMBER + 2)), width)

    def jumps(self, piece: Jumps, width: int) -> Iterator[Styled]:
        """Headings to go to, two in a row where both fit."""
        yield from wrap(Styled(piece.title, "label"), width)
        each, items = (width - MARGIN) // 2, list(piece.items)
        while items:
            pair = items[:2] if all(cell_len(item.label) + NUMBER <= each for item in items[:2]) else items[:1]
            widths = [each if len(pair) == 2 else width] * len(pair)
            yield from beside([self.item(item, widths[0]) for item in pair], widths, MARGIN)
            del items[: len(pair)]
