"""A page made once and read for years says on the reader's own day that it is old, with no network and with no script."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from ketaguide.commands.site import write_site
from ketaguide.model.guide import Guide
from ketaguide.render.html import one_file, site
from ketaguide.resolve.view import GuideView
from tests.site.conftest import tab

OVERDUE = "This guide was to be checked again by 21 May 2027."
OLD = "We last checked this in November 2026."
CHECKED = "Facts last checked 25 November 2026, to be checked again by 21 May 2027."
DAYS = {"2026-12-01": False, "2027-05-21": False, "2027-06-01": True, "2029-01-01": True, "1970-01-02": False}


@pytest.fixture(scope="module")
def pages(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kitchen sink, checked on 25 November 2026, due in May 2027; Samaritans alone by the end of 2026."""
    contacts = {name: replace(one, checked="2026-11-25", check_by="2027-05-21") for name, one in guide.contacts.items()}
    contacts["samaritans"] = replace(contacts["samaritans"], check_by="2026-12-31")
    meta = replace(guide.meta, facts_checked="2026-11-25", next_update="2027-05-21")
    dated = replace(guide, meta=meta, contacts=contacts)
    out = tmp_path_factory.mktemp("overdue") / "site"
    write_site(out, site(dated))
    (out / "one.html").write_text(one_file(dated, GuideView(dated)), encoding="utf-8")
    return out


@contextmanager
def opened(browser: Browser, pages: Path, day: str) -> Iterator[Page]:
    """The guide in one file, opened on a day without a network."""
    with tab(browser, offline=True) as page:
        page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00"))
        page.goto((pages / "one.html").as_uri())
        yield page


@pytest.mark.parametrize("day", DAYS)
def test_the_one_file_says_on_the_day_it_is_opened_that_it_is_overdue(browser: Browser, pages: Path, day: str) -> None:
    with opened(browser, pages, day) as page:
        assert page.get_by_text(OVERDUE).locator("visible=true").count() == (2 if DAYS[day] else 0), "home and get help"
        expect(page.get_by_text(CHECKED).last).to_be_visible()
        shout = page.locator("#get-help .contact", has_text="85258")
        assert (OLD in shout.inner_text()) is DAYS[day]


def test_what_is_old_stands_after_what_is_in_date(browser: Browser, pages: Path) -> None:
    with opened(browser, pages, "2027-02-01") as page:
        listed = " ".join(page.locator("#get-help .contacts").filter(has_text="116 123").inner_text().split())
        assert listed.index("85258") < listed.index("116 123")
        assert OLD in listed
        assert OVERDUE not in page.locator("#get-help").inner_text()


def test_without_a_script_every_contact_and_every_page_says_when_it_was_checked(without_scripts: Page, pages: Path) -> None:
    without_scripts.goto((pages / "get-help.html").as_uri())
    shown = without_scripts.locator("main").inner_text()
    assert shown.count(OLD) == without_scripts.locator("main .contact").count() > 0
    assert OVERDUE not in shown
    expect(without_scripts.locator("footer")).to_contain_text(CHECKED)


def test_on_paper_every_contact_says_when_it_was_checked(browser: Browser, pages: Path) -> None:
    with opened(browser, pages, "2026-12-01") as page:
        page.emulate_media(media="print")
        shown = page.locator("#get-help").inner_text()
        assert shown.count(OLD) == page.locator("#get-help .contact").count() > 0


def test_the_banner_never_carries_a_doubt(browser: Browser, pages: Path) -> None:
    with opened(browser, pages, "2038-01-20") as page:
        said = page.locator(".help-now").inner_text()
        assert "116 123" in said
        assert "checked" not in said
