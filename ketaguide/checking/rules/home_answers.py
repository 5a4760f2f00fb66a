"""A short answer on the first page is its page's own summary sentence, or rests on claims that the page cites.

The first page is what most people read, and some read nothing else: it says nothing that the page behind it does not.
An answer in other words names its claims under `cites`. There are at most six questions, with digits 1 to 6, a question
(or its `brief` form) has at most 36 characters and an answer at most 49, so that they fit narrow windows. Source: our
standard, "every claim resolves"; WCAG 2.2, 1.4.10.

Passes:
    en/home.yaml:
      questions:
        - {text: "What are the risks?", answer: Test syrup raises test pressure for a short time., section: risks}
        - {text: "Is it sure?", answer: "The pressure goes up, for less than an hour.", section: risks, cites: [syrup-harm]}

Fails:
    en/home.yaml:
      questions:
        - {text: "What are the risks?", answer: Test syrup is safe., section: risks}
        - {text: "Does it help?", answer: It helped some people., section: risks, cites: [syrup-response]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.checking.text import sentences
from ketaguide.model.guide import Section
from ketaguide.model.home import HomeQuestion
from ketaguide.model.walk import cites_in

ID = "home-answers"
LEVEL = "error"
MOST_QUESTIONS = 6
LONGEST_QUESTION, LONGEST_ANSWER = 36, 49


def check(context: LintContext) -> Iterator[Finding]:
    """Answers that their page does not give, and texts that do not fit."""
    for edition in context.editions:
        place = Place(f"{edition.edition_id}/home.yaml")
        if place.file not in context.places.files:
            continue
        if len(edition.home.questions) > MOST_QUESTIONS:
            message = f"there are {len(edition.home.questions)} questions, and room for {MOST_QUESTIONS}"
            yield Finding(place.at("questions", MOST_QUESTIONS), message, "take out those that fewer people bring")
        for at, question in enumerate(edition.home.questions):
            yield from _too_long(question, place.at("questions", at))
            if page := context.guide.section(question.section, edition.edition_id):
                yield from _unsupported(question, page, place.at("questions", at))


def _too_long(question: HomeQuestion, place: Place) -> Iterator[Finding]:
    field = "brief" if question.brief else "text"
    if len(asked := question.brief or question.text) > LONGEST_QUESTION:
        hint = "shorten it" if question.brief else "add brief: with a shorter form of the question"
        yield Finding(place.at(field), f"the question has {len(asked)} characters, more than {LONGEST_QUESTION}", hint)
    if len(question.answer) > LONGEST_ANSWER:
        message = f"the answer has {len(question.answer)} characters, more than {LONGEST_ANSWER}"
        yield Finding(place.at("answer"), message, "write a shorter answer, and cite the claims it rests on")


def _unsupported(question: HomeQuestion, page: Section, place: Place) -> Iterator[Finding]:
    if question.cites:
        own = set(cites_in(page))
        for at, claim in enumerate(question.cites):
            if claim not in own:
                message = f"the answer rests on {claim!r}, which the page {page.id!r} does not cite"
                yield Finding(place.at("cites", at), message, "cite a claim of that page, or open another page")
    elif not any(_contains(str(point), question.answer) for point in page.summary):
        message = f"the answer is no sentence of the summary of the page {page.id!r}"
        yield Finding(place.at("answer"), message, "copy one word for word, or add cites: [ids of the claims it rests on]")


def _contains(point: str, answer: str) -> bool:
    """True if some sentences of a point, one after the other, are the answer."""
    said = sentences(point)
    return any(" ".join(said[start:end]) == answer for start in range(len(said)) for end in range(start + 1, len(said) + 1))
