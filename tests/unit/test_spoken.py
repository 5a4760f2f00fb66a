"""Normalization of written text for speech."""

import pytest

from ketaguide.model.guide import Guide
from ketaguide.render.spoken import SpeechNormalizer, digits, section_speech
from ketaguide.resolve.view import GuideView


@pytest.fixture
def normalizer(shipped: Guide) -> SpeechNormalizer:
    return SpeechNormalizer(shipped, shipped.editions["en"].speech)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Lifeline (0808 808 8000)", "Lifeline (0 8 0 8, 8 0 8, 8 0 0 0)"),
        ("Samaritans: 116 123", "Samaritans: 1 1 6, 1 2 3"),
        ("Text SHOUT to 85258.", "Text SHOUT to 8 5 2 5 8."),
        ("a number nobody has listed: 0113 496 0000", "a number nobody has listed: 0 1 1 3, 4 9 6, 0 0 0 0"),
        ("Call 999.", "Call nine nine nine."),
        ("call 111, then 999 or go to A&E", "call one one one, then nine nine nine or go to A and E"),
        ("NHS 111 (England)", "NHS one one one (England)"),
        ("nhs.uk/111", "nhs dot uk slash one one one"),
        ("uksobs.com", "uksobs dot com"),
        ("It costs £6,000, or £1.5 million.", "It costs 6,000 pounds, or 1.5 million pounds."),
        ("SSRIs, and one SSRI", "S S R eyes, and one S S R I"),
        ("Quetiapine or quetiapine", "kweh-tie-a-peen or kweh-tie-a-peen"),
        ("Esketamine and ketamine", "Esketamine and ketamine"),
        ("Page 2 of 20 · 3 min read", "Page 2 of 20, 3 minute read"),
    ],
)
def test_texts_are_spoken_as_a_person_would(normalizer: SpeechNormalizer, written: str, said: str) -> None:
    assert normalizer.say(written) == said


@pytest.mark.parametrize(
    "counted", ["111 people", "111 of 999 people", "999 in 1,000", "1,111", "£111", "111.5", "3999", "from 2019 to 2022"]
)
def test_a_count_is_not_taken_for_a_phone_number(normalizer: SpeechNormalizer, counted: str) -> None:
    assert "one one" not in normalizer.say(counted)
    assert "nine nine" not in normalizer.say(counted)


def test_digits_come_one_at_a_time_with_a_pause_between_groups() -> None:
    assert digits("0808 808 8000") == "0 8 0 8, 8 0 8, 8 0 0 0"


def test_care_cards_say_their_level_before_anything_else_of_them(guides: tuple[Guide, ...]) -> None:
    for which in guides:
        view = GuideView(which)
        page = view.section("get-help")
        assert page
        said = list(section_speech(page, view))
        for level in ("Emergency: Call nine nine nine", "Urgent advice: ", "Non-urgent advice: "):
            assert any(text.startswith(level) for text in said), level


def test_every_number_of_the_guide_is_said_digit_by_digit(guides: tuple[Guide, ...]) -> None:
    for which in guides:
        for edition_id in which.editions:
            view = GuideView(which, edition_id)
            for page in view.pages():
                for text in section_speech(page, view):
                    for contact in which.contacts.values():
                        assert " " not in contact.phone or contact.phone not in text, f"{page.id}: {text}"


def test_diagrams_are_spoken_as_text(guide: Guide) -> None:
    view = GuideView(guide)
    page = view.section("every-kind")
    assert page
    said = " ".join(section_speech(page, view))
    assert "in 100" in said
    assert not set(said) & set("●·┌│█▶•")


def test_the_table_has_each_word_once_and_changes_it(shipped: Guide) -> None:
    sayings = shipped.editions["en"].speech.sayings
    assert len({saying.written for saying in sayings}) == len(sayings)
    assert all(saying.written != saying.say for saying in sayings)
