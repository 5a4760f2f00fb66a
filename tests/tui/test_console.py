"""Debian's console font Uni2-Terminus has every character of every screen."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from msgspec import json

from ketaguide import crisis
from ketaguide.model.guide import Guide
from ketaguide.model.letters import LETTERS, PICTURE
from ketaguide.session import Session
from ketaguide.settings import Settings
from ketaguide.splash import _lines
from ketaguide.tui import glyphs
from ketaguide.tui.doc import Doc
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages import page as page_of
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.evidence import evidence_sheet
from ketaguide.tui.pages.listen import no_voice, voice_failed
from ketaguide.tui.pages.words import contact_sheet, term_sheet
from ketaguide.tui.theme import PLAIN
from tests.editions import EDITIONS
from tests.nations import NATIONS
from tests.render.compared import folds_of

from .conftest import places, rows
from .tour import tour, traveller

TABLE = Path(__file__).parents[1] / "data" / "uni2-terminus.txt"
SIZE = (80, 22)


def table() -> Iterator[str]:
    """The characters of the font."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            first, _, last = line.partition("-")
            yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


CONSOLE = frozenset(table())


def absent(texts: Iterable[str]) -> set[str]:
    """Characters of some texts that the font lacks."""
    return set().union(*texts) - CONSOLE - {"\n"}


def lines(doc: Doc | None) -> list[str]:
    """All lines of a page, also those below the screen."""
    assert doc is not None
    return [line.plain for line in lay_out(doc, SIZE[0]).lines]


def test_the_table_is_that_of_a_font_of_512_glyphs() -> None:
    assert len(CONSOLE) == 791
    assert set("aZ09£ŵŷ┌━●█▶") <= CONSOLE
    assert not set("✓✔☎▊▎▔▁⭘▏▀▄▌▪\N{GRINNING FACE}") & CONSOLE


def test_the_marks_of_the_screens_are_in_the_table() -> None:
    marks = {name: mark for name, mark in vars(glyphs).items() if name.isupper()}
    assert {name: mark for name, mark in marks.items() if absent([mark])} == {}


def test_every_character_the_checker_allows_is_in_the_font() -> None:
    assert absent([*LETTERS, *PICTURE]) == set()


def test_every_text_of_the_content_is_in_the_table(guides: tuple[Guide, ...]) -> None:
    for which in guides:
        assert absent([json.encode(which, enc_hook=lambda prose: prose.text).decode()]) == set()


@pytest.mark.parametrize("edition_id", EDITIONS)
def test_every_page_and_sheet_is_drawn_with_the_table_alone(guides: tuple[Guide, ...], edition_id: str) -> None:
    for which in guides:
        context = Context(which, Session(edition_id=edition_id))
        context.session.folds.update(*map(folds_of, context.view.pages()))
        docs = {place: page_of(place, context) for place in places(which)}
        assert {place: odd for place, doc in docs.items() if (odd := absent(lines(doc)))} == {}
        sheets = [term_sheet(context, term.id) for term in context.view.edition.glossary.terms]
        sheets += [contact_sheet(context, contact) for contact in which.contacts]
        sheets += [evidence_sheet(context, (claim,)) for claim in which.claims]
        for sheet in (*sheets, no_voice(context), voice_failed(context)):
            assert absent(lines(sheet)) == set(), sheet


@pytest.mark.parametrize("size", [(43, 13), (110, 30)])
async def test_every_screen_sheet_and_cover_is_drawn_with_the_table_alone_on_a_ground_of_its_own(
    guide: Guide, size: tuple[int, int]
) -> None:
    app = traveller(guide, Settings(theme=PLAIN, draws_more=False))
    async with app.run_test(size=size) as pilot:
        async for stop in tour(app, pilot):
            assert absent(rows(app)) == set(), stop
            for strip in app.screen._compositor.render_strips():
                grounds = {segment.style.bgcolor.is_default for segment in strip if segment.style and segment.style.bgcolor}
                assert grounds == {False}, f"{stop}: {strip.text!r} stands on whatever the terminal has"


def test_who_to_call_without_a_guide_is_said_with_the_table_alone() -> None:
    for nation in (None, *NATIONS):
        said = [*crisis.lines(nation), *crisis.short(nation), *_lines(nation, None)]
        assert "999" in " ".join(said)
        assert absent(said) == set()
