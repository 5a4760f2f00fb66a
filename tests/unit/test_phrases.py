"""Phrases that every view shares."""

import msgspec
import pytest
from msgspec import structs

from ketaguide.model.block import Contacts, Faq
from ketaguide.model.contact import Contact
from ketaguide.model.evidence import Arm
from ketaguide.model.guide import Guide
from ketaguide.model.interface import Labels
from ketaguide.render import phrases


@pytest.fixture
def labels(guide: Guide) -> Labels:
    return guide.editions["en"].interface.labels


@pytest.mark.parametrize(
    ("date", "words"),
    [("2022-12-05", "5 December 2022"), ("2022-12", "December 2022"), ("2022", "2022"), ("2026-01-31", "31 January 2026")],
)
def test_dates_are_said_as_people_say_them(date: str, words: str) -> None:
    assert phrases.date_words(date) == words


def test_nations_are_listed_with_and(labels: Labels) -> None:
    assert phrases.nations_words(("wales",), labels) == "Wales"
    assert phrases.nations_words(("england", "wales"), labels) == "England and Wales"
    assert phrases.nations_words(("england", "wales", "northern-ireland"), labels) == "England, Wales and Northern Ireland"
    assert phrases.for_nations(("scotland",), labels) == "In Scotland:"
    assert phrases.nation_name(None, labels) == "All UK nations"


def test_the_dates_of_claims_that_may_change_stand_by_them_from_the_oldest_to_the_newest(guide: Guide, labels: Labels) -> None:
    assert phrases.as_of(("syrup-response",), guide, labels) == ""
    assert phrases.as_of(("syrup-offer", "syrup-harm"), guide, labels) == "as of December 2022 to February 2026"
    assert phrases.as_of(("no-such-claim",), guide, labels) == ""


def test_what_shows_no_date_is_not_said_to_be_so_at_a_time(guide: Guide, labels: Labels) -> None:
    offer = structs.replace(guide.claims["syrup-offer"], dated=False)
    undated = structs.replace(guide, claims={**guide.claims, offer.id: offer})
    assert phrases.as_of((offer.id,), undated, labels) == "source undated, read in February 2026"
    assert phrases.how_sure(offer, labels).endswith("source undated, read in February 2026")
    assert phrases.claim_notes(offer) == phrases.claim_notes(guide.claims["syrup-offer"]), "said once, with how sure we are"


def test_certainty_says_whose_judgement_it_is(guide: Guide, labels: Labels) -> None:
    assert phrases.certainty(guide.claims["syrup-response"], labels) == "Not very sure (the authors' own rating)"
    assert phrases.certainty(guide.claims["syrup-remission"], labels) == "Very unsure (our judgement)"
    assert phrases.certainty(guide.claims["syrup-offer"], labels) == "Nobody has rated this"


@pytest.mark.parametrize(
    ("arm", "words"),
    [
        (Arm(name="", per100=27), "Syrup: 27 in 100"),
        (Arm(name="", per100=0, events=0, total=9), "Syrup: 0 in 100 (0 of 9 people)"),
        (Arm(name="", per100=5, low100=1, high100=9), "Syrup: 5 in 100 (the true figure could be anywhere from 1 to 9 in 100)"),
    ],
)
def test_an_arm_is_said_with_all_that_is_known(labels: Labels, arm: Arm, words: str) -> None:
    assert phrases.arm_words(arm, "Syrup", labels) == words


def test_what_not_to_do_begins_with_do_not(labels: Labels) -> None:
    assert phrases.dont("drive today", labels) == "Do not drive today"
    assert phrases.dont("Do not drive today", labels) == "Do not drive today"


def test_the_first_way_to_reach_a_service_is_said_in_a_few_words(guide: Guide, labels: Labels) -> None:
    ways = {name: phrases.short_way(contact, labels) for name, contact in guide.contacts.items()}
    assert ways["samaritans"] == "Call 116 123"
    assert ways["shout"] == "Text SHOUT to 85258"
    assert ways["gp"] == ""


def test_every_way_to_reach_a_service_is_listed_the_phone_first(guide: Guide, labels: Labels) -> None:
    assert phrases.contact_ways(guide.contacts["nhs111-england"], guide, labels) == [
        "Call 111, choose the mental health option",
        "Website: 111.nhs.uk",
        "Open: 24 hours, every day",
        "Cost: Free",
        "Someone trained in mental health listens.",
    ]
    assert phrases.contact_ways(guide.contacts["shout"], guide, labels)[-1] == labels.check_hours


def test_a_service_that_a_site_added_says_so(guide: Guide, labels: Labels) -> None:
    own: Contact = msgspec.structs.replace(guide.contacts["gp"], added_by="Test Surgery")
    assert phrases.contact_ways(own, guide, labels)[-1] == "added by Test Surgery"


def test_contacts_are_those_named_then_those_of_a_kind_for_the_nation(guide: Guide) -> None:
    block = Contacts(ids=("shout",), kinds=("crisis-line", "text"))
    assert [contact.id for contact in phrases.contacts_of(block, guide, None)] == ["shout", "lifeline-ni"]
    assert [contact.id for contact in phrases.contacts_of(block, guide, "wales")] == ["shout"]


def test_a_page_says_when_it_is_not_in_easy_read_or_is_older_there(guide: Guide, labels: Labels) -> None:
    assert phrases.edition_note("about-this-guide", guide, "en-easy", labels) == labels.not_in_easy_read
    assert phrases.edition_note("every-kind", guide, "en-easy", labels) == labels.easy_is_older
    assert phrases.edition_note("risks", guide, "en-easy", labels) == ""
    assert phrases.edition_note("about-this-guide", guide, "en", labels) == ""


def test_nobody_is_named_as_reviewer_until_somebody_has_signed(guide: Guide, labels: Labels) -> None:
    assert phrases.review_state(guide.meta, labels) == "Not yet reviewed by a clinician."
    signed = msgspec.structs.replace(guide.meta.review, role="Psychiatrist", date="2026-03-01", next_date="2026-09-01")
    meta = msgspec.structs.replace(guide.meta, review=signed)
    assert phrases.review_state(meta, labels) == "Reviewed by Psychiatrist, 1 March 2026. Next review: 1 September 2026."


def test_the_links_of_a_page_are_found_once_each_for_the_nation(guide: Guide) -> None:
    page = guide.section("every-kind")
    assert page
    assert phrases.link_targets(page, "section") == ["risks", "see-your-gp"]
    assert phrases.link_targets(page, "term") == ["test-syrup", "test-person"]
    assert phrases.link_targets(page, "contact") == ["samaritans"]


def test_a_page_knows_every_claim_it_rests_on(guide: Guide) -> None:
    page = guide.section("every-kind")
    assert page
    assert set(phrases.section_cites(page)) == {"syrup-response", "syrup-harm", "who-to-call", "syrup-remission", "syrup-offer"}


def test_reading_time_counts_what_is_read_through_and_is_never_nothing(guide: Guide, labels: Labels) -> None:
    page = guide.section("risks")
    assert page
    assert phrases.minutes(page) == 1
    assert phrases.word_count(msgspec.structs.replace(page, blocks=(), summary=())) == 0
    assert phrases.minutes(msgspec.structs.replace(page, blocks=(), summary=())) == 1
    assert phrases.how_long(page, labels, None) == "1 min read"


def test_a_page_of_questions_says_how_many_there_are_for_the_nation_and_no_minutes(shipped: Guide, labels: Labels) -> None:
    page = shipped.section("questions-people-ask")
    assert page
    asked = [block for block in page.blocks if isinstance(block, Faq)]
    assert phrases.how_long(page, labels, None) == f"{len(asked)} questions, with short answers"
    local = [block for block in asked if not block.nations or "wales" in block.nations]
    assert len(local) < len(asked)
    assert phrases.how_long(page, labels, "wales") == f"{len(local)} questions, with short answers"
