"""The guide is found and shared as what it is: described, dated, pictured, and reviewed by nobody until somebody has."""

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from msgspec.structs import replace
from playwright.sync_api import Browser

from ketaguide.model.guide import Guide
from ketaguide.model.meta import Review
from ketaguide.paths import content_dir
from ketaguide.render.changes import read_changes
from ketaguide.render.html import File, site
from ketaguide.render.html_env import asset
from ketaguide.render.html_head import ICONS, SHARE, SIZES, head, picture, share_words
from ketaguide.render.html_links import Links
from ketaguide.render.html_pages import section_page
from ketaguide.resolve.view import GuideView
from tests.pictures import words_in
from tests.site.conftest import URL, Trees, Watch, changes, names
from tests.site.words import NAMESPACE, parsed
from tests.system.runs import inside

OURS = (content_dir() / SHARE).read_bytes()
ATOM = "{http://www.w3.org/2005/Atom}"
Files = dict[str, File]


def metas(tree: Element) -> dict[str, str]:
    found = (one for one in tree.iter(f"{NAMESPACE}meta") if one.get("content"))
    keys = ("name", "property", "http-equiv")
    return {one.get(key, ""): one.get("content", "") for one in found for key in keys if one.get(key)}


def data(tree: Element) -> dict[str, object]:
    found = [one.text or "" for one in tree.iter(f"{NAMESPACE}script") if one.get("type") == "application/ld+json"]
    read: dict[str, object] = json.loads(found[0]) if found else {}
    return read


def place(section_id: str) -> str:
    """The file of a page of the guide."""
    return Links(about="about-this-guide").place(section_id)


def listed(trees: Trees) -> Iterator[tuple[str, Element]]:
    """Pages that search engines may list."""
    yield from ((name, tree) for name, tree in trees["shipped"].items() if metas(tree).get("robots") != "noindex")


def test_every_page_is_described_those_of_the_guide_by_the_first_sentence_to_remember(
    shipped: Guide, trees: Trees, files: Files
) -> None:
    view = GuideView(shipped)
    for name, tree in listed(trees):
        said = metas(tree)
        assert said["description"], name
        assert not data(tree), name
        assert not [key for key in said if key.startswith("og:")], f"{name}: nobody has told its address"
    for page in view.pages():
        tree = parsed(files[place(page.id)].text)
        said, (title,) = metas(tree), tree.iter(f"{NAMESPACE}h1")
        assert said["description"] == said["og:description"] == page.summary[0].text
        assert said["og:title"] == data(tree)["name"] == " ".join("".join(title.itertext()).split()), page.id


def test_a_shared_link_shows_a_picture_of_our_own_with_the_words_of_the_guide(shipped: Guide, files: Files) -> None:
    said = metas(parsed(files["short/risks.html"].text))
    assert said["og:url"] == f"{URL}/short/risks.html"
    assert said["og:image"] == f"{URL}/{SHARE}"
    assert files[SHARE].data == OURS
    assert said["og:image:alt"] == share_words(shipped) == words_in(OURS), "run: python -m tests.site.made_files"
    for name, drawn in {SHARE: OURS, **{name: picture(name) for name in ICONS}}.items():
        assert struct.unpack(">II", drawn[16:24]) == SIZES[name], name
        assert len(drawn) < 40_000, name


def test_a_guide_without_a_picture_of_its_own_shares_none(guide: Guide) -> None:
    for share in (b"", OURS):
        made = {file.path: file for file in site(guide, URL, share=share)}
        assert SHARE not in made
        assert "og:image" not in metas(parsed(made["risks.html"].text))


def test_a_page_says_for_search_engines_what_it_is_and_no_review_until_there_was_one(shipped: Guide, files: Files) -> None:
    for page in GuideView(shipped).pages():
        found = data(parsed(files[place(page.id)].text))
        assert (found["@type"], found["dateModified"]) == ("MedicalWebPage", shipped.meta.facts_checked)
        assert not {"lastReviewed", "reviewedBy"} & {*found}, page.id
    here = data(parsed(files["risks.html"].text))
    assert here["url"] == f"{URL}/risks.html"
    assert here["audience"] == {"@type": "MedicalAudience", "audienceType": "Patient"}
    assert here["hasPart"] == {
        "@type": "HealthTopicContent", "hasHealthAspect": ["https://schema.org/SideEffectsHealthAspect"],
    }  # fmt: skip
    assert {aspect.page for aspect in shipped.meta.aspects} <= {*shipped.meta.order}
    signed = replace(shipped, meta=replace(shipped.meta, review=Review(role="Consultant psychiatrist", date="2026-12-01")))
    view, links = GuideView(signed), Links()
    risks = signed.section("risks")
    assert risks is not None
    assert head(section_page(risks, view, links), view, f"{URL}/risks.html", URL).data["lastReviewed"] == "2026-12-01"


def test_data_that_is_no_script_breaks_no_policy_and_the_manifest_leads_to_the_guide(
    browser: Browser, address: str, files: Files
) -> None:
    page = browser.new_page(service_workers="block")
    watch = Watch(page, address)
    headers = dict(line.strip().split(": ", 1) for line in files["_headers"].text.splitlines()[1:])
    html = {**headers, "Content-Type": "text/html; charset=utf-8"}
    page.route("**/risks.html", lambda route: route.fulfill(body=files["risks.html"].text, headers=html))
    page.goto(f"{address}risks.html")
    assert page.locator("script[type='application/ld+json']").count() == 1
    session = page.context.new_cdp_session(page)
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == [
        {"errorId": "in-incognito", "errorArguments": []}
    ]
    assert session.send("Page.getAppManifest")["errors"] == []
    made = page.evaluate("fetch(document.querySelector('[rel=manifest]').href).then((read) => read.json())")
    assert made["display"] == "minimal-ui"
    assert [one["src"] for one in made["icons"]] == [name for name in ICONS if ICONS[name]]
    assert watch.said == []
    page.close()


def test_the_sitemap_names_every_page_that_may_be_listed_and_no_other(trees: Trees, files: Files, folder: Path) -> None:
    tree = ElementTree.fromstring(files["sitemap.xml"].text)
    rows = [[part.text for part in row] for row in tree]
    assert {row[0] for row in rows} == {f"{URL}/{name}" for name, _ in listed(trees)}
    assert all(row[1] == "2026-11-26" for row in rows)
    hidden = {*names(folder)} - {name for name, _ in listed(trees)}
    assert {"cover.html", "404.html", "offline.html"} <= hidden


def test_robots_is_written_at_a_root_alone_and_elsewhere_one_is_told(tmp_path: Path, guide: Guide) -> None:
    at_root = {file.path: file.text for file in site(guide, "https://example.org/")}
    assert at_root["robots.txt"].endswith("Sitemap: https://example.org/sitemap.xml\n")
    assert "robots.txt" not in {file.path for file in site(guide)}
    done = inside("site", tmp_path / "out", "--url", URL)
    assert not (tmp_path / "out" / "robots.txt").exists()
    assert b"no robots.txt is written" in done.stderr
    assert f"{URL}/sitemap.xml".encode() in done.stderr


def test_what_the_guide_says_otherwise_has_a_page_and_a_feed_from_the_changelog(files: Files, guide: Guide) -> None:
    known = changes()
    assert [one.version for one in known][-1] == "0.1.0"
    page = " ".join("".join(parsed(files["changes.html"].text).itertext()).split())
    feed = ElementTree.fromstring(files["feed.xml"].text)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(known)
    for change, entry in zip(known, entries, strict=True):
        assert entry.findtext(f"{ATOM}id") == f"{URL}/changes.html#{change.id}"
        assert f'id="{change.id}"' in files["changes.html"].text
        told = entry.findtext(f"{ATOM}content") or ""
        assert all(text in page and text in told for text in change.texts)
    assert 'type="application/atom+xml"' in files["risks.html"].text
    plain = {file.path for file in site(guide)}
    assert not {"feed.xml", "changes.html", "sitemap.xml"} & plain


def test_only_what_stands_under_content_is_told_and_lines_that_go_on_are_joined() -> None:
    log = "# Changelog\n\n### Content\n\n## [Unreleased]\n\n### Content\n\n- One `a`\n  more.\n- Two.\n\n### Added\n\n- No.\n\n"
    log += "## [0.2.0] - 2026-01-02\n\n### Fixed\n\n- No.\n\n## [0.1.0] - 2026-01-01\n### Content\n- Three.\n"
    read = read_changes(log)
    assert [(one.version, one.day, one.texts, one.id) for one in read] == [
        ("", "", ("One a more.", "Two."), "since-0-1-0"), ("0.1.0", "2026-01-01", ("Three.",), "version-0-1-0"),
    ]  # fmt: skip
    assert read_changes("") == read_changes(asset("icon.svg")) == ()
