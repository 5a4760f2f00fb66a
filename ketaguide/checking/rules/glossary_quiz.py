"""The glossary and the quiz."""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, linked_by, rule
from ketaguide.checking.rules.citing import CITE
from ketaguide.checking.text import words
from ketaguide.model.glossary import Glossary, Term
from ketaguide.model.quiz import Question, Round


@rule("warning")
def glossary_used(context: LintContext) -> Iterator[Finding]:
    """Every word of the glossary is linked from somewhere a reader is.

    A word that no page, answer or question links to is either not needed or not explained where it stands. Links within
    the glossary do not count. The words of the short edition are those of the standard edition, so a link in either is enough.
    Source: our standard, "every glossary term is used"; PEMAT-P, "medical terms defined".

    Passes:
        en/sections/risks.yaml: {summary: ["This is [test syrup](term:test-syrup)."]}

    Fails:
        en/glossary.yaml: {terms: [{id: lonely, term: lonely, meaning: A word that nobody uses.}]}
    """
    texts = [text for text in context.linking if not text.place.file.endswith("/glossary.yaml")]
    for place, glossary in context.every(Glossary):
        edition = context.guide.edition(place.edition_id)
        ours = (edition.edition_id, edition.meta.base or edition.edition_id)
        used = linked_by((text for text in texts if text.place.edition_id in ours), "term")
        for at, term in enumerate(glossary.terms):
            if term.id not in used:
                hint = f"link it where it stands: [{term.term}](term:{term.id})"
                yield Finding(place.at("terms", at, "id"), f"nothing links to the word {term.term!r}", hint)


@rule("warning")
def glossary_named(context: LintContext) -> Iterator[Finding]:
    """The words that are linked to a term are that term, or one of its other names.

    A reader who opens an underlined word wants that word explained. Endings may differ (relapse, relapsed). Source: WCAG
    2.2, success criterion 2.4.4 and 3.1.3.

    Passes:
        en/sections/risks.yaml: {summary: ["Take [test syrup](term:test-syrup)."]}

    Fails:
        en/sections/risks.yaml: {summary: ["Take [this thing](term:test-syrup)."]}
    """
    for text in context.linking:
        for span in text.prose.spans if text.prose else ():
            if span.scheme != "term":
                continue
            own, first = context.guide.term(span.target, text.place.edition_id), context.guide.term(span.target)
            names = [name for term in (own, first) if term for name in (term.term, *term.also, term.id)]
            if own and first and _stems(span.text).isdisjoint(_stems(*names)):
                message = f"{span.text!r} is linked to the word {own.term!r}"
                yield Finding(text.place, message, f"link the words {own.term!r} themselves, or list these in the term's also")


def _stems(*texts: str) -> set[str]:
    found = re.findall(r"\w+", " ".join(texts).lower())
    return {word[:5] if len(word) > 5 else word.rstrip("s") for word in found if len(word) > 1}


MOST_WORDS = 60


@rule("warning")
def glossary_meanings(context: LintContext) -> Iterator[Finding]:
    """The meaning of a word is short, and does not use the word.

    At most 60 words: it opens over a page and must be read at a glance. Source: PEMAT-P, "medical terms
    are defined"; WCAG 2.2, 3.1.3.

    Passes:
        en/glossary.yaml: {terms: [{id: test-syrup, meaning: An invented medicine.}]}

    Fails:
        en/glossary.yaml: {terms: [{id: test-syrup, meaning: Test syrup is test syrup.}]}
    """
    for place, term in context.every(Term):
        if (count := len(words(term.meaning.text))) > MOST_WORDS:
            message = f"the meaning of {term.term!r} has {count} words, {MOST_WORDS} at most"
            yield Finding(place.at("meaning"), message, "keep what must be known at a glance; the page tells more")
        if term.meaning.text.lower().startswith(f"{term.term.lower()} is"):
            message = f"the meaning of {term.term!r} begins with the word itself"
            yield Finding(place.at("meaning"), message, "say what it is: the view shows the word")


FEWEST, MOST = 2, 4
LONGEST_ROUND = 7


@rule("error")
def quiz_choices(context: LintContext) -> Iterator[Finding]:
    """A question of the quiz has two to four choices, one of them right, each explained; a round has at most seven.

    The explanation teaches, whatever was chosen; more than four choices do not fit a screen, and more than seven questions
    do not fit a waiting room. Source: our design, "Quiz"; WCAG 2.2, 3.3.

    Passes:
        en/quiz.yaml:
          rounds: [{id: syrup, questions: [{id: pressure,
            choices: [{text: It is, feedback: Yes it is., correct: true}, {text: It is not, feedback: It is red.}]}]}]

    Fails:
        en/quiz.yaml:
          rounds: [{id: syrup, questions: [{id: pressure,
            choices: [{text: It is, feedback: Yes., correct: true}, {text: It is so, feedback: Yes., correct: true}]}]}]
    """
    for place, round_ in context.every(Round):
        if not 1 <= len(round_.questions) <= LONGEST_ROUND:
            yield Finding(place, f"a round of {len(round_.questions)} questions", f"ask 1 to {LONGEST_ROUND}")
    for place, question in context.every(Question):
        choices = place.at("choices")
        if not FEWEST <= len(question.choices) <= MOST:
            message = f"choices: {len(question.choices)}, and {FEWEST} to {MOST} are wanted"
            yield Finding(choices, message, "add or remove some")
        right = [at for at, choice in enumerate(question.choices) if choice.correct]
        if len(right) > 1:
            yield Finding(choices.at(right[1], "correct"), "a second choice is right", "keep one, and word the others apart")
        if len({choice.text for choice in question.choices}) < len(question.choices):
            yield Finding(choices, "two choices say the same", "word them apart")
        if not question.cites:
            yield Finding(place, "the question cites nothing", CITE)
