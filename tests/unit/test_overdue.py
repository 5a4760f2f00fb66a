"""An old number says that it is old, in every view, on the day it is shown."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from ketaguide import crisis
from ketaguide.model.contact import Contact
from ketaguide.model.guide import Guide
from ketaguide.model.installed import Installed
from ketaguide.model.overlay import Overlay, SiteContact
from ketaguide.render.html_takeaway import takeaway_html
from ketaguide.render.plain import section_text
from ketaguide.render.plain_guide import guide_text
from ketaguide.resolve.overdue import as_of_day, believable, due
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from ketaguide.tui.doc import Doc
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import banner_parts, help_now
from ketaguide.tui.pages.home import home
from ketaguide.tui.pages.section import section
from tests.unit.scripted import talk

CHECKED = "Facts last checked 25 November 2026, to be checked again by 21 May 2027."
OVERDUE = "This guide was to be checked again by 21 May 2027. Parts may be out of date: ask your GP, or the service itself."
OLD = "We last checked this in November 2026."
NOT_UPDATED = (
    "This guide has not been updated since 1 December 2026. Parts may be out of date: ask your GP, or the service itself."
)
DAYS = {"2026-12-01": False, "2027-05-21": False, "2027-06-01": True, "2029-01-01": True, "2038-01-20": True}
"""Day → True if dates have passed by then."""


@pytest.fixture
def dated(guide: Guide) -> Guide:
    """The kitchen sink, checked on 25 November 2026 and to be checked again by 21 May 2027."""
    contacts = {name: replace(one, checked="2026-11-25", check_by="2027-05-21") for name, one in guide.contacts.items()}
    meta = replace(guide.meta, written="2026-11-21", facts_checked="2026-11-25", next_update="2027-05-21")
    return replace(guide, meta=meta, contacts=contacts)


def drawn(doc: Doc, width: int = 200) -> str:
    return " ".join(" ".join(line.plain.strip("┏━┓┃┗┛ ") for line in lay_out(doc, width).lines).split())


def flat(text: str) -> str:
    return " ".join(text.split())


def context(guide: Guide) -> Context:
    return Context(guide, Session())


HOME: dict[str, Callable[[Guide], str]] = {
    "full screen": lambda guide: drawn(home(context(guide))),
    "plain text": lambda guide: flat(guide_text(GuideView(guide), 72)),
    "conversation": lambda guide: flat(" ".join(talk(guide, "", width=72)[:2])),
}
HELP: dict[str, Callable[[Guide], str]] = {
    "help now": lambda guide: drawn(help_now(context(guide)), 43),  # wider, its digits are large
    "full screen": lambda guide: drawn(section(context(guide), "get-help")),
    "plain text": lambda guide: flat(section_text(guide.editions["en"].sections["get-help"], GuideView(guide), 72)),
    "conversation": lambda guide: flat(" ".join(talk(guide, "0", width=72)[1:])),
}


@pytest.mark.parametrize("view", HOME)
@pytest.mark.parametrize("day", DAYS)
def test_home_says_when_the_facts_were_checked_and_at_its_top_that_they_are_overdue(dated: Guide, day: str, view: str) -> None:
    said = HOME[view](as_of_day(dated, date.fromisoformat(day)))
    assert CHECKED in said
    assert (OVERDUE in said) is DAYS[day]
    assert not DAYS[day] or said.index(OVERDUE) < said.index(CHECKED)


@pytest.mark.parametrize("view", HELP)
@pytest.mark.parametrize("day", DAYS)
def test_the_top_of_get_help_says_that_the_guide_is_overdue(dated: Guide, day: str, view: str) -> None:
    said = HELP[view](as_of_day(dated, date.fromisoformat(day)))
    assert (OVERDUE in said) is DAYS[day]


@pytest.mark.parametrize("view", [*HOME, *HELP])
@pytest.mark.parametrize(("day", "is_late"), [("2027-01-10", False), ("2027-01-11", True), ("2027-06-01", True)])
def test_content_whose_updates_no_longer_come_says_since_when_and_stays(
    dated: Guide, day: str, is_late: bool, view: str
) -> None:
    installed = Installed(verified="2026-12-01T03:10:00Z", due="2027-01-10T19:00:00Z")
    said = (HOME | HELP)[view](as_of_day(replace(dated, installed=installed), date.fromisoformat(day)))
    assert (NOT_UPDATED in said) is is_late
    assert (OVERDUE in said) is DAYS.get(day, False)
    assert "116 123" in said or view in HOME


@pytest.mark.parametrize("view", ["help now", "full screen", "plain text"])
@pytest.mark.parametrize("day", DAYS)
def test_an_old_number_is_shown_and_says_that_it_is_old(dated: Guide, day: str, view: str) -> None:
    said = HELP[view](as_of_day(dated, date.fromisoformat(day)))
    samaritans = said[said.index("116 123 Samaritans:") if view == "help now" else said.rindex("Call 116 123") :]
    assert (OLD in samaritans[:80]) is DAYS[day]


@pytest.mark.parametrize("day", DAYS)
def test_an_old_number_for_texts_says_so_on_get_help_now(dated: Guide, day: str) -> None:
    said = HELP["help now"](as_of_day(dated, date.fromisoformat(day)))
    assert (f"Text SHOUT to 85258 {OLD}" in said) is DAYS[day]


def test_a_page_other_than_get_help_does_not_repeat_that_the_guide_is_overdue(dated: Guide) -> None:
    late = as_of_day(dated, date(2029, 1, 1))
    page = late.editions["en"].sections["every-kind"]
    assert OVERDUE not in flat(section_text(page, GuideView(late), 72))
    assert CHECKED in flat(section_text(page, GuideView(late), 72))


def test_in_a_list_what_is_old_stands_after_what_is_in_date(dated: Guide) -> None:
    shout_alone = {**dated.contacts, "samaritans": replace(dated.contacts["samaritans"], check_by="2026-12-31")}
    late = as_of_day(replace(dated, contacts=shout_alone), date(2027, 2, 1))
    page = late.editions["en"].sections["get-help"]
    for said in (flat(section_text(page, GuideView(late), 72)), drawn(section(context(late), "get-help"))):
        assert said.index("Text SHOUT to 85258") < said.rindex("Call 116 123")


def test_the_banner_and_the_crisis_cards_never_carry_a_doubt(dated: Guide) -> None:
    late, new = as_of_day(dated, date(2038, 1, 1)), as_of_day(dated, date(2026, 12, 1))
    assert banner_parts(context(late)) == banner_parts(context(new))
    cards = [HELP["plain text"](one) for one in (late, new)]
    until = [said[said.index("Emergency:") : said.index("Someone to talk to")] for said in cards]
    assert until[0] == until[1]
    assert not [line for line in crisis.lines() if "checked" in line]


def site_contact(**changed: str) -> SiteContact:
    given = {"checked": "2019-01-01", "check_by": "2019-06-01"} | changed
    return SiteContact(id="elm-desk", name="Elm desk", kind="local", for_whom="patients", phone="020 7946 0018", **given)  # type: ignore[arg-type]


def test_a_surgerys_own_number_of_2019_says_so_on_screen_and_on_paper(dated: Guide) -> None:
    from ketaguide.loading.site_merge import with_site

    late = as_of_day(with_site(dated, Overlay(name="Elm", contacts=(site_contact(),))), date(2026, 12, 1))
    old = "We last checked this in January 2019."
    assert old in drawn(help_now(context(late)))
    assert old in takeaway_html(takeaway(GuideView(late), ()), GuideView(late))


def test_a_clock_that_is_behind_the_content_is_not_believed(dated: Guide) -> None:
    assert believable(dated, date(1970, 1, 1)) == date(2026, 11, 25)
    assert believable(dated, date(2027, 1, 1)) == date(2027, 1, 1)
    short = {**dated.contacts, "gp": replace(dated.contacts["gp"], check_by="2026-06-01")}
    assert as_of_day(replace(dated, contacts=short), date(1970, 1, 1)).overdue.contacts == {"gp"}


def test_a_review_by_a_clinician_that_is_due_makes_the_guide_overdue(dated: Guide) -> None:
    review = replace(dated.meta.review, role="Psychiatrist", date="2026-11-25", next_date="2027-01-01")
    reviewed = replace(dated, meta=replace(dated.meta, review=review))
    assert not as_of_day(reviewed, date(2027, 1, 1)).overdue.guide
    assert as_of_day(reviewed, date(2027, 1, 2)).overdue.guide


def test_everything_that_falls_due_is_listed_the_soonest_first(dated: Guide) -> None:
    soon: dict[str, Contact] = {**dated.contacts, "gp": replace(dated.contacts["gp"], check_by="2026-12-24")}
    listed = due(replace(dated, contacts=soon))
    assert [one.by for one in listed] == sorted(one.by for one in listed)
    assert listed[0].id == "gp"
    assert {one.kind for one in listed} == {"contact", "fact", "guide"}
    assert {one.id for one in listed if one.kind == "contact"} == set(dated.contacts)
