"""Nobody breaks out of a kiosk by keyboard or mouse."""

from typing import Any

from textual import events
from textual.app import App
from textual.keys import Keys
from textual.pilot import Pilot

from ketaguide.devices.speech import Voice
from ketaguide.tui import actions as a
from ketaguide.tui.keys import KEYS, allowed_actions, is_allowed
from ketaguide.tui.screens.cover import Cover
from tests.tui.conftest import screen_text

from .conftest import Recorder

NAMED = sorted({key.value.strip("<>") for key in Keys})
HELD = [f"{held}+{key}" for held in ("ctrl", "alt", "super", "ctrl+shift", "alt+shift") for key in "abcdefghijklmnopqrstuvwxyz"]


async def test_every_key_there_is_leaves_the_kiosk_running_and_reaches_only_what_is_allowed(kiosk: Recorder) -> None:
    async with kiosk.run_test(size=(80, 22)) as pilot:
        for key in [*NAMED, *HELD, *(f"f{number}" for number in range(1, 25))]:
            kiosk.post_message(events.Key(key, None))
            await pilot.pause()
            assert kiosk.is_running
        await pilot.press("f1")
        assert "Samaritans: talk at any hour." in screen_text(kiosk)
    mine = {action for owner, action in kiosk.reached if owner == "Recorder"}
    assert mine <= allowed_actions()
    others = {owner for owner, action in kiosk.reached}
    assert others == {"Recorder", "DocView"}, "the guide itself and its pages"


async def test_no_key_that_closes_copies_or_opens_a_palette_does_anything(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.press("enter", "f2")
    before = screen_text(kiosk)
    for key in ("ctrl+q", "ctrl+c", "ctrl+p", "ctrl+z", "ctrl+s", "f10", "super+c", "ctrl+backslash", "f12"):
        await pilot.press(key)
        await pilot.pause()
        assert kiosk.is_running, key
        assert screen_text(kiosk) == before, key


async def test_nothing_that_textual_can_do_to_an_app_can_be_reached(kiosk: Recorder) -> None:
    names = [name.removeprefix("action_") for name in dir(App) if name.startswith("action_")]
    assert "quit" in names
    assert "screenshot" in names
    async with kiosk.run_test(size=(80, 22)) as pilot:
        before = screen_text(kiosk)
        for name in set(names) - allowed_actions():
            assert not await kiosk.run_action(name, kiosk)
        await pilot.pause()
        assert kiosk.is_running
        assert screen_text(kiosk) == before


async def test_a_page_that_asked_to_close_the_guide_would_be_ignored(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    kiosk.main.perform(a.Close())
    await pilot.pause()
    assert kiosk.is_running


async def test_keys_that_close_the_guide_are_not_named_on_the_screen(kiosk: Recorder) -> None:
    async with kiosk.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        assert "F10" not in screen_text(kiosk)
        await kiosk.run_action("open('keys')", kiosk)
        await pilot.pause()
        assert "F10" not in screen_text(kiosk)


async def test_a_paste_types_nothing(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    before = screen_text(kiosk)
    kiosk.post_message(events.Paste("1"))
    await pilot.pause()
    assert screen_text(kiosk) == before


async def test_dragging_selects_and_copies_nothing(kiosk: Recorder, pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    await pilot.mouse_down(offset=(5, 5))
    await pilot.hover(offset=(40, 12))
    await pilot.mouse_up(offset=(40, 12))
    await pilot.press("ctrl+c")
    assert kiosk.screen.selections == {}
    assert kiosk.clipboard == ""


async def test_the_crisis_banner_of_a_cover_opens_help(kiosk: Recorder, pilot: Pilot[None]) -> None:
    assert isinstance(kiosk.screen, Cover)
    await pilot.click("CrisisBanner")
    await pilot.pause()
    assert "Samaritans: talk at any hour." in screen_text(kiosk)


def test_the_lock_is_made_from_the_table_of_keys() -> None:
    closed = [name for key in KEYS if not key.kiosk for name in key.key.split(",")]
    assert closed == ["f10", "ctrl+q", "ctrl+c"]
    assert not any(is_allowed(name, None) for name in [*closed, "ctrl+p", "ctrl+z", "f5f", "f11", "escape+x"])
    assert all(is_allowed(name, None) for key in KEYS if key.kiosk for name in key.key.split(","))
    assert is_allowed("a", "a")  # there is a field to search in
    assert not is_allowed("ctrl+a", "\x01")


def test_nothing_is_bound_that_the_table_does_not_name() -> None:
    bound: dict[str, Any] = Recorder._merged_bindings.key_to_bindings if Recorder._merged_bindings else {}
    names = {name for key in KEYS if key.kiosk for name in key.key.split(",")} | {"f12"}
    assert set(bound) == names


async def test_pressing_listen_repeatedly_without_a_voice_opens_one_sheet(kiosk: Recorder) -> None:
    def no_voices() -> list[Voice]:
        return []

    kiosk.find_voices = no_voices
    async with kiosk.run_test(size=(80, 22)) as pilot:
        await pilot.press("enter", "f5")
        said = screen_text(kiosk)
        deep = len(kiosk.screen_stack)
        await pilot.press(*["f5"] * 5)
        assert (screen_text(kiosk), len(kiosk.screen_stack)) == (said, deep)
        await pilot.press("f7")
        assert kiosk.screen is kiosk.main
