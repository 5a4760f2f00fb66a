"""A question of the quiz has two to four choices, one of them right, each explained; a round has at most seven.

The explanation teaches, whatever was chosen; more than four choices do not fit a screen, and more than seven questions
do not fit a waiting room. Source: our design, "Quiz"; WCAG 2.2, 3.3.

Passes:
    en/quiz.yaml:
      rounds:
        - id: syrup
          title: Syrup
          questions:
            - {id: q, kind: fact, text: "Is it red?", section: risks, cites: [syrup-harm],
               choices: [{text: "It is", feedback: Yes it is., correct: true}, {text: "It is not", feedback: It is red.}]}

Fails:
    en/quiz.yaml:
      rounds:
        - id: syrup
          title: Syrup
          questions:
            - {id: q, kind: fact, text: "Is it red?", section: risks, cites: [syrup-harm],
               choices: [{text: "It is", feedback: Yes., correct: true}, {text: "It is so", feedback: Yes., correct: true}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.quiz import Question

ID = "quiz-choices"
LEVEL = "error"
FEWEST, MOST = 2, 4
LONGEST_ROUND = 7


def check(context: LintContext) -> Iterator[Finding]:
    """Questions with too few, too many or several right choices."""
    for edition in context.editions:
        file = f"{edition.edition_id}/quiz.yaml"
        if file not in context.places.files:
            continue
        for at, round_ in enumerate(edition.quiz.rounds):
            place = Place(file, ("rounds", at))
            if not 1 <= len(round_.questions) <= LONGEST_ROUND:
                yield Finding(place, f"a round of {len(round_.questions)} questions", f"ask 1 to {LONGEST_ROUND}")
            for inner, question in enumerate(round_.questions):
                yield from _question(question, place.at("questions", inner))


def _question(question: Question, place: Place) -> Iterator[Finding]:
    if not FEWEST <= len(question.choices) <= MOST:
        message = f"{len(question.choices)} choices, {FEWEST} to {MOST} are wanted"
        yield Finding(place.at("choices"), message, "add or remove some")
    right = [at for at, choice in enumerate(question.choices) if choice.correct]
    if len(right) > 1:
        yield Finding(
            place.at("choices", right[1], "correct"), "a second choice is right", "keep one, and word the others apart"
        )
    if len({choice.text for choice in question.choices}) < len(question.choices):
        yield Finding(place.at("choices"), "two choices say the same", "word them apart")
    if not question.cites:
        yield Finding(place, "the question cites nothing", "add cites: [ids of the claims it rests on]")
