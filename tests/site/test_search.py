"""The search of the web pages: it finds what the program finds, in its order, and opens at the sentence that answers."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.search import read_queries
from ketaguide.crisis import HELP_PAGE
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.render.html_links import Links
from ketaguide.render.html_search import index_json
from ketaguide.resolve.view import GuideView
from ketaguide.search import Finder
from ketaguide.search.passages import tables
from tests.site.conftest import tab
from tests.unit.test_search_distress import CALM, DISTRESS

QUERIES = [query.typed for path in sorted(Path("benchmarks").glob("*.tsv")) for query in read_queries(path)]
ODD = [
    "x" * 10_000,
    "does it help " * 800,
    "\x00\x07",
    "the of and",
    "\ufeff",
    "\ud800 bladder",
    "bladder\nand\r\nmemory",
    "Glasgo",
    "glasgwo",
    "can  not drive",
    "\u0130stanbul stra\u00dfe",
    "T.R.D.",
    "kitten\u2019s",
    "\U0001f600",
    "antidepresants",
    "zzqqzz",
    "\uff42\uff4c\uff41\uff44\uff44\uff45\uff52",
    "\U0001d41b\U0001d425\U0001d41a\U0001d41d\U0001d41d\U0001d41e\U0001d42b",
]

_FIND = """async ([folder, queries, own]) => {
    const [{ Finder }, { Distress }] = await Promise.all(["finder", "distress"].map((name) => import(`/assets/${name}.js`)));
    const data = own ? JSON.parse(own) : await (await fetch(`/${folder}search.json`)).json();
    const text = await (await fetch(`/${folder}search.html`)).text();
    const form = new DOMParser().parseFromString(text, "text/html").querySelector("form");
    const distress = new Distress(...["distress", "alone", "names"].map((name) => form.dataset[name].split("\\n")));
    const finder = new Finder(data);
    for (const _ of finder.build());
    return queries.map((typed) => {
        const inDistress = distress.matches(typed);
        const { found, near, isNear, corrected, place } = finder.find(typed, { distress: inDistress });
        const said = (one) => [one.kind, one.id, one.title, one.heading, one.snippet.map(([text]) => text).join("")];
        const asked = near.length > 0 && !isNear;
        return [inDistress, found.slice(0, 5).map(said), near.map(said), asked, corrected, place?.nations ?? []];
    });
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the site, for its scripts."""
    found = browser.new_page(service_workers="block")
    found.goto(f"{address}search.html")
    yield found
    found.close()


def _queries(shipped: Guide, edition_id: EditionId) -> list[str]:
    """The benchmark's queries, odd input, and 200 queries made of titles and words of the guide, some with a slip."""
    chance, rows = random.Random(20), tables(shipped, edition_id, None)["passages"]
    words = sorted({word for row in rows for sentence in row[6] for word in sentence.split()})
    made = [" ".join(chance.sample(words, chance.randint(1, 6))) for _ in range(80)]
    titles = [chance.choice(rows)[3] for _ in range(120)]
    for title in titles:
        at = chance.randrange(len(title))
        made.append(title if chance.random() < 0.5 else title[:at] + chance.choice("aeist ") + title[at + 1 :])
    return [*QUERIES, *ODD, *made]


@pytest.mark.parametrize(("edition_id", "nation"), [("en", None), ("en-short", None), ("en", "scotland")])
def test_the_web_finds_what_the_program_finds_in_its_order(
    shipped: Guide, finder: Finder, page: Page, edition_id: EditionId, nation: Nation | None
) -> None:
    """The pages are built for all nations or for one (`ketaguide site --nation`), and do not know a reader's.

    The site calls the page of help "Get help now", as all links to it do.
    """
    queries = _queries(shipped, edition_id)
    own = index_json(GuideView(shipped, edition_id, nation), Links("" if edition_id == "en" else "short")) if nation else ""

    def said(one: Any) -> list[str]:
        is_help_page = one.kind == "section" and one.id == HELP_PAGE and not own
        return [
            one.kind,
            one.id,
            "Get help now" if is_help_page else one.title,
            one.heading,
            "".join(bit.text for bit in one.snippet),
        ]

    there = page.evaluate(_FIND, ["" if edition_id == "en" else "short/", queries, own])
    for typed, found in zip(queries, there, strict=True):
        here = finder.find(typed, edition_id, nation)
        place = [*here.place.nations] if here.place else []
        expected = [
            here.distress,
            [*map(said, here.found[:5])],
            [*map(said, here.near)],
            bool(here.near) and not here.is_near,
            here.corrected,
            place,
        ]
        assert found == expected, typed[:80]


def test_the_web_hears_distress_where_the_program_does_and_nowhere_else(shipped: Guide, page: Page) -> None:
    finder, phrases = Finder(shipped), shipped.editions["en"].search.distress
    queries = [*DISTRESS, *CALM, *phrases, *(phrase.replace(" ", "\n") for phrase in phrases)]
    queries += [f"{phrase[: at + 1]}{phrase[at + 2 :]}" for phrase in phrases for at in (2, len(phrase) - 4) if len(phrase) > 6]
    queries += [
        "".join(chr(0x1D41A + ord(one) - 97) if "a" <= one <= "z" else one for one in phrase) for phrase in phrases[:40]
    ]
    there = page.evaluate(_FIND, ["", queries])
    assert [typed for typed, found in zip(queries, there, strict=True) if found[0] != finder.is_distress(typed, "en")] == []


def test_a_result_shows_the_sentence_that_answers_and_opens_there(phone: Page, address: str) -> None:
    phone.goto(f"{address}search.html")
    phone.get_by_label("Search the guide").fill("relapse when treatment stops")
    result = phone.locator(".found li", has_text="Page").first
    expect(result.locator("mark").first).to_be_visible()
    sentence = result.locator("p").last.inner_text().split(". ")[0]
    result.get_by_role("link").click()
    phone.wait_for_url("**/*#*")
    expect(phone.get_by_text(sentence[:40]).first).to_be_in_viewport()


def test_a_correction_is_told_and_undone_with_one_press(phone: Page, address: str) -> None:
    phone.goto(f"{address}search.html")
    field, status = phone.get_by_label("Search the guide"), phone.get_by_role("status")
    field.fill("esketimine")
    expect(status).to_contain_text("Showing results for esketamine.", timeout=30_000)
    phone.get_by_role("button", name="Search for esketimine").click()
    expect(status).to_contain_text("Nothing found")
    expect(phone.locator(".undo")).to_have_count(0)


def test_where_nothing_is_found_two_questions_and_the_ways_on_are_offered(phone: Page, address: str) -> None:
    phone.goto(f"{address}search.html")
    phone.get_by_label("Search the guide").fill("qqqwillxx")
    expect(phone.get_by_role("status")).to_contain_text("Nothing found", timeout=30_000)
    expect(phone.locator(".found a[href*='#faq-']")).to_have_count(2)
    for name in ("See your GP", "Get help now"):
        expect(phone.locator(".ways").get_by_role("link", name=name)).to_be_visible()


def test_without_its_index_the_search_still_pins_help_and_says_where_to_go_on(browser: Browser, address: str) -> None:
    with tab(browser) as page:
        page.route("**/search.json", lambda route: route.abort())
        for name in ("", "short/search.html"):
            page.goto(address + name)
            field = page.locator("#q")
            field.fill("bladder")
            expect(page.get_by_role("status")).to_contain_text("could not be loaded")
            expect(page.locator(".ways a").first).to_be_visible()
            field.fill("i want to \U0001d41d\U0001d422\U0001d41e")
            expect(page.locator(".found .pinned a")).to_have_attribute("href", "get-help.html")
            expect(page.get_by_role("status")).to_contain_text("you do not have to search for it")
            expect(page.locator(".ways")).to_be_hidden()


def test_the_index_is_fetched_when_the_search_is_opened_and_not_before(browser: Browser, address: str) -> None:
    asked = list[str]()
    with tab(browser, address) as page:
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        page.goto(address, wait_until="networkidle")
        assert {"search.json", "finder.js"} & {*asked} == set()
        with page.expect_request("**/search.json"):
            page.locator("#q").focus()
