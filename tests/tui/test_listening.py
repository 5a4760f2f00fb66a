"""Reading a page aloud: one action starts it, any other stops it, and the text being read is marked."""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ketaguide.devices import speech
from ketaguide.model.guide import Guide
from ketaguide.render.spoken import SpeechNormalizer
from ketaguide.settings import Settings
from ketaguide.tui import actions, glyphs
from ketaguide.tui.app import GuideApp
from ketaguide.tui.kiosk import KioskApp
from ketaguide.tui.kiosk_environment import KioskEnvironment
from ketaguide.tui.narration import narrate
from ketaguide.tui.pages import page as page_of
from ketaguide.tui.screens.cover import Cover
from ketaguide.tui.widgets.bars import CrisisBanner, FootBar
from tests.conftest import KITCHEN_SINK
from tests.speaking import calls, running, stand_in

from .conftest import click_on, page, places, rows, screen_text, until
from .tour import tour, traveller

SIZE = (80, 22)
PLACE = "First part · Page 2 of 5"
"""First words of the page that is read."""


@pytest.fixture
def voice(app: GuideApp, tmp_path: Path) -> Path:
    """A voice that speaks until it is killed."""
    app.find_voices = lambda: speech.voices([tmp_path])
    return stand_in(tmp_path, "espeak-ng", waits=True)


def marked(app: GuideApp) -> list[str]:
    """Rows of the page marked as being read."""
    region = page(app).region
    lines = [row[region.x : region.right] for row in rows(app)[region.y : region.bottom]]
    return [line[2:].strip() for line in lines if line[1] in (glyphs.BAR, glyphs.HERE)]


async def begin(pilot: Pilot[None], app: GuideApp, place: str = "section:every-kind") -> None:
    app.main.open(place)
    await pilot.pause()
    await pilot.press("f5")
    await until(pilot, lambda: bool(marked(app)))


async def test_reading_aloud_never_starts_by_itself(app: GuideApp, guide: Guide, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for place in places(guide):
            app.main.open(place)
            await pilot.pause()
        assert calls(voice.parent) == []


async def test_the_page_is_read_from_its_place_and_title_and_the_screen_says_how_to_stop(app: GuideApp, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, app)
        await until(pilot, lambda: bool(calls(voice.parent)))
        assert calls(voice.parent)[0][-1] == "First part, Page 2 of 5, 3 minute read."
        assert [text.text for text in app._texts[:2]] == [calls(voice.parent)[0][-1], "Every kind of block: a test page."]
        assert [row[: len(PLACE)] for row in marked(app)] == [PLACE]
        assert "Reading aloud. Any key stops it." in screen_text(app)


async def test_any_key_stops_it(app: GuideApp, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for key in ("f5", "f1", "f2", "f6", "f7", "down", "tab", "enter", "space", "x", "escape", "3"):
            await begin(pilot, app)
            await pilot.press(key)
            await until(pilot, lambda: not running(voice))
            assert "Reading aloud. Any key" not in screen_text(app), key
            assert page(app).narrated == -1, key
            assert app.main.here == "help-now" or key != "f1", "F1 still means help"


async def test_any_tap_stops_it(app: GuideApp, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for where in (CrisisBanner, FootBar, "#page"):
            await begin(pilot, app)
            await pilot.click(where)
            await until(pilot, lambda: not running(voice))
            assert app.main.here == "help-now" or where is not CrisisBanner


async def test_the_bar_under_every_page_and_sheet_starts_and_stops_it_by_touch(guide: Guide, tmp_path: Path) -> None:
    app = traveller(guide)
    app.find_voices = lambda: speech.voices([tmp_path])
    voice = stand_in(tmp_path, "espeak-ng", waits=True)
    tried = {"home", "view", "answered, wrong", "questions, some picked", "a word", "how we know", "search, results"}
    silent = set()
    async with app.run_test(size=(43, 13)) as pilot:
        async for stop in tour(app, pilot):
            bar = next(iter(app.screen.query(FootBar)), None)
            if bar is None or isinstance(app.screen, Cover) or stop == "read aloud":
                silent.add(stop)
                continue
            for _ in range(6):
                if "F5 Listen" in (foot := rows(app)[bar.region.y]):
                    break
                await pilot.click(bar, offset=(foot.index("More") - bar.region.x + 1, 0))
                await pilot.pause()
            assert "F5 Listen" in foot, stop
            if stop not in tried:
                continue
            where = (foot.index("F5 Listen") - bar.region.x + 1, 0)
            await pilot.click(bar, offset=where)
            await until(pilot, lambda: bool(running(voice)))
            await pilot.click(bar, offset=where)
            await until(pilot, lambda: not running(voice))
            tried.remove(stop)
    assert tried == set()
    assert silent == {"read aloud", "a code", "hidden", "waiting", "quiet", "cleaning", "anyone there"}


async def test_the_link_on_a_page_starts_and_stops_it_by_touch(app: GuideApp, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        await click_on(pilot, app, "Listen to this page")
        await until(pilot, lambda: bool(marked(app)))
        await click_on(pilot, app, "Listen to this page")
        await until(pilot, lambda: not running(voice))
        await pilot.pause()
        assert marked(app) == []


async def test_another_page_another_screen_or_the_end_stops_it(app: GuideApp, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for change in (actions.Open("about"), actions.SetTheme("night"), actions.ShowContact("samaritans")):
            await begin(pilot, app)
            app.main.perform(change)
            await until(pilot, lambda: not running(voice))
        await pilot.press("f7")
        await begin(pilot, app)
    assert not running(voice)


async def test_any_key_and_a_reset_stop_reading_aloud_in_a_kiosk(guide: Guide, tmp_path: Path) -> None:
    kiosk = KioskApp(Settings(content=KITCHEN_SINK), guide, KioskEnvironment())
    voice = stand_in(tmp_path, "espeak-ng", waits=True)
    kiosk.find_voices = lambda: speech.voices([tmp_path])
    async with kiosk.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        for key in ("x", "ctrl+c", "f1", "f5"):
            await begin(pilot, kiosk)
            await pilot.press(key)
            await until(pilot, lambda: not running(voice))
            await pilot.pause()
            assert page(kiosk).narrated == -1, key
        await begin(pilot, kiosk)
        await kiosk.reset()
        await until(pilot, lambda: not running(voice))


async def test_a_sheet_is_read_too(app: GuideApp, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.main.perform(actions.ShowContact("samaritans"))
        await pilot.pause()
        await pilot.press("f5")
        await until(pilot, lambda: bool(calls(voice.parent)))
        assert "Samaritans" in calls(voice.parent)[0][-1]


async def test_a_hidden_page_is_not_read(app: GuideApp, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f9", "f5")
        await pilot.pause()
        assert app.screen is app.main
        assert calls(voice.parent) == []


async def test_what_is_read_is_marked_without_colour_and_stays_in_view(app: GuideApp, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    stand_in(tmp_path, "espeak-ng", pipe=pipe)
    app.find_voices = lambda: speech.voices([tmp_path])
    async with app.run_test(size=(43, 15)) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        texts = narrate(page(app).doc, SpeechNormalizer(app.context.guide, app.context.view.edition.speech))
        await pilot.press("f5")
        for number, utterance in enumerate(texts[:40], 1):
            await until(pilot, lambda: len(calls(tmp_path)) == number)  # noqa: B023  (before it, the last voice may read the pipe)
            await until(pilot, lambda: page(app).narrated == utterance.piece and bool(marked(app)))  # noqa: B023
            pipe.write_text("go on")
        assert page(app).scroll_row > 0
        assert len(calls(tmp_path)) >= 40
        await pilot.press("f5")


async def test_reading_aloud_starts_at_the_first_visible_text(app: GuideApp, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.main.open("section:every-kind")
        await pilot.press("pagedown", "pagedown")
        top = page(app).scroll_row
        await pilot.press("f5")
        await until(pilot, lambda: bool(marked(app)))
        assert page(app)._layout.starts[page(app).narrated + 1] > top
        start = page(app)._layout.starts[page(app).narrated]
        assert not any(line.plain.strip(" ━─┃[0123456789]") for line in page(app)._layout.lines[top:start])


async def test_at_the_end_every_text_was_spoken_and_the_mark_is_removed(app: GuideApp, tmp_path: Path) -> None:
    stand_in(tmp_path, "espeak-ng")
    app.find_voices = lambda: speech.voices([tmp_path])
    async with app.run_test(size=SIZE) as pilot:
        app.main.open("section:risks")
        await pilot.pause()
        normalizer = SpeechNormalizer(app.context.guide, app.context.view.edition.speech)
        texts = [said.text for said in narrate(page(app).doc, normalizer)]
        await pilot.press("f5")
        await until(pilot, lambda: len(calls(tmp_path)) == len(texts) and page(app).narrated == -1)
        assert [words[-1] for words in calls(tmp_path)] == texts


async def test_a_larger_window_keeps_the_mark(app: GuideApp, voice: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, app)
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: app.size == (120, 40) and [row[: len(PLACE)] for row in marked(app)] == [PLACE])
        assert running(voice)


async def test_without_a_voice_a_sheet_says_how_to_get_one(app: GuideApp, tmp_path: Path) -> None:
    app.find_voices = lambda: speech.voices([tmp_path])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert "sudo apt install espeak-ng" in screen_text(app)
        await pilot.press("enter")
        assert app.screen is app.main


async def test_a_failing_voice_is_reported(app: GuideApp, tmp_path: Path) -> None:
    stand_in(tmp_path, "espeak-ng", fails=True)
    app.find_voices = lambda: speech.voices([tmp_path])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "cannot be heard" in screen_text(app))


def test_every_place_can_be_read_aloud_without_drawing_characters(app: GuideApp, guide: Guide) -> None:
    normalizer = SpeechNormalizer(guide, guide.editions["en"].speech)
    drawn = set(glyphs.FRAME + glyphs.HEAVY + glyphs.PERSON + glyphs.FOLDED + glyphs.UNFOLDED + glyphs.BULLET)
    for place in places(guide):
        said = narrate(page_of(place, app.context), normalizer)
        assert said, place
        assert not drawn & set("".join(text.text for text in said)), place


def test_help_is_read_aloud_with_its_level_and_numbers(app: GuideApp, guide: Guide) -> None:
    normalizer = SpeechNormalizer(guide, guide.editions["en"].speech)
    said = [text.text for text in narrate(page_of("help-now", app.context), normalizer)]
    assert any(text.startswith("Emergency: Call nine nine nine") for text in said)
    assert any("1 1 6, 1 2 3" in text for text in said)
