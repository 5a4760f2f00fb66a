"""Lays out text: wrapped paragraphs and rows of menus, with their targets numbered."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from textual.content import Content, Span

from ketaguide.tui import glyphs
from ketaguide.tui.actions import Action
from ketaguide.tui.doc import Item, Run, Text
from ketaguide.tui.drawing import Line, wrap


class TextBuilder:
    """Builds lines of text and numbers the actions in them."""

    def __init__(self) -> None:
        self.actions: list[Action] = []
        self.numbers: dict[int, int] = {}

    def target(self, action: Action, number: int = 0) -> str:
        """The style name that marks a target."""
        self.actions.append(action)
        if number:
            self.numbers[len(self.actions) - 1] = number
        return f"target:{len(self.actions) - 1}"

    def runs(self, runs: Iterable[Run]) -> Content:
        """Runs joined, their styles and targets as spans."""
        plain, spans = "", []
        for run in runs:
            start, plain = len(plain), plain + run.text
            if run.style:
                spans.append(Span(start, len(plain), run.style))
            if run.action:
                spans.append(Span(start, len(plain), self.target(run.action)))
        return Content(plain, spans)

    def text(self, piece: Text, width: int) -> Iterator[Line]:
        """A wrapped paragraph."""
        first = cell_len(piece.first)
        rest = Content(" " * first)
        for index, line in enumerate(wrap(self.runs(piece.runs), max(width - first, 8))):
            padded = line.center(width - first).rstrip() if piece.center else line
            yield Line((rest if index else Content(piece.first)) + padded, piece.style)

    def item(self, piece: Item, width: int) -> Iterator[Line]:
        """One row of a menu, wrapped under its label."""
        number = f"{piece.number} " if piece.number else ""
        lead = " " * piece.indent + number
        target = self.target(piece.action, piece.number)
        sign = f" {glyphs.HERE}" if piece.current else ""
        inset = cell_len(piece.sign)
        for index, line in enumerate(wrap(Content(piece.label + sign), width - len(lead) - inset)):
            label = Content(" " * inset) + line if index else Content(piece.sign) + line
            label = label.stylize("current" if piece.current else "item").stylize(target)
            yield Line(Content(" " * len(lead) if index else lead) + label)
