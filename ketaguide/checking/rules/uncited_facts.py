"""A paragraph, list or answer that states a medical, legal or availability fact cites the claims it rests on.

The checker guesses from the English, and may be wrong: it warns. A block must cite as soon
as one of its sentences states something (it is not a question, a quotation, advice to ask or tell somebody, or about
this guide itself) and speaks of a number of people, a length of time, a treatment, an effect, a risk, a study, a
licence or the law. What is left, a kind word, a signpost, "we could not confirm", needs no source, so nobody cites
for the sake of the rule. The page about the guide is exempt. Source: IPDAS v4, "provides citations to the studies";
PIF TICK criterion 3; our standard.

Passes:
    en/sections/risks.yaml:
      blocks:
        - {kind: paragraph, text: Test pressure rises for 40 minutes., cites: [syrup-harm]}
        - {kind: paragraph, text: You do not have to decide today. Ask what worries you.}

Fails:
    en/sections/risks.yaml:
      blocks:
        - {kind: paragraph, text: Test pressure rises for 40 minutes.}
"""

import re
from collections.abc import Iterable, Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, ReaderText
from ketaguide.checking.rules.citations import ALWAYS
from ketaguide.checking.text import is_question, sentences
from ketaguide.model.block import Contacts, Details, Faq, Heading, IconArray

ID = "uncited-facts"
LEVEL = "warning"

_NOT_GUESSED = (*ALWAYS, Heading, Contacts, Details, Faq, IconArray)
"""`citations` asks it of the first. Headings say nothing by themselves; contacts have their sources in contacts.yaml; folds
and answers hold blocks that are looked at one by one; an icon array is nothing without its claim."""

_SPAN = "(?:minutes?|hours?|days?|weeks?|months?|years?)"
_FACT = re.compile(
    rf"""\b(?:
    \d[\d,]*\s(?:out\ of|in|of)\s\d | \d[\d,]*\s(?:{_SPAN}|mg|people|times) |
    (?:a|one|two|three|four|five|six|several)\s{_SPAN} |
    licen[cs]ed?|illegal|legal|the\ law|offence|crime|prescri\w+|NICE|SMC|MHRA|Class\ B|prison |
    causes?|raises?|lowers?|reduces?|increases?|improves?|relieves?|treats|prevents?|affects?|fades?|damages?|helps?\ some |
    side\ effects?|risks?|symptoms?|doses?|trials?|stud(?:y|ies)|evidence|found|common|dangerous|works\ (?:for|by|on) |
    ketamine|esketamine|antidepressants?|benzodiazepines?|lithium|ECT|talking\ therap\w+|blood\ pressure|bladder|liver |
    pregnan\w+|breastfe\w+|recommended
    )\b""",
    re.VERBOSE,
)
"""Words by which a sentence states a medical, legal or availability fact."""
_NO_CLAIM = re.compile(
    r"""could\ not\ (?:confirm|check|find) | we\ found\ no | we\ (?:do|did)\ not\ know | [Nn]obody\ knows |
    this\ guide | this\ page | the\ page | these\ pages | legal\ advice | these\ risks | not\ a\ forecast | the\ ones\ below |
    ^Next: | ^See\ | ^There\ is\ more | [Ee]ach\ picture | needs?\ testing | ^\w+\ means\  | ^An?\ \w+\ is\ an?\ \w+\ that
    """,
    re.VERBOSE,
)
"""Words that say that nothing is known, speaks of the guide itself, or explains a word."""
_ADVICE = re.compile(
    r"""^(?:(?:If|Before|For|When|With)\b[^,]+,\s)?(?:then\s)?(?:also\s)?
    (?:ask|tell|say|read|bring|call|ring|see|mention|weigh|talk|look|go|take|write|do\ not|please|have|which|whether|every |
    you\ can|you\ could|you\ do\ not\ (?:need|have)|you\ deserve|you\ may|it\ may\ help)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Requests and invitations to the reader."""
_TELLS = re.compile(r"\b(?:tells?|has|shows|sets|says|lists|goes through|answers|what matters more|does not mean)\b")
"""Verbs for a page when it is named as a signpost."""


def check(context: LintContext) -> Iterator[Finding]:
    """Blocks and summaries that state facts and cite nothing."""
    for page in context.pages:
        if not page.section.cites and page.section.id != context.guide.meta.roles.about:
            said = [text for text in context.texts_in(page) if text.role == "summary"]
            if fact := next(_facts(said), ""):
                message = f"the summary states a fact and the page cites nothing for it: {_short(fact)!r}"
                yield Finding(page.place.at("summary"), message, "add cites: to the page, above its blocks")
    yield from _blocks(context)


def _blocks(context: LintContext) -> Iterator[Finding]:
    about = context.guide.meta.roles.about
    for placed in context.placed_blocks:
        if placed.cites or isinstance(placed.block, _NOT_GUESSED) or placed.page.section.id == about:
            continue
        if fact := next(_facts(context.texts_of(placed)), ""):
            message = f"this states a fact and cites nothing: {_short(fact)!r}"
            yield Finding(placed.place, message, "add cites: [ids of the claims it rests on]")


def _facts(texts: Iterable[ReaderText]) -> Iterator[str]:
    """The sentences of texts that state a fact."""
    for text in texts:
        signposts = {span.text for span in text.prose.spans if span.scheme == "section"} if text.prose else set()
        for sentence in sentences(text.text):
            if is_question(sentence) or sentence[0] == '"' or _NO_CLAIM.search(sentence) or _ADVICE.search(sentence):
                continue
            if _TELLS.search(sentence) and (any(link in sentence for link in signposts) or "does not mean" in sentence):
                continue  # a signpost to a page, named by its title
            if _FACT.search(sentence):
                yield sentence


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 60 else f"{sentence[:57]}..."
