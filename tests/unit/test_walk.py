"""The walk over values of the model, used by search, checker and reading times."""

from ketaguide.model.block import BulletList, Details, Diagram, IconArray, Myth, OptionsTable, Paragraph, TableOption
from ketaguide.model.prose import Prose, Span
from ketaguide.model.walk import cites_in, links_in, structs, texts


def prose(text: str, target: str = "") -> Prose:
    """One run of words, a link to a word explained where it has a target."""
    return Prose((Span(text, False, "term", target) if target else Span(text),))


FOLD = Details(
    title="More",
    blocks=(
        Paragraph(text=prose("First.", "word"), cites=("one",)),
        BulletList(items=(prose("Second."), prose("Third.", "other")), cites=("two",)),
    ),
    cites=("fold",),
)
PAGE = (FOLD, IconArray(claim="three", measure="response", words=prose("Fourth."), labels=("This", "That")))


def test_everything_with_fields_is_met_before_what_is_inside_it_and_says_where_it_stands() -> None:
    assert [(path, type(part).__name__) for path, part in structs(PAGE)] == [
        ((0,), "Details"),
        ((0, "blocks", 0), "Paragraph"),
        ((0, "blocks", 1), "BulletList"),
        ((1,), "IconArray"),
    ]


def test_claims_are_named_in_reading_order_and_a_picture_rests_on_its_own() -> None:
    assert list(cites_in(PAGE)) == ["fold", "one", "two", "three"]


def test_links_of_one_kind_are_found_in_lists_too() -> None:
    assert list(links_in(PAGE, "term")) == ["word", "other"]
    assert list(links_in(PAGE, "section")) == []


def test_a_reader_is_told_the_words_and_not_the_ids() -> None:
    assert [str(text) for text in texts(PAGE)] == ["More", "First.", "Second.", "Third.", "Fourth.", "This", "That"]
    myth = Myth(saying="It cures.", verdict="No.", evidence=(prose("It fades."),), answers=("id-of-a-saying",))
    assert [str(text) for text in texts(myth)] == ["It cures.", "No.", "It fades."]


def test_the_answers_of_an_option_are_words() -> None:
    option = TableOption(name="Carry on", answers=(prose("Free."),), cites=("cost",))
    table = OptionsTable(title="Choices", questions=("What does it cost?",), options=(option,), cites=("all",))
    assert "Free." in [str(text) for text in texts(table)]
    assert list(cites_in(table)) == ["all", "cost"]


def test_a_field_can_be_passed_over() -> None:
    diagram = Diagram(title="How it works", picture="[x]", alternative=prose("In words."))
    assert [str(text) for text in texts(diagram, frozenset({"picture"}))] == ["How it works", "In words."]
