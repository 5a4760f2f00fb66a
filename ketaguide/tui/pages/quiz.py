"""The quiz: one question a page, every choice explained, no score."""

from ketaguide.resolve.quiz import resolve_question
from ketaguide.resolve.section import read_more
from ketaguide.session.attempt import Attempt
from ketaguide.tui.actions import Choose, NextQuestion, Open, PreviousQuestion
from ketaguide.tui.doc import Barred, Button, Buttons, Doc, Gap, Piece, Run, Text, text, title
from ketaguide.tui.pages.context import Context


def quiz(context: Context) -> Doc:
    """The list of topics, the current question, or the end of a round."""
    attempt = context.session.attempt
    if attempt is None:
        return _topics(context)
    return _end(context, attempt) if attempt.finished else _question(context, attempt)


def _topics(context: Context) -> Doc:
    words, rounds = context.view.interface.quiz, enumerate(context.view.edition.quiz.rounds, 1)
    topics = (Button(one.title, Open(f"quiz:{one.id}"), number=number if number < 10 else 0) for number, one in rounds)
    return Doc(words.title, (*title(words.title), text(words.intro), Gap(), *topics), menu=True)


def _question(context: Context, attempt: Attempt) -> Doc:
    words, question = context.view.interface.quiz, resolve_question(attempt.round, attempt.index, context.view)
    pieces: list[Piece] = [text(attempt.round.title, "label"), text(question.place, "soft"), Gap()]
    pieces += [text(question.text, "h1"), Gap()]
    if attempt.chosen is None:
        pieces += [Button(choice.text, Choose(index), number=index + 1) for index, choice in enumerate(question.choices)]
        pieces += [Buttons(_navigation(context, attempt, words.skip))]
        return Doc(words.title, tuple(pieces), menu=True, reads_from=3)
    for label, choice in question.explained(attempt.chosen, context.view):
        verdict = (Run(f"{choice.verdict} ", "strong"),) if choice.verdict else ()
        pieces.append(Text((Run(f"{label}: ", "label"), Run(choice.text, "strong"))))
        pieces += [Barred((Text((*verdict, *context.runs(choice.feedback))),), "bar"), Gap()]
    if more := question.more:
        pieces += [Text((Run(more.label, "link", Open(f"section:{more.page}")),)), Gap()]
    pieces += [Buttons(_navigation(context, attempt, words.next_question))]
    return Doc(words.title, tuple(pieces), menu=True, start=NextQuestion())


def _navigation(context: Context, attempt: Attempt, onward: str) -> tuple[Button, ...]:
    leave = Button(context.words.another_round, Open("quiz"))
    back = Button(context.view.interface.quiz.previous_question, PreviousQuestion()) if attempt.index else leave
    return (back, Button(onward, NextQuestion()))


def _end(context: Context, attempt: Attempt) -> Doc:
    view, words = context.view, context.words
    pages = dict.fromkeys(question.section for question in attempt.round.questions)
    found = [more for page in pages if (more := read_more(page, view))]
    buttons = [Button(words.another_round, Open("quiz"), number=1)]
    buttons += [Button(more.label, Open(f"section:{more.page}"), number=number) for number, more in enumerate(found, 2)]
    head = (*title(view.interface.quiz.round_done), text(words.round_done_note), Gap())
    return Doc(view.interface.quiz.title, (*head, *buttons), menu=True)
