"""Hiding the page: nothing of it is seen, said or printed, who to call is one link away, and Back gives the page back."""

from playwright.sync_api import Browser, Page, expect

from tests.site.paper import printed


def hide(page: Page, address: str, name: str = "risks.html") -> float:
    """Hide a page that has been scrolled; returns how far."""
    page.goto(f"{address}{name}")
    page.evaluate("scrollTo(0, 1200)")
    at = float(page.evaluate("scrollY"))
    box = page.locator("a.hide").bounding_box()
    assert box
    page.mouse.click(box["x"] + 20, box["y"] + 20)  # the driver's click() scrolls
    is_hidden(page)
    return at


def is_hidden(page: Page) -> None:
    expect(page).to_have_title("Health information")
    expect(page).to_have_url("/".join((page.evaluate("location.origin"), "cover.html")))
    expect(page.locator("h1:visible")).to_have_text("Health information")
    assert page.evaluate("document.body.innerText").split() == ["Health", "information", "Help", "Show", "the", "page"]
    links = page.get_by_role("link")
    expect(links).to_have_text(["Help", "Show the page"])
    expect(page.get_by_role("heading")).to_have_count(1)
    for one in page.locator(".help-now").all():
        expect(one).to_be_hidden()


def is_back(page: Page, at: float, title: str = "Side effects and risks") -> None:
    expect(page).to_have_title(f"{title}: Ketamine and depression")
    expect(page.locator("main h1")).to_have_text(title)
    expect(page.locator(".help-now")).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - at) < 2


def test_a_hidden_page_shows_two_links_alone_and_back_gives_it_back_at_its_place(phone: Page, address: str) -> None:
    at = hide(phone, address)
    assert at > 1000
    expect(phone.locator("h1:visible")).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("link", name="Help")).to_be_focused()
    phone.go_back()
    is_back(phone, at)
    expect(phone.locator("a.hide")).to_be_focused()
    phone.go_forward()
    is_hidden(phone)
    phone.keyboard.press("Escape")
    expect(phone.locator(".help-now")).to_be_visible()
    is_back(phone, at)


def test_the_page_comes_back_by_its_link_in_the_short_edition_with_what_was_picked(phone: Page, address: str) -> None:
    at = hide(phone, address, "short/risks.html#ask-gp-refer,in-short")
    phone.get_by_role("link", name="Show the page").click()
    expect(phone.locator(".help-now")).to_be_visible()
    assert abs(phone.evaluate("scrollY") - at) < 2
    assert phone.evaluate("document.body.dataset.picks") == "ask-gp-refer,in-short"
    assert "/short/risks.html#" in phone.url
    hide(phone, address, "short/risks.html")
    phone.get_by_role("link", name="Help").click()
    expect(phone).to_have_url(f"{address}short/get-help.html")
    phone.go_back()
    is_hidden(phone)


def test_a_reload_keeps_it_hidden_and_back_still_gives_the_page(phone: Page, address: str) -> None:
    for way in ("back", "link"):
        hide(phone, address)
        phone.reload()
        is_hidden(phone)
        phone.go_back() if way == "back" else phone.get_by_role("link", name="Show the page").click()
        expect(phone.locator("main h1")).to_have_text("Side effects and risks")


def test_what_is_printed_while_it_is_hidden_says_nothing_of_it(browser: Browser, address: str) -> None:
    page = browser.new_page(service_workers="block")
    hide(page, address)
    assert [sheet.text for sheet in printed(page)] == ["Health information"]
    page.close()


def test_without_scripts_the_link_leads_to_the_same_cover_and_back_to_the_page(without_scripts: Page, address: str) -> None:
    page = without_scripts
    page.goto(f"{address}risks.html")
    page.get_by_role("link", name="Hide this page").click()
    expect(page).to_have_title("Health information")
    expect(page.get_by_role("link")).to_have_text(["Help", "Show the page"])
    page.go_back()
    expect(page.locator("main h1")).to_have_text("Side effects and risks")
    page.goto(f"{address}cover.html")
    page.get_by_role("link", name="Help").click()
    expect(page).to_have_url(f"{address}get-help.html")
