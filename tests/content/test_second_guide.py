"""The second guide keeps every rule, says the facts of the shipped one, and works in every view by its content alone.

What the views say of it is compared with the other guides: the fixture `guides` in tests/render, tests/tui and tests/site.
"""

import re
from collections.abc import Iterator

import msgspec

from ketaguide import crisis
from ketaguide.checking import check_guide
from ketaguide.loading.reader import read_guide
from ketaguide.model.evidence import Claim
from ketaguide.model.guide import Guide
from ketaguide.render.html import site
from ketaguide.render.plain_guide import guide_text
from ketaguide.resolve.view import GuideView
from ketaguide.settings import Settings
from ketaguide.tui import actions as a
from ketaguide.tui.app import GuideApp
from ketaguide.tui.screens.cover import Cover
from tests.conftest import ECT
from tests.kiosk.conftest import HOUR, Recorder, World
from tests.kiosk.state import memory
from tests.system.line_terminal import LineTerminal
from tests.system.terminal import Terminal
from tests.tui.conftest import places, screen_text
from tests.tui.test_banner import banner_is_bright_and_whole
from tests.unit.scripted import talk


def test_it_keeps_every_rule_and_nobody_is_said_to_have_reviewed_it() -> None:
    loaded = read_guide(ECT)
    assert loaded.problems == ()
    assert loaded.guide is not None
    assert [str(found) for found in check_guide(loaded.guide, loaded.places) if found.level != "info"] == []
    assert not any(msgspec.structs.asdict(loaded.guide.meta.review).values())


def figures(claim: Claim) -> Iterator[tuple[object, ...]]:
    """Each figure of a claim, whichever group comes first."""
    for figure in claim.figures:
        yield figure.measure, figure.outcome, figure.when, figure.who, frozenset(figure.arms)


def test_each_fact_rests_on_the_same_sources_with_the_same_figures_dates_and_certainty(ect: Guide, shipped: Guide) -> None:
    for claim in ect.claims.values():
        model = shipped.claims[claim.id]
        assert claim.verified
        assert sorted(figures(claim), key=str) == sorted(figures(model), key=str), claim.id
        for field in ("sources", "as_of", "certainty", "nations", "funding", "volatility"):
            assert getattr(claim, field) == getattr(model, field), f"{claim.id}: {field}"


def test_services_and_sources_are_those_of_the_shipped_guide(ect: Guide, shipped: Guide) -> None:
    assert {one: shipped.contacts[one] for one in ect.contacts} == ect.contacts
    assert {one: shipped.sources[one] for one in ect.sources} == ect.sources


def test_the_conversation_reads_every_page_of_it_to_its_end(ect: Guide) -> None:
    for page in ect.editions["en"].sections.values():
        said = " ".join(" ".join(talk(ect, page.title, *[""] * 20, "leave", width=80)).split())
        if page.id != crisis.HELP_PAGE:  # its name brings the numbers to call
            assert page.title in said
            assert "Last updated 26 November 2026." in said
        assert said.endswith("Talk: 116 123")


async def test_every_place_of_the_full_screen_has_a_bright_whole_banner_and_help_one_key_away(ect: Guide) -> None:
    app = GuideApp(Settings(content=ECT), ect)
    async with app.run_test(size=(80, 22)) as pilot:
        for place in places(ect):
            app.main.open(place)
            await pilot.pause()
            banner_is_bright_and_whole(app)
        await pilot.press("f1")
        await pilot.pause()
        assert "Get help now" in screen_text(app)


async def test_a_waiting_room_shows_it_and_forgets_its_reader(ect: Guide) -> None:
    world = World()
    kiosk = Recorder(Settings(content=ECT), ect, world.environment())
    async with kiosk.run_test(size=(80, 22)) as pilot:
        await pilot.pause()
        await kiosk.tick()
        fresh = memory(kiosk)
        await pilot.press("enter")
        kiosk.main.perform(a.Pick(("ask-memory",)))
        kiosk.main.perform(a.Open("section:side-effects"))
        await pilot.pause()
        assert "Side effects of ECT, and memory" in screen_text(kiosk)
        world.now += HOUR
        await kiosk.tick()
        world.now += HOUR
        await kiosk.tick()
        await pilot.pause()
        assert isinstance(kiosk.screen, Cover)
        assert memory(kiosk) == fresh


def test_the_program_itself_opens_it_full_screen_as_a_conversation_and_in_a_waiting_room() -> None:
    with Terminal(content=ECT) as terminal:
        terminal.sees("ECT for depression: plain facts, so you can decide").press("2").sees("Does ECT help, and for how long?")
    with Terminal("--kiosk", content=ECT) as terminal:
        terminal.sees("Press any key to start").press("enter").sees("What about my memory?")
    with LineTerminal("--plain", content=ECT) as terminal:
        assert "ECT for depression: a guide" in terminal.read()


def test_no_page_or_file_of_it_has_a_word_of_the_shipped_guides_topic(ect: Guide, shipped: Guide) -> None:
    own = " ".join(path.read_text(encoding="utf-8") for path in ECT.rglob("*.yaml")).casefold()
    names = {name.casefold() for term in shipped.editions["en"].glossary.terms for name in (term.term, *term.also)}
    foreign = {name for name in names if len(name) > 3 and name not in own}
    assert len(foreign) > 100
    found = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(foreign)))})(?![\w-])")
    texts = {file.path: file.text for file in site(ect)} | {"plain text": "".join(guide_text(GuideView(ect), 72))}
    said = {name: set(found.findall(text.casefold())) for name, text in texts.items()}
    assert {name: words for name, words in said.items() if words} == {}
    assert {shipped.meta.title in text for text in texts.values()} == {False}
