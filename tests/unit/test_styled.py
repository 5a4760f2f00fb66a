"""The light text type wraps, cuts and joins as Textual's `Content` does, and looks combine as Textual's styles do."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.content import Span as TextualSpan

from ketaguide.render.flow import whole_numbers
from ketaguide.tui.styled import TARGET, Styled

WORDS = st.sampled_from(
    [
        "a",
        "ketamine",
        "treatment-resistant",
        "0808_808_8000",
        "日本語",
        "é",
        "“half”",
        "—",
        "(NHS)",
        "well,",
        "─━┃",
        "x" * 30,
        "  ",
    ],
).map(lambda word: word.replace("_", " "))
TEXTS = st.lists(WORDS, max_size=12).map(lambda words: whole_numbers(" ".join(words)))
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40), st.sampled_from(["bold", "soft", f"{TARGET}1"])), max_size=4)


def both(text: str, spans: Iterable[tuple[int, int, str]]) -> tuple[Styled, Content]:
    inside = [(start, min(start + length, len(text)), style) for start, length, style in spans if start < len(text)]
    return Styled(text, spans=tuple(inside)), Content(text, [TextualSpan(*span) for span in inside])


def ours(text: Styled) -> list[tuple[str, list[str]]]:
    """Each character and its styles, the last on top."""
    spans = text.spans
    return [(char, [style for start, end, style in spans if start <= at < end]) for at, char in enumerate(text.plain)]


def theirs(text: Content) -> list[tuple[str, list[str]]]:
    spans = text.spans
    return [(char, [str(style) for start, end, style in spans if start <= at < end]) for at, char in enumerate(text.plain)]


@given(TEXTS, SPANS, st.integers(8, 60))
def test_rows_break_where_textual_breaks_them(text: str, spans: list[tuple[int, int, str]], width: int) -> None:
    mine, textual = both(text, spans)
    assert [*map(ours, mine.wrap(width))] == [*map(theirs, textual.wrap(width))]


def test_lines_stay_apart_when_they_are_wrapped() -> None:
    assert [row.plain for row in Styled("Wales\n(your choice)\n", "strong").wrap(8)] == ["Wales", "(your", "choice)", ""]


@given(TEXTS, SPANS, st.integers(0, 40), st.integers(0, 40))
def test_a_part_keeps_its_styles(text: str, spans: list[tuple[int, int, str]], first: int, length: int) -> None:
    mine, textual = both(text, spans)
    assert ours(mine[first : first + length]) == theirs(textual[first : first + length])
    assert ours(mine[:first] + mine[first:]) == ours(mine)


@given(st.lists(st.tuples(TEXTS, SPANS), max_size=4), TEXTS)
def test_parts_are_joined_with_their_styles(parts: list[tuple[str, list[tuple[int, int, str]]]], joint: str) -> None:
    pairs = [both(*part) for part in parts if part[0]]
    joined = Styled(joint, "bold").join(mine for mine, _ in pairs)
    assert ours(joined) == theirs(Content.styled(joint, "bold").join(textual for _, textual in pairs))


@given(TEXTS, SPANS, st.integers(0, 80))
def test_runs_are_the_whole_text_with_the_names_of_its_styles(text: str, spans: list[tuple[int, int, str]], at: int) -> None:
    mine, _ = both(text, spans)
    drawn = mine.stylize("mark", at, at + 3).stylize_before("beneath")
    assert "".join(part for part, _ in drawn.runs()) == text
    said = [(char, [*names]) for part, names in drawn.runs() for char in part]
    assert said == [(char, [style for style in styles if not style.startswith(TARGET)]) for char, styles in ours(drawn)]


def test_a_row_is_padded_and_centred_by_its_columns() -> None:
    row = Styled("日本", "bold")
    assert (row.cell_length, row.pad(7).cell_length, row.pad(3)) == (4, 7, row)
    assert Styled("ab  ").centred(10).plain == "    ab"
    assert not Styled("").stylize("bold").spans
