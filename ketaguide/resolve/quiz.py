"""Resolves quiz questions: their place in the round, choices with explanations, and the page with more detail."""

from typing import NamedTuple

from ketaguide.model.prose import Prose
from ketaguide.model.quiz import Round
from ketaguide.resolve.nation import for_nation
from ketaguide.resolve.section import ReadMore, read_more
from ketaguide.resolve.view import GuideView


class ResolvedChoice(NamedTuple):
    """A choice of a question."""

    text: str
    is_right: bool
    verdict: str
    """"That is right.", or empty."""
    feedback: Prose


class ResolvedQuestion(NamedTuple):
    """A question of a round."""

    id: str
    place: str
    """"Question 2 of 5"."""
    text: str
    choices: tuple[ResolvedChoice, ...]
    more: ReadMore | None

    def explained(self, picked: int, view: GuideView) -> tuple[tuple[str, ResolvedChoice], ...]:
        """(label, choice) of the choice picked, and of the right one if another was picked."""
        chosen, right = self.choices[picked], next(choice for choice in self.choices if choice.is_right)
        found = ((view.interface.quiz.you_chose, chosen),)
        return found if chosen.is_right else (*found, (view.interface.quiz.right_answer, right._replace(verdict="")))


def resolve_question(round_: Round, index: int, view: GuideView) -> ResolvedQuestion:
    """Resolve the question of a round at an index from 0."""
    question, words = for_nation(round_.questions[index], view), view.interface.quiz
    place = words.question_of.format(n=index + 1, total=len(round_.questions))
    choices = tuple(
        ResolvedChoice(one.text, one.correct, words.correct if one.correct else "", one.feedback) for one in question.choices
    )
    return ResolvedQuestion(question.id, place, question.text, choices, read_more(question.section, view))
