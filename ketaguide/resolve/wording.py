"""Formats dates, nations and the review state in words."""

import json
from collections.abc import Iterable, Sequence

from ketaguide.model.contact import Nation
from ketaguide.model.edition import ListForms
from ketaguide.model.plurals import Counted, Plurals, form_of
from ketaguide.resolve.overdue import next_check
from ketaguide.resolve.view import GuideView


def counted(words: Counted, n: int, view: GuideView, **others: object) -> str:
    """ "1 fault", "2 faults": the form that the number takes in the edition's language, with {n} and the others filled in."""
    return form_of(words, n, view.edition.meta.plurals).format(n=n, **others)


def forms_data(words: Counted, view: GuideView) -> str:
    """A counted text for the scripts of the web pages, as JSON: (rule, words) of each form, which plural.js reads."""
    plurals = view.edition.meta.plurals or Plurals()
    return json.dumps([(getattr(plurals, form, ""), getattr(words, form)) for form in plurals.forms], ensure_ascii=False)


def date_words(date: str, view: GuideView) -> str:
    """ "2022-12-05" as "5 December 2022", "2022-12" as "December 2022", "2022" as it is; in the edition's language."""
    year, *rest = date.split("-")
    months, forms = view.edition.meta.months, view.edition.meta.dates
    if not rest or forms is None:
        return date
    month = months[int(rest[0]) - 1]
    return (
        forms.day.format(day=int(rest[1]), month=month, year=year) if rest[1:] else forms.month.format(month=month, year=year)
    )


def nation_name(nation: Nation | None, view: GuideView) -> str:
    """A nation's name; with none chosen, the words for all."""
    profile = view.profile
    return view.labels.all_nations.format(country=profile.short) if nation is None else profile.name_of(nation)


def nations_words(nations: Iterable[Nation], view: GuideView) -> str:
    """ "England and Wales", "England, Scotland and Wales"."""
    return listed([nation_name(nation, view) for nation in nations], view)


def listed(words: Sequence[str], view: GuideView) -> str:
    """ "one", "one and two", "one, two and three"; as the edition's language joins them."""
    *first, last = words
    forms = view.edition.meta.lists or ListForms(between=", ", last=", ")
    return f"{forms.between.join(first)}{forms.last}{last}" if first else last


def inside(words: str) -> str:
    """Words as inside a sentence: without their capital, unless they begin with an abbreviation."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def sentence(words: str) -> str:
    """Words with a capital and a full stop; nothing for none."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""


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
        return held_on(first, view, dated=dated)
    if first[:4] == last[:4]:
        return held_on(first[:4], view, dated=True)
    return view.labels.as_of_range.format(first=first[:4], last=last[:4])


def held_on(date: str, view: GuideView, *, dated: bool) -> str:
    """ "as of December 2022", or the date on which an undated source was read."""
    return (view.labels.as_of if dated else view.labels.as_read).format(date=date_words(date, view))


def review_state(view: GuideView) -> str:
    """The review state: not reviewed until a named role has signed."""
    meta = view.guide.meta
    review, next_date = meta.review, meta.review.next_date or meta.next_update
    if not (review.role and review.date):
        return view.labels.not_reviewed
    days = {"date": date_words(review.date, view), "next": date_words(next_date, view)}
    return view.labels.reviewed.format(role=review.role, **days)


def review_words(view: GuideView) -> str:
    """The review state, the last check of the facts and the next one due."""
    return f"{review_state(view)} {facts_words(view)}"


def write_to_words(view: GuideView) -> str:
    """The addresses for what is wrong in the guide and at the site that shows it; empty where none is published."""
    labels, guide = view.labels, view.guide
    address, site = guide.meta.write_to, guide.site
    own = labels.wrong.format(address=address) if address else ""
    theirs = labels.wrong_at_site.format(site=site.name, address=site.write_to) if site.write_to else ""
    return " ".join(filter(None, (own, theirs)))


def facts_words(view: GuideView) -> str:
    """The last check of the facts and the next one due."""
    meta = view.guide.meta
    return view.labels.facts_checked.format(date=date_words(meta.facts_checked, view), next=date_words(meta.next_update, view))


def overdue_line(view: GuideView) -> str:
    """The warning text of an overdue guide."""
    return view.labels.overdue.format(date=date_words(next_check(view.guide), view))


def overdue_words(view: GuideView) -> str:
    """The overdue warnings for home and the help page; empty if the guide is in date and updated."""
    overdue, labels = view.guide.overdue, view.labels
    updated = labels.not_updated.format(date=date_words(overdue.updated, view)) if overdue.updated else ""
    return " ".join(filter(None, (overdue_line(view) if overdue.guide else "", updated)))


def who_answers(view: GuideView) -> tuple[tuple[str, str], ...]:
    """(label, fact) pairs: the site, review state, author, funding, dates and licences."""
    meta, words = view.guide.meta, view.interface.about
    place = shown_by(view)
    facts = (
        (words.review, review_state(view)),
        (words.author, meta.author),
        (words.funding, meta.funding),
        (words.conflicts, meta.conflicts),
        (words.written, date_words(meta.written, view)),
        (words.facts_checked, date_words(meta.facts_checked, view)),
        (words.next_update, date_words(meta.next_update, view)),
        (words.updates, meta.update_policy),
        *(((words.write_to, write_to),) if (write_to := write_to_words(view)) else ()),
        (words.licences, f"{meta.licence} {meta.code_licence}"),
    )
    return ((view.interface.take.shown_by, place), *facts) if place else facts


def shown_by(view: GuideView) -> str:
    """ "Elm Tree Surgery. Open: 8am to 6pm", the site that shows the guide; empty without a site file."""
    site = view.guide.site
    return ". ".join([site.name, *([view.interface.take.open_hours.format(hours=site.hours)] if site.hours else [])])
