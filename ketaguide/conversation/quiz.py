"""Quiz: facts only, every choice explained, no score; skip and leave are always offered."""

from functools import partial

from ketaguide.conversation.choices import Option, Step
from ketaguide.conversation.page import PageReader
from ketaguide.conversation.talk import Talk
from ketaguide.conversation.trail import ToMenu, go
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.quiz import resolve_question
from ketaguide.session.attempt import Attempt


class _QuitQuiz(Exception):
    """Raised when the reader leaves the quiz."""


def quiz(talk: Talk) -> None:
    """Choose a topic and answer its questions until the reader leaves; then discard the answers.

    A reader who went to a page comes back to the question.
    """
    try:
        _rounds(talk)
    except _QuitQuiz:
        talk.session.attempt = None
    except ToMenu:
        talk.session.attempt = None
        raise


def _rounds(talk: Talk) -> None:
    words = talk.view.interface.quiz
    if not talk.session.attempt:
        talk.say(words.intro)
    while attempt := talk.session.attempt or _topic(talk):
        talk.session.attempt = attempt
        while not attempt.finished:
            if attempt.chosen is None:
                _ask(talk, attempt)
            else:
                _explain(talk, attempt, attempt.chosen)
        talk.session.attempt = None
        talk.say(words.round_done)


def _topic(talk: Talk) -> Attempt | None:
    words = talk.view.interface.quiz
    topics = [Option(round_.title, Attempt(round_)) for round_ in talk.view.edition.quiz.rounds]
    return talk.choose([*topics, Option(words.leave, None, "back")], words.title)


def _ask(talk: Talk, attempt: Attempt) -> None:
    """Ask the current question; its choices include skip."""
    question = resolve_question(attempt.round, attempt.index, talk.view)
    answers = [Option[Step](choice.text, partial(attempt.choose, index)) for index, choice in enumerate(question.choices)]
    skip = Option[Step](talk.view.interface.quiz.skip, attempt.next, "next")
    talk.choose([*answers, skip, *_ways_out(talk, attempt)], question.place, question.text)()


def _explain(talk: Talk, attempt: Attempt, picked: int) -> None:
    """Explain the chosen answer, and the right one if it differs; offer the ways on."""
    writer, words = PlainWriter(talk.view, talk.width), talk.view.interface.quiz
    question = resolve_question(attempt.round, attempt.index, talk.view)
    talk.show(
        Chunk((*writer.pair(label, choice.text), *writer.lines(choice.verdict), *writer.lines(choice.feedback)))
        for label, choice in question.explained(picked, talk.view)
    )
    on = Option[Step](words.next_question, attempt.next, "next")
    more = [Option[Step](more.label, partial(go, PageReader(more.page)))] if (more := question.more) else []
    talk.choose([on, *more, *_ways_out(talk, attempt)], enter=on)()


def _ways_out(talk: Talk, attempt: Attempt) -> list[Option[Step]]:
    words = talk.view.interface.quiz
    before: list[Option[Step]] = [Option(words.previous_question, attempt.back, "back")] if attempt.index else []
    return [*before, Option(words.leave, _quit_quiz, "" if before else "back")]


def _quit_quiz() -> None:
    raise _QuitQuiz
