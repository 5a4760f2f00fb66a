"""Resolves a fact box: one comparison, its outcomes per 100 in each group, and all that must be read with them."""

from collections.abc import Iterable
from typing import NamedTuple

from ketaguide.model.block import FactBox, FactRow
from ketaguide.model.evidence import Arm, Claim, Figure
from ketaguide.model.interface.shared import Labels
from ketaguide.model.prose import Prose
from ketaguide.resolve.evidence import Fact, degree, judge
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import date_words, inside, sentence


class FactCell(NamedTuple):
    """The figure of one group."""

    arm: str
    """The group, as inside a sentence: "test water"."""
    value: str
    """"59 out of 100"."""
    short: str
    """"59 in 100", for a column of figures."""
    range: str
    """The range in which the true figure may lie, in brackets; or empty."""


class ResolvedFactRow(NamedTuple):
    """One outcome. Without cells there is no figure: the first of its notes says so, or those of its group."""

    words: str
    cells: tuple[FactCell, ...]
    difference: str
    notes: tuple[str, ...]
    """Sentences on the time, the people, and how sure and of what, unless said of the whole group of rows."""


class ResolvedFactGroup(NamedTuple):
    """Rows under one label, with what holds for all of them."""

    label: str
    when: str
    """The time of all figures, as a sentence; empty if they differ."""
    notes: tuple[str, ...]
    """Sentences on the people studied and on how sure, if the same for all figures, or that no row has a figure."""
    rows: tuple[ResolvedFactRow, ...]

    @property
    def head(self) -> str:
        """ "What may get better: After 3 weeks. 365 adults.", before the rows."""
        return " ".join(filter(None, (f"{self.label}:", self.when, *self.notes)))


class ResolvedFactBox(NamedTuple):
    """A fact box: the same comparison in every row."""

    title: str
    outcome_label: str
    arms: tuple[str, ...]
    difference_label: str
    with_all: Prose | None
    groups: tuple[ResolvedFactGroup, ...]
    unknown_label: str
    unknown: tuple[Prose, ...]
    elsewhere_label: str
    elsewhere: tuple[Prose, ...]
    facts: tuple[Fact, ...]
    """The facts of the study that are said here: right after another figure, fewer than `alone`."""
    alone: tuple[Fact, ...]
    """People studied and judge of the certainty where the same for all rows; funding; last check; what it does not say."""
    sources: frozenset[tuple[str, str]]
    """Ids of the claim and measure of each row with figures."""


class _Row(NamedTuple):
    """A row with the figure it shows."""

    row: FactRow
    claim: Claim | None
    figure: Figure | None


def resolve_fact_box(box: FactBox, view: GuideView) -> ResolvedFactBox:
    """Resolve a fact box: what all rows share is said once."""
    words, better, worse = view.interface.fact_box, _rows(box.better, view), _rows(box.worse, view)
    rows = (*better, *worse)
    claims = [one.claim for one in rows if one.claim]
    judges = {judge(claim, view.labels) for claim in claims} - {""}
    who = _same(one.figure.who for one in rows if one.figure)
    groups = tuple(
        _group(label, these, box, view, who=who, has_judge=len(judges) > 1)
        for label, these in ((words.better, better), (words.worse, worse))
    )
    paid = dict.fromkeys(claim.funding or view.labels.who_paid_unknown for claim in claims)
    paid_once = (one for one in paid if not any(one != other and one.rstrip(".") in other for other in paid))
    has_ranges = any(cell.range for group in groups for row in group.rows for cell in row.cells)
    alone = (
        Fact(view.labels.who, who, kind="study"),
        Fact(words.ranges, words.ranges_mean if has_ranges else "", kind="words"),
        Fact(view.labels.who_paid, " ".join(paid_once), kind="study"),
        Fact(view.labels.how_sure, words.judged.format(judge=judges.pop()) if len(judges) == 1 else "", kind="study"),
        Fact("", words.checked.format(date=date_words(view.guide.meta.facts_checked, view))),
        Fact("", words.advice, kind="words"),
    )
    facts = tuple(fact for fact in alone if fact.text)
    sources = frozenset((one.row.claim, one.row.measure) for one in rows if one.figure)
    return ResolvedFactBox(
        box.title, words.outcome, box.arms, words.difference, box.with_all, groups, words.unknown, box.unknown,
        words.elsewhere, box.elsewhere, facts, facts, sources,
    )  # fmt: skip


def row_words(row: ResolvedFactRow) -> str:
    """A row as sentences: "Felt sick: syrup 27 out of 100, water 0 out of 100: 27 more in 100. Fairly sure that more do."."""
    if not row.cells:
        return " ".join((f"{row.words}.", *row.notes))
    cells = ", ".join(" ".join(filter(None, (cell.arm, cell.value, cell.range))) for cell in row.cells)
    return " ".join((f"{row.words}: {cells}{f': {row.difference}' if row.difference else ''}.", *row.notes))


def _rows(rows: Iterable[FactRow], view: GuideView) -> list[_Row]:
    claims = ((row, view.guide.claims.get(row.claim)) for row in rows)
    return [_Row(row, claim, claim.figure(row.measure) if claim else None) for row, claim in claims]


def _group(label: str, these: list[_Row], box: FactBox, view: GuideView, *, who: str, has_judge: bool) -> ResolvedFactGroup:
    """Rows with their label; a time, people or certainty that all figures of the group share stand beside the label."""
    figures = [one.figure for one in these if one.figure]
    when, people = _same(one.when for one in figures), _same(one.who for one in figures)
    sure = [_sure(one.claim, one.row.sure, view.labels, has_judge=has_judge) for one in these if one.claim]
    each = _same(sure) if len(sure) > 1 else ""
    none = view.interface.fact_box.no_figures if len(these) > 1 and not figures else ""
    notes = (
        sentence(people if people != who else ""),
        view.interface.fact_box.each.format(sure=inside(each)) if each else "",
        none,
    )
    shared = (when, people or who, each, view.interface.fact_box.no_figure if none else "")
    rows = (_row(one, box, view, shared, has_judge=has_judge) for one in these)
    return ResolvedFactGroup(label, sentence(when), tuple(filter(None, notes)), tuple(rows))


def _row(one: _Row, box: FactBox, view: GuideView, shared: tuple[str, ...], *, has_judge: bool) -> ResolvedFactRow:
    row, claim, figure = one
    if claim is None or figure is None:
        none = view.interface.fact_box.no_figure
        return ResolvedFactRow(row.words, (), "", () if none in shared else (none,))
    cells = tuple(_cell(arm, label, view) for arm, label in zip(figure.arms, box.arms, strict=False))
    own = (figure.when, figure.who, _sure(claim, row.sure, view.labels, has_judge=has_judge))
    return ResolvedFactRow(row.words, cells, row.difference, tuple(sentence(said) for said in own if said not in shared))


def _cell(arm: Arm, label: str, view: GuideView) -> FactCell:
    words = view.interface.fact_box
    has_range = arm.low100 is not None and arm.high100 is not None
    range_ = f"({words.range.format(low=arm.low100, high=arm.high100)})" if has_range else ""
    short = view.labels.in_100.format(n=arm.per100)
    return FactCell(inside(label), words.out_of_100.format(n=arm.per100), short, range_)


def _sure(claim: Claim, what: str, labels: Labels, *, has_judge: bool) -> str:
    """ "Fairly sure that more get better.": the degree from the claim, and whose judgement it is where rows differ."""
    said = " ".join(filter(None, (degree(claim, labels), what if claim.certainty != "not-rated" else "")))
    by = judge(claim, labels) if has_judge else ""
    return f"{said} ({by})." if by else f"{said}."


def _same(values: Iterable[str]) -> str:
    """The value that all have; empty if they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""
