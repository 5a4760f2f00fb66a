"""A guide need not have every file: what is absent is offered nowhere, and nothing else is missed."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ketaguide.cli import main
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.render.html import one_file, site
from ketaguide.render.plain_guide import guide_text
from ketaguide.render.plain_takeaway import known_questions, takeaway_text
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.search import Finder
from ketaguide.session import Session
from ketaguide.tui.actions import Open, OpenAt
from ketaguide.tui.layout import Layout, lay_out
from ketaguide.tui.pages import _PLAIN, page
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.cover import cleaning, hidden, waiting, warning
from tests.unit.kitchen import Kitchen
from tests.unit.scripted import talk, walk

LEAST = """\
format: 1
title: "The least guide"
short_title: Least
profile: uk
parts: [{id: all, title: All of it, sections: [get-help]}]
written: 2026-01-31
facts_checked: 2026-02-28
next_update: 2026-08-28
author: The testers
funding: Nobody paid.
conflicts: None.
update_policy: This test text changes when a test needs it to.
purpose: A test.
is_not: [It is not advice.]
licence: CC BY 4.0.
code_licence: MIT.
"""


def of_edition(*names: str) -> Callable[[Kitchen], None]:
    """Remove files of both editions, and with them the page that shows what they hold."""

    def remove(kitchen: Kitchen) -> None:
        for edition in ("en", "en-short"):
            for file in (*(f"{name}.yaml" for name in names), "sections/every-kind.yaml"):
                (kitchen.path / edition / file).unlink(missing_ok=True)

    return remove


def least(kitchen: Kitchen) -> None:
    """Leave guide.yaml, the page of help and contacts."""
    of_edition("home", "glossary", "quiz", "questions", "options")(kitchen)
    shutil.rmtree(kitchen.path / "en-short")
    for file in ("evidence", "sources", "topics"):
        (kitchen.path / f"{file}.yaml").unlink()
    for name in ("about-this-guide", "risks", "see-your-gp"):
        (kitchen.path / "en/sections" / f"{name}.yaml").unlink()
    kitchen.write("guide.yaml", LEAST)


def short(kitchen: Kitchen) -> None:
    shutil.rmtree(kitchen.path / "en-short")


def shared(kitchen: Kitchen) -> None:
    of_edition()(kitchen)
    for file in ("evidence", "sources", "topics"):
        (kitchen.path / f"{file}.yaml").unlink()


def roles(kitchen: Kitchen) -> None:
    kitchen.replace("guide.yaml", "  gp: see-your-gp\n  about: about-this-guide\n", "  gp: ''\n")


CASES = {
    "home": of_edition("home"), "glossary": of_edition("glossary"), "quiz": of_edition("quiz"),
    "questions": of_edition("questions"),
    "questions and options": of_edition("questions", "options"), "evidence, sources, topics": shared,
    "short edition": short, "roles": roles, "all that can be": least,
}  # fmt: skip


@pytest.fixture(scope="module", params=CASES)
def partial(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The test guide without some of its files."""
    kitchen = Kitchen(tmp_path_factory.mktemp("partial"))
    CASES[request.param](kitchen)
    return kitchen.guide()


def drawn(context: Context) -> Iterator[Layout]:
    """Every page of the full screen, narrow and wide, and what a kiosk shows."""
    places = [*_PLAIN, *(f"{kind}:{name.id}" for kind in ("section", "evidence") for name in context.view.pages())]
    lacks = {*context.view.lacks, *(("takeaway", "questions-by-page") if "questions" in context.view.lacks else ())}
    docs = [page(place, context) for place in places if place not in lacks]
    docs += [waiting(context), hidden(context), cleaning(context, 9), warning(context, 9)]
    return (lay_out(doc, width) for doc in docs for width in (43, 80))


def test_every_way_on_the_full_screen_leads_to_what_is_there(partial: Guide) -> None:
    context = Context(partial, Session())
    for layout in drawn(context):
        for action in (target.action for target in layout.targets):
            if isinstance(action, Open | OpenAt):
                kind, _, name = action.place.partition(":")
                assert kind not in context.view.lacks
                assert kind in (*_PLAIN, "search", "path", "section", "evidence")
                assert kind != "section" or context.view.section(name)


def test_the_keys_that_do_nothing_are_not_named(partial: Guide) -> None:
    context = Context(partial, Session())
    named = "\n".join(line.plain for line in lay_out(page("keys", context), 80).lines)
    assert ("F4" in named, "F8" in named) == tuple(name not in context.view.lacks for name in ("questions", "short"))


def test_every_link_of_the_web_pages_leads_somewhere_and_no_list_is_empty(partial: Guide) -> None:
    files = {file.path: file.text for file in site(partial)}
    for path, text in files.items():
        if path.endswith(".html") and path != "404.html":
            folder = path.rpartition("/")[0]
            for href in re.findall(r'(?:href|data-to)="([^"#?:]+)["#?]', text):
                there = (Path(folder) / href.removeprefix("./")).as_posix()
                there = str(Path(re.sub(r"[^/]+/\.\./", "", there)))
                assert there in files, f"{path} leads to {href}"
            assert not re.search(r"<ul[^>]*>\s*</ul>", text), f"a list of {path} is empty"
    whole = one_file(partial, GuideView(partial))
    ids = set(re.findall(r'id="([^"]+)"', whole))
    assert set(re.findall(r'href="#([^"]+)"', whole)) <= ids


def test_the_conversation_offers_and_knows_what_is_there_alone(partial: Guide) -> None:
    view = GuideView(partial)
    heard = talk(partial, "?", "questions", "take", "phone", "matters", "short", "nation", "6", "f", "scotland", "m", width=80)
    for name, words in (("questions", "to ask your GP"), ("matters", "matters most"), ("short", "s: short")):
        assert (words in heard[1]) == (name not in view.lacks)
    assert heard[-1].rstrip(".\n").endswith("Talk: 116 123")


def test_every_command_that_prints_has_words(partial: Guide) -> None:
    view = GuideView(partial)
    assert partial.meta.title in guide_text(view, 80, how_we_know=True)
    assert "116 123" in takeaway_text(takeaway(view, ()), view, 80)
    assert known_questions(view, 80)
    assert Finder(partial).find("want to die", "en", None).distress
    for words in ("scotland", "help", "zzz", "syrup"):
        Finder(partial).find(words, "en", None)


def test_the_least_guide_is_read_by_numbers_alone(kitchen: Kitchen) -> None:
    least(kitchen)
    guide = kitchen.guide()
    reached = "\n".join(walk(guide))
    assert "1: More: search, all pages" in reached
    assert "1: Get help" in reached


def test_commands_say_that_a_guide_has_not_what_they_print(kitchen: Kitchen, capsys: pytest.CaptureFixture[str]) -> None:
    least(kitchen)
    here = ["--content", str(kitchen.path)]
    for command in ("quiz", "glossary", "takeaway"):
        assert main([*here, command]) == 2
        assert "this guide has no" in capsys.readouterr().err
    for printing in (["list"], ["read", "all"], ["search", "help"], ["check", "--stats"], ["check", "--due"], []):
        main([*here, *printing])
        assert "fault" not in capsys.readouterr().err


def test_a_guide_without_its_page_of_help_is_refused(kitchen: Kitchen) -> None:
    (kitchen.path / "en/sections/get-help.yaml").unlink()
    assert "the page 'get-help' is missing" in kitchen.fault()


def test_the_first_page_of_a_guide_without_questions_offers_its_first_pages(kitchen: Kitchen) -> None:
    (kitchen.path / "en/home.yaml").unlink()
    guide = kitchen.guide()
    home = guide.editions["en"].home
    assert (home.title, [one.section for one in home.questions]) == (guide.meta.title, ["every-kind", "risks"])
    assert all(len(one.brief) <= 24 and len(one.answer) <= 49 for one in home.questions)


WORDS = "home:\n  ask: Ask of walks\nkeys: {help: Hilfe}\n"


def test_a_guide_may_change_single_words_of_the_program(kitchen: Kitchen) -> None:
    kitchen.write("en/interface.yaml", WORDS)
    kitchen.write("en-short/interface.yaml", "keys: {search: Look}\n")
    guide = kitchen.guide()
    standard, brief = (guide.editions[name].interface for name in ("en", "en-short"))
    assert (standard.home.ask, standard.keys.help, standard.keys.search) == ("Ask of walks", "Hilfe", "Search")
    assert (brief.home.ask, brief.keys.help, brief.keys.search) == ("Ask of walks", "Hilfe", "Look")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("home: {asks: x}\n", "interface.yaml:1:8: error: there is no field 'asks' here: did you mean 'ask'?"),
        ("home: x\n", "interface.yaml:1:7: error: expected fields"),
        ("- x\n", "interface.yaml:1:1: error: expected fields"),
        ("plain: {leave_words: bye}\n", "interface.yaml:1:22: error: expected a list"),
        ("home: {step: 'step {m}'}\n", "interface.yaml:1:14: error: there is nothing to put in the place of {m}"),
    ],
)
def test_a_fault_in_changed_words_is_named_by_its_line(kitchen: Kitchen, wrong: str, said: str) -> None:
    kitchen.write("en/interface.yaml", wrong)
    (fault,) = kitchen.faults()
    assert said in fault


@pytest.mark.parametrize("broken", ["interface", "quiz"])
def test_a_fault_in_one_edition_makes_no_faults_of_the_words_of_another(kitchen: Kitchen, broken: str) -> None:
    kitchen.write(f"en/{broken}.yaml", "home: {asks: x}\n")
    kitchen.write("en-short/interface.yaml", "keys: {search: Look}\n")
    assert {fault.partition(":")[0] for fault in kitchen.faults()} == {f"en/{broken}.yaml"}


def test_the_words_of_this_guide_are_not_searched_in_another(kitchen: Kitchen, shipped: Guide) -> None:
    own, shipped_ = (one.editions["en"].search for one in (kitchen.guide(), shipped))
    assert (own.synonyms, own.distress) == ((), shipped_.distress)


@pytest.mark.parametrize("own", [False, True])
def test_no_guide_is_shown_without_the_words_of_distress_of_the_program(
    kitchen: Kitchen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    shutil.copytree(content_dir(), damaged := tmp_path / "installed", ignore=shutil.ignore_patterns("schema"))
    (damaged / "en/search.yaml").write_text("distress: [")
    monkeypatch.setattr("ketaguide.loading.reader.content_dir", lambda: damaged)
    if own:
        kitchen.write("en/search.yaml", (content_dir() / "en/search.yaml").read_bytes())
    assert any("the program's own words cannot be read" in fault for fault in kitchen.faults())
