"""Layout loses no words at any width."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ketaguide.resolve.block import ResolvedArm
from ketaguide.tui.actions import Open
from ketaguide.tui.doc import Barred, Box, Button, Buttons, Call, Calls, Doc, Item, Pairs, People, Piece, Run, Table, Text, text
from ketaguide.tui.layout import lay_out

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
    drawn = "".join(line.content.plain for line in laid.lines)
    tables = str(shown).count("Table(")
    if not tables:
        assert letters(drawn) == letters(said(shown))
    assert all(line.content.cell_length <= width for line in laid.lines)


@given(before=st.integers(min_value=0, max_value=60), width=st.integers(min_value=24, max_value=90))
def test_a_phone_number_is_never_broken_over_two_rows_and_keeps_its_style(before: int, width: int) -> None:
    laid = lay_out(Doc("", (Text((Run("x " * before), Run("call 0808 808 8000", "strong"))),)), width)
    (row,) = [line.content for line in laid.lines if "0808 808 8000" in line.content.plain]
    start = row.plain.index("0808")
    assert any(span.start <= start < start + 13 <= span.end and span.style == "strong" for span in row.spans)


def test_100_people_are_drawn_and_as_many_filled_as_the_study_found() -> None:
    arms = (ResolvedArm("Ketamine", "27 in 100", 27, ""), ResolvedArm("Salt water", "9 in 100", 9, ""))
    for width in (40, 80):
        laid = lay_out(Doc("", (People(arms),)), width)
        drawn = "".join(line.content.plain for line in laid.lines)
        assert drawn.count("●") == 36
        assert drawn.count("·") == 164


def test_what_can_be_chosen_covers_its_words_and_nothing_else() -> None:
    doc = Doc("", (Text((Run("see "), Run("the long name of a page", "link", Open("section:x")), Run(" now"))),))
    laid = lay_out(doc, 24)
    (target,) = laid.targets
    plain = [line.content.plain for line in laid.lines]
    assert " ".join(plain[row][first:last].strip() for row, first, last in target.cells) == "the long name of a page"


def test_buttons_are_large_enough_to_press() -> None:
    laid = lay_out(Doc("", (Buttons((Button("A", Open("a")), Button("B", Open("b")))),)), 80)
    for target in laid.targets:
        assert len(target.cells) >= 3
        assert all(last - first >= 12 for _, first, last in target.cells)


def test_numbers_too_wide_for_large_digits_are_printed_as_text() -> None:
    doc = Doc("", (Calls((Call("0808 808 8000", ("Talk.",)), Call("999", ("Danger.",)))),))
    assert [line.content.plain for line in lay_out(doc, 43).lines] == ["  ┃ 0808 808 8000 Talk.", "  ┃ 999 Danger."]
    assert len(lay_out(doc, 80).lines) == 7


def test_a_title_is_underlined() -> None:
    assert lay_out(Doc("", (text("x"),)), 40).lines[0].content.plain == "  x"
