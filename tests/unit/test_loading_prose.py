"""Markup of prose, and the spans it is parsed into."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketaguide.loading import prose
from ketaguide.loading.prose import LONGEST, ProseError, parse_prose
from ketaguide.model.prose import Span


def test_plain_words_are_one_span() -> None:
    assert parse_prose("Ask your GP.").spans == (Span("Ask your GP."),)


def test_lines_and_spaces_run_together() -> None:
    assert parse_prose("  Ask\n  your   GP. ").text == "Ask your GP."


def test_strong_words_and_links_become_spans() -> None:
    spans = parse_prose("A **big** [word](term:remission), [page](section:risks) and [call](contact:999).").spans
    assert spans == (
        Span("A "),
        Span("big", strong=True),
        Span(" "),
        Span("word", scheme="term", target="remission"),
        Span(", "),
        Span("page", scheme="section", target="risks"),
        Span(" and "),
        Span("call", scheme="contact", target="999"),
        Span("."),
    )


def test_a_link_may_name_a_place_on_a_page() -> None:
    assert parse_prose("[options](section:next-steps#at-a-glance)").spans == (
        Span("options", scheme="section", target="next-steps", place="at-a-glance"),
    )


def test_a_link_may_be_strong() -> None:
    assert parse_prose("**[999](contact:999)**").spans == (Span("999", True, "contact", "999"),)


@pytest.mark.parametrize(
    "text",
    ["[b]", "[/b]", "[@click=app.quit]x[/]", "a_b_c", "`code`", "<b>", "&lt;", "# no", "~~x~~", "![", "a\\*b", "[x][y]", "{n}"],
)
def test_other_markup_is_letters(text: str) -> None:
    assert parse_prose(text).spans == (Span(text),)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "the text is empty", "write it, or remove the field"),
        (" \n ", "the text is empty", "write it, or remove the field"),
        (
            "some *slanted* words",
            "only **strong** and [links](term:id) are allowed",
            "write ** at both ends of the words, or remove the single *",
        ),
        ("[a](https://example.org)", "the link 'https://example.org' leads out of the guide", "write [words](contact:id)"),
        ("[a](term:)", "the link 'term:' is not one the guide can follow", "write one of [words](term:id)"),
        ("[a](javascript:alert)", "the link 'javascript:alert' is not one the guide can follow", "write one of"),
        ('[a](term:x "title")', "the link 'term:x' is not one the guide can follow", "write one of"),
        ("see [](term:x)", "the link to 'x' has no words", "write them between the square brackets"),
        ("x" * (LONGEST + 1), "the text is longer than 5,000 characters", "make several paragraphs of it"),
        ("[" * 4000 + "](" * 450 + "x", "", ""),
    ],
)
def test_what_cannot_be_shown_is_refused_with_advice(text: str, message: str, hint: str) -> None:
    if not message:  # only must end, and soon
        parse_prose(text)
        return
    with pytest.raises(ProseError) as raised:
        parse_prose(text)
    assert raised.value.message == message
    assert raised.value.hint.startswith(hint)


PIECES = [
    "**", "*", "_", "[a b](term:x-1)", "[b](section:q#w)", "[c](contact:c#d)", "[", "]", "(", ")", "(term:x)", "a", "é", " ",
    "!", ".", ":", "£", "&amp;", "<b>", "`", "\\", "#", "**bold one**", "**bold.**", "**[q](term:r)**",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(lambda pieces: " ".join("".join(pieces).split())))
def test_simple_prose_is_read_without_the_parser_and_as_the_parser_reads_it(text: str) -> None:
    simple = prose._simple(text)
    assert simple is None or simple == tuple(prose._spans(prose._parser().parseInline(text)[0].children or ()))


def test_plain_links_and_strong_words_need_no_parser() -> None:
    assert prose._simple("See [the risks](section:risks#how-bad). **Ask.** **[Words](term:words):** not (**sure**)") is not None
