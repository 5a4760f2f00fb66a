"""The pages say what the plain view says, are valid, and do what no content can undo."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import msgspec
import pytest

from ketaguide.model.guide import STANDARD, Guide, Variant
from ketaguide.model.prose import Prose, Scheme, Span
from ketaguide.render.flow import text_of
from ketaguide.render.html import SiteError, one_file, site
from ketaguide.render.plain_about import about_pieces
from ketaguide.render.plain_words import glossary_pieces
from ketaguide.render.reading import Reading
from tests.site.conftest import names
from tests.site.words import NAMESPACE, page_words, parsed, plain_words, said, with_class, words

HOSTILE = "\"'><script>pwned()</script><img src=x onerror=pwned()></style></textarea>{{ 7*7 }}</details>javascript:pwned()"

SCHEMES: tuple[Scheme, ...] = ("term", "section", "contact")


def page(folder: Path, name: str) -> Element:
    return parsed((folder / name).read_text(encoding="utf-8"))


def place(variant: Variant, name: str) -> str:
    return f"{'' if variant == STANDARD else 'easy/'}{name}.html"


@pytest.mark.parametrize("variant", ["en", "en-easy"])
def test_every_page_says_the_words_of_the_plain_view_in_the_same_order(
    shipped: Guide, guide: Guide, folder: Path, sink: Path, variant: Variant
) -> None:
    for which, where in ((guide, sink), (shipped, folder)):
        reading = Reading(which, variant)
        for section in reading.pages():
            assert page_words(page(where, place(variant, section.id))) == plain_words(section, reading), section.id


@pytest.mark.parametrize("variant", ["en", "en-easy"])
def test_words_explained_and_about_say_what_the_plain_view_says(shipped: Guide, folder: Path, variant: Variant) -> None:
    reading = Reading(shipped, variant)
    explained = " ".join(words(text_of(glossary_pieces(reading, 72))))
    for entry in with_class(page(folder, place(variant, "glossary")), "word"):
        shown = [part for part in entry if part.get("class") != "more"]
        text = " ".join(" ".join(map(said, shown)).split())
        assert re.sub(r" \((call [0-9 ]+|[a-z.]+/[a-z]+)\)", "", text) in explained  # a number stands where it can be touched
    (main,) = page(folder, place(variant, "about")).iter(f"{NAMESPACE}main")
    shown = [part for part in main if part.get("class") != "aside"]
    assert " ".join(map(said, shown)).split() == words(text_of(about_pieces(reading, 72)))


def test_every_page_is_valid_html_with_one_first_heading_and_no_level_left_out(
    shipped: Guide, folder: Path, sink: Path
) -> None:
    for where in (folder, sink):
        for name in names(where):
            tree = page(where, name)
            levels = [int(one.tag[-1]) for one in tree.iter() if one.tag[-2:] in ("h1", "h2", "h3", "h4")]
            assert levels.count(1) == 1, name
            assert all(after <= before + 1 for before, after in pairwise(levels)), name
            ids = [one.get("id") for one in tree.iter() if one.get("id")]
            assert len(ids) == len(set(ids)), name
    parsed(one_file(shipped, Reading(shipped)))


def test_no_link_leads_nowhere(folder: Path, sink: Path) -> None:
    for where in (folder, sink):
        trees = {name: page(where, name) for name in names(where)}
        known = {name: {one.get("id") for one in tree.iter()} for name, tree in trees.items()}
        for name, tree in trees.items():
            for link in tree.iter(f"{NAMESPACE}a"):
                target, _, part = link.get("href", "").partition("#")
                if target.startswith(("tel:", "sms:", "https://", "http://")):
                    continue
                to = (Path(name).parent / target).as_posix() if target else name
                to = to.replace("easy/../", "")
                assert to in known, f"{name} links to {to}"
                if part and not to.endswith("take-away.html"):
                    assert part in known[to], f"{name} links to {to}#{part}"


def test_no_link_of_the_one_file_leads_nowhere_nor_out_of_it(shipped: Guide) -> None:
    tree = parsed(one_file(shipped, Reading(shipped)))
    ids = {one.get("id") for one in tree.iter()}
    for link in tree.iter(f"{NAMESPACE}a"):
        href = link.get("href", "")
        assert href.startswith(("tel:", "sms:", "https://", "http://")) or href.removeprefix("#") in ids, href


def test_every_page_has_who_to_call_first_and_the_numbers_are_those_of_the_contacts(shipped: Guide, folder: Path) -> None:
    wanted = ["tel:999", "tel:111", "tel:08088088000", "tel:116123"]
    for name in names(folder):
        (body,) = page(folder, name).iter(f"{NAMESPACE}body")
        first = next(part for part in body if part.get("class") != "skip")
        assert first.get("class") == "help-now", name
        assert [one.get("href") for one in first.iter(f"{NAMESPACE}a") if one.get("href", "").startswith("tel:")] == wanted


def test_home_weighs_60_kb_at_most_and_any_page_120_with_all_it_loads(folder: Path) -> None:
    def size(name: str) -> int:
        return (folder / name).stat().st_size

    always = size("icon.svg") + size("assets/page.js")
    more = {"search": ("search.json", "assets/search.js"), "quiz": ("assets/quiz.js",), "take-away": ("assets/takeaway.js",)}
    for name in names(folder):
        extra = sum(map(size, more.get(Path(name).stem, ())))
        limit = 60 if Path(name).stem == "index" else 120
        assert size(name) + always + extra <= limit * 1024, name


def test_the_same_guide_makes_the_same_bytes(shipped: Guide) -> None:
    assert site(shipped, "https://example.org/guide") == site(shipped, "https://example.org/guide")
    assert one_file(shipped, Reading(shipped)) == one_file(shipped, Reading(shipped))


def spoiled(value: object, name: str = "") -> object:
    """A copy of a value of the model with hostile text in every field that content can fill with words."""
    if isinstance(value, str):
        return value if name in _KEPT or name.endswith("_id") else f"{value} {HOSTILE}"
    if isinstance(value, Prose):
        extra = (Span(HOSTILE, strong=True), *(Span(HOSTILE, scheme=scheme, target=HOSTILE) for scheme in SCHEMES))
        return Prose((*(Span(f"{span.text}{HOSTILE}", span.strong, span.scheme, span.target) for span in value.spans), *extra))
    if isinstance(value, msgspec.Struct):
        fields = {field: spoiled(getattr(value, field), field) for field in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    if isinstance(value, tuple):
        return tuple(spoiled(item, name) for item in value)
    if isinstance(value, dict):
        return {key: spoiled(item, name) for key, item in value.items()}
    return value


_KEPT = {
    "id", "ids", "kinds", "kind", "variant", "nations", "urgency", "certainty", "certainty_from", "volatility", "claim",
    "measure", "contacts", "cites", "sections", "section", "checked", "check_by", "as_of", "written", "facts_checked",
    "next_update", "updated", "date", "next_date", "interface",
}  # fmt: skip
"""Fields that loading holds to ids and dates."""


@pytest.fixture(scope="module")
def hostile(guide: Guide) -> Guide:
    """The kitchen sink, every word of it written by someone who means harm."""
    found = spoiled(guide)
    assert isinstance(found, Guide)
    return found


def test_hostile_words_stay_words(hostile: Guide) -> None:
    texts = [file.text for file in site(hostile, "https://example.org/") if file.path.endswith(".html")]
    for text in (*texts, one_file(hostile, Reading(hostile))):
        tree = parsed(text)
        for one in tree.iter():
            assert not [name for name in one.attrib if name.startswith("on") or name == "style"]
            assert one.tag.removeprefix(NAMESPACE) not in ("img", "iframe", "object", "textarea", "base")
            if one.tag == f"{NAMESPACE}script":
                assert one.get("src") or "pwned" not in (one.text or "")
            href = one.get("href")
            if href is not None:
                assert not href.lstrip().lower().startswith(("javascript:", "data:text", "vbscript:"))
                assert "pwned()" not in href or not href.startswith(("http", "tel", "sms"))
    assert any("&lt;script&gt;pwned()" in text for text in texts)


def test_a_page_that_would_take_the_file_of_another_is_refused(guide: Guide) -> None:
    part = msgspec.structs.replace(guide.meta.parts[0], sections=("search",))
    broken = msgspec.structs.replace(guide, meta=msgspec.structs.replace(guide.meta, parts=(part,)))
    with pytest.raises(SiteError, match="'search' would take the file of another page"):
        site(broken)
