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
from tests.conftest import KITCHEN_SINK
from tests.tui.conftest import screen_text

from .conftest import HOUR, Recorder, World


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that prints into the file `paper`, and counts in `printed` how often it was asked to."""
    program = tmp_path / "lp"
    program.write_text(f"#!/bin/sh\necho >> {tmp_path}/printed\nexec /bin/cat > {tmp_path}/paper\n")
    program.chmod(0o755)
    monkeypatch.setattr(print_text, "__defaults__", ((program,), 20))
    return program


def copies(lp: Path) -> int:
    return len(lp.with_name("printed").read_text())


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
    kiosk: Recorder, world: World, pilot: Pilot[None], lp: Path
) -> None:
    await pilot.press("enter")
    for _ in range(3):
        assert "Sent to the printer: Room." in await prints(pilot, kiosk)
    assert "You can print again in about 10 minutes." in await prints(pilot, kiosk)
    assert copies(lp) == 3
    world.now += 601
    kiosk.idle.enter(Phase.READING, world.now)
    assert "Sent to the printer" in await prints(pilot, kiosk)


async def test_the_next_reader_may_print_but_not_more_than_twenty_copies_leave_the_machine_in_an_hour(
    kiosk: Recorder, world: World, pilot: Pilot[None], lp: Path
) -> None:
    for _ in range(16):
        kiosk.prints.add(world.now)  # by readers before
    for _ in range(2):
        await pilot.press("enter")
        said = [await prints(pilot, kiosk) for _ in range(3)]
        assert "Sent to the printer" in said[0]
        await kiosk.reset()
        await pilot.pause()
    assert copies(lp) == 4
    world.now += HOUR
    await pilot.press("enter")
    assert "Sent to the printer" in await prints(pilot, kiosk)


async def test_a_printer_that_refuses_may_be_tried_again(kiosk: Recorder, pilot: Pilot[None], lp: Path) -> None:
    lp.write_text(lp.read_text().replace("exec", "echo out of paper >&2; exit 1;"))
    await pilot.press("enter")
    for _ in range(5):
        assert "out of paper" in await prints(pilot, kiosk)
    assert copies(lp) == 5


async def test_the_paper_has_what_this_reader_picked_and_lines_to_write_on_for_the_next(
    kiosk: Recorder, pilot: Pilot[None], lp: Path
) -> None:
    paper = lp.with_name("paper")
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
