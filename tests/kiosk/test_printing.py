"""Printing in a waiting room: a few times for each reader, and a limited number of times in an hour for all of them."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ketaguide.devices.printer import print_text
from ketaguide.loading.site_merge import with_site
from ketaguide.model.guide import Guide
from ketaguide.model.overlay import Overlay
from ketaguide.session.idle import Phase
from ketaguide.settings import Settings
from ketaguide.tui import actions as a
from tests.tui.conftest import screen_text

from .conftest import HOUR, KITCHEN_SINK, Recorder, World

LP = "#!/bin/sh\necho >> {folder}/printed\n{then}\n"


def lp(folder: Path, monkeypatch: pytest.MonkeyPatch, then: str = "exec /bin/cat > /dev/null") -> Path:
    """Make a program that counts how often it was asked to print."""
    program = folder / "lp"
    program.write_text(LP.format(folder=folder, then=then))
    program.chmod(0o755)
    monkeypatch.setattr(print_text, "__defaults__", ((program,), 20))
    return folder / "printed"


@pytest.fixture
def kiosk(guide: Guide, world: World) -> Recorder:
    return Recorder(Settings(content=KITCHEN_SINK), with_site(guide, Overlay(name="Elm", printer="Room")), world.environment())


async def prints(pilot: Pilot[None], kiosk: Recorder) -> str:
    """Print once, and say what the screen says then."""
    kiosk.main.perform(a.Print())
    await kiosk.workers.wait_for_complete()
    await pilot.pause()
    said = screen_text(kiosk)
    await pilot.press("enter")
    return said


async def test_a_reader_prints_a_few_times_and_is_told_when_again(
    kiosk: Recorder, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = lp(tmp_path, monkeypatch)
    async with kiosk.run_test(size=(80, 22)) as pilot:
        await pilot.press("enter")
        for _ in range(3):
            assert "Sent to the printer: Room." in await prints(pilot, kiosk)
        assert "You can print again in about 10 minutes." in await prints(pilot, kiosk)
        assert len(printed.read_text()) == 3
        world.now += 601
        kiosk.idle.enter(Phase.READING, world.now)
        assert "Sent to the printer" in await prints(pilot, kiosk)


async def test_the_next_reader_may_print_but_not_more_than_twenty_copies_leave_the_machine_in_an_hour(
    kiosk: Recorder, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = lp(tmp_path, monkeypatch)
    async with kiosk.run_test(size=(80, 22)) as pilot:
        for reader in range(8):
            await pilot.press("enter")
            said = [await prints(pilot, kiosk) for _ in range(3)]
            assert ("Sent to the printer" in said[0]) is (reader < 7), reader
            await kiosk.reset()
            await pilot.pause()
        assert len(printed.read_text()) == 20
        world.now += HOUR
        await pilot.press("enter")
        assert "Sent to the printer" in await prints(pilot, kiosk)


async def test_a_printer_that_refuses_may_be_tried_again(
    kiosk: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = lp(tmp_path, monkeypatch, then="echo out of paper >&2; exit 1")
    async with kiosk.run_test(size=(80, 22)) as pilot:
        await pilot.press("enter")
        for _ in range(5):
            assert "out of paper" in await prints(pilot, kiosk)
        assert len(printed.read_text()) == 5


async def test_the_paper_has_what_this_reader_picked_and_lines_to_write_on_for_the_next(
    kiosk: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lp(tmp_path, monkeypatch, f"exec /bin/cat > {tmp_path}/paper")
    paper = tmp_path / "paper"
    async with kiosk.run_test(size=(80, 22)) as pilot:
        await pilot.press("enter")
        kiosk.context.session.matters.toggle("how-soon")
        kiosk.context.session.compared.toggle("wait")
        await prints(pilot, kiosk)
        assert "What matters most to me\n\n1. How soon it may work\n" in paper.read_text()
        assert "1. Wait\n\n   Good for me: ____" in paper.read_text()
        await kiosk.reset()
        await pilot.press("enter")
        await prints(pilot, kiosk)
        assert "What matters most to me\n\n\n1. ____" in paper.read_text()
        assert "How soon" not in paper.read_text()
        assert "Wait" not in paper.read_text()
