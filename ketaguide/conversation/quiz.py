"""The self-check: facts only, every choice explained, nothing counted; skip and leave are always there."""

from collections.abc import Callable

from ketaguide.conversation.page import read_pages
from ketaguide.conversation.talk import Choice, Talk
from ketaguide.model.quiz import Choice as Answer
from ketaguide.model.quiz import Round
from ketaguide.render.flow import Piece
from ketaguide.render.plain_prose import Pen
from ketaguide.session.attempt import Attempt, right

Step = Callable[[], None]


class _Enough(Exception):
    """The reader wants to leave the questions."""


def quiz(talk: Talk) -> None:
    """Choose a topic and answer its questions, until the reader has had enough; what they chose is forgotten then."""
    said = talk.reading.quiz_words
    talk.say(said.title, said.intro)
    try:
        while round_ := _topic(talk):
            talk.session.attempt = Attempt(round_)
            _answer(talk, talk.session.attempt)
            talk.say(said.round_done)
    except _Enough:
        pass
    talk.session.attempt = None


def _topic(talk: Talk) -> Round | None:
    rounds: list[Choice[Round | None]] = [Choice(round_.title, round_) for round_ in talk.reading.edition.quiz.rounds]
    return talk.choose([*rounds, Choice(talk.reading.quiz_words.leave, None)])


def _answer(talk: Talk, attempt: Attempt) -> None:
    """Go through the questions of a topic, forward and back."""
    while not attempt.finished:
        pen = Pen(talk.reading, talk.width)
        steps = _open(talk, attempt, pen) if attempt.chosen is None else _answered(talk, attempt, attempt.chosen, pen)
        talk.choose(steps)()


def _open(talk: Talk, attempt: Attempt, pen: Pen) -> list[Choice[Step]]:
    """Ask the question on show: its choices, then skip."""
    said, question = talk.reading.quiz_words, attempt.question
    number = said.question_of.format(n=attempt.number, total=len(attempt.round.questions))
    talk.show([Piece((*pen.lines(f"{number}:"), *pen.lines(question.text)))])
    answers: list[Choice[Step]] = []
    for index, answer in enumerate(question.choices):
        answers.append(Choice(answer.text, lambda index=index: _choose(attempt, index)))  # type: ignore[misc]
    return [*answers, Choice(said.skip, attempt.next), *_ways_out(talk, attempt)]


def _choose(attempt: Attempt, index: int) -> None:
    attempt.choose(index)


def _answered(talk: Talk, attempt: Attempt, chosen: Answer, pen: Pen) -> list[Choice[Step]]:
    """Explain what was chosen, and the right choice where that is another; then the way on."""
    said, best = talk.reading.quiz_words, right(attempt.question)
    praise = pen.lines(said.correct) if chosen.correct else []
    pieces = [Piece((*pen.pair(said.you_chose, chosen.text), *praise, *pen.lines(chosen.feedback)))]
    if not chosen.correct:
        pieces.append(Piece((*pen.pair(said.right_answer, best.text), *pen.lines(best.feedback))))
    talk.show(pieces)
    steps: list[Choice[Step]] = [Choice(said.next_question, attempt.next)]
    if page := talk.reading.section(attempt.question.section):
        title = talk.reading.words.read_more.format(title=page.title)
        steps.append(Choice(title, lambda: read_pages(talk, page.id, talk.reading.words.back_to.format(title=said.title))))
    return [*steps, *_ways_out(talk, attempt)]


def _ways_out(talk: Talk, attempt: Attempt) -> list[Choice[Step]]:
    said = talk.reading.quiz_words
    before: list[Choice[Step]] = [Choice(said.previous_question, attempt.back)] if attempt.index else []
    return [*before, Choice(said.leave, _leave)]


def _leave() -> None:
    raise _Enough
