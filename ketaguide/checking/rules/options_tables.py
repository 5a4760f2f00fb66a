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

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.checking.text import words
from ketaguide.model.block import OptionsTable

ID = "options-tables"
LEVEL = "error"
_AS_NOW = re.compile(r"carry(?:ing)? on|as now|no change|wait(?:ing)?|stay(?:ing)? as", re.IGNORECASE)
_OF_TREATMENTS = re.compile(r"what (?:may|might|can|could) it do|how well|side effects|harm|hard part|downside", re.IGNORECASE)
MOST_TIMES = 3


def check(context: LintContext) -> Iterator[Finding]:
    """Tables with gaps, without the option of no change, or out of balance."""
    for placed in context.placed_blocks:
        table = placed.block
        if not isinstance(table, OptionsTable):
            continue
        for at, option in enumerate(table.options):
            if len(option.answers) != len(table.questions):
                message = f"{option.name!r} answers {len(option.answers)} of {len(table.questions)} questions"
                yield Finding(
                    placed.place.at("options", at, "answers"), message, "answer every question, if only with: not known"
                )
        of_treatments = any(_OF_TREATMENTS.search(question) for question in table.questions)
        if of_treatments and not any(_AS_NOW.search(option.name) for option in table.options):
            yield Finding(placed.place, "no option is to carry on as now", "add it: it is a choice like the others")
        lengths = [sum(len(words(answer.text)) for answer in option.answers) for option in table.options]
        if lengths and max(lengths) > MOST_TIMES * max(1, min(lengths)):
            message = f"the options have {min(lengths)} to {max(lengths)} words"
            yield Finding(placed.place, message, "give each about the same room")
