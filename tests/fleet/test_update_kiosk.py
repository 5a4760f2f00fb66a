"""A waiting room takes installed content at its next reset, and says when updates no longer come."""

import json
from datetime import date
from pathlib import Path

import pytest

from ketaguide.commands.kiosk_content import ContentReloader, first_guide, stamp_of, vet
from ketaguide.model.guide import Guide
from ketaguide.resolve.overdue import as_of_day
from ketaguide.settings import Settings
from tests.fleet.conftest import Packs, Site
from tests.fleet.publisher import DUE, Publisher, small_pack


class Kiosk:
    """The content of a waiting room, without a screen."""

    def __init__(self, content: Path) -> None:
        self.said: list[str] = []
        settings = Settings(content=content)
        stamp = stamp_of(content)
        self.guide = first_guide(settings, self.said.append)
        self.reload = ContentReloader(settings, stamp, self.guide, self.said.append)

    def reset(self) -> Guide:
        self.guide = self.reload() or self.guide
        return self.guide


@pytest.fixture
def kiosk(site: Site) -> Kiosk:
    site.update()
    return Kiosk(site.current)


def test_new_content_is_shown_at_the_next_reset_and_not_before(
    kiosk: Kiosk, site: Site, publisher: Publisher, packs: Packs
) -> None:
    before = kiosk.guide
    publisher.publish(packs(2))
    site.update(refused=lambda pack: vet(Settings(content=pack)).reason)
    assert kiosk.guide is before
    assert before.meta.title.startswith("Test guide 1:")
    assert kiosk.reset().meta.title.startswith("Test guide 2:")
    assert kiosk.said[-1] == "replaced content is in use"


def test_what_a_reset_would_refuse_a_start_refuses_whoever_installed_it(site: Site, publisher: Publisher) -> None:
    publisher.publish(small_pack(2, [("guide.yaml", "short_title: Test guide", "short_title: 0800 555 0199")]))
    site.update()  # by a program without this rule
    kiosk = Kiosk(site.current)
    assert not kiosk.guide.meta.title.startswith("Test guide")
    assert "is not used, the shipped content is shown (1 fault: guide.yaml" in kiosk.said[0]


def test_a_try_that_found_nothing_new_puts_off_the_day_from_which_updates_are_missed(
    kiosk: Kiosk, site: Site, publisher: Publisher
) -> None:
    first = kiosk.guide
    publisher.timestamp.signed.expires += DUE
    publisher.write()
    record, _ = site.update()
    again = kiosk.reset()
    assert again.installed.due == record.due > first.installed.due
    between = date.fromisoformat(record.due[:10])
    assert as_of_day(first, between).overdue.updated == first.installed.verified_day
    assert as_of_day(again, between).overdue.updated == ""
    assert "replaced content is in use" not in kiosk.said


def test_content_whose_signatures_have_expired_is_shown_as_before(kiosk: Kiosk, site: Site) -> None:
    record = json.loads((site.place / "state.json").read_text())
    (site.place / "state.json").write_text(json.dumps(record | {"due": "2026-01-02T00:00:00Z", "failure": "the server is off"}))
    late = as_of_day(kiosk.reset(), date(2027, 6, 1))
    assert late.overdue.updated == record["verified"][:10]
    assert late.contacts["samaritans"].phone == "116 123"


@pytest.mark.parametrize("record", ["", "{", "[]", '{"due": 3}', "x" * 600_000])
def test_a_damaged_record_hides_no_content(kiosk: Kiosk, site: Site, record: str) -> None:
    (site.place / "state.json").write_text(record)
    assert kiosk.reset().meta.title.startswith("Test guide 1:")
    assert Kiosk(site.current).guide.meta.title.startswith("Test guide 1:")
