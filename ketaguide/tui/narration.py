"""Flattens a page into utterances with their positions."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from ketaguide.render.flow import apart
from ketaguide.render.spoken import SpeechNormalizer
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Listen, ShowEvidence
from ketaguide.tui.doc import (
    Barred,
    Big,
    Box,
    Button,
    Buttons,
    Doc,
    Gap,
    Item,
    Pairs,
    People,
    Picture,
    Piece,
    Run,
    Table,
    Text,
    Underline,
)  # fmt: skip

_SIGNS = f"{glyphs.FOLDED}{glyphs.UNFOLDED} "


class Utterance(Struct, frozen=True):
    """A text to speak and its position on the page."""

    text: str
    piece: int
    """Index of its piece of the page."""
    share: float
    """Position within the piece, 0 to 1, to follow a long table."""


def narrate(doc: Doc, normalizer: SpeechNormalizer, first: int = 0) -> list[Utterance]:
    """Utterances of a page, from its piece `first` on."""
    found = []
    for index, piece in enumerate(doc.pieces[first:], first):
        said = [text for line in _lines(piece) if (text := normalizer.lines([line]))]
        found += [Utterance(text, index, number / len(said)) for number, text in enumerate(said)]
    return found


def _lines(piece: Piece) -> Iterator[str]:
    match piece:
        case Gap() | Underline() | Picture() | Big():
            return  # a picture is followed by its text alternative, and a large number repeats the line above
        case Text():
            number = piece.first if piece.first[:1].isdigit() else ""
            yield f"{number}{_words(piece.runs)}".lstrip(_SIGNS)
        case Item():
            yield piece.label
        case Button():
            yield from (piece.label, piece.note)
        case Buttons():
            for button in piece.buttons:
                yield from _lines(button)
        case Box():
            yield _words(piece.head)
            for inside in piece.body:
                yield from _lines(inside)
        case Barred():
            for inside in piece.body:
                yield from _lines(inside)
        case People():
            yield from (f"{label}: {said}" for label, said, _ in piece.arms)
        case Pairs():
            yield from (f"{name}: {_words(runs)}" for name, runs in piece.rows)
        case Table():
            for name, answers in piece.options:
                yield name
                for question, answer in zip(piece.questions, answers, strict=False):
                    yield f"{question} {_words(answer)}"
        case _:
            assert_never(piece)


def _words(runs: Iterable[Run]) -> str:
    """Runs as text, without links to evidence and the link that starts narration."""
    return apart("".join(run.text for run in runs if not isinstance(run.action, ShowEvidence | Listen)))
