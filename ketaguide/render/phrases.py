"""Phrases that every view says the same way, made from the model and the interface's labels."""

from collections.abc import Iterable, Iterator
from math import ceil

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.block import Block, Contacts, Details, Diagram, Faq
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.evidence import Arm, Claim, Figure, Source
from ketaguide.model.guide import STANDARD, Guide, Meta, Section, Variant
from ketaguide.model.interface import AboutWords, Labels, TakeWords
from ketaguide.model.overlay import Overlay
from ketaguide.model.prose import Scheme
from ketaguide.model.walk import cites_in, links_in, texts
from ketaguide.resolve.overdue import next_check

READING_SPEED = 200
"""Words a minute that a calm adult reads (field-notes: time paths)."""
LOOKED_UP = 5
"""Answers that make a page one to look things up in, and not one to read through."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)


def date_words(date: str) -> str:
    """"2022-12-05" as "5 December 2022", "2022-12" as "December 2022", "2022" as it is."""
    year, *rest = date.split("-")
    names = [str(int(rest[1]))] if len(rest) == 2 else []
    names += [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*names, year])


def shown(blocks: Iterable[Block], nation: Nation | None) -> Iterator[Block]:
    """The blocks for a nation; with none chosen, all."""
    for block in blocks:
        if nation is None or not block.nations or nation in block.nations:
            yield block


def nation_name(nation: Nation | None, labels: Labels) -> str:
    """A nation's name; with none chosen, the words for all four."""
    return labels.all_nations if nation is None else str(getattr(labels, nation.replace("-", "_")))


def nations_words(nations: Iterable[Nation], labels: Labels) -> str:
    """"England and Wales", "England, Scotland and Wales"."""
    *first, last = [nation_name(nation, labels) for nation in nations]
    return f"{', '.join(first)} and {last}" if first else last


def for_nations(nations: Iterable[Nation], labels: Labels) -> str:
    """"In Scotland:", said before what holds only there."""
    return labels.for_nations.format(nations=nations_words(nations, labels))


def as_of(cites: Iterable[str], guide: Guide, labels: Labels) -> str:
    """"as of December 2022" for claims that may change, from the oldest of them to the newest, or nothing."""
    claims = [guide.claims[claim] for claim in cites if claim in guide.claims]
    changing = sorted((claim.as_of[:7], claim.dated) for claim in claims if claim.volatility == "may-change")
    if not changing:
        return ""
    (first, dated), (last, _) = changing[0], changing[-1]
    if first != last:
        return labels.as_of_range.format(first=date_words(first), last=date_words(last))
    return _as_of(first, labels, dated=dated)


def _as_of(date: str, labels: Labels, *, dated: bool) -> str:
    return (labels.as_of if dated else labels.as_read).format(date=date_words(date))


def how_sure(claim: Claim, labels: Labels) -> str:
    """How sure we are, by whose judgement, and as of when."""
    return f"{certainty(claim, labels)}, {_as_of(claim.as_of, labels, dated=claim.dated)}"


def claim_notes(claim: Claim) -> list[str]:
    """What to bear in mind with a claim: a word on its date, its limits, who paid."""
    return [note for note in (claim.as_of_note, claim.caveat, claim.funding) if note]


def certainty(claim: Claim, labels: Labels) -> str:
    """How sure we are, and by whose judgement: "Not very sure (the authors' own rating)"."""
    degree = getattr(labels, claim.certainty.replace("-", "_"))
    if claim.certainty == "not-rated":
        return str(degree)
    judge = labels.sure_by_source if claim.certainty_from == "source" else labels.sure_by_editor
    return f"{degree} ({judge})"


def arm_words(arm: Arm, label: str, labels: Labels) -> str:
    """One arm in words: "Ketamine: 55 in 100 (108 of 195 people)"."""
    said, counts = f"{label}: {labels.in_100.format(n=arm.per100)}", arm_counts(arm, labels)
    return f"{said} ({counts})" if counts else said


def arm_counts(arm: Arm, labels: Labels) -> str:
    """The people behind one arm's figure and the range it may lie in, as far as the study gives them."""
    said = []
    if arm.events is not None and arm.total is not None:
        said.append(labels.counted.format(events=arm.events, total=arm.total))
    if arm.low100 is not None and arm.high100 is not None:
        said.append(labels.in_100_range.format(low=arm.low100, high=arm.high100))
    return "; ".join(said)


def dont(item: str, labels: Labels) -> str:
    """What not to do, beginning with "Do not", so that no line can be taken for advice to do it (NHS do and don't lists)."""
    return item if item.lower().startswith(labels.do_not.lower()) else f"{labels.do_not} {item}"


def figure_facts(figure: Figure, claim: Claim, labels: Labels) -> list[tuple[str, str]]:
    """What stands under every picture: who was studied, when, how sure, who paid, and what to bear in mind."""
    facts = [
        (labels.who, figure.who),
        (labels.when, figure.when),
        (labels.how_sure, certainty(claim, labels)),
        (labels.who_paid, claim.funding or labels.who_paid_unknown),
    ]
    return facts + [("", note) for note in (figure.note,) if note]


def source_words(source: Source) -> str:
    """"NICE, Depression in adults (NG222), 2022"."""
    return ", ".join(part for part in (source.publisher, source.title, source.year) if part)


def contact_ways(contact: Contact, guide: Guide, labels: Labels) -> list[str]:
    """Every way to reach a service and what to know, one to a line, the phone first.

    A contact that was to be checked again by now says so; it is never hidden.
    """
    ways = []
    if contact.phone:
        note = f", {contact.phone_note}" if contact.phone_note else ""
        ways.append(labels.contents_phone.format(phone=contact.phone) + note)
    if contact.sms:
        said = labels.text_to if contact.sms_word else labels.text_only
        ways.append(said.format(word=contact.sms_word, number=contact.sms))
    ways += contact.other_ways
    for label, value in ((labels.website, contact.website), (labels.hours, contact.hours), (labels.cost, contact.cost)):
        if value:
            ways.append(f"{label}: {value}")
    if contact.id in guide.overdue.contacts:
        ways.insert(1 if contact.phone or contact.sms else 0, last_checked(contact, labels))
    if contact.expect:
        ways.append(contact.expect)
    if contact.check_hours:
        ways.append(labels.check_listed if contact.listed_only else labels.check_hours)
    if contact.added_by:
        ways.append(labels.added_by.format(site=contact.added_by))
    return ways


def last_checked(contact: Contact, labels: Labels) -> str:
    """"We last checked this in November 2026."."""
    return labels.last_checked.format(date=date_words(contact.checked[:7]))


def short_way(contact: Contact, labels: Labels) -> str:
    """The first way to reach a service, in a few words: "Call 116 123"."""
    if contact.phone:
        return labels.contents_phone.format(phone=contact.phone)
    if contact.sms:
        said = labels.text_to if contact.sms_word else labels.text_only
        return said.format(word=contact.sms_word, number=contact.sms)
    return contact.website


def contacts_of(block: Contacts, guide: Guide, nation: Nation | None) -> list[Contact]:
    """The contacts a block names or filters, for a nation; those that were to be checked again by now stand last."""
    named = [guide.contacts[contact] for contact in block.ids if contact in guide.contacts]
    found = named + [contact for contact in guide.contacts.values() if contact.kind in block.kinds and contact not in named]
    return sorted((one for one in found if one.serves(nation)), key=lambda one: one.id in guide.overdue.contacts)


def shown_by(site: Overlay, words: TakeWords) -> str:
    """"Elm Tree Surgery. Open: 8am to 6pm", the place that shows the guide; nothing where no site file names one."""
    return ". ".join([site.name, *([words.open_hours.format(hours=site.hours)] if site.hours else [])])


def review_words(meta: Meta, labels: Labels) -> str:
    """The review state, when the facts were last checked, and by when they must be checked again."""
    checked, again = date_words(meta.facts_checked), date_words(meta.next_update)
    return f"{review_state(meta, labels)} {labels.facts_checked.format(date=checked, next=again)}"


def overdue_words(guide: Guide, labels: Labels, page: str = HELP_PAGE) -> str:
    """A line for the top of home and of the page of help where the guide was to be checked again by now; else nothing."""
    if page != HELP_PAGE:
        return ""
    return labels.overdue.format(date=date_words(next_check(guide))) if guide.overdue.guide else ""


def review_state(meta: Meta, labels: Labels) -> str:
    """The review state, in words: nobody is named until a named role has signed."""
    review = meta.review
    if not (review.role and review.date):
        return labels.not_reviewed
    return labels.reviewed.format(
        role=review.role, date=date_words(review.date), next=date_words(review.next_date or meta.next_update)
    )


def edition_note(section_id: str, guide: Guide, variant: Variant, labels: Labels) -> str:
    """A word where a page is not in the variant chosen, or is older than the standard page; else nothing."""
    if variant == STANDARD:
        return ""
    own, standard = guide.edition(variant).sections.get(section_id), guide.section(section_id)
    if own is None:
        return labels.not_in_easy_read
    return labels.easy_is_older if standard and own.updated < standard.updated else ""


def section_cites(section: Section) -> list[str]:
    """Every claim a page rests on, in reading order, each once."""
    return list(dict.fromkeys([*section.cites, *cites_in(section.blocks)]))


def block_cites(block: Block) -> list[str]:
    """Every claim one block rests on, each once."""
    return list(dict.fromkeys(cites_in(block)))


def link_targets(section: Section, scheme: Scheme, nation: Nation | None = None) -> list[str]:
    """What the links of one scheme on a page lead to, in reading order, each once."""
    return list(dict.fromkeys(links_in((section.summary, tuple(shown(section.blocks, nation))), scheme)))


def minutes(section: Section) -> int:
    """How long the open text takes to read, in whole minutes, at least 1."""
    return max(1, ceil(word_count(section) / READING_SPEED))


def how_long(section: Section, labels: Labels, nation: Nation | None) -> str:
    """"3 min read", or for a page to look things up in how many questions it answers for a nation."""
    asked = sum(isinstance(block, Faq) for block in shown(section.blocks, nation))
    return labels.questions.format(n=asked) if asked >= LOOKED_UP else labels.minutes.format(n=minutes(section))


def word_count(section: Section) -> int:
    """Words a reader meets without opening a fold: what stands in folds and directories is looked up, not read through."""
    open_blocks = tuple(block for block in section.blocks if not isinstance(block, Details | Faq | Contacts | Diagram))
    alternatives = tuple(block.alternative for block in section.blocks if isinstance(block, Diagram))
    return sum(len(str(text).split()) for text in texts((section.summary, open_blocks, alternatives)))


def who_answers(meta: Meta, said: AboutWords, labels: Labels) -> tuple[tuple[str, str], ...]:
    """Who answers for the guide, in what state of review it is, its dates, money and licences: (name, fact)."""
    return (
        (said.review, review_state(meta, labels)),
        (said.author, meta.author),
        (said.funding, meta.funding),
        (said.conflicts, meta.conflicts),
        (said.written, date_words(meta.written)),
        (said.facts_checked, date_words(meta.facts_checked)),
        (said.next_update, date_words(meta.next_update)),
        (said.updates, meta.update_policy),
        (said.licences, f"{meta.licence} {meta.code_licence}"),
    )
