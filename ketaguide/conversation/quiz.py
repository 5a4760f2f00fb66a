"""Quiz: facts only, every choice explained, no score; skip and leave are always offered."""

from collections.abc import Callable
from functools import partial

from ketaguide.conversation.page import read_pages
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
    """Choose a topic and answer its questions until the reader leaves; then discard the answers."""
    words = talk.view.interface.quiz
    talk.say(words.intro)
    try:
        while round_ := _topic(talk):
            talk.session.attempt = Attempt(round_)
            _answer(talk, talk.session.attempt)
            talk.say(words.round_done)
    except _QuitQuiz:
        pass
    talk.session.attempt = None


def _topic(talk: Talk) -> Round | None:
    rounds: list[Option[Round | None]] = [Option(round_.title, round_) for round_ in talk.view.edition.quiz.rounds]
    words = talk.view.interface.quiz
    return talk.choose([*rounds, Option(words.leave, None)], words.title)


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
    skip = Option[Step](talk.view.interface.quiz.skip, attempt.next)
    talk.choose([*answers, skip, *_ways_out(talk, attempt)], question.place, question.text)()


def _explain(talk: Talk, attempt: Attempt, picked: int) -> None:
    """Explain the chosen answer, and the right one if it differs; offer the ways on."""
    writer, words = PlainWriter(talk.view, talk.width), talk.view.interface.quiz
    question = resolve_question(attempt.round, attempt.index, talk.view)
    talk.show(
        Chunk((*writer.pair(label, choice.text), *writer.lines(choice.verdict), *writer.lines(choice.feedback)))
        for label, choice in question.explained(picked, talk.view)
    )
    steps: list[Option[Step]] = [Option(words.next_question, attempt.next)]
    if more := question.more:
        back = talk.view.words.back_to.format(title=words.title)
        steps.append(Option(more.label, partial(read_pages, talk, more.page, back)))
    talk.choose([*steps, *_ways_out(talk, attempt)])()


def _ways_out(talk: Talk, attempt: Attempt) -> list[Option[Step]]:
    words = talk.view.interface.quiz
    before: list[Option[Step]] = [Option(words.previous_question, attempt.back)] if attempt.index else []
    return [*before, Option(words.leave, _quit_quiz)]


def _quit_quiz() -> None:
    raise _QuitQuiz
