"""The site in a real browser, on a phone: what works without scripts, by keyboard, offline, on paper and at any size."""

import io
from collections.abc import Sequence
from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped]
import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from ketaguide.model.guide import Guide
from ketaguide.render.html import one_file
from ketaguide.render.reading import Reading
from tests.site.conftest import PHONE, Watch, names, served

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = [("light", "no-preference"), ("dark", "no-preference"), ("light", "more"), ("dark", "more")]
SHOWN = ("index", "get-help", "does-it-help", "quiz", "glossary", "take-away", "search", "about")
NUMBERS = ("999", "111", "0808 808 8000", "116 123")


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe finds wrong by all rules or some, every fold open."""
    page.evaluate("for (const fold of document.querySelectorAll('details:not([name])')) fold.open = true")
    page.evaluate(AXE)
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": TAGS}
    found = page.evaluate("(only) => axe.run(document, {resultTypes: ['violations'], runOnly: only})", only)
    assert found["passes"]
    return [f"{page.url} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


@pytest.mark.parametrize(("scheme", "contrast"), SCHEMES)
def test_axe_finds_nothing_wrong_with_any_kind_of_block_in_any_colours(
    browser: Browser, sink: Path, scheme: str, contrast: str
) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, contrast=contrast, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    rules = () if (scheme, contrast) == SCHEMES[0] else ("color-contrast", "color-contrast-enhanced")
    with served(sink) as address:
        for name in ("every-kind", "every-kind-how-we-know", *SHOWN):
            if (sink / f"{name}.html").exists():
                page.goto(f"{address}{name}.html")
                assert violations(page, rules) == []
    context.close()


@pytest.mark.parametrize("folder_", ["", "easy/"])
def test_axe_finds_nothing_wrong_on_the_pages_readers_open(browser: Browser, address: str, folder_: str) -> None:
    context = browser.new_context(viewport=PHONE, bypass_csp=True)
    page = context.new_page()
    for name in SHOWN:
        page.goto(f"{address}{folder_}{name}.html")
        assert violations(page) == []
    context.close()


def test_axe_sees_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html lang=en><title>x</title><h1>x</h1><main><img src='data:,'><p style='color:#eee'>pale</p></main>")
    assert len(violations(page)) >= 2
    page.close()


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (640, 1), (1280, 1), (390, 2)])
def test_nothing_scrolls_sideways_and_every_target_is_44_pixels(
    browser: Browser, address: str, folder: Path, sink: Path, width: int, zoom: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640})
    page = context.new_page()
    with served(sink) as other:
        places = [other + name for name in names(sink)] + [f"{address}{name}.html" for name in SHOWN]
        for place in places:
            page.goto(place)
            if zoom > 1:
                page.evaluate(f"document.documentElement.style.setProperty('font-size', '{zoom * 100}%')")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, place
            assert page.evaluate(_SMALL) == [], place
    context.close()


_SMALL = """() => [...document.querySelectorAll('.help-now a, .top a, .pager a, .call, summary, button, .doors a, .foot a')]
  .filter((one) => one.offsetParent && !one.closest('[hidden]'))
  .map((one) => [one.textContent.trim(), one.closest('.doors li') ?? one])
  .filter(([, one]) => one.getBoundingClientRect().height < 43.5)
  .map(([said]) => said)"""


def test_every_page_opens_without_a_complaint_or_a_request_to_anywhere_else(
    browser: Browser, address: str, folder: Path
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    watch = Watch(page, address)
    for name in names(folder):
        response = page.goto(address + name)
        assert response
        assert response.ok
    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    context.close()
    assert watch.said == []


def test_who_to_call_stays_in_view_and_rings(phone: Page, address: str) -> None:
    phone.goto(f"{address}risks.html")
    phone.evaluate("window.scrollTo(0, 3000)")
    for number in NUMBERS:
        link = phone.locator(".help-now").get_by_text(number, exact=True)
        expect(link).to_be_in_viewport()
    assert phone.locator(".help-now a[href='tel:116123']").count() == 1
    phone.goto(f"{address}get-help.html")
    assert phone.locator("a[href='sms:85258?body=SHOUT']").count() >= 1


def test_hiding_the_page_leaves_nothing_of_it_and_no_way_back(phone: Page, address: str) -> None:
    phone.goto(f"{address}risks.html")
    phone.get_by_role("link", name="Hide this page").click()
    phone.wait_for_url("**/cover.html")
    expect(phone).to_have_title("Health information")
    main = phone.locator("main").inner_text().lower()
    assert "ketamine" not in main
    assert "depression" not in main
    phone.go_back()
    assert "risks" not in phone.url


def test_a_word_is_explained_without_leaving_the_page(phone: Page, address: str) -> None:
    phone.goto(f"{address}does-it-help.html")
    word = phone.locator("a.term").first
    word.focus()
    phone.keyboard.press("Enter")
    meaning = phone.get_by_role("dialog")
    expect(meaning).to_be_in_viewport()
    expect(phone.locator(".help-now")).to_be_in_viewport()
    phone.keyboard.press("Escape")
    expect(meaning).to_have_count(0)
    expect(word).to_be_focused()


def test_the_quiz_works_by_keyboard_and_names_the_right_answer(phone: Page, address: str) -> None:
    phone.goto(f"{address}quiz.html")
    question = phone.locator(".question").first
    wrong = question.locator(".choice:not(.right) summary").first
    right = question.locator(".choice.right summary").inner_text()
    wrong.focus()
    phone.keyboard.press("Enter")
    expect(question.locator(".choice[open]")).to_contain_text(f"The right answer: {right}")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    expect(question.locator(".choice[open]")).to_have_count(1)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ketamin", "ketamine"), ("bladder", "bladder"), ("special k", "ketamine"), ("antidepresant", "antidepressant")],
)
def test_search_forgives(phone: Page, address: str, typed: str, found: str) -> None:
    phone.goto(f"{address}search.html")
    phone.get_by_label("Search the guide").fill(typed)
    phone.keyboard.press("Enter")
    expect(phone.locator(".found li").first).to_contain_text(found, ignore_case=True)
    expect(phone.get_by_role("status")).to_contain_text("results for")
    assert "?" not in phone.url


def test_words_of_distress_put_help_above_all_results(phone: Page, address: str) -> None:
    phone.goto(f"{address}search.html")
    phone.get_by_label("Search the guide").fill("i want to kill myself")
    expect(phone.locator(".found li").first.get_by_role("link")).to_have_attribute("href", "get-help.html")


def test_what_was_picked_elsewhere_is_read_from_the_address_and_sent_nowhere(phone: Page, address: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{address}take-away.html#ask-gp-refer,no-such,ask-gp-what-tried,%3Cb%3E,ask-gp-refer,%")
    items = phone.locator(".picked li")
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text("refer me")
    assert not [url for url in asked if "ask-gp" in url.partition("#")[0]]
    phone.get_by_label("Can I see the same person each time?").check()
    expect(items).to_have_count(3)
    assert phone.url.endswith("#ask-gp-refer,ask-gp-what-tried,ask-gp-same-doctor")


def test_everything_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}quiz.html")
    choice = page.locator(".choice.right").first
    choice.locator("summary").click()
    expect(choice).to_contain_text("That is right.")
    page.goto(f"{address}search.html")
    expect(page.locator("form")).to_be_hidden()
    page.locator(".index").get_by_role("link", name="Side effects and risks").click()
    page.locator("a.term").first.click()
    assert "#word-" in page.url
    page.goto(f"{address}take-away.html")
    expect(page.get_by_text("Can I see the same person each time?")).to_be_visible()
    page.get_by_role("link", name="Hide this page").click()
    expect(page).to_have_title("Health information")
    context.close()


def test_it_can_be_read_offline_after_the_first_visit(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    context.set_offline(True)
    for name in ("index.html", "get-help.html", "risks.html", "quiz.html"):
        page.goto(address + name)
        expect(page.locator(".help-now")).to_contain_text("116 123")
    expect(page.locator(".foot")).to_contain_text("Facts last checked")
    page.goto(f"{address}search.html")
    page.get_by_label("Search the guide").fill("bladder")
    expect(page.locator(".found li").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("name", ["risks", "questions-people-ask", "take-away", "get-help"])
def test_every_printed_page_has_who_to_call(browser: Browser, address: str, name: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}{name}.html")
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    assert len(sheets) > 1
    for sheet in sheets:
        text = " ".join(sheet.extract_text().split())
        assert all(number in text for number in NUMBERS), text[:200]
    page.close()


def test_one_file_works_from_a_disk_without_asking_for_anything(browser: Browser, shipped: Guide, tmp_path: Path) -> None:
    path = tmp_path / "guide.html"
    path.write_text(one_file(shipped, Reading(shipped), large=True), encoding="utf-8")
    page = browser.new_page(viewport=PHONE)
    watch = Watch(page, path.as_uri())
    page.goto(path.as_uri())
    page.get_by_role("link", name="Get help now").first.click()
    expect(page.get_by_role("heading", name="Get help", exact=True)).to_be_in_viewport()
    page.goto(f"{path.as_uri()}#quiz")
    page.locator(".choice:not(.right) summary").first.click()
    expect(page.locator(".choice[open]")).to_contain_text("The right answer:")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
    assert watch.said == []
