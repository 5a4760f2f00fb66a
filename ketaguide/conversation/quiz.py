"""Quiz: facts only, every choice explained, no score; skip and leave are always offered."""

from collections.abc import Callable
from functools import partial

from ketaguide.conversation.page import read_pages
from ketaguide.conversation.talk import Option, Talk
from ketaguide.model.quiz import Choice, Round
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.session.attempt import Attempt, right

Step = Callable[[], object]


class _QuitQuiz(Exception):
    """Raised when the reader leaves the quiz."""


def quiz(talk: Talk) -> None:
    """Choose a topic and answer its questions until the reader leaves; then discard the answers."""
    words = talk.view.quiz_words
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
    words = talk.view.quiz_words
    return talk.choose([*rounds, Option(words.leave, None)], words.title)


def _answer(talk: Talk, attempt: Attempt) -> None:
    """Step through the questions of a topic, forward and back."""
    while not attempt.finished:
        if attempt.chosen is None:
            _ask(talk, attempt)
        else:
            _explain(talk, attempt, attempt.chosen)
            talk.choose(_ways_on(talk, attempt))()


def _ask(talk: Talk, attempt: Attempt) -> None:
    """Ask the current question; its choices include skip."""
    words, question = talk.view.quiz_words, attempt.question
    number = words.question_of.format(n=attempt.number, total=len(attempt.round.questions))
    answers = [Option[Step](answer.text, partial(attempt.choose, index)) for index, answer in enumerate(question.choices)]
    talk.choose([*answers, Option(words.skip, attempt.next), *_ways_out(talk, attempt)], number, question.text)()


def _explain(talk: Talk, attempt: Attempt, chosen: Choice) -> None:
    """Explain the chosen answer, and the right one if it differs."""
    words, best, writer = talk.view.quiz_words, right(attempt.question), PlainWriter(talk.view, talk.width)
    praise = writer.lines(words.correct) if chosen.correct else []
    chunks = [Chunk((*writer.pair(words.you_chose, chosen.text), *praise, *writer.lines(chosen.feedback)))]
    if not chosen.correct:
        chunks.append(Chunk((*writer.pair(words.right_answer, best.text), *writer.lines(best.feedback))))
    talk.show(chunks)


def _ways_on(talk: Talk, attempt: Attempt) -> list[Option[Step]]:
    """Return the choices after an answered question."""
    words = talk.view.quiz_words
    steps: list[Option[Step]] = [Option(words.next_question, attempt.next)]
    if page := talk.view.section(attempt.question.section):
        title = talk.view.labels.read_more.format(title=page.title)
        steps.append(Option(title, lambda: read_pages(talk, page.id, talk.view.words.back_to.format(title=words.title))))
    return [*steps, *_ways_out(talk, attempt)]


def _ways_out(talk: Talk, attempt: Attempt) -> list[Option[Step]]:
    words = talk.view.quiz_words
    before: list[Option[Step]] = [Option(words.previous_question, attempt.back)] if attempt.index else []
    return [*before, Option(words.leave, _quit_quiz)]


def _quit_quiz() -> None:
    raise _QuitQuiz
