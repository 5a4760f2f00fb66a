"""Decisions of `resolve`: the guide for one reader, the same for every view."""

import re

import msgspec
import pytest
from msgspec import structs

from ketaguide import crisis
from ketaguide.model.block import Contacts, DoDont, Faq, IconArray
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.evidence import Arm
from ketaguide.model.guide import Guide
from ketaguide.model.interface.shared import Labels
from ketaguide.model.plurals import Counted
from ketaguide.model.prose import Prose, Span
from ketaguide.model.walk import structs as structs_in
from ketaguide.model.walk import word_count
from ketaguide.resolve.block import ResolvedCareCard, ResolvedDoDont, resolve_blocks
from ketaguide.resolve.contact import contact_ways, contacts_of, first_way
from ketaguide.resolve.crisis import crisis_lines
from ketaguide.resolve.evidence import ResolvedFigure, certainty, claim_notes, how_sure
from ketaguide.resolve.section import edition_note, how_long, link_targets, minutes, section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import as_of, counted, date_words, for_nations, nation_name, nations_words, review_state
from ketaguide.session import Session
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import banner_parts


@pytest.fixture
def labels(guide: Guide) -> Labels:
    return guide.editions["en"].interface.labels


@pytest.mark.parametrize(
    ("date", "words"),
    [("2022-12-05", "5 December 2022"), ("2022-12", "December 2022"), ("2022", "2022"), ("2026-01-31", "31 January 2026")],
)
def test_dates_are_said_as_people_say_them(guide: Guide, date: str, words: str) -> None:
    assert date_words(date, GuideView(guide)) == words


def test_nations_are_listed_with_and(guide: Guide) -> None:
    view = GuideView(guide)
    assert nations_words(("wales",), view) == "Wales"
    assert nations_words(("england", "wales"), view) == "England and Wales"
    assert nations_words(("england", "wales", "northern-ireland"), view) == "England, Wales and Northern Ireland"
    assert for_nations(("scotland",), view) == "In Scotland:"
    assert nation_name(None, view) == "All UK nations"


def test_the_dates_of_claims_that_may_change_stand_by_them_from_the_oldest_to_the_newest(guide: Guide, labels: Labels) -> None:
    assert as_of(("syrup-response",), GuideView(guide)) == ""
    assert as_of(("syrup-offer", "syrup-harm"), GuideView(guide)) == "as of 2022 to 2026"
    assert as_of(("no-such-claim",), GuideView(guide)) == ""


def test_what_shows_no_date_is_not_said_to_be_so_at_a_time(guide: Guide) -> None:
    offer = structs.replace(guide.claims["syrup-offer"], dated=False)
    undated = structs.replace(guide, claims={**guide.claims, offer.id: offer})
    assert as_of((offer.id,), GuideView(undated)) == "source undated, read in February 2026"
    assert how_sure(offer, GuideView(guide)).endswith("source undated, read in February 2026")
    assert claim_notes(offer) == claim_notes(guide.claims["syrup-offer"]), "said once, with how sure we are"


def test_certainty_says_whose_judgement_it_is(guide: Guide, labels: Labels) -> None:
    assert certainty(guide.claims["syrup-response"], labels) == "Not very sure (the authors' own rating)"
    assert certainty(guide.claims["syrup-remission"], labels) == "Very unsure (our judgement)"
    assert certainty(guide.claims["syrup-offer"], labels) == "Nobody has rated this"


@pytest.mark.parametrize(
    ("arm", "counts"),
    [
        (Arm(name="", per100=27), ""),
        (Arm(name="", per100=0, events=0, total=9), "0 of 9 people"),
        (Arm(name="", per100=5, low100=1, high100=9), "the true figure could be anywhere from 1 to 9 in 100"),
    ],
)
def test_an_arm_is_said_with_all_that_is_known(guide: Guide, arm: Arm, counts: str) -> None:
    page = guide.editions["en"].sections["every-kind"]
    block = next(block for block in page.blocks if isinstance(block, IconArray))
    claim = guide.claims[block.claim]
    figures = tuple(structs.replace(one, arms=(arm,)) if one.measure == block.measure else one for one in claim.figures)
    changed = structs.replace(guide, claims={**guide.claims, claim.id: structs.replace(claim, figures=figures)})
    (found,) = resolve_blocks([block], GuideView(changed))
    assert isinstance(found.body, ResolvedFigure)
    assert [(one.per100, one.counts) for one in found.body.arms] == [(arm.per100, counts)]


def test_what_not_to_do_begins_with_do_not(guide: Guide) -> None:
    items = (Prose((Span("drive today"),)), Prose((Span("Do not drive today"),)))
    (found,) = resolve_blocks([DoDont(do=(), dont=items)], GuideView(guide))
    assert isinstance(found.body, ResolvedDoDont)
    assert [f"{lead}{item.text}" for lead, item in found.body.dont] == ["Do not drive today", "Do not drive today"]


def test_the_first_way_to_reach_a_service_is_said_in_a_few_words(guide: Guide, labels: Labels) -> None:
    ways = {name: str(first_way(contact, labels) or "") for name, contact in guide.contacts.items()}
    assert ways["samaritans"] == "Call 116 123"
    assert ways["shout"] == "Text SHOUT to 85258"
    assert ways["gp"] == ""


def test_every_way_to_reach_a_service_is_listed_the_phone_first(guide: Guide, labels: Labels) -> None:
    assert list(map(str, contact_ways(guide.contacts["nhs111-england"], GuideView(guide)))) == [
        "Call 111, choose the mental health option",
        "Website: 111.nhs.uk",
        "Open: 24 hours, every day",
        "Cost: Free",
        "Someone trained in mental health listens.",
    ]
    assert str(contact_ways(guide.contacts["shout"], GuideView(guide))[-1]) == labels.check_hours


def test_a_service_that_a_site_added_says_so(guide: Guide) -> None:
    own: Contact = msgspec.structs.replace(guide.contacts["gp"], added_by="Test Surgery")
    assert str(contact_ways(own, GuideView(guide))[-1]) == "added by Test Surgery"


def test_contacts_are_those_named_then_those_of_a_kind_for_the_nation(guide: Guide) -> None:
    block = Contacts(ids=("shout",), kinds=("crisis-line", "text"))
    assert [contact.id for contact in contacts_of(block, GuideView(guide))] == ["shout", "lifeline-ni"]
    assert [contact.id for contact in contacts_of(block, GuideView(guide, nation="wales"))] == ["shout"]


def test_a_page_says_when_it_is_not_in_short_or_is_older_there(guide: Guide) -> None:
    short = guide.editions["en-short"].meta
    assert edition_note("about-this-guide", GuideView(guide, "en-short")) == short.missing
    assert edition_note("every-kind", GuideView(guide, "en-short")) == short.older
    assert edition_note("risks", GuideView(guide, "en-short")) == ""
    assert edition_note("about-this-guide", GuideView(guide, "en")) == ""


def test_nobody_is_named_as_reviewer_until_somebody_has_signed(guide: Guide) -> None:
    assert review_state(GuideView(guide)) == "Not yet reviewed by a clinician."
    signed = msgspec.structs.replace(guide.meta.review, role="Psychiatrist", date="2026-03-01", next_date="2026-09-01")
    reviewed = structs.replace(guide, meta=structs.replace(guide.meta, review=signed))
    assert review_state(GuideView(reviewed)) == "Reviewed by Psychiatrist, 1 March 2026. Next review: 1 September 2026."


def test_the_links_of_a_page_are_found_once_each_for_the_nation(guide: Guide) -> None:
    page = guide.first.sections["every-kind"]
    assert link_targets(page, "section", GuideView(guide)) == ["risks", "see-your-gp"]
    assert link_targets(page, "term", GuideView(guide)) == ["test-syrup", "test-person"]
    assert link_targets(page, "contact", GuideView(guide)) == ["samaritans"]


def test_a_page_knows_every_claim_it_rests_on(guide: Guide) -> None:
    page = guide.first.sections["every-kind"]
    assert set(section_cites(page, GuideView(guide))) == {
        "syrup-response",
        "syrup-harm",
        "who-to-call",
        "syrup-remission",
        "syrup-offer",
    }


def test_reading_time_counts_what_is_read_through_and_is_never_nothing(guide: Guide) -> None:
    page = guide.first.sections["risks"]
    assert minutes(page) == 1
    assert word_count(msgspec.structs.replace(page, blocks=(), summary=())) == 0
    assert minutes(msgspec.structs.replace(page, blocks=(), summary=())) == 1
    assert how_long(page, GuideView(guide), None) == "1 min read"


def test_a_page_of_questions_says_how_many_there_are_for_the_nation_and_no_minutes(shipped: Guide) -> None:
    page = shipped.first.sections["questions-people-ask"]
    asked = [block for block in page.blocks if isinstance(block, Faq)]
    assert how_long(page, GuideView(shipped), None) == f"{len(asked)} questions, with short answers"
    local = [block for block in asked if not block.nations or "wales" in block.nations]
    assert len(local) < len(asked)
    assert how_long(page, GuideView(shipped), "wales") == f"{len(local)} questions, with short answers"


def with_phones(guide: Guide, *phones: str) -> Guide:
    """The guide with other urgent numbers for England, Scotland, Wales and Northern Ireland."""
    ids = ("nhs111-england", "nhs24-scotland", "nhs111-wales", "lifeline-ni")
    changed = {name: structs.replace(guide.contacts[name], phone=phone) for name, phone in zip(ids, phones, strict=True)}
    return structs.replace(guide, contacts={**guide.contacts, **changed})


URGENT: dict[tuple[str, ...], tuple[list[str], list[tuple[str, str]]]] = {
    ("111", "111", "111", "0808 808 8000"): (
        ["Crisis: 111", "Northern Ireland: 0808 808 8000"],
        [("Crisis", "111 (Northern Ireland 0808 808 8000)")],
    ),
    ("111", "111", "111", "111"): (["Crisis: 111"], [("Crisis", "111")]),
    ("111", "222", "333", "444"): (
        ["England: 111", "Scotland: 222", "Wales: 333", "Northern Ireland: 444"],
        [("Crisis", "England 111, Scotland 222, Wales 333, Northern Ireland 444")],
    ),
    ("111", "111", "333", "333"): (
        ["Crisis: 111", "Wales and Northern Ireland: 333"],
        [("Crisis", "111 (Wales, Northern Ireland 333)")],
    ),
}


@pytest.mark.parametrize("phones", URGENT)
def test_the_banner_says_whom_each_urgent_number_is_for_however_many_there_are(guide: Guide, phones: tuple[str, ...]) -> None:
    changed = with_phones(guide, *phones)
    lines, parts = URGENT[phones]
    assert [f"{line.what}: {line.phone}" for line in crisis_lines(GuideView(changed))[1:-1]] == lines
    assert banner_parts(Context(changed, Session()))[1:-1] == parts
    (own,) = crisis_lines(GuideView(changed, nation="wales"))[1:-1]
    assert (own.what, own.phone) == ("Crisis", phones[2])


@pytest.mark.parametrize(("nation", "said"), [("scotland", "Call 111 if:"), ("northern-ireland", "Call 0808 808 8000 if:")])
def test_with_a_nation_chosen_the_urgent_card_names_its_number_alone(guide: Guide, nation: Nation, said: str) -> None:
    page = guide.editions["en"].sections["get-help"]
    found = resolve_blocks(page.blocks, GuideView(guide, nation=nation))
    assert said in [block.body.heading for block in found if isinstance(block.body, ResolvedCareCard)]
    assert f"Urgent advice: {said}" in [block.heading for block in found]
    assert f"Urgent advice: {said}" in crisis.lines(nation)
    assert "Urgent advice: Call 111, or Lifeline in Northern Ireland, if:" in crisis.lines()


def test_one_of_a_thing_is_said_as_one(shipped: Guide) -> None:
    view = GuideView(shipped)
    parts = [part for _, part in structs_in(view.interface) if isinstance(part, Counted)]
    others = dict.fromkeys(("title", "query", "events", "total", "parts"), 2)
    assert len(parts) > 15
    assert counted(Counted(one="{n} fault in {where}", other="{n} faults in {where}"), 0, view, where="it") == "0 faults in it"
    singular = {counted(part, 1, view, **others) for part in parts}
    assert not any(re.search(r"\b1 \w+s\b", said) for said in singular), singular
