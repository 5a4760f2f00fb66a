"""Pages: their parts, headings and length, and the ways through them."""

from collections.abc import Iterator
from itertools import zip_longest

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, Place, rule
from ketaguide.checking.text import sentences
from ketaguide.model.block import Contacts, Faq, Heading
from ketaguide.model.guide import Edition, Guide, Section
from ketaguide.model.home import LONGEST_ANSWER, LONGEST_QUESTION, MOST_QUESTIONS, Home, HomeQuestion
from ketaguide.model.meta import PathStep, ReadingPath
from ketaguide.model.walk import cites_in, tables, texts, word_count

WORDS_A_MINUTE = 200


@rule("error")
def time_paths(context: LintContext) -> Iterator[Finding]:
    """Paths of 2, 5 or 10 minutes can be read in that time, in both editions, and every step of it exists.

    At 200 words a minute, which a calm adult reads. A reader who was promised 2 minutes and given 5 does not come back.
    Source: our design, "I have 2, 5 or 10 minutes".

    Passes:
        guide.yaml: {paths: [{minutes: 2, steps: [{section: risks}, {section: see-your-gp}]}]}

    Fails:
        guide.yaml: {paths: [{minutes: 0, steps: [{section: risks, whole: true}, {section: nowhere}]}]}
    """
    editions = context.guide.editions.values()
    known = {section for edition in editions for section in edition.sections}
    for place, path in context.every(ReadingPath):
        for at, step in enumerate(path.steps):
            if step.section not in known:
                yield Finding(place.at("steps", at, "section"), f"there is no page {step.section!r}", "name a page there is")
        for edition in editions:
            words = sum(_words(context.guide, edition, step) for step in path.steps if step.section in edition.sections)
            if words > path.minutes * WORDS_A_MINUTE:
                minutes = f"{words / WORDS_A_MINUTE:.1f}"
                message = f"what is offered for {path.minutes} minutes takes {minutes} in {edition.edition_id!r}"
                yield Finding(place.at("minutes"), message, "take a step or a table out, or show a summary alone")


def _words(guide: Guide, edition: Edition, step: PathStep) -> int:
    """Words of the whole page, or of its summary, its first tables and the questions of the step."""
    page = edition.sections[step.section]
    asks = tuple(ask for id_ in step.questions if (ask := guide.ask(id_, edition.edition_id)))
    shown = (asks,) if step.whole else (page.summary, tables(page.blocks, step.tables), asks)
    return (word_count(page) if step.whole else 0) + sum(len(str(text).split()) for text in texts(shown))


@rule("error")
def home_answers(context: LintContext) -> Iterator[Finding]:
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
    for place, home in context.every(Home):
        if len(home.questions) > MOST_QUESTIONS:
            message = f"there are {len(home.questions)} questions, and room for {MOST_QUESTIONS}"
            yield Finding(place.at("questions", MOST_QUESTIONS), message, "take out those that fewer people bring")
    for place, question in context.every(HomeQuestion):
        yield from _too_long(question, place)
        if page := context.guide.section(question.section, place.edition_id):
            yield from _unsupported(question, page, place)


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
    elif question.answer and not any(_contains(str(point), question.answer) for point in page.summary):
        message = f"the answer is no sentence of the summary of the page {page.id!r}"
        yield Finding(place.at("answer"), message, "copy one word for word, or add cites: [ids of the claims it rests on]")


def _contains(point: str, answer: str) -> bool:
    """True if some sentences of a point, one after the other, are the answer."""
    said = sentences(point)
    return any(" ".join(said[start:end]) == answer for start in range(len(said)) for end in range(start + 1, len(said) + 1))


MOST_POINTS = 3
LONGEST_NAME = 24


@rule("error")
def page_parts(context: LintContext) -> Iterator[Finding]:
    """Every page has a summary of one to three points, a short name, and questions to take along.

    The summary is what a tired person reads; the short name (24 characters at most) fits the contents at 80 columns; the
    questions turn reading into a talk with the GP. A guide without questions.yaml has none. Source: our standard, "Every
    page"; PEMAT-P, summary and action.

    Passes:
        en/sections/risks.yaml: {nav_title: Risks, summary: [It raises pressure.], questions: [ask-test]}

    Fails:
        en/sections/risks.yaml: {nav_title: The risks of test syrup at length, summary: [], questions: []}
    """
    for page in context.pages:
        section, place = page.section, page.place
        if not 1 <= len(section.summary) <= MOST_POINTS:
            message = f"a summary of {len(section.summary)} points, 1 to {MOST_POINTS} are wanted"
            yield Finding(place.at("summary"), message, "say what to remember, in three points at most")
        if len(section.nav_title) > LONGEST_NAME:
            message = f"nav_title has {len(section.nav_title)} characters, {LONGEST_NAME} at most"
            yield Finding(place.at("nav_title"), message, "shorten it; title may be longer")
        if not section.questions and context.guide.first.asks.groups:
            yield Finding(place.at("questions"), "the page ends without questions to ask", "add ids from questions.yaml")


FEWEST, MOST = 300, 900
DIRECTORY = 5
"""Answers or directories that make a page one to look things up in."""


@rule("warning")
def page_length(context: LintContext) -> Iterator[Finding]:
    """A page has 300 to 900 words in plain view.

    Words in folds, answers and directories are looked up and not read through, so they do not count, and a page of five or
    more answers or directories is one to look things up in: it is exempt. So is the short edition, which has a rule of
    its own. The count is the one that "min read" is made from. Source: PEMAT-P, "chunks"; NHS content style guide.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: contacts, kinds: [urgent]}, {kind: contacts, kinds: [listening]}, {kind: contacts, kinds: [text]},
            {kind: contacts, kinds: [crisis-line]}, {kind: contacts, kinds: [gp]}]

    Fails:
        en/sections/risks.yaml: {blocks: [{kind: paragraph, text: Hello.}]}
    """
    for page in context.pages:
        looked_up = sum(isinstance(block, Faq | Contacts) for block in page.section.blocks)
        count, is_standard = word_count(page.section), page.place.edition_id == context.guide.first.edition_id
        if is_standard and looked_up < DIRECTORY and not FEWEST <= count <= MOST:
            yield Finding(page.place, f"the page has {count} words, {FEWEST} to {MOST} are wanted", "cut, fold or add")


LONGEST = 60


@rule("error")
def headings(context: LintContext) -> Iterator[Finding]:
    """A heading says what follows, and something follows.

    No heading right after a heading, none at the end of a page, no full stop, at most 60 characters. A reader finds the
    way by headings, and a screen reader lists them. Source: WCAG 2.2, success criterion 2.4.6; NHS content style guide.

    Passes:
        en/sections/risks.yaml: {blocks: [{kind: heading, text: What to ask}, {kind: paragraph, text: Ask.}]}

    Fails:
        en/sections/risks.yaml: {blocks: [{kind: heading, text: What to ask.}, {kind: heading, text: Whom}]}
    """
    for page in context.pages:
        blocks = page.section.blocks
        for at, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
            place = page.place.at("blocks", at)
            if not isinstance(block, Heading):
                continue
            if after is None or (isinstance(after, Heading) and set(after.nations) == set(block.nations)):
                yield Finding(place, f"nothing stands under the heading {block.text!r}", "remove it, or write what it promises")
            if block.text.endswith((".", ":", "!")) or len(block.text) > LONGEST:
                message = f"the heading is a sentence: {block.text[:40]!r}"
                yield Finding(place.at("text"), message, f"no full stop, and at most {LONGEST} characters")
