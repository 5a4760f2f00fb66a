"""The built-in crisis card says exactly what the content says."""

import msgspec
import pytest

from ketaguide import crisis, crisis_changes
from ketaguide.model.block import CareCard
from ketaguide.model.guide import Guide
from ketaguide.model.interface import Interface
from tests.editions import STANDARD


@pytest.fixture
def cards(shipped: Guide) -> list[CareCard]:
    page = shipped.first.sections["get-help"]
    return [block for block in page.blocks if isinstance(block, CareCard)]


@pytest.fixture
def interface(shipped: Guide) -> Interface:
    return shipped.editions[STANDARD].interface


@pytest.mark.parametrize("contact_id", crisis.WAYS)
def test_every_service_has_the_fields_of_its_contact(shipped: Guide, contact_id: str) -> None:
    way, contact = crisis.WAYS[contact_id], shipped.contacts[contact_id]
    assert {name: getattr(way, name) for name in way._fields if name != "other_ways"} == {
        name: getattr(contact, name) for name in way._fields if name != "other_ways"
    }
    assert way.other_ways in ((), contact.other_ways)


@pytest.mark.parametrize("contact_id", crisis.WAYS)
def test_every_service_on_the_card_is_safe_to_rely_on(shipped: Guide, contact_id: str) -> None:
    contact = shipped.contacts[contact_id]
    assert not contact.check_hours
    if contact.phone or contact.sms:
        assert contact_id == crisis.EMERGENCY or contact.hours.startswith("24 hours"), "the card says day or night"


def test_every_care_card_is_the_same(cards: list[CareCard], interface: Interface) -> None:
    said = [
        crisis.Card(
            getattr(interface.labels, card.urgency), card.heading, tuple(item.text for item in card.items), card.contacts
        )
        for card in cards
    ]
    assert said == list(crisis.CARDS)


def test_the_cards_stand_in_order_of_urgency(cards: list[CareCard]) -> None:
    assert [card.urgency for card in cards] == ["emergency", "urgent", "non_urgent"]


@pytest.mark.parametrize(("nation", "contact_id"), crisis.URGENT.items())
def test_the_urgent_service_of_a_nation_serves_only_that_nation(shipped: Guide, nation: str, contact_id: str) -> None:
    assert shipped.contacts[contact_id].nations == (nation,)


@pytest.mark.parametrize("contact_id", [crisis.EMERGENCY, *crisis.TALKS])
def test_the_other_numbers_serve_all_four_nations(shipped: Guide, contact_id: str) -> None:
    assert shipped.contacts[contact_id].nations == ()


def test_the_words_around_the_numbers_are_those_of_the_interface(interface: Interface) -> None:
    labels, words = interface.labels, interface.crisis
    assert interface.crisis.get_help_now.upper() == crisis.UK.title
    for word in (words.life_at_risk, words.crisis, words.talk):
        assert f"{word}: " in crisis.banner("england")
    for way in crisis.WAYS.values():
        if way.sms:
            assert way.first(crisis.WORDS["labels"]) == labels.text_to.format(word=way.sms_word, number=way.sms)
        elif way.phone:
            assert way.first(crisis.WORDS["labels"]) == labels.contents_phone.format(phone=way.phone)


def test_the_roles_and_names_are_those_of_the_profile(shipped: Guide) -> None:
    assert shipped.meta.profile == crisis.PROFILE
    assert list(crisis_changes.changed_profile(shipped.profile)) == []
    other = msgspec.structs.replace(shipped.profile, talk=("shout",))
    assert [field for field, _, _ in crisis_changes.changed_profile(other)] == ["talk"]
