"""Editions: a folder with an edition.yaml is one, and takes the rest from its base."""

import re

import pytest

from ketaguide.model.plurals import FORMS, Plurals
from ketaguide.paths import content_dir
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import counted, date_words
from tests.unit.kitchen import Kitchen

WELSH = Plurals(zero="n = 0", one="n = 1", two="n = 2", few="n = 3", many="n = 6")
RUSSIAN = Plurals(
    one="v = 0 and i % 10 = 1 and i % 100 != 11",
    few="v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
    many="v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14",
)
ARABIC = Plurals(zero="n = 0", one="n = 1", two="n = 2", few="n % 100 = 3..10", many="n % 100 = 11..99")
FRENCH = Plurals(one="i = 0,1", many="e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5")


@pytest.mark.parametrize(
    ("plurals", "forms"),
    [
        (WELSH, {0: "zero", 1: "one", 2: "two", 3: "few", 4: "other", 6: "many", 13: "other"}),
        (RUSSIAN, {0: "many", 1: "one", 3: "few", 5: "many", 11: "many", 12: "many", 21: "one", 104: "few", 111: "many"}),
        (ARABIC, {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other", 103: "few", 111: "many"}),
        (FRENCH, {0: "one", 1: "one", 2: "other", 1_000_000: "many", 1_000_001: "other"}),
        (Plurals(), {0: "other", 1: "other", 2: "other"}),
    ],
    ids=["cy", "ru", "ar", "fr", "ja"],
)
def test_a_number_takes_the_form_that_its_language_gives_it(plurals: Plurals, forms: dict[int, str]) -> None:
    assert {n: plurals.form(n) for n in forms} == forms


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: en-short", "id: short", "the id 'short' is not the folder's name: write id: en-short"),
        ("base: en", "base: eng", "there is no edition 'eng': did you mean 'en'?"),
        ("language: en-GB", "language: British", "'British' is not a language tag: write it as in BCP 47: en-GB, cy, ar"),
        ("older: The", "older: ''\nnote2: The", "there is no field 'note2' here: did you mean 'note'?"),
        (
            "base: en\n",
            "",
            "'en' has no base either, and a guide has one first edition: name the edition",
        ),
    ],
)
def test_a_fault_of_an_edition_is_named_with_its_file_and_its_cure(kitchen: Kitchen, old: str, new: str, fault: str) -> None:
    kitchen.replace("en-short/edition.yaml", old, new)
    faults = kitchen.faults()
    assert any(said.startswith("en-short/edition.yaml:") and fault in said for said in faults), faults


def test_bases_that_lead_in_a_circle_are_told(kitchen: Kitchen) -> None:
    kitchen.replace("en-short/edition.yaml", "base: en", "base: en-short")
    assert kitchen.fault().endswith("error: the bases lead in a circle: let one of them have another base")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("one: i = 1 and v = 0", "one: n is 1", "this is no plural rule ('n is 1' is not a relation)"),
        ("February, ", "", "11 months are named: name all twelve, in the language of the edition"),
        ('month: "{month} {year}"', 'month: "{month}"', "'{month}' is no form of a date: use each of {month}, {year} once"),
    ],
)
def test_a_rule_of_a_language_that_cannot_be_used_is_told(kitchen: Kitchen, old: str, new: str, fault: str) -> None:
    kitchen.replace("en/edition.yaml", old, new)
    assert kitchen.fault().startswith("en/edition.yaml:")
    assert fault in kitchen.fault()


def test_an_edition_in_another_language_takes_no_rule_and_no_word_of_the_program_from_its_base(kitchen: Kitchen) -> None:
    kitchen.write("cy/edition.yaml", "id: cy\nname: Prawf\nlanguage: cy\nbase: en\nmissing: Dim\nolder: Hen\n")
    faults = kitchen.faults()
    assert {fault.partition(": error: ")[2].partition(":")[0] for fault in faults if fault.startswith("cy/edition.yaml")} == {
        "0 months are named", "the forms of counted words are missing", "the forms of a date are missing",
        "the form of a list is missing",
    }  # fmt: skip
    assert [fault for fault in faults if fault.startswith("cy/interface.yaml")] == [
        "cy/interface.yaml:0:0: error: the file is missing: add it"
    ]


SIX = {"zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n = 3", "many": "n = 6"}
RESULTS = '  results:\n    one: "{n} result"\n    other: "{n} results"\n'


@pytest.fixture
def six(kitchen: Kitchen) -> Kitchen:
    """A guide whose language has six forms, each of which its counted words have."""
    kitchen.replace("en/edition.yaml", "plurals:\n  one: i = 1 and v = 0", f"plurals: {SIX}".replace("'", ""))
    words = (content_dir() / "en/interface.yaml").read_text(encoding="utf-8")
    words = re.sub(
        r"^    other: (.*)\n", lambda other: "".join(f"    {form}: {other[1]}\n" for form in FORMS), words, flags=re.M
    )
    words = re.sub(r"^    one: .*\n(    zero)", r"\1", words, flags=re.M)
    kitchen.write("en/interface.yaml", words.replace('    few: "{n} results"', '    few: "{n} of results"'))
    return kitchen


def test_counted_words_take_all_six_forms(six: Kitchen) -> None:
    guide = six.guide()
    view = GuideView(guide)
    said = [counted(view.interface.find.results, n, view) for n in (0, 3, 6, 103)]
    assert said == ["0 results", "3 of results", "6 results", "103 results"]


@pytest.mark.parametrize("new", ["", '    two: ""\n', '    two: " "\n'], ids=["missing", "empty", "a space"])
def test_a_form_that_is_missing_or_empty_is_a_fault_where_it_stands(six: Kitchen, new: str) -> None:
    line = six.spot("en/interface.yaml", '    few: "{n} of results"').split(":")[1]
    six.replace("en/interface.yaml", '    two: "{n} results"\n    few: "{n} of', f'{new}    few: "{{n}} of')
    (fault,) = six.faults()
    assert fault.startswith("en/interface.yaml:")
    assert abs(int(fault.split(":")[1]) - int(line)) <= 3
    assert "the form 'two' of this counted text is missing or empty: write it as it is said of n = 2: two: …" in fault


def test_a_form_that_the_language_has_not_is_a_fault(kitchen: Kitchen) -> None:
    words = (content_dir() / "en/interface.yaml").read_text(encoding="utf-8")
    kitchen.write("en/interface.yaml", words.replace(RESULTS, RESULTS + '    few: "{n} results"\n'))
    assert "en-GB has no form 'few' of counted words here" in kitchen.fault()


def test_a_date_and_a_list_follow_the_language(kitchen: Kitchen) -> None:
    kitchen.replace("en/edition.yaml", 'day: "{day} {month} {year}"', 'day: "{day}. {month} {year}"')
    kitchen.replace("en/edition.yaml", "November", "Tachwedd")
    guide = kitchen.guide()
    assert date_words("2026-11-05", GuideView(guide)) == "5. Tachwedd 2026"
