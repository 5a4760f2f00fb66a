"""Facts of a study: said with every figure, or named right after a figure that says them; none is lost."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from msgspec import structs

from ketaguide.conversation.page import PageReader
from ketaguide.model.block import Block, FactBox, IconArray, Paragraph
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.model.interface.shared import Labels
from ketaguide.model.prose import Prose, Span
from ketaguide.model.walk import structs as model_structs
from ketaguide.render.flow import opening, text_of
from ketaguide.render.plain_blocks import blocks
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.block import Resolved, ResolvedFold, resolve_blocks
from ketaguide.resolve.evidence import Fact, ResolvedFigure, figure_facts
from ketaguide.resolve.fact_box import ResolvedFactBox
from ketaguide.resolve.section import resolve_section
from ketaguide.resolve.view import GuideView
from tests.render.compared import READERS
from tests.unit.scripted import talk

NAMED = "How sure we are, who was studied and who paid"
Studied = ResolvedFigure | ResolvedFactBox


@pytest.fixture
def picture(guide: Guide) -> IconArray:
    return next(block for block in guide.editions["en"].sections["every-kind"].blocks if isinstance(block, IconArray))


@pytest.fixture
def box(guide: Guide) -> FactBox:
    return next(block for block in guide.editions["en"].sections["every-kind"].blocks if isinstance(block, FactBox))


def facts(guide: Guide, *these: Block) -> list[list[tuple[str, str]]]:
    found = (block.body for block in resolve_blocks(these, GuideView(guide)))
    return [[(fact.name, fact.text) for fact in body.facts] for body in found if isinstance(body, Studied)]


def test_of_two_pictures_side_by_side_of_one_study_the_second_names_what_the_first_says(
    guide: Guide, picture: IconArray
) -> None:
    first, second = facts(guide, picture, picture)
    assert [name for name, _ in first] == ["How sure we are", "Who was studied", "Who paid"]
    assert second == [(NAMED, "as for the figures just before.")]


def test_a_picture_right_after_the_fact_box_that_holds_its_figures_names_the_box(
    guide: Guide, box: FactBox, picture: IconArray
) -> None:
    row = structs.replace(picture, claim=box.better[0].claim, measure=box.better[0].measure)
    assert facts(guide, box, row)[1] == [(NAMED, f'as in "{box.title}".')]
    other = structs.replace(picture, claim="syrup-remission", measure="remission")
    assert [name for name, _ in facts(guide, box, other)[1]] == ["How sure we are", "Who was studied", "Who paid"]


def test_a_fact_box_right_after_another_names_what_they_share_and_always_says_when_it_was_checked(
    guide: Guide, box: FactBox
) -> None:
    first, second = facts(guide, box, structs.replace(box, title="Another"))
    assert ("", "It does not say what you should do.") in first
    named, checked = second
    assert named == ("Who was studied, who paid and how sure we are", f'as in "{box.title}".')
    assert checked in first
    assert checked[1].startswith("Facts checked")


def test_after_anything_but_a_figure_all_facts_are_said_again(guide: Guide, picture: IconArray) -> None:
    between = Paragraph(Prose((Span("Something else."),)))
    first, second = facts(guide, picture, between, picture)
    assert first == second


def test_one_fact_alone_is_said_again_since_to_name_it_is_no_shorter(guide: Guide, picture: IconArray) -> None:
    other = structs.replace(guide.claims[picture.claim], id="other", funding="Somebody else paid.", certainty="high")
    changed = structs.replace(guide, claims={**guide.claims, "other": other})
    assert "Who was studied" in [name for name, _ in facts(changed, picture, structs.replace(picture, claim="other"))[1]]


def test_a_text_that_begins_at_the_second_picture_says_all_of_the_study(guide: Guide, picture: IconArray) -> None:
    view = GuideView(guide)
    chunks = list(blocks(resolve_blocks((picture, picture, picture), view), PlainWriter(view, 40)))
    said = text_of(opening(chunks[1:]))
    assert said.count("Who paid: The makers of test syrup") == 1
    assert said.count("as for the figures just") == 1
    assert text_of(opening(chunks)) == text_of(chunks)


def test_a_page_opened_in_the_conversation_at_a_picture_says_all_of_its_study(shipped: Guide) -> None:
    at = PageReader("risks", heading="Common effects that pass", sentence="Feeling sick (nausea): 28 out of 100 people")
    opened = talk(shipped, about=at)[0]
    assert "Feeling sick (nausea): 28" in opened
    assert "Who paid: The company that sells" in opened
    read_on = talk(shipped, *[""] * 6, about=PageReader("risks"))
    assert "as for the figures just before" in " ".join(" ".join(read_on).split()), "whoever reads on has heard it"


def figures(these: Iterable[Resolved]) -> Iterator[Studied]:
    for block in these:
        if isinstance(block.body, Studied):
            yield block.body
        elif isinstance(block.body, ResolvedFold):
            yield from figures(block.body.blocks)


def cited(guide: Guide, page: object, labels: Labels) -> Iterator[Fact]:
    """All facts of the studies of a page, from its claims."""
    for _, one in model_structs(page):
        rows = [one] if isinstance(one, IconArray) else [*one.better, *one.worse] if isinstance(one, FactBox) else []
        for claim, measure in ((guide.claims[row.claim], row.measure) for row in rows if row.claim):
            if figure := claim.figure(measure):
                yield from figure_facts(figure, claim, labels)


def says(words: str, fact: Fact) -> bool:
    """True if words hold a fact; a box says how sure in its rows, whose judgement below them, and who paid in one sentence."""
    parts = fact.text.rstrip(").").split(" (") if fact.name == "How sure we are" else [fact.text.rstrip(".")]
    return all(part.lower() in words.lower() for part in parts)


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_of_a_page_gets_every_fact_of_its_studies(shipped: Guide, reader: tuple[EditionId, Nation | None]) -> None:
    view = GuideView(shipped, *reader)
    for page in view.pages():
        found = list(figures(resolve_section(page, view).blocks))
        for before, figure in pairwise([None, *found]):
            assert figure
            left_out = [fact for fact in figure.alone if fact not in figure.facts]
            lost = [fact for fact in left_out if not says(str(before), fact)]
            assert not lost, f"{page.id}: the figure before does not say {lost}"
        said = " ".join(str(figure._replace(alone=())) for figure in found)
        assert [fact for fact in cited(shipped, page, view.labels) if not says(said, fact)] == [], page.id
