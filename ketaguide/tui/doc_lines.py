"""The words of a page, line by line in reading order: read aloud, and compared with the other views."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ketaguide.resolve.fact_box import row_words
from ketaguide.tui import doc as d
from ketaguide.tui.doc import FactTable, Piece, Run, fact_runs


def lines(piece: Piece) -> Iterator[tuple[Run, ...]]:
    """The words of a piece, line by line in reading order, without marks: read aloud, and compared with the other views."""
    match piece:
        case d.Gap() | d.Underline() | d.Jumps() | d.Picture():
            return  # headings, and the text of a picture, follow
        case d.Text():
            yield (Run(piece.first), *piece.runs) if piece.first[:1].isdigit() else piece.runs
        case d.Item():
            yield (Run(piece.label),)
        case d.Button():
            yield from ((Run(words),) for words in (piece.label, piece.note) if words)
        case d.Buttons() | d.Strip():
            yield from _all_lines(piece.buttons)
        case d.Box():
            yield piece.head
            yield from _all_lines(piece.body)
        case d.Barred():
            yield from _all_lines(piece.body)
        case d.PeopleFigure():
            yield (Run(f"{piece.title} {piece.when}"),)
            for arm in piece.arms:
                yield (Run(f"{arm.label}: {arm.in_100}{f' ({arm.counts})' if arm.counts else ''}"),)
            yield from [(Run(piece.note),)] if piece.note else []
            yield from map(fact_runs, piece.facts)
        case d.FactTable():
            yield from _fact_table(piece)
        case d.Pairs():
            yield from ((Run(f"{name}: " if name else ""), *runs) for name, runs in piece.rows)
        case d.Calls():
            for call in piece.calls:
                yield from ((Run(f"{call.number}: " if index == 0 else ""), Run(line)) for index, line in enumerate(call.lines))
                yield from ((Run(line),) for line in call.strong)
        case d.Hit():
            yield from ((Run(piece.title),), (Run(piece.kind),), piece.excerpt)
        case d.Beside():
            yield from _all_lines(piece.words)
        case d.Spread():
            yield from ((run,) for run in (piece.left, piece.right))
        case d.Table():
            for name, answers in piece.options:
                yield (Run(name),)
                yield from ((Run(f"{question} "), *runs) for question, runs in zip(piece.questions, answers, strict=True))
        case d.Grid():
            for option in piece.options:
                yield (Run(option.name),)
                yield from ((Run(f"{label} "), *cell) for (label, _), cell in zip(piece.rows, option.cells, strict=True))
        case d.Ticks():
            yield from _all_lines(piece.items if piece.is_read else ())
        case d.Answers():
            yield from (
                (Run(words),)
                for item in (*piece.items, *piece.ways)
                for words in (f"{item.number} {item.question}", item.answer)
            )
        case d.Field():
            yield (Run(piece.words),)
        case d.Columns():
            yield from _all_lines((*piece.left, *piece.right))
        case d.Either():
            yield from _all_lines(piece.usual)
        case _:
            assert_never(piece)


def _all_lines(pieces: Iterable[Piece]) -> Iterator[tuple[Run, ...]]:
    return (line for piece in pieces for line in lines(piece))


def _fact_table(piece: FactTable) -> Iterator[tuple[Run, ...]]:
    box = piece.box
    yield (Run(box.title),)
    yield piece.with_all
    for group in box.groups:
        yield from ((Run(words),) for words in (group.head, *map(row_words, group.rows)))
    yield from ((Run(f"{box.unknown_label}:"),), *piece.unknown)
    yield from map(fact_runs, box.facts)
