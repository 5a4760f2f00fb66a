"""The built-in crisis card."""

import re

import pytest
from msgspec.structs import replace

from ketaguide import crisis, crisis_changes
from ketaguide.model.guide import Guide
from tests.nations import NATIONS

EVERYONE = [None, *NATIONS]
NUMBER = re.compile(r"\d[\d ]*\d")


@pytest.mark.parametrize("nation", EVERYONE)
@pytest.mark.parametrize("width", [20, 40, 72])
def test_no_line_is_wider_than_asked_and_all_is_plain_ascii(nation: str | None, width: int) -> None:
    lines = crisis.lines(nation, width)
    assert all(len(line) <= width for line in lines if not NUMBER.search(line))
    assert all(line.isascii() and line.isprintable() for line in lines)


@pytest.mark.parametrize("nation", EVERYONE)
def test_the_most_urgent_comes_first_and_every_level_is_said_in_words(nation: str | None) -> None:
    text = "\n".join(crisis.lines(nation, 40))
    places = [text.index(level) for level in ("Emergency:", "Urgent advice:", "Non-urgent advice:")]
    assert places == sorted(places)
    assert text.index("999") < text.index("- ")


@pytest.mark.parametrize("width", range(1, 80))
def test_no_number_to_call_is_broken_over_two_lines(width: int) -> None:
    for text in ("\n".join(crisis.lines(None, width)), "\n".join(crisis.short(None, width))):
        for number in ("0808 808 8000", "116 123"):
            assert text.count(number) == " ".join(text.split()).count(number) > 0


@pytest.mark.parametrize("nation", NATIONS)
def test_a_nation_sees_its_own_urgent_service_and_no_other(nation: str) -> None:
    text = " ".join("\n".join(crisis.lines(nation, 200)).split())
    others = [crisis.WAYS[crisis.URGENT[other]].name for other in NATIONS if other != nation]
    assert crisis.WAYS[crisis.URGENT[nation]].name in text
    assert not [name for name in others if name in text]


def test_nobody_in_northern_ireland_is_told_to_call_111_in_the_short_form() -> None:
    assert "111" not in crisis.banner("northern-ireland")
    assert "0808 808 8000" in crisis.banner("northern-ireland")


def test_with_no_nation_chosen_all_four_are_served() -> None:
    text = " ".join("\n".join(crisis.lines(None, 72)).split())
    assert all(crisis.WAYS[service].name in text for service in crisis.URGENT.values())


@pytest.mark.parametrize("nation", EVERYONE)
def test_the_card_ends_with_the_numbers_in_short(nation: str | None) -> None:
    assert crisis.lines(nation, 40)[-len(crisis.short(nation, 40)) :] == crisis.short(nation, 40)


def test_the_short_form_is_one_line_where_it_fits_and_else_a_number_a_line() -> None:
    assert crisis.short("wales", 72) == [crisis.banner("wales")]
    assert crisis.short(None, 40) == [
        "GET HELP NOW",
        "In danger: 999",
        "Crisis: 111",
        "Crisis, Northern Ireland: 0808 808 8000",
        "Talk: 116 123",
    ]


@pytest.mark.parametrize("wrong", ["18001 131", "18001 1111", "18001 9090"])
def test_a_digit_off_in_another_way_to_reach_a_crisis_service_counts_as_changed(shipped: Guide, wrong: str) -> None:
    service = shipped.contacts["nhs111-england"]
    assert "18001 111" in " ".join(service.other_ways)
    spoiled = replace(service, other_ways=tuple(way.replace("18001 111", wrong) for way in service.other_ways))
    assert not list(crisis_changes.changed_ways(shipped.contacts))
    assert list(crisis_changes.changed_ways({**shipped.contacts, service.id: spoiled}))
