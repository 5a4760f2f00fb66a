"""Oversize content is refused before it is processed, with the file and line where the limit was reached."""

import os

from ketaguide.checking import MOST_FOUND
from ketaguide.loading.files import MAX_BYTES, MAX_BYTES_IN_ALL, MAX_NAMES
from ketaguide.loading.marks import LONGEST_VALUE, MAX_SIGNS, MAX_VALUES, MOST_PROBLEMS
from tests.unit.kitchen import Kitchen

PAGE = "en/sections/risks.yaml"


def paragraphs(words: str, count: int) -> str:
    return f'  - {{kind: paragraph, text: "{words}"}}\n' * count


def test_a_file_larger_than_any_page_is_refused(kitchen: Kitchen) -> None:
    kitchen.append(PAGE, "# filling\n" * (MAX_BYTES // 10))
    advice = "split it, or check that it is the right file"
    assert kitchen.fault() == f"{PAGE}:0:0: error: the file is larger than 500,000 bytes and was not read: {advice}"


def test_a_folder_larger_than_any_guide_is_refused_at_the_file_that_is_too_much(kitchen: Kitchen) -> None:
    for number in range(MAX_BYTES_IN_ALL // 400_000 + 1):
        page = kitchen.text(PAGE).replace("id: risks", f"id: p{number}")
        kitchen.write(f"en/sections/p{number}.yaml", page + "# filling\n" * 40_000)
    message = "with this file the content is larger than 3,000,000 bytes, and it was not read: shorten the content"
    assert any(message in said for said in kitchen.faults())


def test_more_files_than_any_guide_has_are_refused(kitchen: Kitchen) -> None:
    for number in range(MAX_NAMES):
        os.link(kitchen.path / PAGE, kitchen.path / f"en/sections/p{number}.yaml")
    message = "the folder holds more than 500 files: take out what does not belong here"
    assert f"en/sections:0:0: error: {message}" in kitchen.faults()


def test_prose_that_takes_too_long_to_parse_is_refused(kitchen: Kitchen) -> None:
    for words in ("*a", "[a](", "**a", "[["):
        before = kitchen.text(PAGE)
        count = MAX_SIGNS // 1000 + 1
        kitchen.append(PAGE, paragraphs(words * 1000, count))
        (said,) = (fault for fault in kitchen.faults() if "signs" in fault)
        assert said.startswith(f"{PAGE}:")
        assert "the content has more than 15,000 signs * and [, counted to here: shorten the content" in said
        kitchen.write(PAGE, before)


def test_more_values_than_any_guide_has_are_refused_over_all_files_together(kitchen: Kitchen) -> None:
    each = 50_000
    for number in range(MAX_VALUES // each + 1):
        page = kitchen.text(PAGE).replace("id: risks", f"id: p{number}")
        kitchen.write(f"en/sections/p{number}.yaml", page + "  - kind: list\n    items: [" + "a," * each + "]\n")
    (said,) = (fault for fault in kitchen.faults() if "values" in fault)
    assert "the content has more than 120,000 values, counted to here: shorten the content" in said


def test_one_value_as_long_as_a_book_is_refused_at_its_line(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "nav_title: Risks", f"nav_title: {'x' * (LONGEST_VALUE + 1)}")
    assert kitchen.fault() == f"{PAGE}:3:12: error: one value is longer than 10,000 characters: make several of it"


def test_of_thousands_of_faults_the_first_are_listed_and_it_is_said_that_there_are_more(kitchen: Kitchen) -> None:
    kitchen.append(PAGE, "".join(f"k{number}: x\n" for number in range(5000)))
    faults = kitchen.faults()
    assert len(faults) == MOST_PROBLEMS + 1
    assert "there are more faults of this kind than are listed: put those before this line right" in faults[-1]


def test_of_thousands_of_fields_written_twice_the_first_are_listed(kitchen: Kitchen) -> None:
    kitchen.append(PAGE, "title: x\n" * 5000)
    faults = kitchen.faults()
    assert len(faults) == MOST_PROBLEMS + 1
    assert "there are more faults of this kind" in faults[-1]


def test_of_thousands_of_names_that_do_not_exist_the_first_are_listed(kitchen: Kitchen) -> None:
    kitchen.append(PAGE, "".join(f"  - {{kind: paragraph, text: a, cites: [c{number}x]}}\n" for number in range(1000)))
    assert len(kitchen.findings("known-claims")) == MOST_FOUND
