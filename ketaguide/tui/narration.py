"""Flattens a page into utterances with their positions."""

from collections.abc import Iterable

from msgspec import Struct

from ketaguide.render.flow import apart
from ketaguide.render.spoken import SpeechNormalizer
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Listen, ShowEvidence
from ketaguide.tui.doc import Doc, Run
from ketaguide.tui.doc_lines import lines

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
        said = [text for line in lines(piece) if (text := normalizer.lines([_words(line)]))]
        found += [Utterance(text, index, number / len(said)) for number, text in enumerate(said)]
    return found


def _words(runs: Iterable[Run]) -> str:
    """Runs as text, without signs of folds, links to evidence and the link that starts narration."""
    return apart("".join(run.text for run in runs if not isinstance(run.action, ShowEvidence | Listen))).lstrip(_SIGNS)
