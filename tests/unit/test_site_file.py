"""A site's own file: its contacts join the guide, crisis numbers stay, and every fault has its line."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from ketaguide.cli import main
from ketaguide.errors import Exit
from ketaguide.loading.overlay import read_site
from ketaguide.loading.site_merge import with_site
from ketaguide.model.block import Contacts, Heading
from ketaguide.model.guide import Guide
from ketaguide.render.html import site
from ketaguide.render.plain import section_text
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.view import GuideView
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages import page as full_screen
from tests.tui.conftest import page, screen_text
from tests.unit.kitchen import position
from tests.unit.scripted import talk

EXAMPLE = Path(__file__).parents[2] / "docs" / "site-example.yaml"


def elm_tree(guide: Guide) -> Guide:
    site = read_site(EXAMPLE).site
    assert site is not None
    return with_site(guide, site)


def test_the_example_in_the_documents_is_good() -> None:
    assert read_site(EXAMPLE).problems == ()


def test_its_contacts_stand_near_the_top_of_get_help_and_say_who_added_them(shipped: Guide) -> None:
    guide = elm_tree(shipped)
    for edition_id in guide.editions:
        section = guide.editions[edition_id].sections["get-help"]
        said = " ".join(section_text(section, GuideView(guide, edition_id, "scotland"), 72).split())
        near = said.index("Near you: Elm Tree Surgery")
        assert said.index("See your GP if:") < near < said.index("Not sure which?")
        assert said.count("Northside crisis team") == 1
        assert "Call 0131 496 0001" in said[near:]
        assert "added by Elm Tree Surgery" in said[near:]


def test_a_contact_with_an_id_of_the_guide_takes_its_place_everywhere(shipped: Guide) -> None:
    guide = elm_tree(shipped)
    assert guide.contacts["gp"].name == "Elm Tree Surgery"
    assert guide.contacts["gp"].added_by == "Elm Tree Surgery"
    assert guide.contacts["samaritans"] == shipped.contacts["samaritans"]
    assert shipped.contacts["gp"].name == "Your GP practice"


def test_local_services_are_not_said_twice_on_the_page_of_help(shipped: Guide) -> None:
    section = elm_tree(shipped).section("get-help")
    assert section is not None
    assert not any("local" in block.kinds for block in section.blocks if isinstance(block, Contacts))
    assert Heading(text="Near you: Elm Tree Surgery") in section.blocks


def test_the_conversation_says_where_it_is_shown_and_its_help_has_the_local_services(shipped: Guide) -> None:
    heard = talk(elm_tree(shipped), "0", "2")
    assert "Shown here by Elm Tree Surgery. Open: 8am to 6.30pm" in " ".join(heard[0].split())
    assert "2: Near you: Elm Tree Surgery" in heard[1]
    assert "Northside crisis team" in heard[2]


async def test_the_screen_shows_the_site_at_the_start_and_its_contacts_in_get_help_now(shipped: Guide) -> None:
    app = GuideApp(Settings(nation="scotland"), elm_tree(shipped))
    async with app.run_test(size=(120, 60)) as pilot:
        assert "Shown here by Elm Tree Surgery. Open: 8am to 6.30pm" in screen_text(app)
        await pilot.press("f1")
        drawn = " ".join(" ".join(line.plain for line in page(app)._layout.lines).split())
        assert "Near you: Elm Tree Surgery" in drawn
        assert "Northside crisis team" in drawn


GOOD = EXAMPLE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("- id: gp", '- id: "999"', '"999"', "a site may not change '999'"),
        ("- id: gp", "- id: nhs24-scotland", "nhs24-scotland", "a site may not change 'nhs24-scotland'"),
        ("- id: gp", "- id: lifeline-ni", "lifeline-ni", "a site may not change 'lifeline-ni'"),
        ("- id: gp", "- id: samaritans", "samaritans", "a site may not change 'samaritans'"),
        ("- id: local-crisis-team", "- id: gp", "gp\n    name: Northside", "the id 'gp' is used twice"),
        ("kind: gp", "kind: emergency", "emergency", "a site may not add a service of the kind emergency"),
        ("kind: gp", "added_by: NHS", "NHS", "the program writes this itself"),
        ("0131 496 0001", "ring us", '"ring us"', "'ring us' is not a phone number"),
        ('    phone: "0131 496 0001"\n', "", "local-crisis-team", "nobody can reach 'local-crisis-team'"),
        ("elmtree.example/take-away.html", "elmtree.example/?q=", "https:", "is not the plain address of a page"),
        ("takeaway_url: https:", "takeaway_url: javascript:", "javascript:", "is not the plain address of a page"),
        ("printer: Waiting_Room", "printer: -o raw", "-o raw", "cannot be the name of a printer"),
        ("nation: scotland", "nation: scotlnd", "scotlnd", "did you mean 'scotland'?"),
        ("idle_seconds: 180", "idle_seconds: 5", "5\n\ncontacts", "expected a whole number from 120 to 3600"),
        ("logo_text: Elm", "logo_txt: Elm", "logo_txt", "there is no field 'logo_txt' here: did you mean 'logo_text'?"),
        ("name: Elm Tree Surgery\n# Op", "# Op", "hours:", "the field 'name' is missing"),
        ("name: Elm Tree Surgery\n# Op", 'name: " "\n# Op', '" "', "the name is empty"),
    ],
)
def test_every_fault_is_named_with_its_line(tmp_path: Path, old: str, new: str, at: str, message: str) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    file = tmp_path / "site.yaml"
    file.write_text(text, encoding="utf-8")
    read = read_site(file)
    assert read.site is None
    spot = f"site.yaml:{position(text, at)}: error: "
    found = [str(problem) for problem in read.problems]
    assert any(problem.startswith(spot) and message in problem for problem in found), found


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"name: [", b"name: &a x", b"just words"])
def test_what_is_no_site_file_is_refused_calmly(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "site.yaml"
    file.write_bytes(content)
    read = read_site(file)
    assert read.site is None
    assert read.problems


def test_the_example_raises_no_alarm_about_changed_numbers(shipped: Guide) -> None:
    assert crisis_notice(GuideView(elm_tree(shipped))) == ""


def test_a_site_file_of_comments_alone_adds_nothing_and_is_no_fault(shipped: Guide, tmp_path: Path) -> None:
    path = tmp_path / "site.yaml"
    path.write_text("# Nothing yet.\n\n# name: Elm Tree Surgery\n")
    site, problems, *_ = read_site(path)
    assert site is not None
    assert problems == ()
    assert with_site(shipped, site) == shipped
    assert main(["--site", str(path), "check"]) == Exit.FINE
    path.write_text("")
    assert "the file is empty" in str(read_site(path).problems[0]), "a file that was cut off is not taken for that"


def test_where_to_write_stands_in_about_and_under_each_page_in_all_views(shipped: Guide) -> None:
    guide = elm_tree(replace(shipped, meta=replace(shipped.meta, write_to="guide@publisher.example")))
    words = "Write to guide@publisher.example. About this screen, or what Elm Tree Surgery added: guide@elmtree.example."
    section = guide.first.sections["risks"]
    assert words in " ".join(section_text(section, GuideView(guide), 72).split())
    pages = [file for file in site(guide) if file.path in ("risks.html", "about.html")]
    assert [words in " ".join(page.text.split()) for page in pages] == [True, True]
    app = GuideApp(Settings(), guide)
    for place, said in (("section:risks", words), ("about", "guide@elmtree.example")):
        lines = lay_out(full_screen(place, app.context), 78).lines
        assert said in " ".join(" ".join(line.plain for line in lines).split())
    assert "Write to" not in section_text(section, GuideView(shipped), 72), "none is invented"


@pytest.mark.parametrize("address", ["write to us", "javascript:alert(1)", "guide@samaritanz.org", "08001234567@elm.example"])
def test_an_address_that_is_none_or_passes_for_anothers_is_refused(tmp_path: Path, address: str) -> None:
    path = tmp_path / "site.yaml"
    path.write_text(EXAMPLE.read_text().replace("guide@elmtree.example", address))
    assert any("write_to" in str(one) or address in str(one) for one in read_site(path).problems), address
