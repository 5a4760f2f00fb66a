"""The options side by side, and what matters most to the reader: check boxes, and what follows from them."""

from collections.abc import Callable, Iterable, Iterator

from ketaguide.model.prose import Prose
from ketaguide.resolve.options import GridLine, ResolvedGrid, ResolvedMatters
from ketaguide.session.picks import Picks
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Compare, PickMatter, Toggle
from ketaguide.tui.doc import Barred, Gap, Grid, GridColumn, Item, Pairs, Piece, Run, Text, Ticks, text
from ketaguide.tui.pages.context import Context, check_box

Runs = Callable[[Prose], tuple[Run, ...]]
Rows = tuple[tuple[str, bool], ...]
Tick = type[PickMatter] | type[Compare]


def matters(context: Context, resolved: ResolvedMatters) -> Iterator[Piece]:
    """The things to pick from, the number picked, and what picking does."""
    yield from (text(resolved.lead, "label"), Gap())
    things = [(thing.id, thing.text) for thing in resolved.things]
    yield _ticks(context, context.session.matters, things, PickMatter)
    yield from (Gap(), _count(context, context.session.matters, PickMatter), text(resolved.note, "soft"))


def options(context: Context, page: str, resolved: ResolvedGrid, runs: Runs) -> Iterator[Piece]:
    """The options to set side by side, and the grid; in a narrow window the picked ones row by row, or a list of all."""
    words, compared = context.view.interface.decide, context.session.compared
    yield from (text(words.compare, "label"), Gap())
    yield _ticks(context, compared, [(one.id, one.name) for one in resolved.options if not one.always], Compare, is_read=False)
    yield from (Gap(), _count(context, compared, Compare), Gap())
    rows = tuple((row.label, row.matters) for row in resolved.rows)
    drawn = tuple(GridColumn(one.name, tuple(_cell(cell, runs) for cell in one.cells)) for one in resolved.shown)
    if len(drawn) < len(resolved.options):
        yield Grid(rows, drawn, tuple(_by_row(rows, drawn)))
        return
    listed: list[Piece] = []
    for one, shown in zip(resolved.shown, drawn, strict=True):
        cells = tuple((label, cell) for (label, _), cell in zip(rows, shown.cells, strict=True))
        listed += fold_of(context, f"{page}:option:{one.id}", one.name, [Pairs(cells, is_ruled=True)])
    yield Grid(rows, drawn, tuple(listed))


def _ticks(context: Context, picks: Picks, named: list[tuple[str, str]], tick: Tick, *, is_read: bool = True) -> Ticks:
    words = context.view.interface.decide
    items = []
    for number, (id_, name) in enumerate(named, 1):
        said, sign = f"{name} ({words.is_picked})" if id_ in picks else name, check_box(context, ticked=id_ in picks)
        items.append(Item(said, tick(id_), number if number < 10 else 0, sign=sign))
    refused = tick(picks.refused) if picks.refused else None
    return Ticks(tuple(items), refused, words.full, is_read)


def _count(context: Context, picks: Picks, tick: Tick) -> Text:
    """The number picked, and a link that drops all."""
    words = context.view.interface.decide
    count = Run(words.count.format(n=len(picks), most=picks.limit), "strong")
    drop = words.clear if tick is PickMatter else words.show_all
    return Text((count, Run("   "), Run(drop, "link", tick(""))) if len(picks) else (count,))


def _cell(cell: tuple[GridLine, ...], runs: Runs) -> tuple[Run, ...]:
    """The answers of one option to one row, each on a line of its own."""
    lines = [((Run(f"{line.where} ", "label"),) if line.where else ()) + runs(line.text) for line in cell]
    return tuple(run for index, line in enumerate(lines) for run in ((Run("\n"),) if index else ()) + line)


def _by_row(rows: Rows, options: tuple[GridColumn, ...]) -> Iterator[Piece]:
    """Each question once, and below it the answer of every option."""
    for index, (label, matters) in enumerate(rows):
        answers = tuple(Text((Run(f"{one.name}\n", "strong"), *one.cells[index])) for one in options)
        yield from (text(label, "current" if matters else "h3"), Barred(answers, "bar"), Gap())


def fold_of(context: Context, name: str, head: str, body: Iterable[Piece]) -> Iterator[Piece]:
    """A fold: its head and, while it is open, its body."""
    is_open = name in context.session.folds
    yield Item(head, Toggle(name), sign=f"{glyphs.UNFOLDED if is_open else glyphs.FOLDED} ")
    if is_open:
        yield Barred(tuple(body), "bar")
