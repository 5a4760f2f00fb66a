"""The pages are valid, well ordered, lead somewhere, and cannot be confused with one another."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import msgspec
import pytest

from ketaguide.model.guide import Guide
from ketaguide.render.html import SiteError, one_file, site
from ketaguide.render.html_style import POLICY
from ketaguide.render.open_data import CSV, JSON, SCHEMA
from ketaguide.resolve.view import GuideView
from tests.editions import EDITIONS
from tests.site.conftest import Trees
from tests.site.words import NAMESPACE, parsed, said

VNU = os.environ.get("VNU_JAR", "")
"""vnu.jar, the checker of the W3C's validator: CONTRIBUTING.md says how to get it."""
ALLOWED = (
    r"Resource violates Content Security Policy.*assets/",  # vnu reads a file, and does not know what 'self' is then
    r"Consider using the “h1” element as a top-level heading only",  # one file: each page of the guide is a chapter
)
DATA = (JSON, CSV, SCHEMA)
SCHEMES = ("tel:", "sms:", "https://")
ALONE = ("cover.html", "offline.html", "404.html")
"""Pages that no edition has."""
DAY = r"[0-9]+ [A-Z][a-z]+ 20[0-9]{2}"


def pages(trees: Trees) -> Iterator[tuple[str, Element]]:
    for made in trees.values():
        yield from made.items()


def test_every_page_is_valid_html_with_one_first_heading_and_no_level_left_out(trees: Trees) -> None:
    for name, tree in pages(trees):
        levels = [int(one.tag[-1]) for one in tree.iter() if re.fullmatch(r"h[1-6]", str(one.tag).removeprefix(NAMESPACE))]
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name
        assert tree.get("lang") == "en-GB", name


@pytest.fixture(scope="module")
def whole(single: Path) -> Element:
    """The guide in one file."""
    return parsed(single.read_text("utf-8"))


def test_no_two_parts_of_a_page_have_one_name(trees: Trees, whole: Element) -> None:
    for name, tree in (*pages(trees), ("one file", whole)):
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), name
        places = [one.get("aria-label") for one in tree.iter(f"{NAMESPACE}nav")]
        assert len(places) == len(set(places)), f"a screen reader lists these places of {name}: {places}"


def test_no_link_leads_nowhere(trees: Trees) -> None:
    for made in trees.values():
        known = {name: {one.get("id") for one in tree.iter()} for name, tree in made.items()}
        for name, tree in made.items():
            for link in tree.iter(f"{NAMESPACE}a"):
                target, _, part = link.get("href", "").partition("#")
                if target.startswith(SCHEMES) or (name, target) == ("404.html", "/"):
                    continue
                to = (Path(name).parent / target).as_posix().replace("short/../", "") if target else name
                if to in DATA:
                    continue
                assert to in known, f"{name} links to {to}"
                if part and not to.endswith("take-away.html"):
                    assert part in known[to], f"{name} links to {to}#{part}"


def test_every_page_leads_to_itself_in_the_other_edition(trees: Trees) -> None:
    for name, tree in trees["shipped"].items():
        if name not in ALONE:
            other = f"../{name.removeprefix('short/')}" if name.startswith("short/") else f"short/{name}"
            (nav,) = (one for one in tree.iter(f"{NAMESPACE}nav") if one.get("aria-label") == "Parts of this guide")
            assert other in [link.get("href") for link in nav.iter(f"{NAMESPACE}a")], name


def test_no_link_of_the_one_file_leads_nowhere_nor_out_of_it(whole: Element) -> None:
    ids = {one.get("id") for one in whole.iter()}
    for link in whole.iter(f"{NAMESPACE}a"):
        href = link.get("href", "")
        assert href.startswith(SCHEMES) or href.removeprefix("#") in ids, href


def test_every_page_has_who_to_call_first_with_links_that_ring_and_before_it_only_the_way_past_it(
    trees: Trees,
) -> None:
    wanted = ["tel:999", "tel:111", "tel:08088088000", "tel:116123"]
    for name, tree in trees["shipped"].items():
        if name == "cover.html":
            continue
        (body,) = tree.iter(f"{NAMESPACE}body")
        first, *rest = list(body)
        if name != "404.html":
            assert first.get("class") == "skip", name
            assert first.get("href") == "#main", name
            first = rest[0]
        assert first.get("class") == "help-now", name
        assert [one.get("href") for one in first.iter(f"{NAMESPACE}a") if one.get("href", "").startswith("tel:")] == wanted


def test_every_page_says_when_its_facts_were_checked_and_that_nobody_has_reviewed_them(
    trees: Trees,
) -> None:
    for name, tree in trees["shipped"].items():
        if name not in ("cover.html", "404.html"):
            text = " ".join(said(tree).split())
            assert re.search(rf"Facts last checked {DAY}, to be checked again by {DAY}\. Edition [0-9a-f]{{12}}\.", text), name
            assert "Not yet reviewed by a clinician." in text, name


def test_the_policy_lets_in_nothing_but_the_sites_own_files(folder: Path, trees: Trees) -> None:
    headers = (folder / "_headers").read_text()
    for part in (
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "frame-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ):
        assert part in headers
    assert "unsafe" not in headers
    for name, tree in trees["shipped"].items():
        (said_,) = (one for one in tree.iter(f"{NAMESPACE}meta") if one.get("http-equiv") == "Content-Security-Policy")
        if name == "404.html":
            continue  # it stands alone, since it cannot know where the guide's files are: test_offline.py
        assert said_.get("content") == POLICY, name
        assert not list(tree.iter(f"{NAMESPACE}style")), f"{name}: a host's default-src 'self' would stop it"
        assert not [one for one in tree.iter() if one.get("style") or str(one.tag).endswith("iframe")], name


def test_pictures_of_100_people_have_a_name_and_their_number_is_read_once(trees: Trees) -> None:
    found = 0
    for name, tree in pages(trees):
        for arms in (one for one in tree.iter() if one.get("class") == "arms"):
            for arm in arms:
                (picture,) = (one for one in arm.iter() if one.get("class") == "people")
                (number,) = (one for one in arm.iter() if one.get("class") == "of-100")
                (group,) = (one for one in arm.iter() if one.get("class") == "arm")
                named = f"Picture of 100 people: {said(group).strip().removesuffix(':')}"
                assert (picture.get("role"), picture.get("aria-label")) == ("img", named), name
                assert said(number).strip() == f"{_counted(picture)} in 100", name
                found += 1
    assert found > 20


def _counted(picture: Element) -> int:
    """Number of filled people in an icon array, by the area of its shapes."""
    drawn = (one for one in picture if one.get("fill") == "url(#person-yes)")
    return sum(int(one.get("width", "")) * int(one.get("height", "")) // (15 * 13) for one in drawn)


def test_a_page_that_would_take_the_file_of_another_is_refused(guide: Guide) -> None:
    part = msgspec.structs.replace(guide.meta.parts[0], sections=("search",))
    broken = msgspec.structs.replace(guide, meta=msgspec.structs.replace(guide.meta, parts=(part,)))
    with pytest.raises(SiteError, match="'search' would take the file of another page"):
        site(broken)


@pytest.mark.skipif(not (VNU and Path(VNU).is_file() and shutil.which("java")), reason="VNU_JAR names no vnu.jar, or no java")
def test_the_checker_of_the_w3c_finds_nothing_wrong_with_any_page(
    shipped: Guide, folder: Path, sink: Path, tmp_path: Path
) -> None:
    for edition_id in EDITIONS:
        (tmp_path / f"{edition_id}.html").write_text(
            one_file(shipped, GuideView(shipped, edition_id), large=True), encoding="utf-8"
        )
    files = [path for where in (folder, sink, tmp_path) for path in where.rglob("*.html")]
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", VNU, "--format", "json", "--stdout", *map(str, files)],
        capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    found = [one for one in json.loads(done.stdout)["messages"] if not any(re.search(each, one["message"]) for each in ALLOWED)]
    assert [(one["url"], one.get("lastLine"), one["message"]) for one in found] == []
    assert len(files) > 100
