"""Quiz: facts only, every choice explained, no score; skip and leave are always offered."""

from collections.abc import Callable
from functools import partial

from ketaguide.conversation.moves import Go, ToMenu
from ketaguide.conversation.page import Reading
from ketaguide.conversation.talk import Option, Talk
from ketaguide.model.quiz import Round
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.quiz import resolve_question
from ketaguide.session.attempt import Attempt

Step = Callable[[], object]


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
    while True:
        if not talk.session.attempt:
            round_ = _topic(talk)
            if not round_:
                return
            talk.session.attempt = Attempt(round_)
        _answer(talk, talk.session.attempt)
        talk.session.attempt = None
        talk.say(words.round_done)


def _topic(talk: Talk) -> Round | None:
    rounds: list[Option[Round | None]] = [Option(round_.title, round_) for round_ in talk.view.edition.quiz.rounds]
    words = talk.view.interface.quiz
    return talk.choose([*rounds, Option(words.leave, None, "back")], words.title)


def _answer(talk: Talk, attempt: Attempt) -> None:
    """Step through the questions of a topic, forward and back."""
    while not attempt.finished:
        if attempt.chosen is None:
            _ask(talk, attempt)
        else:
            _explain(talk, attempt, attempt.chosen)


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
    steps: list[Option[Step]] = [Option(words.next_question, attempt.next, "next")]
    steps += [Option(more.label, partial(_open, more.page))] if (more := question.more) else []
    talk.choose([*steps, *_ways_out(talk, attempt)], enter=Option[Step](words.next_question, attempt.next))()


def _open(page_id: str) -> None:
    raise Go(Reading(page_id))


def _ways_out(talk: Talk, attempt: Attempt) -> list[Option[Step]]:
    words = talk.view.interface.quiz
    before: list[Option[Step]] = [Option(words.previous_question, attempt.back, "back")] if attempt.index else []
    return [*before, Option(words.leave, _quit_quiz, "" if before else "back")]


def _quit_quiz() -> None:
    raise _QuitQuiz
