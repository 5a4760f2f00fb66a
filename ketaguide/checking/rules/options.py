"""The options grid: the same rows for every option, in equal detail, and no order but the one the page says."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import ceil, floor

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, Place, rule
from ketaguide.checking.rules.citing import CITE, COUNT, stated_by
from ketaguide.checking.rules.references import missing
from ketaguide.checking.text import number, said_shares, shares, words
from ketaguide.model.block import OptionsGrid, WhatMatters
from ketaguide.model.contact import Nation
from ketaguide.model.options import GridCell, GridOption, GridRow, Options
from ketaguide.model.text_forms import ID

MOST = 9
"""Digits choose a thing, and more rows are not looked over at a glance."""


@rule("error")
def options_grid(context: LintContext) -> Iterator[Finding]:
    """The grid starts with carrying on as now, then has the options by the alphabet; a reader can reorder its rows alone.

    An order of merit would recommend, so there is none: the page says the order, and the file keeps it. There are at most
    nine rows and nine things that may matter; each thing names rows there are. Ids are small letters, digits and hyphens:
    they stand in the addresses of web pages and are typed at a prompt. Source: IPDAS v4, "shows the options in a balanced
    way" and "option of doing nothing"; our design, "no order of treatments".

    Passes:
        en/options.yaml: {things: [{id: how-soon, text: How soon, rows: [soon]}]}

    Fails:
        en/options.yaml: {things: [{id: How soon, text: How soon, rows: [soonest]}]}
    """
    for file, options in context.every(Options):
        ids = ids_of(options)
        for name in ids:
            if name != "options" and len(ids[name]) > MOST:
                message = f"there are {len(ids[name])} {name}, {MOST} at most"
                yield Finding(file.at(name, MOST), message, "keep those that matter most")
            for at, id_ in enumerate(ids[name]):
                if not ID.fullmatch(id_):
                    yield Finding(file.at(name, at, "id"), f"{id_!r} is not an id", "use small letters, digits and hyphens")
        for at, thing in enumerate(options.things):
            yield from missing(file.at("things", at, "rows"), thing.rows, ids["rows"], "row {}")
        wanted = sorted(options.options, key=lambda option: (not option.always, option.name.casefold()))
        for at, (option, here) in enumerate(zip(options.options, wanted, strict=True)):
            if option != here:
                message = f"{option.name!r} stands where {here.name!r} belongs"
                hint = "put carrying on as now first, then the others by the alphabet"
                yield Finding(file.at("options", at, "name"), message, hint)
                break


def ids_of(options: Options) -> dict[str, list[str]]:
    """The ids of each list of an options grid, by the name of its field."""
    return {name: [one.id for one in getattr(options, name)] for name in ("rows", "options", "things")}


LONGEST = 10
"""Words of a cell."""


@rule("error")
def options_cells(context: LintContext) -> Iterator[Finding]:
    """Every option answers every row once for every nation, in at most ten words; a row of numbers has one or says not.

    A gap would be filled with hope. Cells of one row that hold in some nations only name them, and together name all.
    In a row with `counts: true`, a cell says "N out of 100" and cites its claim, or says "No number found."; a bare
    number will do where the row's label says "out of 100". Source: IPDAS v4, "equal detail" and "accuracy of
    probabilities"; our standard.

    Passes:
        en/options.yaml:
          rows: [{id: per100, label: "Well, out of 100"}]
          options: [{id: wait, cells: [{row: what, text: A pause.}, {row: soon, text: Nobody knows.},
            {row: per100, text: "55, syrup 55.", cites: [syrup-response]}, {row: where, text: Anywhere.}]}]

    Fails:
        en/options.yaml:
          options: [{id: wait, cells: [{row: per100, text: 55 out of 100., nations: [wales], cites: [syrup-response]}]}]
    """
    for file, options in context.every(Options):
        rows = {row.id: row for row in options.rows}
        none_found = context.guide.edition(file.edition_id).interface.decide.no_number
        for at, option in enumerate(options.options):
            place = file.at("options", at)
            yield from _gaps(place, option, rows, context.guide.profile.ids or _EVERYWHERE)
            for inner, cell in enumerate(option.cells):
                yield from _cell(place.at("cells", inner), cell, rows, none_found)


_EVERYWHERE: tuple[Nation, ...] = ("everybody",)
"""In place of the nations of a country without."""


def _gaps(place: Place, option: GridOption, rows: Iterable[str], nations: tuple[Nation, ...]) -> Iterator[Finding]:
    for row in rows:
        said = Counter(nation for cell in option.cells if cell.row == row for nation in (cell.nations or nations))
        if missing := [nation for nation in nations if not said[nation]]:
            where = f" for {', '.join(missing)}" if len(missing) < len(nations) else ""
            message = f"{option.name!r} does not answer the row {row!r}{where}"
            yield Finding(place.at("cells"), message, "add a cell, if only with: not known")
        if twice := [nation for nation in nations if said[nation] > 1]:
            message = f"{option.name!r} answers the row {row!r} twice for {', '.join(twice)}"
            yield Finding(place.at("cells"), message, "give each nation one cell: add nations, or remove one")


def _cell(place: Place, cell: GridCell, rows: dict[str, GridRow], none_found: str) -> Iterator[Finding]:
    yield from missing(place.at("row"), cell.row, rows, "row {}")
    if (count := len(words(cell.text.text))) > LONGEST:
        message = f"the cell has {count} words, {LONGEST} at most"
        yield Finding(place.at("text"), message, "cut it; a page can tell the rest")
    if cell.row in rows and rows[cell.row].counts and not cell.text.text.startswith(none_found.rstrip(".")):
        said_above = "out of 100" in rows[cell.row].label and COUNT.search(cell.text.text)
        if not said_above and not any(whole == 100 for _, _, whole in shares(cell.text.text)):
            yield Finding(place.at("text"), "the cell has no number out of 100", f'write "N out of 100", or "{none_found}"')
        elif not cell.cites:
            yield Finding(place, "the number has no claim", CITE)


@rule("error")
def options_numbers(context: LintContext) -> Iterator[Finding]:
    """Every number in a cell of the grid stands in a claim that the cell cites.

    In ten words a figure and the one it is compared with stand close: "Thirst: 63 out of 100, water 70". So not only
    "N out of 100" is held to its claim, as on pages, but every number in digits: counts, weeks, pounds, years. Source: our
    design, "Numbers live once"; IPDAS v4, "accuracy of probabilities".

    Passes:
        en/options.yaml:
          options: [{id: wait, cells: [{row: what, text: "55 out of 100, water 41.", cites: [syrup-response]}]}]

    Fails:
        en/options.yaml:
          options: [{id: wait, cells: [{row: what, text: "55 out of 100, water 14.", cites: [syrup-response]}]}]
    """
    for place, cell in context.every(GridCell):
        known = set[int]()
        for one in map(stated_by, context.cited(cell.cites)):
            known |= one.counts.union(*one.shares)
        beside = cell.text.text
        for share, _, _ in shares(beside):
            beside = beside.replace(share, " ")  # held to its claim by the rule `numbers`
        for said in dict.fromkeys(COUNT.findall(beside)):
            if number(said) not in known:
                hint = "correct the number, or cite the claim that says it"
                yield Finding(place.at("text"), f"{said} is in no claim that the cell cites", hint)


MARGIN = 0.2


@rule("error")
def options_detail(context: LintContext) -> Iterator[Finding]:
    """The options of the grid are told in about equal detail: within a fifth of the mean number of words, in every nation.

    An option told at length looks better known, or better; one told in a few words, worse. Source: IPDAS v4, "equal detail";
    our design, "equal word budget".

    Passes:
        en/options.yaml:
          options: [{id: wait, cells: [{row: what, text: A pause. Nothing new is taken.}, {row: per100, text: No number found.},
            {row: soon, text: Some get better.}, {row: where, text: "Anywhere, with a test GP who keeps watch."}]}]

    Fails:
        en/options.yaml:
          options: [{id: wait, cells: [{row: what, text: A pause.}, {row: per100, text: No number found.}]}]
    """
    for file, options in context.every(Options):
        for nation in context.guide.profile.ids or _EVERYWHERE:
            cells = ([cell for cell in option.cells if nation in (cell.nations or (nation,))] for option in options.options)
            counts = [sum(len(words(cell.text.text)) for cell in said) for said in cells]
            mean = sum(counts) / max(1, len(counts))
            unequal = [at for at, count in enumerate(counts) if abs(count - mean) > MARGIN * mean]
            for at in unequal:
                where = "" if nation in _EVERYWHERE else f" in {nation}"
                message = f"{options.options[at].name!r} has {counts[at]} words{where}, and the mean is {mean:.0f}"
                hint = f"give it {ceil(mean * (1 - MARGIN))} to {floor(mean * (1 + MARGIN))} words, like the others"
                yield Finding(file.at("options", at), message, hint)
            if unequal:
                break  # the others are about the same cells


@rule("warning")
def unused_options(context: LintContext) -> Iterator[Finding]:
    """The options grid and the things that may matter are shown on some page.

    Source: our standard, "nothing is orphaned".

    Passes:
        en/sections/risks.yaml: {blocks: [{kind: options_grid, title: Options}, {kind: what_matters, title: Mine}]}

    Fails:
        en/sections/every-kind.yaml: {blocks: [{kind: heading, text: Nothing}, {kind: paragraph, text: Nothing.}]}
    """
    for field, kind in (("options", OptionsGrid), ("things", WhatMatters)):
        hint = f"add a block of the kind {kind.__struct_config__.tag} to a page"
        for file, options in context.every(Options) if not context.every(kind) else ():
            if getattr(options, field):
                yield Finding(file.at(field), f"no page shows the {field}", hint)


@rule("error")
def short_options(context: LintContext) -> Iterator[Finding]:
    """A short options grid has the rows, options and things of the standard one, by the same ids, and adds no number.

    What a reader picked stays picked when they change to short and simple. Source: our standard, parity.

    Passes:
        en-short/sections/risks.yaml: {summary: [Short.]}

    Fails:
        en-short/options.yaml:
          rows: [{id: what, label: "What is it?"}]
          options: [{id: now, name: Carrying on, always: true, cells: []}, {id: syrup, name: Syrup, cells: []}]
    """
    for file, options in context.every(Options):
        if not (base := context.guide.edition(file.edition_id).meta.base):
            continue
        standard = context.guide.editions[base].options
        for field, theirs in ids_of(standard).items():
            if ids_of(options)[field] != theirs:
                message = f"the {field} are not those of the edition {base!r}"
                yield Finding(file.at(field), message, f"use the ids {', '.join(theirs) or '(none)'}, in this order")
        if more := _shares(options) - _shares(standard):
            message = f"this grid says {said_shares(more)}, and the standard one does not"
            yield Finding(file, message, "correct one of the two")


def _shares(options: Options) -> set[tuple[int, int]]:
    cells = (cell for option in options.options for cell in option.cells)
    return {(part, whole) for cell in cells for _, part, whole in shares(cell.text.text)}
