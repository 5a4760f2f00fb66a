"""Layout loses no words at any width."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketaguide.model.guide import Guide
from ketaguide.resolve.evidence import ResolvedArm
from ketaguide.session import Session
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Open
from ketaguide.tui.doc import (
    Answer,
    Answers,
    Barred,
    Box,
    Button,
    Buttons,
    Call,
    Calls,
    Doc,
    FactTable,
    Item,
    Pairs,
    PeopleFigure,
    Piece,
    Run,
    Table,
    Text,
)  # fmt: skip
from ketaguide.tui.layout import is_heading, lay_out
from ketaguide.tui.looks import LOOKS, PAGE
from ketaguide.tui.pages import page as page_of
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.section import section

words = st.text(alphabet="abcdefgh ", min_size=1, max_size=80).filter(lambda said: said.strip())
runs = st.lists(st.builds(Run, words, st.sampled_from(["", "strong"])), min_size=1, max_size=3).map(tuple)
buttons = st.builds(Button, words, st.just(Open("home")), words)
leaves: st.SearchStrategy[Piece] = st.one_of(
    st.builds(Text, runs, st.sampled_from(["", "1. "])),
    buttons,
    st.builds(Buttons, st.lists(buttons, min_size=1, max_size=3).map(tuple)),
    st.builds(Item, words, st.just(Open("home"))),
    st.builds(Pairs, st.lists(st.tuples(words, runs), min_size=1, max_size=3).map(tuple)),
    st.builds(
        Table, st.just(("What?", "Why?")), st.lists(st.tuples(words, st.tuples(runs, runs)), min_size=1, max_size=3).map(tuple)
    ),
)
pieces: st.SearchStrategy[Piece] = st.one_of(
    leaves,
    st.builds(Barred, st.lists(leaves, min_size=1, max_size=2).map(tuple), st.just("bar")),
    st.builds(Box, runs, st.lists(leaves, min_size=1, max_size=2).map(tuple), st.just("calm")),
)


def letters(said: str) -> str:
    return "".join(sorted(char for char in said if char in "abcdefgh"))


def said(value: object) -> str:
    """All text of a piece, without table questions, which repeat."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "".join(map(said, value))
    if isinstance(value, Run):
        return value.text
    names = {"Text": ("runs",), "Button": ("label", "note"), "Buttons": ("buttons",), "Item": ("label",), "Pairs": ("rows",)}
    names |= {"Table": ("options",), "Barred": ("body",), "Box": ("head", "body")}
    return "".join(said(getattr(value, name)) for name in names[type(value).__name__])


@settings(max_examples=60)
@given(st.lists(pieces, min_size=1, max_size=3).map(tuple), st.integers(24, 240))
def test_every_letter_is_there_at_every_width_and_no_line_is_too_long(shown: tuple[Piece, ...], width: int) -> None:
    laid = lay_out(Doc("", shown), width)
    drawn = "".join(line.plain for line in laid.lines)
    tables = str(shown).count("Table(")
    if not tables:
        assert letters(drawn) == letters(said(shown))
    assert all(line.cell_length <= width for line in laid.lines)


@given(before=st.integers(min_value=0, max_value=60), width=st.integers(min_value=24, max_value=90))
def test_a_phone_number_is_never_broken_over_two_rows_and_keeps_its_style(before: int, width: int) -> None:
    laid = lay_out(Doc("", (Text((Run("x " * before), Run("call 0808 808 8000", "strong"))),)), width)
    (row,) = [line for line in laid.lines if "0808 808 8000" in line.plain]
    start = row.plain.index("0808")
    assert any(first <= start < start + 13 <= end and style == "strong" for first, end, style in row.spans)


def test_100_people_are_drawn_and_as_many_filled_as_the_study_found() -> None:
    arms = (ResolvedArm("Ketamine", "27 in 100", 27, ""), ResolvedArm("Salt water", "9 in 100", 9, ""))
    for width in (40, 80):
        laid = lay_out(Doc("", (PeopleFigure("People who felt better:", "After a day", arms, "", ()),)), width)
        drawn = "".join(line.plain for line in laid.lines)
        assert drawn.count("●") == 36
        assert drawn.count("·") == 164


def test_the_range_of_an_arm_is_one_row_below_the_pictures_with_its_name() -> None:
    ranges = "the true figure could be anywhere from 13 to 49 in 100", "between 1 and 9 in 100"
    arms = (ResolvedArm("Ketamine", "27 in 100", 27, ranges[0]), ResolvedArm("Salt water", "9 in 100", 9, ranges[1]))
    laid = lay_out(Doc("", (PeopleFigure("People who felt better:", "After a day", arms, "", ()),)), 80)
    rows = [line.plain.strip("│ ") for line in laid.lines]
    assert rows[rows.index(f"Ketamine ({ranges[0]})") + 1] == f"Salt water ({ranges[1]})"


def test_what_can_be_chosen_covers_its_words_and_nothing_else() -> None:
    doc = Doc("", (Text((Run("see "), Run("the long name of a page", "link", Open("section:x")), Run(" now"))),))
    laid = lay_out(doc, 24)
    (target,) = laid.targets
    plain = [line.plain for line in laid.lines]
    assert " ".join(plain[row][first:last].strip() for row, first, last in target.cells) == "the long name of a page"


def test_buttons_are_large_enough_to_press() -> None:
    laid = lay_out(Doc("", (Buttons((Button("A", Open("a")), Button("B", Open("b")))), Button("C", Open("c"), "a note"))), 80)
    for target in laid.targets:
        assert len(target.cells) >= 3
        assert all(last - first >= 12 for _, first, last in target.cells)


@pytest.mark.parametrize("width", [43, 80, 160])
def test_the_words_of_a_button_stand_right_of_its_number_and_wrap_only_at_the_width_of_the_text(
    width: int,
) -> None:
    words = "No treatment is left that could ever help me, or so it feels some days"
    for piece in (Button(words, Open("a"), number=1), Buttons((Button(words, Open("a"), number=1),))):
        laid = lay_out(Doc("", (piece,)), width)
        rows = [line.plain.rstrip() for line in laid.lines if line.plain.strip()]
        assert len(rows) == {43: 3, 80: 2, 160: 1}[width]
        assert [row[:8] for row in rows] == ["     1  ", *["        "] * (len(rows) - 1)]
        assert all(row[8] != " " for row in rows)
        (target,) = laid.targets
        assert {last - first for _, first, last in target.cells} == {min(width - 4, 78)}


def test_buttons_side_by_side_have_one_height() -> None:
    laid = lay_out(
        Doc("", (Buttons((Button("Yes", Open("a")), Button("No", Open("b"), "a note of " + "many words " * 9))),)), 80
    )
    assert len({len(target.cells) for target in laid.targets}) == 1


def test_numbers_too_wide_for_large_digits_are_printed_as_text() -> None:
    doc = Doc("", (Calls((Call("0808 808 8000", ("Talk.",)), Call("999", ("Danger.",)))),))
    assert [line.plain for line in lay_out(doc, 43).lines] == ["   ┃ 0808 808 8000 Talk.", "   ┃ 999 Danger."]
    assert len(lay_out(doc, 80).lines) == 8


@pytest.fixture(scope="module")
def docs(shipped: Guide) -> dict[str, Doc]:
    """Every page of the shipped guide."""
    context = Context(shipped, Session())
    return {page: section(context, page) for page in shipped.meta.order}


@pytest.mark.parametrize("width", [43, 100])
def test_the_rule_below_a_title_is_as_long_as_the_title(docs: dict[str, Doc], width: int) -> None:
    for page, doc in docs.items():
        lines = [line.plain.rstrip() for line in lay_out(doc, width).lines]
        at = next(row for row, line in enumerate(lines) if line.endswith(glyphs.THICK))
        rows = [line for line in lines[:at] if line.strip()][1:]  # without the line on the place of the page
        title = [row for row in rows if row.strip() in doc.title]
        assert len(lines[at]) == max(map(len, title)), page


@pytest.mark.parametrize("width", [43, 100])
def test_two_empty_lines_stand_before_a_section_heading(docs: dict[str, Doc], width: int) -> None:
    for page, doc in docs.items():
        laid = lay_out(doc, width)
        for piece, row in zip(doc.pieces, laid.starts, strict=False):
            if is_heading(piece):
                above = [line.plain.strip() for line in laid.lines[row - 3 : row]]
                assert above[1:] == ["", ""], (page, piece)
                assert above[0], (page, piece)


def test_only_links_inside_a_sentence_are_underlined(shipped: Guide) -> None:
    context = Context(shipped, Session())
    for place in ("contents", "view", "words", *(f"section:{page}" for page in shipped.meta.order)):
        laid = lay_out(page_of(place, context), 80)
        inline = {(row, first, last) for target in laid.targets if target.mark is None for row, first, last in target.cells}
        for row, line in enumerate(laid.lines):
            for start, end, style in line.spans:
                if LOOKS.get(style, PAGE).underline and line.plain[start:end].strip():
                    assert any(at == row and first <= start and end <= last for at, first, last in inline), place


@pytest.mark.parametrize("width", range(43, 161, 9))
def test_the_frame_of_a_figure_or_fact_box_is_whole_and_holds_its_number(docs: dict[str, Doc], width: int) -> None:
    figures = 0
    for page, doc in docs.items():
        pieces = tuple(piece for piece in doc.pieces if isinstance(piece, PeopleFigure | FactTable))
        laid = lay_out(doc := Doc(page, pieces), width)
        for piece, start, end in zip(doc.pieces, laid.starts, laid.starts[1:], strict=False):
            if isinstance(piece, PeopleFigure | FactTable):
                rows = [line.plain.strip() for line in laid.lines[start:end]]
                assert len({len(row) for row in rows}) == 1, (page, rows)
                assert {row[0] + row[-1] for row in rows[1:-1]} == {"││", "├┤"}
                assert (rows[0][0], rows[0][-1], rows[-1][0], rows[-1][-1]) == tuple("┌┐└┘")
                assert piece.ref is None or f"{piece.ref.text} │" in rows[-2]
                figures += 1
    assert figures > 15


@pytest.mark.parametrize("width", [43, 66, 100])
def test_a_number_never_stands_alone_in_a_row(docs: dict[str, Doc], width: int) -> None:
    for page, doc in docs.items():
        rows = [line.plain.strip(f" {glyphs.FRAME}{glyphs.BAR}") for line in lay_out(doc, width).lines]
        assert not [row for row in rows if re.fullmatch(r"\[\d+\]", row)], page


def test_no_phone_number_of_a_page_is_broken_over_two_rows(shipped: Guide, docs: dict[str, Doc]) -> None:
    whole, *narrow = ([line.plain for line in lay_out(docs["get-help"], width).lines] for width in (200, 40, 43, 56, 80))
    numbers = [one.phone for one in shipped.contacts.values() if " " in one.phone and one.phone in " ".join(whole)]
    assert len(numbers) > 10
    for rows, number in product(narrow, numbers):
        said = " ".join(" ".join(rows).translate(dict.fromkeys(map(ord, glyphs.HEAVY))).split()).count(number)
        assert sum(number in row for row in rows) >= said > 0, number


def test_in_a_narrow_window_a_colon_stands_between_a_key_and_what_it_does(shipped: Guide) -> None:
    drawn = [line.plain.strip() for line in lay_out(page_of("keys", Context(shipped, Session())), 43).lines]
    assert {"F6: Nation and view", "Enter: Choose what is marked."} <= set(drawn)


def test_the_page_of_keys_says_what_a_key_does_where_its_name_is_not_enough(shipped: Guide) -> None:
    drawn = [" ".join(line.plain.split()) for line in lay_out(page_of("keys", Context(shipped, Session())), 100).lines]
    named = {"F2": "Pages", "F5": "Listen", "F8": "Short", "F9": "Hide", "F10 or Ctrl+Q": "Close"}
    for key, name in named.items():
        assert any(row.startswith(f"{key} {name}. ") for row in drawn), key


def test_no_nation_is_a_choice_that_says_none_was_made_and_the_note_on_short_pages_does_not_repeat_their_name(
    shipped: Guide,
) -> None:
    drawn = [line.plain.strip() for line in lay_out(page_of("view", Context(shipped, Session())), 80).lines]
    assert "5  Not chosen: all UK nations (selected)" in drawn
    assert len([row for row in drawn if row.startswith("Short and simple")]) == 1


def test_a_question_of_two_rows_has_its_number_once() -> None:
    long = "What can I expect from it if nothing else has helped?"
    laid = lay_out(Doc("", (Answers((Answer(3, long, long, "Less low.", Open("a")),)),)), 43)
    assert [line.plain.strip()[:8] for line in laid.lines] == ["3 What c", "else has", "Less low"]
