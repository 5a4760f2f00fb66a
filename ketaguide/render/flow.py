"""Wraps and groups plain text: pieces of lines, parts and chapters. Never contains escape codes."""

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ketaguide.crisis import NARROWEST

IN_NUMBER = re.compile(r"(?<=[0-9]) (?=[0-9])")
"""The spaces inside a grouped number: 0808 808 8000."""
_JOINED = "\ue000"
"""Placeholder for a non-breaking space: not whitespace to `textwrap`, and not permitted in content."""


class Chunk(NamedTuple):
    """Lines that are kept together: a paragraph, a card, a row. A heading belongs to the next piece."""

    lines: tuple[str, ...]
    is_heading: bool = False
    alone: tuple[str, ...] = ()
    """Set for the facts of a study: the lines that say all of them, where a text begins in the middle."""

    @property
    def text(self) -> str:
        """All in one line."""
        return " ".join(self.lines)


def joined(text: str) -> str:
    """Replace spaces with non-breaking placeholders: for the word and number of a text message, or a link's name."""
    return text.replace(" ", _JOINED)


def whole_numbers(text: str) -> str:
    """Replace the spaces inside numbers with placeholders; the length stays the same."""
    return IN_NUMBER.sub(_JOINED, text)


def apart(line: str) -> str:
    """Restore the spaces of a wrapped line."""
    return line.replace(_JOINED, " ")


def wrap(text: str, width: int, first: str = "") -> list[str]:
    """Wrap text to `width` columns; `first` prefixes the first line, equal indentation the others."""
    indent, columns = " " * len(first), max(width, NARROWEST)
    lines = textwrap.wrap(whole_numbers(text), columns, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)
    return [apart(line) for line in lines]


def text_of(chunks: Iterable[Chunk]) -> str:
    """Join pieces with an empty line between them, two before a heading."""
    lines: list[str] = []
    for chunk in chunks:
        if lines:
            lines += ["", ""] if chunk.is_heading else [""]
        lines += chunk.lines
    return "\n".join(lines)


def parts(chunks: Iterable[Chunk], limit: int) -> Iterator[tuple[Chunk, ...]]:
    """Group pieces into parts of about `limit` words; pieces stay whole, and no part ends with a heading."""
    part: list[Chunk] = []
    for group in _groups(chunks):
        if part and _words(part) + _words(group) > limit:
            yield tuple(part)
            part = []
        part += group
    if part:
        yield tuple(part)


def holding(portions: Sequence[tuple[Chunk, ...]], heading: str, sentence: str) -> int:
    """Index of the part that holds most of a sentence, preferably from a heading on; 0 for an empty sentence.

    Words are compared in pairs, since a plain text explains terms in the middle of a sentence.
    """
    said = [_pairs(" ".join(chunk.text for chunk in portion)) for portion in portions]
    sought, above = _pairs(sentence), _pairs(heading)
    start = next((at for at, pairs in enumerate(said) if above and above <= pairs), 0)
    order = [*range(start, len(portions)), *range(start)]
    return max(order, key=lambda at: len(sought & said[at])) if sought else 0


def _pairs(text: str) -> set[tuple[str, str]]:
    """Neighbouring words, and the first after nothing."""
    words = [word.strip(".,:;()") for word in text.lower().split()]
    return set(pairwise(["", *words] if len(words) == 1 else words))


def opening(chunks: Iterable[Chunk]) -> list[Chunk]:
    """The pieces of a text that begins in the middle: its first figure says what a figure before it would have said."""
    found = list(chunks)
    if (at := next((at for at, chunk in enumerate(found) if chunk.alone), None)) is not None:
        found[at] = found[at]._replace(lines=found[at].alone)
    return found


def chapters(chunks: Iterable[Chunk]) -> Iterator[tuple[str, tuple[Chunk, ...]]]:
    """Yield (heading, its pieces) for each heading; pieces before the first heading are dropped."""
    found: list[list[Chunk]] = []
    for group in _groups(chunks):
        if group[0].is_heading:
            found.append(group)
        elif found:
            found[-1] += group
    return ((chapter[0].text, tuple(chapter)) for chapter in found)


def _groups(chunks: Iterable[Chunk]) -> Iterator[list[Chunk]]:
    """Yield each piece with the headings directly before it."""
    group: list[Chunk] = []
    for chunk in chunks:
        group.append(chunk)
        if not chunk.is_heading:
            yield group
            group = []
    if group:
        yield group


def _words(chunks: Iterable[Chunk]) -> int:
    return sum(len(chunk.text.split()) for chunk in chunks)


def holding_words(portions: Sequence[tuple[Chunk, ...]], words: Callable[[str], set[str]], sought: str) -> list[int]:
    """Indexes of the parts with a piece that has all the words; `words` gives the comparable words of a text."""
    wanted = words(sought)
    return [at for at, part in enumerate(portions) if wanted and any(wanted <= words(chunk.text) for chunk in part)]


def sentence_with(portion: Iterable[Chunk], words: Callable[[str], set[str]], sought: str) -> str:
    """The sentence of a part that has most of the words, from the first piece that has them all."""
    wanted = words(sought)
    piece = next(chunk for chunk in portion if wanted <= words(chunk.text))
    whole = "\n".join(piece.lines)
    items = (" ".join(item.split()) for item in re.split(r"\n(?=\s*(?:- |[0-9]+\. ))", f"\n{whole}") if item.strip())
    sentences = [sentence for item in items for sentence in re.split(r"(?<=[.!?]) (?=[A-Z])", re.sub(r"^- ", "", item))]
    return max(sentences, key=lambda sentence: len(wanted & words(sentence)))


def heading_before(portions: Sequence[tuple[Chunk, ...]], at: int) -> str:
    """The first heading of a part, or the last one before it; empty for none."""
    here = [chunk.text for chunk in portions[at] if chunk.is_heading][:1]
    above = [chunk.text for portion in portions[:at] for chunk in portion if chunk.is_heading]
    return ["", *above, *here][-1]


def same_part(portions: Sequence[tuple[Chunk, ...]], heading: str, share: float) -> int:
    """The part with a heading, else the part at a share of the text."""
    has = (at for at, part in enumerate(portions) if any(chunk.is_heading and chunk.text == heading for chunk in part))
    return next(has, min(int(share * len(portions)), len(portions) - 1))
