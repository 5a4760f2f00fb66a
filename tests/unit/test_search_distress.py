"""Words of distress are recognised in any case, spacing and spelling; other words are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketaguide.model.guide import Guide
from ketaguide.search import Finder
from tests.unit.kitchen import Kitchen

DISTRESS = [
    "suicide", "SUICIDE", "Suicidal thoughts", "sui cide", "s u i c i d e", "suicde", "sucide", "su1c1de", "suiiicide",
    "su\u00edcide", "".join(chr(ord(letter) + 0xFEE0) for letter in "suicide"), "kill myself", "killmyself", "kill-myself",
    "k!ll my self", "kil myself", "how to kill myself", "howtokillmyself", "i want to die", "I WANT TO DIE!!!", "wanttodie",
    "want too die", "wanna die", "i want to dye", "cant go on", "can't go on", "can\u2019t go on", "i cannot go on",
    "end it all", "end my life", "self harm", "self-harm", "selfharm", "self harming", "hurt myself", "better off dead",
    "don't want to be here", "dont want to be alive", "no reason to live", "overdose", "kys", "unalive",
    "does ketamine stop suicidal thoughts", "suiside", "suacide", "took too much ketamine", "i took too many",
    "i feel like dying", "want to sleep forever",
    "i hate my life", "hate myself", "i wish i wasnt alive", "cant live like this", "i want to be gone", "who can i call",
    "i need help", "im scared", "i cant breathe", "not breathing", "chest pain", "wont wake up", "she is unconscious",
    "someone has collapsed", "kill", "dead", "dying", "raped", "im a burden", "thinking about ending it",

]  # fmt: skip


CALM = [
    "", "ketamine", "side effects", "cost", "how does it work", "can I drive", "want to drive", "decide", "homicide", "diet",
    "nasal spray", "end of treatment", "shelf", "esketamine dose", "living well", "what is TRD", "1", "12", "myself",
    "helpful", "can i get it in aberdeen", "Aberdeen", "help with cost", "does it help", "99", "9", "1113",
]  # fmt: skip


@pytest.mark.parametrize("typed", DISTRESS)
def test_words_of_distress_are_known_however_they_are_typed(finder: Finder, typed: str) -> None:
    assert finder.is_distress(typed, "en")
    assert finder.find(typed, "en", None).distress
    assert finder.find(typed, "en-short", "scotland").distress, "in the short edition too"


@pytest.mark.parametrize("typed", CALM)
def test_other_words_are_left_alone(finder: Finder, typed: str) -> None:
    assert not finder.is_distress(typed, "en")


@pytest.mark.parametrize("typed", ["help", "HELP!", "help me", "999", "9 9 9", "111", "0808 808 8000", "A&E", "a & e", "sos"])
def test_a_word_for_help_or_a_number_to_call_brings_who_to_call_where_it_is_all_that_is_typed(
    finder: Finder, typed: str
) -> None:
    assert finder.find(typed, "en", None).distress
    assert finder.find(typed, "en-short", "wales").distress


@pytest.mark.parametrize("typed", ["kill", "dead", "dying", "i hate my life", "hate myself", "rape", "im scared"])
def test_what_a_person_in_distress_wrote_is_not_put_right_to_something_else(finder: Finder, typed: str) -> None:
    assert finder.find(typed, "en", None).corrected == ""


@pytest.mark.parametrize("capital", [0x1D400, 0x1D468, 0x1D5D4, 0x1D670, 0xFF21, 0x24B6])
def test_words_of_distress_are_known_in_fullwidth_mathematical_and_circled_capitals(finder: Finder, capital: int) -> None:
    for phrase in ("KILL MYSELF", "I WANT TO DIE"):
        assert finder.is_distress("".join(chr(capital + ord(sign) - 65) if sign != " " else sign for sign in phrase), "en")


def test_every_phrase_of_the_list_is_known_with_any_case_and_spacing(shipped: Guide, finder: Finder) -> None:
    phrases = st.sampled_from(shipped.editions["en"].search.distress)

    @given(phrase=phrases, before=st.sampled_from(["", "i ", "how to ", "x" * 5000 + " "]), data=st.data())
    @settings(max_examples=120)
    def is_known(phrase: str, before: str, data: st.DataObject) -> None:
        typed = "".join(data.draw(st.sampled_from([letter, letter.upper()])) for letter in phrase)
        typed = typed.replace(" ", data.draw(st.sampled_from([" ", "  ", "-", "", "\t", "\n", "\r\n", "\u2028"])))
        assert finder.is_distress(before + typed, "en")

    is_known()


def test_a_guide_may_add_words_of_distress_and_never_take_any_away(kitchen: Kitchen) -> None:
    kitchen.write("en/search.yaml", "synonyms: []\ndistress: [blue feather]\nstop_words: []\n")
    guide = kitchen.guide()
    finder = Finder(guide)
    assert finder.is_distress("blue feather", "en")
    assert finder.is_distress("kill myself", "en")


def test_a_guide_without_a_list_has_the_shipped_one(guide: Guide) -> None:
    assert Finder(guide).is_distress("kill myself", "en")


def test_a_fault_in_the_list_is_told_with_its_place(kitchen: Kitchen) -> None:
    kitchen.write("en/search.yaml", "synonyms:\n  - means: syrup\n    word: [x]\ndistress: []\nstop_words: []\n")
    assert any(fault.startswith("en/search.yaml:3:5: error: there is no field 'word' here") for fault in kitchen.faults())
