"""Guides for other countries: with regions of their own, and with none."""

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest

from ketaguide import crisis, fallback
from ketaguide.checking import check_guide
from ketaguide.commands.loader import keep_crisis_card, load
from ketaguide.errors import UsageError
from ketaguide.loading.reader import read_guide
from ketaguide.loading.translated import stamp
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.render.html import site
from ketaguide.render.plain_guide import guide_text
from ketaguide.render.plain_takeaway import takeaway_words
from ketaguide.render.search_text import help_lines
from ketaguide.resolve import crisis_card
from ketaguide.resolve.crisis import crisis_lines
from ketaguide.resolve.home import resolve_nations
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from ketaguide.settings import Settings
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.frame import banner_words, title_words
from ketaguide.tui.pages.help_now import help_now
from ketaguide.tui.pages.home import home, view
from tests.conftest import read
from tests.countries import ISLAY_BAY, NORLAND, guide_of, write_guide
from tests.unit.kitchen import position
from tests.unit.scripted import talk

UK = re.compile(r"\b(?:999|111|112|UK|A&(?:amp;)?E|NHS|Lifeline|Samaritans|England|Scotland|Wales|Northern Ireland)\b")
BOTH = pytest.mark.parametrize("profile", [NORLAND, ISLAY_BAY], ids=["two regions", "none"])


@pytest.fixture(autouse=True)
def unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fallback, "country", crisis.UK)


@pytest.fixture
def norland(tmp_path: Path) -> Guide:
    return guide_of(tmp_path)


@pytest.fixture
def islay_bay(tmp_path: Path) -> Guide:
    return guide_of(tmp_path, ISLAY_BAY)


def drawn(context: Context, page: Callable[[Context], object]) -> str:
    """A page of the full screen as text."""
    return "\n".join(line.plain for line in lay_out(page(context), 90).lines)  # type: ignore[arg-type]


@BOTH
def test_a_guide_of_another_country_breaks_no_rule(tmp_path: Path, profile: str) -> None:
    loaded = read_guide(write_guide(tmp_path, profile))
    assert loaded.guide is not None, loaded.problems
    assert [str(one) for one in check_guide(loaded.guide, loaded.places) if one.level == "error"] == []


@BOTH
def test_nothing_of_the_uk_is_said_in_any_view(tmp_path: Path, profile: str) -> None:
    guide = guide_of(tmp_path, profile)
    context, view_ = Context(guide, Session()), GuideView(guide)
    said = {file.path: re.sub(r"<(style|script).*?</\1>", "", file.text, flags=re.DOTALL) for file in site(guide)
            if file.path.endswith(".html")}  # fmt: skip
    said["plain"] = guide_text(view_, 72) + "\n".join(crisis_card.whole(view_, 72))
    said["conversation"] = "".join(talk(guide, "help", "1", "?", "nation", "leave"))
    said["screen"] = "\n".join(drawn(context, page) for page in (home, help_now, view)) + str(banner_words(context))
    said["distress"] = "\n".join(help_lines(view_))
    said["phone"] = "\n".join(takeaway_words(takeaway(view_, ["ask-rest"])))
    assert {name: found[0] for name, text in said.items() if (found := UK.search(text))} == {}
    for name in ("plain", "conversation", "screen", "distress", "phone", "index.html", "get-help.html"):
        assert [number for number in ("555", "1770", "0700 11 22 33") if number not in said[name]] == [], name


def test_a_reader_of_a_region_sees_its_own_number_alone(norland: Guide) -> None:
    hills, coast = (GuideView(norland, nation=nation) for nation in ("hills", "coast"))
    assert "Rest, and" not in guide_text(hills, 200)
    assert "Call the hill nurse." in guide_text(hills, 200)
    assert "Call 1770." in guide_text(coast, 200)
    for reader, own, other in ((hills, "0660 22 33 44", "1770"), (coast, "1770", "0660 22 33 44")):
        for text in ("\n".join(crisis_card.whole(reader, 72)), "\n".join(help_lines(reader))):
            assert own in text
            assert other not in text
        assert [line.phone for line in crisis_lines(reader)] == ["555", own, "0700 11 22 33"]


def test_the_banner_names_the_regions_of_different_numbers_and_is_short_where_it_is_narrow(norland: Guide) -> None:
    words = banner_words(Context(norland, Session()))
    assert words.parts[1] == ("Crisis", "the Coast 1770, the Hills 0660 22 33 44")
    assert words.short[1] == ("Crisis", "the Coast 1770, Hills 0660 22 33 44")


def test_where_there_is_nothing_to_choose_nobody_is_asked_where_they_live(islay_bay: Guide) -> None:
    context = Context(islay_bay, Session())
    asked = islay_bay.first.interface.home.where
    assert resolve_nations(context.view) == ()
    for page in (home, view):
        assert asked not in drawn(context, page)
        assert "nation" not in drawn(context, page).lower()
    assert "nation" not in str((title_words(context), context.keys.view, drawn(context, help_now))).lower()
    heard = talk(islay_bay, "more", "?", "nation", "leave")
    assert asked not in "".join(heard)
    assert "nation: where you live" not in "".join(heard)
    pages = [file for file in site(islay_bay) if file.path.endswith(".html")]
    assert not [file.path for file in pages if 'class="nation"' in file.text or "nation.js" in file.text]


def test_where_there_are_regions_each_is_offered_by_its_name(norland: Guide) -> None:
    context = Context(norland, Session())
    assert [choice.name for choice in resolve_nations(context.view)] == ["the Coast", "the Hills", "All Norland nations"]
    assert "Where in Norland are you?" in drawn(context, view)
    (page,) = (file for file in site(norland) if file.path == "throats.html")
    assert re.findall(r'<option value="([^"]*)">', page.text) == ["", "coast", "hills"]
    assert '<div data-nation="hills">' in page.text


def test_a_nation_that_the_guide_has_not_is_refused_with_those_it_has(norland: Guide, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no nation 'wales' in this guide; use one of coast, hills\."):
        load(Settings(content=tmp_path, nation="wales"))
    assert GuideView.of(norland, Session(nation="wales")).nation is None, "a reader of replaced content sees all"


def test_a_fault_shows_the_card_of_the_guide_that_was_opened(norland: Guide, tmp_path: Path) -> None:
    before = fallback.card(None, 72, str(tmp_path))
    assert before[0].startswith("These numbers work in the UK."), "no guide was opened, and this one is for Norland"
    assert fallback.at_start(None, 72, str(tmp_path)) == [], "the UK's numbers are not shown while it opens"
    keep_crisis_card(norland, Settings(content=tmp_path))
    assert "In danger: 555" in fallback.card(None, 72, str(tmp_path))
    assert not UK.search("\n".join(fallback.card("hills", 72, str(tmp_path))))


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("emergency: rescue\n", "", "name: Norland", "the field 'emergency' is missing: add"),
        (
            "emergency: rescue",
            "emergency: rescu",
            "rescu",
            "there is no contact 'rescu' in contacts.yaml: did you mean",
        ),
        (
            "urgent: hill-nurse",
            "urgent: hillnurse",
            "hillnurse",
            "there is no contact 'hillnurse' in contacts.yaml: did",
        ),
        ("talk: [night-talk]", "talk: [nobody]", "nobody", "there is no contact 'nobody' in contacts.yaml: use one of: clinic"),
        ("id: coast", "id: none", "none", "'none' cannot be the id of a nation: use small letters"),
        ("{hills: the", "{hill: the", '"{coast', "there is no nation 'hill' in the phrase: write the ids of nations"),
        ('whole: "0[0-9]{9}"', 'whole: "0[0-9"', '"0[0-9"', "this is no pattern: unterminated character set"),
    ],
)
def test_a_fault_of_a_profile_is_told_with_its_line_and_cure(tmp_path: Path, old: str, new: str, at: str, message: str) -> None:
    assert old in NORLAND
    problems = [str(one) for one in read_guide(write_guide(tmp_path, NORLAND.replace(old, new))).problems]
    spot = position((tmp_path / "profile" / "norland.yaml").read_text(encoding="utf-8"), at)
    assert any(one.startswith(f"profile/norland.yaml:{spot}: error: {message}") for one in problems), problems


def test_a_profile_that_is_not_there_is_told_in_the_guide_that_names_it(tmp_path: Path) -> None:
    write_guide(tmp_path)
    (tmp_path / "profile" / "norland.yaml").unlink()
    (problem,) = read_guide(tmp_path).problems
    assert str(problem).endswith("error: there is no profile 'norland': write profile/norland.yaml, or name uk")


def test_an_edition_in_another_language_names_the_regions_in_its_own_words(tmp_path: Path) -> None:
    write_guide(tmp_path)
    own = {
        "name": ("Norland", "Dnalron"),
        "nations/coast/name": ("the Coast", "Tsaoc"),
        "nations/hills/name": ("the Hills", "Sllih"),
    }
    words = ", ".join(f"{{of: profile/{way}, mark: {stamp(said)}, text: {text}}}" for way, (said, text) in own.items())
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "profile.yaml").write_text(f"words: [{words}]\n")
    copy(content_dir() / "en" / "interface.yaml", tmp_path / "xx")
    first = (tmp_path / "en" / "edition.yaml").read_text()
    declared = first.replace("id: en\n", "id: xx\nbase: en\n").replace("language: en-GB", "language: xx").replace("en-gb", "en")
    (tmp_path / "xx" / "edition.yaml").write_text(f"{declared}missing: Not here.\nolder: Older.\n")
    theirs, ours = (GuideView(read(tmp_path), name) for name in ("xx", "en"))
    assert [choice.name for choice in resolve_nations(theirs)][:2] == ["Tsaoc", "Sllih"]
    assert [choice.name for choice in resolve_nations(ours)][:2] == ["the Coast", "the Hills"]
    assert [line.what for line in crisis_lines(theirs)][1:3] == ["Tsaoc", "Sllih"]
