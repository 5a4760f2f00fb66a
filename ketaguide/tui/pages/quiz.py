"""The quiz: one question a page, every choice explained, no score."""

from ketaguide.session.attempt import Attempt, right
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
    pieces: list[Piece] = [*title(context.view.quiz_words.title), text(context.view.quiz_words.intro), Gap()]
    pieces += [
        Button(round_.title, Open(f"quiz:{round_.id}"), number=number if number < 10 else 0)
        for number, round_ in enumerate(context.view.edition.quiz.rounds, 1)
    ]
    return Doc(context.view.quiz_words.title, tuple(pieces), menu=True)


def _question(context: Context, attempt: Attempt) -> Doc:
    question = attempt.question
    place = context.view.quiz_words.question_of.format(n=attempt.number, total=len(attempt.round.questions))
    pieces: list[Piece] = [
        text(attempt.round.title, "h2"),
        text(place, "soft"),
        Gap(),
        text(question.text, "strong"),
        Gap(),
    ]
    chosen = attempt.chosen
    if chosen is None:
        pieces += [Button(choice.text, Choose(index), number=index + 1) for index, choice in enumerate(question.choices)]
        pieces += [Buttons(_navigation(context, attempt, context.view.quiz_words.skip))]
        return Doc(context.view.quiz_words.title, tuple(pieces), menu=True, start=Choose(0))
    pieces += [Text((Run(f"{context.view.quiz_words.you_chose}: ", "label"), Run(chosen.text, "strong")))]
    verdict = (Run(f"{context.view.quiz_words.correct} ", "strong"),) if chosen.correct else ()
    pieces += [Barred((Text((*verdict, *context.runs(chosen.feedback))),), "bar")]
    if not chosen.correct:
        best = right(question)
        pieces += [Gap(), Text((Run(f"{context.view.quiz_words.right_answer}: ", "label"), Run(best.text, "strong")))]
        pieces += [Barred((Text(context.runs(best.feedback)),), "bar")]
    if page := context.view.section(question.section):
        more = context.view.labels.read_more.format(title=page.title)
        pieces += [Gap(), Text((Run(more, "link", Open(f"section:{page.id}")),))]
    pieces += [Gap(), Buttons(_navigation(context, attempt, context.view.quiz_words.next_question))]
    return Doc(context.view.quiz_words.title, tuple(pieces), menu=True, start=NextQuestion())


def _navigation(context: Context, attempt: Attempt, onward: str) -> tuple[Button, ...]:
    leave = Button(context.words.another_round, Open("quiz"))
    back = Button(context.view.quiz_words.previous_question, PreviousQuestion()) if attempt.index else leave
    return (back, Button(onward, NextQuestion()))


def _end(context: Context, attempt: Attempt) -> Doc:
    words = context.words
    pages = list(dict.fromkeys(question.section for question in attempt.round.questions))
    pieces: list[Piece] = [*title(context.view.quiz_words.round_done), text(words.round_done_note), Gap()]
    pieces += [Button(words.another_round, Open("quiz"), number=1)]
    found = [page for page_id in pages if (page := context.view.section(page_id))]
    pieces += [
        Button(context.view.labels.read_more.format(title=page.nav_title), Open(f"section:{page.id}"), number=number)
        for number, page in enumerate(found, 2)
    ]
    return Doc(context.view.quiz_words.title, tuple(pieces), menu=True)
