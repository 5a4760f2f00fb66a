"""The three views say the same words of tools and sheets: quiz, glossary, my questions, takeaway, reading paths, get help.

Only these words may stand in one view and not in another:
- names of keys and commands: the buttons of the full-screen view, the numbered choices of the conversation;
- meanings and numbers in brackets where there is no link, in plain text and on web pages;
- quiz, web: each choice has its own explanation below it, so it is not repeated after "You chose", and the fold of the right
  one says "That is right.", whichever was chosen first;
- glossary, plain text: the way to the page with more is a choice after the word in the conversation, and not in a list;
- takeaway, web page of the site: the numbers to call stand in the banner of every page, and no question is picked yet;
- reading paths: the link to the whole page is a button, a choice after the step, or a link that stands apart;
- get help now has no web page of its own: there, the page of help is compared, which the site calls "Get help now" everywhere.
"""

import re
from collections.abc import Callable
from functools import partial
from xml.etree.ElementTree import Element

import msgspec
import pytest

from ketaguide import crisis
from ketaguide.conversation.output import as_sentence
from ketaguide.conversation.paths import paths as paths_conversation
from ketaguide.conversation.questions import my_questions
from ketaguide.conversation.quiz import quiz as quiz_conversation
from ketaguide.conversation.talk import Talk
from ketaguide.conversation.terms import explain
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.model.quiz import Round
from ketaguide.render.html_links import Links
from ketaguide.render.html_pages import glossary, quiz_round, reading_path, section_page, take_away
from ketaguide.render.html_pages import home as home_page
from ketaguide.render.html_takeaway import takeaway_html
from ketaguide.render.plain import section_text
from ketaguide.render.plain_takeaway import takeaway_paper, takeaway_text
from ketaguide.resolve.crisis import crisis_lines
from ketaguide.resolve.home import resolve_home
from ketaguide.resolve.takeaway import Takeaway, takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from ketaguide.session.attempt import Attempt
from ketaguide.tui.doc import Box, Calls, Doc
from ketaguide.tui.pages.help_now import help_now
from ketaguide.tui.pages.home import home as home_doc
from ketaguide.tui.pages.path import path as path_doc
from ketaguide.tui.pages.questions import questions as questions_doc
from ketaguide.tui.pages.questions import reader_takeaway, takeaway_page
from ketaguide.tui.pages.quiz import quiz as quiz_doc
from ketaguide.tui.pages.words import term_sheet
from tests.render.compared import (
    READERS,
    WIDE,
    context_of,
    drawn_lines,
    drawn_page,
    drawn_words,
    flat,
    plain_words,
    tree_of,
    web_words,
    without_brackets,
)  # fmt: skip
from tests.site.words import NAMESPACE, said, with_class
from tests.unit.scripted import before_choices, choices, talk

EDITIONS: tuple[EditionId, ...] = ("en", "en-short")
every_reader = pytest.mark.parametrize("reader", READERS)


def told(view: GuideView, *answers: str, about: Callable[[Talk], object] | None = None) -> list[tuple[str, list[str]]]:
    """(words, choices) before each answer of a conversation, in which no line is broken."""
    session = Session(edition_id=view.edition_id, nation=view.nation)

    def area(talk: Talk) -> None:
        if about:
            about(talk)

    output = talk(view.guide, *answers, about=area if about else None, width=WIDE, session=session)
    return [(plain_words(before_choices(one)), list(choices(one).values())) for one in output]


def web_rounds(view: GuideView) -> list[list[Element]]:
    """The questions of each round on the web page of the quiz."""
    made = (quiz_round(number, view, Links(view.edition.meta.path)) for number in range(len(view.edition.quiz.rounds)))
    return [list(with_class(tree_of(page.body), "question")) for page in made]


def drawn_question(view: GuideView, round_: Round, index: int, picked: int | None = None) -> list[str]:
    """The lines of a question on the screen, before and after a choice is picked, without the title of the round."""
    context = context_of(view)
    context.session.attempt = attempt = Attempt(round_)
    attempt.index = index
    if picked is not None:
        attempt.choose(picked)
    return drawn_lines(quiz_doc(context), buttons=picked is None)[1:]


def web_choices(question: Element) -> list[tuple[str, str]]:
    """(choice, verdict and explanation) of a question on the web page."""
    summaries = (flat([said(next(choice.iter(f"{NAMESPACE}label")))]) for choice in with_class(question, "choice"))
    return list(zip(summaries, (flat([said(inside)]) for inside in with_class(question, "in")), strict=True))


@pytest.mark.parametrize("edition_id", EDITIONS)
def test_the_quiz_asks_and_explains_in_the_same_words(guides: tuple[Guide, ...], edition_id: EditionId) -> None:
    for which in guides:
        view = GuideView(which, edition_id)
        labels = (view.interface.quiz.you_chose, view.interface.quiz.right_answer)
        for number, (round_, pages) in enumerate(zip(view.edition.quiz.rounds, web_rounds(view), strict=True), 1):
            for picked in range(min(len(question.choices) for question in round_.questions)):
                conversation = told(view, str(number), *[str(picked + 1), "1"] * len(round_.questions), about=quiz_conversation)
                for at, (question, page) in enumerate(zip(round_.questions, pages, strict=True)):
                    (asked, offered), (explained, onward) = conversation[1 + 2 * at : 3 + 2 * at]
                    explained = without_brackets(explained, view, question)
                    web, count = web_choices(page), len(question.choices)
                    place, heading = next(with_class(page, "soft")), next(page.iter(f"{NAMESPACE}h2"))
                    drawn = drawn_question(view, round_, at)[: 2 + count]
                    assert drawn == [flat([said(place)]), flat([said(heading)]), *(name for name, _ in web)]
                    assert drawn == [*drawn[:2], *offered[:count]]
                    assert asked == flat(drawn[:2])

                    right = next(index for index, choice in enumerate(question.choices) if choice.correct)
                    shown = zip(labels, dict.fromkeys((picked, right)), strict=False)
                    folds = flat(f"{label}: {web[index][0]} {web[index][1]}" for label, index in shown)
                    if picked != right:
                        folds = folds.replace(f" {view.interface.quiz.correct}", "")
                    (more,) = (flat([said(link)]) for link in page.findall(f"{NAMESPACE}p/{NAMESPACE}a"))
                    after = drawn_question(view, round_, at, picked)[2:]
                    assert flat(after) == flat([explained, more]) == without_brackets(flat([folds, more]), view, question), (
                        question.id
                    )
                    assert more in onward


@pytest.mark.parametrize("edition_id", EDITIONS)
def test_every_word_is_explained_in_the_same_words(guides: tuple[Guide, ...], edition_id: EditionId) -> None:
    for which in guides:
        view = GuideView(which, edition_id)
        page = tree_of(glossary(view, Links(view.edition.meta.path)).body)
        web = {entry.get("id", ""): flat([said(entry)]) for entry in with_class(page, "word")}
        for term in view.edition.glossary.terms:
            sheet = term_sheet(context_of(view), term.id)
            assert sheet is not None
            name, *lines = drawn_lines(sheet, buttons=True)
            drawn = flat([f"{name}:", *lines])
            words, offered = told(view, "1", about=partial(explain, term_ids=[term.id]))[1]
            more = [line for line in offered if line not in (term.term, view.words.back)]
            assert drawn == flat([words, *more]) == without_brackets(web[f"word-{term.id}"], view, term, ["contact"]), term.id


PLACE_TO_WRITE = r":? *(?:\(blank\)|_+)"


@every_reader
def test_all_that_is_taken_home_is_the_same_on_screen_in_text_and_on_paper(
    guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]
) -> None:
    for which in guides:
        view = GuideView(which, *reader)
        asks = [ask for group in view.edition.asks.groups for ask in group.questions][:3]
        options = view.edition.options
        context = context_of(view)
        context.session.questions.add(asks)
        for thing, option in zip(options.things[:3], options.options[1:4], strict=False):
            context.session.matters.toggle(thing.id)
            context.session.compared.toggle(option.id)
        home, view = reader_takeaway(context), context.view

        def said(text: str, view: GuideView = view, home: Takeaway = home) -> list[str]:
            return sorted(without_brackets(re.sub(PLACE_TO_WRITE, " ", text), view, home.bring).split())

        drawn = said(drawn_words(takeaway_page(context)))
        plain, printed = (said(plain_words(draw(home, view, WIDE))) for draw in (takeaway_text, takeaway_paper))
        page = said(web_words(takeaway_html(home, view).partition("<body>")[2]))
        if options.things:
            assert drawn == plain == page == printed
        else:  # empty places are said once where they are read, and stand as often as there is room for on paper
            assert drawn == plain
            assert set(plain) == set(page) == set(printed)


@every_reader
def test_the_page_to_take_along_offers_the_same_list_and_questions(
    guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]
) -> None:
    for which in guides:
        view = GuideView(which, *reader)
        page, home = web_words(take_away(view, Links(view.edition.meta.path)).body), takeaway(view, ())
        asks = [f"{group.title} {' '.join(ask.text for ask in group.questions)}" for group in view.edition.asks.groups]
        drawn = (re.sub(PLACE_TO_WRITE, "", line) for line in drawn_lines(takeaway_page(context_of(view)))[1:])
        words = [*drawn, *asks]
        missing = [line for line in words if line not in page]
        assert missing == [home.help_title, *home.help]


@every_reader
def test_my_questions_are_the_same_in_the_conversation_and_on_screen(
    guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]
) -> None:
    for which in guides:
        view = GuideView(which, *reader)
        asks, words = [ask for group in view.edition.asks.groups for ask in group.questions], view.interface.take
        on_screen_alone = (words.take_home, words.select, words.see.partition("(")[0], words.matters, words.options)
        for count in (1, 3):
            context = context_of(view)
            context.session.questions.add(asks[:count])
            drawn = drawn_lines(questions_doc(context))
            lines = [words.title, words.note, *(line for line in drawn if not line.startswith((*on_screen_alone, words.note)))]
            output = talk(which, about=my_questions, width=WIDE, session=context.session)
            spoken = plain_words(before_choices(output[0]).partition("116 123.")[2])
            assert spoken.removesuffix(f" {words.title}") == plain_words("\n".join(lines))


@every_reader
def test_each_step_of_a_reading_path_says_the_same(guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]) -> None:
    for which in guides:
        view = GuideView(which, *reader)
        whole = view.labels.whole_page.partition("{")[0]
        for number, path in enumerate(which.meta.paths, 1):
            steps = [""]
            for words, offered in told(view, str(number), *"1" * 9 * len(path.steps), about=paths_conversation)[1:]:
                steps[-1] = flat([steps[-1], words])
                if offered:
                    steps[-1] = flat([steps[-1], *(line for line in offered if line.startswith(whole))])
                    steps.append("")
            web = list(with_class(tree_of(reading_path(path, view, "").body), "step"))
            assert len(web) == len(path.steps) < len(steps)
            for at, (step, conversation, on_web) in enumerate(zip(path.steps, steps, web, strict=False), 1):
                page = view.section(step.section)
                doc = path_doc(context_of(view, page), f"{path.minutes}:{at}")
                buttons = [line for line in drawn_lines(doc, buttons=True) if line.startswith(whole)]
                drawn = flat([*drawn_lines(doc)[:1], drawn_page(msgspec.structs.replace(doc, pieces=doc.pieces[1:]), view)])
                assert flat([drawn, *buttons]) == without_brackets(conversation, view, page), step.section
                links = [flat([said(link)]) for link in with_class(on_web, "aside")]
                assert [link for link in links if link.startswith(whole)] == buttons, step.section
                for link in with_class(on_web, "aside"):
                    link.clear()
                assert drawn == without_brackets(flat([said(on_web).replace("\u00a0", " ")]), view, page), step.section


@every_reader
def test_get_help_now_says_what_the_page_of_help_says(
    guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]
) -> None:
    for which in guides:
        view = GuideView(which, *reader)
        page = which.section(crisis.HELP_PAGE, view.edition_id)
        assert page is not None
        doc = help_now(context_of(view))
        boxes = [drawn_words(Doc("", (piece,))) for piece in doc.pieces if isinstance(piece, Box)]
        calls = [call for piece in doc.pieces if isinstance(piece, Calls) for call in piece.calls]
        numbers = [words for call in calls for words in (call.number, *call.strong)]
        plain = without_brackets(plain_words(section_text(page, view, WIDE)), view, page)
        web = without_brackets(web_words(section_page(page, view, Links(view.edition.meta.path)).body), view, page)
        assert len(boxes) == len(crisis.CARDS)
        assert {call.number for call in calls} == {line.phone for line in crisis_lines(view)}
        for piece in (*boxes, *numbers):
            assert piece in plain, piece
            assert piece in web, piece


@every_reader
def test_the_first_page_asks_and_answers_the_same(guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]) -> None:
    for which in guides:
        view = GuideView(which, *reader)
        found = resolve_home(view)
        wanted = [(one.text, one.answer) for one in (*found.questions, *found.ways)]
        lines = drawn_lines(home_doc(context_of(view)), buttons=True)
        drawn = [re.sub(r"^\d ", "", line) for line in lines]
        first = drawn.index(wanted[0][0])
        assert list(zip(drawn[first::2], drawn[first + 1 :: 2], strict=False))[: len(wanted)] == wanted
        (begins, asked_first), (begins_with_answers, offered) = told(view, "")[:2]
        assert asked_first[: len(wanted)] == [asked for asked, _ in wanted]
        assert offered[: len(wanted)] == [f"{as_sentence(asked)} {as_sentence(answer)}" for asked, answer in wanted]
        begins = f"{begins} {begins_with_answers}"
        page = tree_of(home_page(view, Links(view.edition.meta.path)).body)
        (doors,) = with_class(page, "doors")
        assert [tuple(flat([said(part)]) for part in door) for door in doors.iter(f"{NAMESPACE}li")] == wanted
        web = flat([said(page)])
        for words in (found.title, found.about):
            assert words in drawn
            assert words in begins
            assert words in web
        assert found.checked in drawn
        assert found.checked in begins
