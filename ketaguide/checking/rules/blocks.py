"""Tables, diagrams and icon arrays."""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, rule
from ketaguide.checking.text import shares, words
from ketaguide.model.block import Diagram, IconArray, OptionsTable

_AS_NOW = re.compile(r"carry(?:ing)? on|as now|no change|wait(?:ing)?|stay(?:ing)? as", re.IGNORECASE)
_OF_TREATMENTS = re.compile(r"what (?:may|might|can|could) it do|how well|side effects|harm|hard part|downside", re.IGNORECASE)
MOST_TIMES = 3


@rule("error")
def options_tables(context: LintContext) -> Iterator[Finding]:
    """An options table answers every question of every option, in about equal detail; one of treatments offers no change.

    One cell left out, or one option praised at length, tips the scale. No option has more than three times the words of
    another. A table that asks what an option may do, or what is hard about it, is one of treatments, and carrying on as now
    is a choice like the others. Source: IPDAS v4, "equal detail" and "option of doing nothing"; our design.

    Passes:
        en/sections/risks.yaml:
          blocks:
            - kind: options_table
              title: Two ways
              questions: ["What is it?"]
              options: [{name: Carry on as now, answers: [Nothing changes.]}, {name: Syrup, answers: [A spoonful.]}]
              cites: [syrup-harm]

    Fails:
        en/sections/risks.yaml:
          blocks:
            - kind: options_table
              title: Two ways
              questions: ["What may it do?", "Does it hurt?"]
              options: [{name: Syrup, answers: [A spoonful.]}, {name: Water, answers: [A glass., No.]}]
              cites: [syrup-harm]
    """
    for place, table in context.every(OptionsTable):
        for at, option in enumerate(table.options):
            if len(option.answers) != len(table.questions):
                message = f"{option.name!r} answers {len(option.answers)} of {len(table.questions)} questions"
                hint = "answer every question, if only with: not known"
                yield Finding(place.at("options", at, "answers"), message, hint)
        of_treatments = any(_OF_TREATMENTS.search(question) for question in table.questions)
        if of_treatments and not any(_AS_NOW.search(option.name) for option in table.options):
            yield Finding(place, "no option is to carry on as now", "add it: it is a choice like the others")
        lengths = [sum(len(words(answer.text)) for answer in option.answers) for option in table.options]
        if lengths and max(lengths) > MOST_TIMES * max(1, min(lengths)):
            message = f"the options have {min(lengths)} to {max(lengths)} words"
            yield Finding(place, message, "give each about the same room")


WIDEST = 40
FEWEST_WORDS = 5


@rule("error")
def diagrams(context: LintContext) -> Iterator[Finding]:
    """A picture is at most 40 columns wide, and its words say something.

    It has to fit a window of 43 columns without moving sideways. The words are what plain text, speech and braille give
    in its place, so they are a sentence at least. Source: WCAG 2.2, 1.1.1 and 1.4.10; our design: from 43 columns.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: diagram, title: A way, picture: "A → B", alternative: First comes A and then comes B.,
            cites: [syrup-harm]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: diagram, title: A way, picture: "A ────────────────────────────────────────────────→ B",
            alternative: A picture., cites: [syrup-harm]}]
    """
    for place, diagram in context.every(Diagram):
        widest = max(map(len, diagram.picture.splitlines()), default=0)
        if widest > WIDEST:
            message = f"the picture is {widest} columns wide, {WIDEST} at most"
            yield Finding(place.at("picture"), message, "set it narrower")
        if len(words(diagram.alternative.text)) < FEWEST_WORDS:
            message = "the words do not say what the picture shows"
            yield Finding(place.at("alternative"), message, "tell it as to someone on the phone")


@rule("error")
def icon_array_words(context: LintContext) -> Iterator[Finding]:
    """The words beside a picture of 100 people say the number of every group.

    Words come first and the picture beside them; whoever cannot see the picture misses nothing. Source: our standard,
    "words beside every picture"; WCAG 2.2, 1.1.1.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
            words: "55 out of 100 felt better on syrup, and 41 out of 100 on water."}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
            words: More people felt better on syrup.}]
    """
    for place, block in context.every(IconArray):
        figure = context.figure(block)
        arms = figure.arms if figure else ()
        said = [part for _, part, whole in shares(block.words.text) if whole == 100]
        other = set(said) - {arm.per100 for arm in arms}
        for arm in arms:
            message = f"the words do not say {arm.per100} out of 100 ({arm.name})"
            hint = "say the number of every group in words"
            if other:
                _, part = min((abs(one - arm.per100), one) for one in other)
                message = f"{block.claim} now says {arm.per100} ({arm.name}); this page says {part}"
                hint = f"write {arm.per100} out of 100, and correct the difference"
            if arm.per100 not in said:
                yield Finding(place.at("words"), message, hint)


@rule("warning")
def icon_array_repeats(context: LintContext) -> Iterator[Finding]:
    """A picture stands once on a page.

    The same 100 people twice weigh twice in a reader's mind. Source: IPDAS v4, balance of presentation.

    Passes:
        en/sections/risks.yaml:
          blocks:
            - {kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water], words: Better.}
            - {kind: icon_array, claim: syrup-response, measure: nausea, labels: [Syrup, Water], words: Sick.}

    Fails:
        en/sections/risks.yaml:
          blocks:
            - {kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water], words: Better.}
            - {kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water], words: Better again.}
    """
    for place, _ in context.repeated(IconArray, lambda block: (block.claim, block.measure)):
        yield Finding(place, "this picture stands on the page already", "keep one of the two")
