"""Fact boxes: one comparison, one time for the benefits, as many harms, and what is not known."""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, rule
from ketaguide.checking.rules.figures import CHANCE, MAY_BE, MAY_BE_NONE, difference, gap_of
from ketaguide.model.block import FactBox, FactRow


@rule("error")
def fact_boxes(context: LintContext) -> Iterator[Finding]:
    """A fact box has a harm for every benefit, figures or the words that there are none, and what is not known.

    A table of benefits alone is an advert. A box has two groups or more and at least as many rows of harm as of benefit, and
    says what is not known and what may be so ("It may do nothing."). A row has `claim`, `measure`, `difference` and `sure`,
    or `no_figure: true` and nothing else: the view then says that these trials gave no figure. Source: IPDAS v4, "balanced
    presentation"; our standard, "a benefit never without".

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: fact_box, title: A box, comparison: syrup-water-trial, arms: [Syrup, Water], unknown: [It may fade.],
            better: [{words: Well, claim: syrup-response, measure: response, difference: 14 more in 100, sure: that more do}],
            worse: [{words: Lasting harm, no_figure: true}]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: fact_box, title: A box, comparison: syrup-water-trial, arms: [Syrup, Water], unknown: [Years.],
            better: [{words: Well, claim: syrup-response, measure: response}, {words: Glad, no_figure: true}],
            worse: [{words: Lasting harm, no_figure: true}]}]
    """
    for place, box in context.every(FactBox):
        if len(box.arms) < 2:
            yield Finding(place.at("arms"), "nothing is compared", "name two groups or more, the group treated first")
        if 0 < len(box.worse) < len(box.better):
            message = f"the rows are {len(box.better)} of benefit and {len(box.worse)} of harm"
            hint = "add harms of these trials; one that they did not count is {words: …, no_figure: true}"
            yield Finding(place.at("worse"), message, hint)
        if box.unknown and not any(MAY_BE.search(text.text) for text in box.unknown):
            hint = 'say what may be so: "it may do nothing", "there may be harm"'
            yield Finding(place.at("unknown"), "what is not known stands alone", hint)
    for place, row in context.every(FactRow):
        needed = ("claim", "measure", "difference", "sure")
        said = [name for name in needed if getattr(row, name)]
        missing = [name for name in needed if name not in said]
        if row.no_figure and said:
            message = f"the row has {said[0]!r} and says that it has no figure"
            yield Finding(place, message, "keep the figure, or no_figure: true")
        elif missing and not row.no_figure:
            what = "no figure and does not say so" if len(said) < 2 else f"no {missing[0]!r}"
            yield Finding(place, f"the row has {what}", f"add {', '.join(missing)}; or no_figure: true, and nothing else")


@rule("error")
def fact_box_figures(context: LintContext) -> Iterator[Finding]:
    """All figures of a fact box are of its comparison; its benefits are of one time and of the same people.

    Rows from different trials look as if one group of people had both, and two times let a reader pick the better one. Each
    figure's `comparison` in evidence.yaml is the box's; the rows of benefit have one `when`, and, where people were counted,
    the same totals in each group. Harms may have their own time and people, which the views say. Figures from other people
    go to `elsewhere`. Source: IPDAS v4, "same time period", "same denominator"; our standard, "one comparison".

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: fact_box, title: A box, comparison: syrup-water-trial, arms: [Syrup, Water], unknown: [It may fade.],
            better: [{words: Well, claim: syrup-response, measure: response, difference: 14 more in 100, sure: that more do}],
            worse: [{words: Sick, claim: syrup-response, measure: nausea, difference: 27 more in 100, sure: that more are}]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: fact_box, title: A box, comparison: syrup-water-trial, arms: [Syrup, Water], unknown: [It may fade.],
            better: [{words: Well, claim: syrup-response, measure: response, difference: 14 more in 100, sure: that more do},
              {words: Not sick, claim: syrup-response, measure: nausea, difference: 27 more in 100, sure: that more are}],
            worse: [{words: Lasting harm, no_figure: true}, {words: Death, no_figure: true}]}]
    """
    for place, box in context.every(FactBox):
        rows = [(place.at("better", n), row) for n, row in enumerate(box.better)]
        rows += ((place.at("worse", n), row) for n, row in enumerate(box.worse))
        shown = [(at, row, figure) for at, row in rows if (figure := context.figure(row))]
        for at, row, figure in shown:
            if figure.comparison != box.comparison:
                compared = repr(figure.comparison) if figure.comparison else "no comparison"
                message = f"{row.claim} ({row.measure}) has {compared}, and the box {box.comparison!r}"
                hint = "move it to elsewhere; or, if it is of the same trials and groups, give it the same in evidence.yaml"
                yield Finding(at.at("claim"), message, hint)
        benefits = [(at, figure) for at, _, figure in shown if "better" in at.path]
        for at, figure in benefits[1:]:
            first = benefits[0][1]
            if figure.when != first.when:
                message = f"the benefits are of two times: {first.when!r} and {figure.when!r}"
                yield Finding(at, message, "keep those of one time; tell the other below the box")
            before, here = ([arm.total for arm in one.arms] for one in (first, figure))
            if None not in before + here and before != here:
                message = f"the benefits count different people: {_listed(before)} and {_listed(here)}"
                yield Finding(at, message, "keep those that count the same people")


_NUMBER = re.compile(r"\d+")


@rule("error")
def fact_box_differences(context: LintContext) -> Iterator[Finding]:
    """The difference of a row is that of its groups' figures, and says so where there may be none.

    "14 more in 100" or "17 fewer in 100", for the first group against the second; "about 6 more in 100" where rounding
    makes it one more or less. A row may say "no clear difference" in place of a number, or beside it, and does where the
    figure's note says that it could be chance. Source: IPDAS v4, "allows comparing probabilities"; our standard.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: fact_box, title: A box, comparison: syrup-water-trial, arms: [Syrup, Water], unknown: [It may fade.],
            better: [{words: Well, claim: syrup-response, measure: response, difference: 14 more in 100, sure: that more do}],
            worse: [{words: Sick, claim: syrup-response, measure: nausea, difference: about 26 more in 100, sure: that more}]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: fact_box, title: A box, comparison: syrup-water-trial, arms: [Syrup, Water], unknown: [It may fade.],
            better: [{words: Well, claim: syrup-response, measure: response, difference: 14 fewer in 100, sure: that more do}],
            worse: [{words: Sick, claim: syrup-response, measure: nausea, difference: 26 more in 100, sure: that more are}]}]
    """
    for at, row in context.every(FactRow):
        figure, place = context.figure(row), at.at("difference")
        gap = gap_of(figure)
        if figure is None or gap is None or not row.difference:
            continue
        may_be_none = MAY_BE_NONE.search(f"{row.difference}. {row.sure}")
        if not _is_gap(row.difference, gap) and not (may_be_none and not _NUMBER.search(row.difference)):
            message = f"{row.difference!r} is not the difference of the figures"
            yield Finding(place, message, f'write "{difference(gap)}"')
        elif CHANCE.search(figure.note) and not may_be_none:
            yield Finding(place, "the row does not say that there may be no difference", 'add "or none"')


def _is_gap(words: str, gap: int) -> bool:
    """True for words with the gap and its direction; within 1 where they say "about"."""
    number = _NUMBER.search(words)
    is_near = number is not None and abs(int(number[0]) - abs(gap)) <= ("about" in words.lower())
    return is_near and (gap == 0 or ("more" if gap > 0 else "fewer") in words)


def _listed(totals: list[int | None]) -> str:
    return ", ".join(map(str, totals))
