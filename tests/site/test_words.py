"""Every page says what the plain view says, in the same order, in both editions."""

import json
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from ketaguide.conversation.quiz import quiz as quiz_conversation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.render.flow import text_of
from ketaguide.render.html_links import quiz_round, reading_path
from ketaguide.render.plain import contents_text
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_guide import about_pieces, glossary_pieces
from ketaguide.render.plain_takeaway import known_questions, takeaway_text
from ketaguide.resolve.evidence import source_words
from ketaguide.resolve.section import section_cites
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import review_words
from ketaguide.session import Session
from tests.editions import EDITIONS, STANDARD
from tests.site.conftest import Trees
from tests.site.words import NAMESPACE, page_words, plain_words, said, with_class, without_meanings, without_numbers, words
from tests.unit.scripted import before_choices, number_of, talk

pytestmark = pytest.mark.parametrize("edition_id", EDITIONS)

PLACES = {"index", "quiz", "take-away", "glossary", "about", "search", "sources", "changes"}
WIDE = 500
"""Columns in which no line of the plain view is broken."""


def place(edition_id: EditionId, name: str) -> str:
    return f"{'' if edition_id == STANDARD else 'short/'}{name}.html"


def main(trees: Trees, edition_id: EditionId, name: str, site: str = "shipped") -> Element:
    (found,) = trees[site][place(edition_id, name)].iter(f"{NAMESPACE}main")
    return found


def texts_of_class(tree: Element, class_: str) -> list[str]:
    """The words of every element of a class, one after another."""
    return " ".join(said(part) for part in with_class(tree, class_)).split()


def addresses(tree: Element) -> list[str]:
    return [link.get("href", "") for link in tree.iter(f"{NAMESPACE}a")]


def test_no_page_is_forgotten_here(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    sections = {section.id for section in view.pages()} - {shipped.meta.roles.about}
    evidence = {f"{section.id}-how-we-know" for section in view.pages() if section_cites(section, view)}
    short = edition_id != STANDARD
    found = {Path(name).stem for name in trees["shipped"] if name.startswith("short/") == short}
    rounds = {quiz_round(one.id) for one in view.edition.quiz.rounds}
    rounds |= {reading_path(one.minutes) for one in shipped.meta.paths}
    assert found == PLACES | rounds | sections | evidence | (set() if short else {"cover", "offline", "404"})


def test_every_page_of_the_guide(guides: tuple[Guide, ...], trees: Trees, edition_id: EditionId) -> None:
    for which, where in zip(guides, ("sink", "shipped", "ect"), strict=True):
        if edition_id not in which.editions:
            continue
        view = GuideView(which, edition_id)
        for section in view.pages():
            name = "about" if section.id == view.guide.meta.roles.about else section.id
            assert page_words(main(trees, edition_id, name, where)) == plain_words(section, view), section.id


def test_how_we_know_each_page_with_every_claim_and_the_address_of_every_source(
    shipped: Guide, trees: Trees, edition_id: EditionId
) -> None:
    view = GuideView(shipped, edition_id)
    for section in view.pages():
        plain = text_of(evidence_pieces(section_cites(section, view), view, WIDE)).splitlines()
        urls = [line.strip() for line in plain if line.startswith("  http")]
        tree = main(trees, edition_id, f"{section.id}-how-we-know")
        kept = "\n".join(line for line in plain if not line.startswith("  http"))
        assert texts_of_class(tree, "claim") == words(kept.removeprefix(view.labels.how_we_know)), section.id
        assert [href for href in addresses(tree) if href.startswith("http")] == urls, section.id


def test_all_sources(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    listed = sorted(shipped.sources.values(), key=source_words)
    (found,) = with_class(main(trees, edition_id, "sources"), "sources")
    assert said(found).split() == " ".join(map(source_words, listed)).split()
    assert addresses(found) == [source.url for source in listed if source.url]


def test_words_explained(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    explained = " ".join(words(text_of(glossary_pieces(view, WIDE))))
    entries = list(with_class(main(trees, edition_id, "glossary"), "word"))
    assert len(entries) == len(view.edition.glossary.terms)
    after = 0
    for entry in entries:
        shown = [part for part in entry if part.get("class") != "more"]
        text = " ".join(" ".join(map(said, shown)).split())
        text = without_numbers(text)
        at = explained.find(text, after)
        assert at >= after, text
        after = at + len(text)


def test_about(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    named = view.interface.about.title, view.interface.about.who_answers
    plain = text_of(about_pieces(view, WIDE)).replace(named[0], "", 1).replace(named[1], view.interface.html.facts, 1)
    assert texts_of_class(main(trees, edition_id, "about"), "about-it") == words(plain)


def test_the_contents_on_the_first_page(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    tree = main(trees, edition_id, "index")
    (parts,) = with_class(tree, "parts")
    for part in list(with_class(parts, "soft")):
        part.text = ""  # the minutes, which only pages say here
    assert said(parts).replace("Get help now", "Get help").split() == words(contents_text(view, WIDE))
    page = trees["shipped"][place(edition_id, "index")]
    said_all = " ".join(said(page).split())
    assert shipped.meta.title in said_all
    assert review_words(view) in said_all


def test_the_search_page_lists_all_that_the_plain_lists_have(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    (index,) = with_class(main(trees, edition_id, "search"), "index")
    listed = [" ".join(said(item).split()) for item in index.iter(f"{NAMESPACE}li")]
    assert {section.title for section in view.pages()} - set(listed) == {"Get help"}  # on the web: Get help now
    assert "Get help now" in listed
    assert {term.term for term in view.edition.glossary.terms} <= set(listed)


def test_what_to_take_along(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    tree = main(trees, edition_id, "take-away")
    (asks,) = with_class(tree, "all-asks")
    groups, options = view.edition.asks.groups, view.edition.options
    ids = "|".join(re.escape(ask.id) for group in groups for ask in group.questions)
    plain = re.sub(rf"(?m)^- ({ids}): ", "", known_questions(view, WIDE))
    shown = [part for part in asks if "with-script" not in part.get("class", "")]
    assert " ".join(map(said, shown[1:])).split() == words(plain[plain.index(groups[0].title) :])
    named = [json.loads(part.get("data-names", "")) for part in tree.iter() if part.get("data-names")]
    others = {option.id: option.name for option in options.options if not option.always}
    assert named == [{thing.id: thing.text for thing in options.things}, others]
    (sheet,) = with_class(tree, "sheet")
    home = takeaway(view, ())
    printed, text = " ".join(" ".join(sheet.itertext()).split()), takeaway_text(home, view, WIDE)
    parts = (home.matters_title, home.options_title, *home.judgements, home.ask_title, home.tried_title, *home.tried)
    places = [printed.find(title) for title in (*parts, home.bring_title, home.paid_title, home.paid, home.review)]
    assert -1 not in places
    assert places == sorted(places)
    for part in with_class(tree, "bring"):
        assert " ".join(said(part).split()) in " ".join(words(text))
    assert printed.endswith(text.splitlines()[-1])


def test_the_quiz_question_by_question_and_answer_by_answer(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    rounds = view.edition.quiz.rounds
    shown = [list(with_class(main(trees, edition_id, quiz_round(one.id)), "question")) for one in rounds]
    assert [len(questions) for questions in shown] == [len(one.questions) for one in rounds]
    assert addresses(main(trees, edition_id, "quiz")) == [f"{quiz_round(one.id)}.html" for one in rounds]
    for number, questions in enumerate(shown, 1):
        most = max(len(list(with_class(question, "choice"))) for question in questions)
        for answer in range(1, most + 1):
            _same_round(shipped, edition_id, questions, number, answer)


def _same_round(guide: Guide, edition_id: EditionId, questions: list[Element], number: int, answer: int) -> None:
    """The conversation through a round, every question answered alike, says what the page says."""
    words_ = GuideView(guide, edition_id).interface.quiz
    answers = [str(number), *[str(answer), "1"] * len(questions)]
    output = talk(guide, *answers, about=quiz_conversation, width=WIDE, session=Session(edition_id=edition_id))
    for at, question in enumerate(questions):
        asked, explained = output[1 + 2 * at], output[2 + 2 * at]
        (text,) = question.iter(f"{NAMESPACE}h2")
        assert " ".join(said(text).split()) in " ".join(asked.split())
        assert words_.question_of.format(n=at + 1, total=len(questions)) in asked
        choices = list(with_class(question, "choice"))
        for place_, choice in enumerate(choices, 1):
            (summary,) = choice.iter(f"{NAMESPACE}label")
            assert number_of(asked, " ".join(said(summary).split())) == str(place_)
        (summary,) = choices[answer - 1].iter(f"{NAMESPACE}label")
        (inside,) = with_class(choices[answer - 1], "in")
        answered = without_numbers(f"{words_.you_chose}: {said(summary)} {said(inside)}").split()
        plain = " ".join(before_choices(explained).split())
        before = without_numbers(without_meanings(plain, guide, edition_id)).split()
        assert before[: len(answered)] == answered
        more = [" ".join(said(part).split()) for part in question.findall(f"{NAMESPACE}p/{NAMESPACE}a")]
        assert more
        assert all(one.replace("Get help now", "Get help") in explained for one in more)  # the page's name on the web
