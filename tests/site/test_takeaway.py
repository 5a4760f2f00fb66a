"""From the code on the screen to the paper in the hand: the questions picked are the questions printed."""

import pytest
from playwright.sync_api import Page, expect

from ketaguide.loading.site_merge import with_site
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.model.overlay import Overlay
from ketaguide.render import html_links
from ketaguide.resolve.view import GuideView
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from ketaguide.tui.doc import Picture
from ketaguide.tui.pages.code import code
from tests.editions import EDITIONS, SHORT, STANDARD
from tests.render.test_qr import seen
from tests.site.conftest import Trees
from tests.site.paper import printed
from tests.site.words import NAMESPACE

PICKED = ("ask-gp-refer", "ask-gp-what-tried", "ask-gp-not-tried")


def camera(guide: Guide, address: str, edition_id: EditionId, picked: tuple[str, ...]) -> str:
    """Address in the QR code of the full-screen guide, for a site with takeaway pages."""
    site = Overlay(name="Elm Tree Surgery", takeaway_url=f"{address}take-away.html")
    context = GuideApp(Settings(draws_more=False), with_site(guide, site)).context
    context.session.edition_id = edition_id
    context.session.questions.add(ask for name in picked if (ask := guide.ask(name, edition_id)))
    (picture,) = (piece for piece in code(context, 0, 200, 80).pieces if isinstance(piece, Picture))
    return seen(picture.lines)


@pytest.mark.parametrize("edition_id", EDITIONS)
def test_the_code_on_the_screen_leads_to_the_page_that_prints_these_very_questions(
    shipped: Guide, phone: Page, address: str, edition_id: EditionId
) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    read = camera(shipped, address, edition_id, PICKED)
    folder = shipped.edition(edition_id).meta.path
    assert read == html_links.take_away(f"{address}take-away.html", PICKED, folder)
    phone.goto(read)
    wanted = [ask.text for name in PICKED if (ask := GuideView(shipped, edition_id).guide.ask(name, edition_id))]
    expect(phone.locator(".picked li")).to_have_text(wanted)
    assert not [url for url in asked if "ask-gp" in url.partition("#")[0]]
    paper = " ".join(sheet.text for sheet in printed(phone))
    places = [paper.index(text) for text in wanted]
    assert places == sorted(places)
    assert "Can I see the same person each time?" not in paper  # what was not picked is not printed


def test_every_link_of_a_page_to_the_questions_picks_those_of_that_page(shipped: Guide, trees: Trees) -> None:
    for edition_id, folder in ((STANDARD, ""), (SHORT, "short/")):
        for section in GuideView(shipped, edition_id).pages():
            name = html_links.Links(about=shipped.meta.roles.about).place(section.id)
            links = [link.get("href", "") for link in trees["shipped"][f"{folder}{name}"].iter(f"{NAMESPACE}a")]
            if section.questions:
                assert html_links.take_away("take-away.html", section.questions) in links, section.id


def test_what_was_picked_elsewhere_is_read_from_the_address_and_sent_nowhere(phone: Page, address: str) -> None:
    phone.goto(f"{address}take-away.html#ask-gp-refer,no-such,ask-gp-what-tried,%3Cb%3E,ask-gp-refer,%")
    items = phone.locator(".picked li")
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text("refer me")
    phone.get_by_label("Can I see the same person each time?").check()
    expect(items).to_have_count(3)
    assert phone.url.endswith("#ask-gp-refer,ask-gp-what-tried,ask-gp-same-doctor")


def test_a_code_with_little_room_names_questions_by_marks_which_the_page_knows(
    shipped: Guide, phone: Page, address: str
) -> None:
    short = html_links.take_away_short(f"{address}take-away.html", PICKED)
    assert len(short.partition("#")[2]) == len("abcd,abcd,abcd")
    phone.goto(short)
    expect(phone.locator(".picked li")).to_have_text([ask.text for name in PICKED if (ask := shipped.ask(name, STANDARD))])
    asks = [ask.id for group in shipped.editions[STANDARD].asks.groups for ask in group.questions]
    assert len({html_links.mark(html_links.slug(name)) for name in asks}) == len(asks), "no two questions share a mark"


def test_a_site_may_name_a_page_of_its_own_and_the_short_edition_stays_with_it() -> None:
    assert html_links.take_away("https://elmtree.example/k", ("a", "b"), "short") == "https://elmtree.example/k#a,b"
    assert html_links.take_away_short("https://elmtree.example/k", ("a", "b")) == "https://elmtree.example/k#a,b"
    assert html_links.take_away("https://elmtree.example/g/take-away.html", ("a",), "short").endswith(
        "/g/short/take-away.html#a"
    )
