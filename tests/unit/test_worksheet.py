"""The worksheet of a translator: what stays, what is refused, and the way through a spreadsheet program and back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketaguide.loading.problem import Fault
from ketaguide.translating.kept import kept_words, lost
from ketaguide.translating.sheet import COLUMNS, read_sheet, write_sheet
from tests.invented import invented, left

SAYS = "Of 3,671 people, **55 in 100** felt [unreal](term:dissociation). See samaritans.org, press F1, type --plain: {n}."


def messages(words: str, translation: str) -> list[str]:
    return [message for message, _ in lost(words, translation)]


@pytest.mark.parametrize(
    ("translation", "message"),
    [
        (SAYS.replace("3,671", "3,617"), "the number 3,671 is lost"),
        (SAYS.replace("55", "fifty-five"), "the number 55 is lost"),
        (SAYS.replace("100", "1000"), "the number 100 is lost"),
        (SAYS.replace("term:dissociation", "term:unreal"), "the link to term:dissociation is lost"),
        (SAYS.replace("[unreal](term:dissociation)", "unreal"), "the link to term:dissociation is lost"),
        (SAYS.replace("{n}", "{number}"), "the placeholder {n} is lost"),
        (SAYS.replace("{n}", "n"), "the placeholder {n} is lost"),
        (SAYS.replace("**", ""), "1 parts are between ** and **, and in the translation 0"),
        (SAYS.replace("samaritans.org", "samaritans.com"), "the name samaritans.org is lost"),
        (SAYS.replace("--plain", "\u2013plain"), "the name --plain is lost"),
        (SAYS.replace("F1", "F2"), "the name F1 is lost"),
        (f"{SAYS} 7", "the number 7 is not in the words"),
    ],
)
def test_a_translation_that_loses_or_adds_what_must_stay_is_refused(translation: str, message: str) -> None:
    assert message in messages(SAYS, translation)


def test_a_translation_may_move_words_and_write_thousands_its_own_way() -> None:
    assert messages(SAYS, "{n}: --plain F1 samaritans.org [x](term:dissociation) **100 55** 3.671") == []


def test_the_worksheet_says_what_must_stay() -> None:
    assert kept_words(SAYS) == "{n}  term:dissociation  samaritans.org  --plain  F1  **  3,671  55  100"


@given(st.text(st.sampled_from("=+-@|%'\t\r\n\"; ,ab1é"), max_size=12))
def test_no_cell_is_a_formula_and_every_cell_comes_back(text: str) -> None:
    data = write_sheet("xx", [("id", "where", text, text, "", text, "mark")])
    (_, row) = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert not any(cell[:1] in tuple("=+-@\t\r") for cell in row if cell)
    read = read_sheet(data, "sheet.csv")
    assert read.edition == "xx"
    assert [cell.translation for cell in read.cells] == [text.replace("\r\n", "\n")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_formats_in_which_spreadsheet_programs_save_are_read(delimiter: str, encoding: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["mark", "remarks", "id", "translation: cy"])
    writer.writerow(["bcdf", "mine", "a/b", "gair, gair; 'gair'\nac ail linell"])
    read = read_sheet(out.getvalue().encode(encoding), "sheet.csv")
    assert [(cell.line, cell.id, cell.translation, cell.mark) for cell in read.cells] == [
        (2, "a/b", "gair, gair; 'gair'\nac ail linell", "bcdf")
    ]


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        ("id,translation: cy,mark\na,caf\xe9,b".encode("latin-1"), 2, "the file is not UTF-8 text"),
        (b"id,words,mark\na,b,c", 1, "the first line has no column 'translation: ID'"),
        (b'id,translation: cy,mark\n"a"b,c,d', 2, "this row is not CSV"),
        (b"", 1, "the first line has no column 'id'"),
    ],
)
def test_a_file_that_is_no_worksheet_is_refused_with_its_line_and_cure(data: bytes, line: int, message: str) -> None:
    with pytest.raises(Fault) as refused:
        read_sheet(data, "sheet.csv")
    problem = refused.value.problem
    assert (problem.line, problem.message.startswith(message), bool(problem.hint)) == (line, True, True)


def test_the_made_up_language_keeps_what_must_stay_and_nothing_else() -> None:
    assert lost(SAYS, invented(SAYS)) == []
    assert left(invented(SAYS)) == []
    assert left("Íš Help 111 öö") == ["Help"]
    assert len(invented("something like this")) >= 1.3 * len("something like this")


def test_the_columns_are_those_the_documentation_names() -> None:
    assert COLUMNS == ("id", "where it stands", "words", "translation", "must stay", "notes", "mark")
