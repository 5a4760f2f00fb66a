"""Formats dates, nations and the review state in words."""

import re
from collections.abc import Iterable, Sequence

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide, Meta
from ketaguide.model.interface import Labels
from ketaguide.resolve.overdue import next_check
from ketaguide.resolve.view import GuideView

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


_FORMS = re.compile(r"\(([^|)]*)\|([^|)]*)\)")


def counted(template: str, n: int, **others: object) -> str:
    """ "1 fault", "2 faults": fill {n}, and choose the first of each pair "(fault|faults)" for one."""
    return _FORMS.sub(lambda forms: forms[1] if n == 1 else forms[2], template).format(n=n, **others)


def date_words(date: str) -> str:
    """ "2022-12-05" as "5 December 2022", "2022-12" as "December 2022", "2022" as it is."""
    year, *rest = date.split("-")
    names = [str(int(rest[1]))] if len(rest) == 2 else []
    names += [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*names, year])


def nation_name(nation: Nation | None, view: GuideView) -> str:
    """A nation's name; with none chosen, the words for all."""
    profile = view.profile
    return view.labels.all_nations.format(country=profile.short) if nation is None else profile.name_of(nation)


def nations_words(nations: Iterable[Nation], view: GuideView) -> str:
    """ "England and Wales", "England, Scotland and Wales"."""
    return listed([nation_name(nation, view) for nation in nations])


def listed(words: Sequence[str]) -> str:
    """ "one", "one and two", "one, two and three"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def for_nations(nations: Iterable[Nation], view: GuideView) -> str:
    """ "In Scotland:", a label for nation-specific text."""
    return view.labels.for_nations.format(nations=nations_words(nations, view))


def as_of(cites: Iterable[str], view: GuideView) -> str:
    """ "as of December 2022" for claims that may change, "as of 2020 to 2024" where they differ; empty if none may.

    The exact date of each claim stands with its source.
    """
    claims = [view.guide.claims[claim] for claim in cites if claim in view.guide.claims]
    changing = sorted((claim.as_of[:7], claim.dated) for claim in claims if claim.volatility == "may-change")
    if not changing:
        return ""
    (first, dated), (last, _) = changing[0], changing[-1]
    if first == last:
        return held_on(first, view.labels, dated=dated)
    if first[:4] == last[:4]:
        return held_on(first[:4], view.labels, dated=True)
    return view.labels.as_of_range.format(first=first[:4], last=last[:4])


def held_on(date: str, labels: Labels, *, dated: bool) -> str:
    """ "as of December 2022", or the date on which an undated source was read."""
    return (labels.as_of if dated else labels.as_read).format(date=date_words(date))


def review_state(meta: Meta, labels: Labels) -> str:
    """The review state: not reviewed until a named role has signed."""
    review = meta.review
    if not (review.role and review.date):
        return labels.not_reviewed
    return labels.reviewed.format(
        role=review.role, date=date_words(review.date), next=date_words(review.next_date or meta.next_update)
    )


def review_words(meta: Meta, labels: Labels) -> str:
    """The review state, the last check of the facts and the next one due."""
    return f"{review_state(meta, labels)} {facts_words(meta, labels)}"


def facts_words(meta: Meta, labels: Labels) -> str:
    """The last check of the facts and the next one due."""
    return labels.facts_checked.format(date=date_words(meta.facts_checked), next=date_words(meta.next_update))


def overdue_line(guide: Guide, labels: Labels) -> str:
    """The warning text of an overdue guide."""
    return labels.overdue.format(date=date_words(next_check(guide)))


def overdue_words(view: GuideView, page: str = HELP_PAGE) -> str:
    """The overdue warnings for home and the help page; empty on other pages or if the guide is in date and updated."""
    overdue, labels = view.guide.overdue, view.labels
    if page != HELP_PAGE:
        return ""
    updated = labels.not_updated.format(date=date_words(overdue.updated)) if overdue.updated else ""
    return " ".join(words for words in (overdue_line(view.guide, labels) if overdue.guide else "", updated) if words)


def who_answers(view: GuideView) -> tuple[tuple[str, str], ...]:
    """(label, fact) pairs: the site, review state, author, funding, dates and licences."""
    meta, words, labels = view.guide.meta, view.interface.about, view.labels
    place = shown_by(view)
    facts = (
        (words.review, review_state(meta, labels)),
        (words.author, meta.author),
        (words.funding, meta.funding),
        (words.conflicts, meta.conflicts),
        (words.written, date_words(meta.written)),
        (words.facts_checked, date_words(meta.facts_checked)),
        (words.next_update, date_words(meta.next_update)),
        (words.updates, meta.update_policy),
        (words.licences, f"{meta.licence} {meta.code_licence}"),
    )
    return ((view.interface.take.shown_by, place), *facts) if place else facts


def shown_by(view: GuideView) -> str:
    """ "Elm Tree Surgery. Open: 8am to 6pm", the site that shows the guide; empty without a site file."""
    site = view.guide.site
    return ". ".join([site.name, *([view.interface.take.open_hours.format(hours=site.hours)] if site.hours else [])])
