"""The site in a real browser, on a phone: what works by keyboard, without scripts, offline, in the dark and on paper."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ketaguide.model.guide import Guide
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import date_words
from tests.site.conftest import Watch, tab

NUMBERS = ("999", "111", "0808 808 8000", "116 123")


def test_who_to_call_stays_in_view_and_rings(phone: Page, address: str) -> None:
    phone.goto(f"{address}risks.html")
    phone.evaluate("window.scrollTo(0, 3000)")
    for number in NUMBERS:
        link = phone.locator(".help-now").get_by_text(number, exact=True)
        expect(link).to_be_in_viewport()
    assert phone.locator(".help-now a[href='tel:116123']").count() == 1
    phone.goto(f"{address}get-help.html")
    assert phone.locator("a[href='sms:85258?body=SHOUT']").count() >= 1


def test_in_a_window_of_a_few_lines_help_is_one_touch_away_and_the_page_can_still_be_read(phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 256})  # a desk of 1280 by 1024 at 400 %, WCAG 1.4.10
    phone.goto(f"{address}risks.html")
    phone.evaluate("window.scrollTo(0, 3000)")
    expect(phone.get_by_role("link", name="Get help now")).to_be_in_viewport()
    assert phone.evaluate("document.querySelector('.help-now').offsetHeight") <= 64


def test_the_first_tab_is_the_way_past_the_top_and_focus_can_be_seen_wherever_it_is(phone: Page, address: str) -> None:
    phone.goto(f"{address}does-it-help.html")
    phone.keyboard.press("Tab")
    expect(phone.locator(".skip")).to_be_focused()
    expect(phone.locator(".skip")).to_be_in_viewport()
    phone.keyboard.press("Enter")
    expect(phone.locator("main")).to_be_focused()
    seen = []
    for _ in range(6):
        phone.keyboard.press("Tab")
        seen.append(phone.evaluate(_FOCUS))
    assert all(inside and "rgb(255, 221, 0)" in shadow for inside, shadow in seen), seen


_FOCUS = "[!!document.activeElement.closest('main'), getComputedStyle(document.activeElement).boxShadow]"


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


@pytest.mark.parametrize("scripts", [True, False])
def test_a_round_of_the_quiz_explains_what_is_chosen_and_the_right_answer_and_begins_with_nothing_chosen(
    browser: Browser, address: str, scripts: bool
) -> None:
    with tab(browser, java_script_enabled=scripts) as page:
        _round_of_the_quiz(page, address)


def _round_of_the_quiz(page: Page, address: str) -> None:
    page.goto(f"{address}quiz.html#round-what-trd-means")  # the former address of a round
    expect(page.locator("#round-what-trd-means")).to_be_in_viewport()
    page.locator("#round-what-trd-means a").click()
    page.wait_for_url("**/quiz-what-trd-means.html")
    question = page.locator(".question").first
    expect(page.locator("main input:checked")).to_have_count(0)
    expect(question.locator(".in:visible")).to_have_count(0)
    wrong, right = question.locator(".choice:not(.right)").first, question.locator(".choice.right")
    wrong.get_by_role("radio").focus()
    page.keyboard.press("Space")
    expect(wrong.locator(".in")).to_be_visible()
    expect(right.locator(".in")).to_contain_text("The right answer:")
    expect(right.get_by_text("That is right.")).to_be_hidden()
    right.locator("label").click()
    expect(question.locator(".in:visible")).to_have_count(1)
    expect(right.get_by_text("That is right.")).to_be_visible()
    expect(right.get_by_text("The right answer:")).to_be_hidden()
    assert not re.search(r"\b(score|points|%)", page.locator("main").inner_text())
    page.reload()
    expect(page.locator("main input:checked")).to_have_count(0)


def test_the_first_page_begins_with_a_search_and_the_questions_people_come_with(shipped: Guide, phone: Page) -> None:
    doors = phone.locator(".doors li")
    for question in shipped.edition("en").home.questions:
        door = doors.filter(has=phone.get_by_role("link", name=question.text, exact=True))
        expect(door).to_contain_text(question.answer)
    expect(phone.locator(".ask-here")).to_be_hidden()
    expect(doors.nth(2)).to_be_in_viewport()  # the first screen of a phone leads on
    phone.get_by_label("Ask in your own words").fill("bladder")
    expect(phone.locator(".found li").first).to_contain_text("bladder")
    doors.nth(1).click(position={"x": 8, "y": 8})
    phone.wait_for_url("**/does-it-help.html")


@pytest.mark.parametrize("scripts", [True, False])
def test_where_one_lives_leads_to_what_there_is_and_is_kept_nowhere(browser: Browser, address: str, scripts: bool) -> None:
    with tab(browser, java_script_enabled=scripts) as page:
        for start in (address, f"{address}nhs-and-private.html"):
            page.goto(start)
            page.locator(".nations").get_by_role("link", name="Northern Ireland").click()
            page.wait_for_url(re.compile("/nhs-and-private.html#northern-ireland(,in-northern-ireland)?$"))
            card = page.locator(".option.aimed" if scripts else ".option:target")
            expect(card).to_contain_text("Northern Ireland")
            expect(card.get_by_text("We found no service.")).to_be_in_viewport()
        page.goto("about:blank")
        page.goto(address)
        expect(page.locator(".help-now")).to_contain_text("0808 808 8000")
        assert page.context.cookies() == []


def test_search_forgives_pins_help_for_words_of_distress_and_works_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(f"{address}search.html")
    field = phone.get_by_label("Search the guide")
    first = phone.locator(".found li").first
    field.focus()
    for typed, found in (
        ("ketamin", "ketamine"), ("bladder", "bladder"), ("special k", "ketamine"), ("antidepresant", "antidepressant"),
    ):  # fmt: skip
        field.fill("")
        phone.keyboard.type(typed)
        phone.keyboard.press("Enter")
        expect(phone.get_by_role("status")).to_have_text(re.compile(f'(^|[.] )(1 result|[0-9]+ results) for "{typed}"$'))
        expect(first).to_contain_text(found, ignore_case=True)
    assert "?" not in phone.url
    field.fill("NHS in edinburg")
    expect(first.get_by_role("link")).to_have_attribute("href", "nhs-and-private.html#scotland")
    field.fill("i want to kill myself in Belfast")
    expect(first.get_by_role("link")).to_have_attribute("href", "get-help.html")
    expect(phone.locator(".found a[href*='#northern-ireland']")).to_have_count(0)
    expect(phone.get_by_role("status")).to_contain_text("If you need help now, you do not have to search for it.")  # read aloud
    field.fill("decide")
    expect(phone.locator(".found .pinned")).to_have_count(0)
    field.fill("kill myself zzzz")
    expect(phone.locator(".found li")).to_have_count(1)
    expect(phone.get_by_role("status")).not_to_contain_text("Nothing found")
    phone.keyboard.press("Tab")  # past the button
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/get-help.html")


def test_everything_can_be_read_without_scripts(without_scripts: Page, address: str) -> None:
    page = without_scripts
    page.goto(f"{address}search.html")
    expect(page.locator("form")).to_be_hidden()
    page.locator(".index").get_by_role("link", name="Side effects and risks").click()
    page.locator("a.term").first.click()
    assert "#word-" in page.url
    page.goto(f"{address}take-away.html")
    expect(page.get_by_text("Can I see the same person each time?")).to_be_visible()


def test_it_can_be_read_again_offline_after_the_first_visit_and_says_how_old_it_is(
    shipped: Guide, page: Page, address: str
) -> None:
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    kept = page.evaluate("caches.keys()")
    assert [name.rpartition(" ")[0] for name in kept] == [f"ketaguide {address}"]
    page.context.set_offline(True)
    page.reload()
    expect(page.locator(".help-now")).to_contain_text("116 123")
    checked = date_words(shipped.meta.facts_checked, GuideView(shipped))
    for name in ("index.html", "get-help.html", "risks.html", "short/get-help.html"):
        page.goto(address + name)
        expect(page.locator(".help-now")).to_contain_text("116 123")
        expect(page.locator(".foot")).to_contain_text(f"Facts last checked {checked}, to be checked again by")


def test_the_policy_stops_a_script_that_slipped_in(browser: Browser, address: str) -> None:
    page = browser.new_page(service_workers="block")
    watch = Watch(page, address)
    page.goto(address)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))")
    page.evaluate("document.body.append(Object.assign(document.createElement('img'), {src: 'data:,', onerror: null}))")
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in said for said in watch.said)
    page.close()


def test_colours_and_motion_follow_what_the_device_asks_for(phone: Page, address: str) -> None:
    phone.goto(f"{address}risks.html")
    looks = {}
    for name, asked in {
        "day": {"color_scheme": "light"}, "night": {"color_scheme": "dark"},
        "stark": {"color_scheme": "light", "contrast": "more"}, "stark night": {"color_scheme": "dark", "contrast": "more"},
    }.items():  # fmt: skip
        phone.emulate_media(**{"contrast": "no-preference", "reduced_motion": "reduce", **asked})  # type: ignore[arg-type]
        looks[name] = phone.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
        assert phone.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert looks["stark"] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert looks["stark night"] == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    day, night = (sum(map(int, looks[name][0].strip("rgb()").split(","))) for name in ("day", "night"))
    assert day > 3 * 200 > 3 * 60 > night
    assert phone.evaluate("document.getAnimations().length") == 0
    phone.emulate_media(reduced_motion="no-preference")
    assert phone.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"


def test_options_stand_one_under_another_on_a_phone_and_side_by_side_on_a_desk(phone: Page, address: str) -> None:
    phone.goto(f"{address}nhs-and-private.html")
    places = "[...document.querySelector('.options').children].map((one) => Math.round(one.getBoundingClientRect().left))"
    tops = "[...document.querySelector('.options').children].map((one) => one.getBoundingClientRect().top)"
    assert len(set(phone.evaluate(places))) == 1
    assert all(after > before for before, after in pairwise(phone.evaluate(tops)))
    phone.set_viewport_size({"width": 1280, "height": 900})
    assert len(set(phone.evaluate(places))) > 1


def test_a_fact_box_is_a_table_on_a_desk_and_on_a_phone_each_figure_stands_beside_the_name_of_its_group(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}does-it-help.html")
    box = phone.locator(".fact-box").first
    spray = box.locator(".outcome td").first
    expect(spray).to_have_text("esketamine spray 59 out of 100")
    expect(spray.locator(".arm")).to_be_visible()
    expect(box.locator("thead")).to_be_hidden()
    phone.set_viewport_size({"width": 1280, "height": 900})
    expect(spray.locator(".arm")).to_be_hidden()
    table = box.get_by_role("table", name="Esketamine spray or a dummy spray")
    expect(table.get_by_role("columnheader", name="Dummy spray")).to_be_visible()
    expect(table.get_by_role("rowheader", name="Felt sick")).to_be_visible()
    ends = "(cells) => cells.map((one) => Math.round(one.getBoundingClientRect().right))"
    assert len(set(box.locator(".outcome td:nth-child(2)").evaluate_all(ends))) == 1


def test_one_file_works_from_a_disk_without_asking_for_anything_and_prints_in_the_size_asked_for(
    browser: Browser, single: Path
) -> None:
    with tab(browser, single.as_uri()) as page:
        page.goto(single.as_uri())
        page.get_by_role("link", name="Get help now").first.click()
        expect(page.get_by_role("heading", name="Get help now", exact=True)).to_be_in_viewport()
        page.locator(".choice:not(.right) label").first.click()
        expect(page.locator(".choice .in:visible").first).to_be_visible()
        expect(page.locator(".question").first).to_contain_text("The right answer:")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.emulate_media(media="print")
        for look, points in (("", 10), ("large", 18)):
            size = page.evaluate("(look) => { const html = document.documentElement; html.className = look;"
                                 " return parseFloat(getComputedStyle(html).fontSize); }", look)  # fmt: skip
            assert size * 0.75 == pytest.approx(points, abs=0.01)
