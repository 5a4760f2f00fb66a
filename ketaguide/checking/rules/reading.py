"""Sentences, paragraphs and marks that make reading hard."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import name

import msgspec

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, PlacedSection, rule
from ketaguide.checking.text import sentences, words
from ketaguide.model.block import Callout, Inset, Paragraph
from ketaguide.model.letters import LETTERS, PICTURE


@rule("error")
def sentence_length(context: LintContext) -> Iterator[Finding]:
    """No sentence is longer than its edition allows: in English 30 words, and 15 in the short edition.

    A long sentence has to be held in mind to its end, and a tired person cannot. The limit is `longest_sentence` of
    edition.yaml; what all editions share has that of the first. List items and headings count as sentences. Titles of
    publications are exempt. Source: NHS content style guide (aim at 20); our standard (15).

    Passes:
        en/sections/risks.yaml: {summary: [A short sentence. And another one.]}

    Fails:
        en/sections/risks.yaml:
          summary:
            - This one goes on and on and on, as sentences do when nobody stops to think how it is to read them late at night
              in a bed that is cold and far from sleep.
    """
    limits = {name: edition.meta.longest_sentence for name, edition in context.guide.editions.items()}
    for text in context.words:
        limit = limits.get(text.place.edition_id, context.guide.first.meta.longest_sentence)
        for sentence in sentences(text.text) if limit and text.text.count(" ") >= limit else ():
            if sentence.count(" ") >= limit and (count := len(words(sentence))) > limit:
                shown = " ".join(sentence.split()[:6])
                message = f"a sentence of {count} words, {limit} at most: {shown!r} …"
                yield Finding(text.place, message, "make two of it, or cut what is not needed")


SHORTEST_COUNTED = 4


@rule("error")
def sentence_mean(context: LintContext) -> Iterator[Finding]:
    """The sentences of a page have on average no more words than its edition allows: in English 20.

    The limit is `mean_sentence` of edition.yaml. One long sentence is forgiven; a page of them is not. Titles, headings and
    anything of fewer than four words are left out of the count, so that they cannot hide the rest. Source: NHS content
    style guide, "sentences"; our standard.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: paragraph, text: A sentence of a few short words. And then one more of the same length.}]

    Fails:
        en/sections/risks.yaml:
          summary:
            - This sentence has rather more words than it needs to have, and says them in order to say the little that it has to
              say to you.
          blocks: [{kind: paragraph, text: This sentence is also longer than a sentence ought to be when all that it wants to do
            is to make the mean of the page too long.}]
    """
    for page in context.pages:
        most = context.guide.editions[page.place.edition_id].meta.mean_sentence
        mean = mean_length(context, page) if most else 0
        if mean > most:
            message = f"sentences have {mean:.1f} words on average, {most} at most"
            yield Finding(page.place, message, "shorten the longest ones")


def mean_length(context: LintContext, page: PlacedSection) -> float:
    """Words of a sentence of the page, on average; 0 for a page without sentences."""
    counts = [count for sentence in prose_of(context, page) if (count := len(words(sentence))) >= SHORTEST_COUNTED]
    return sum(counts) / len(counts) if counts else 0.0


def prose_of(context: LintContext, page: PlacedSection) -> list[str]:
    """The sentences of the prose of a page."""
    return [sentence for text in context.texts_in(page) if text.prose for sentence in sentences(text.text)]


MOST = 3


@rule("error")
def paragraph_length(context: LintContext) -> Iterator[Finding]:
    """A paragraph has at most three sentences.

    More make a grey wall on a screen of 22 lines. Asides and important notes count as paragraphs. Source: NHS content
    style guide; our standard.

    Passes:
        en/sections/risks.yaml: {blocks: [{kind: paragraph, text: You can ask. You can wait. You can change your mind.}]}

    Fails:
        en/sections/risks.yaml: {blocks: [{kind: paragraph, text: You can ask. You can wait. You can go. You can stay.}]}
    """
    for place, _, block, _ in context.placed_blocks:
        if isinstance(block, Paragraph | Inset | Callout) and (count := len(sentences(block.text.text))) > MOST:
            message = f"a paragraph of {count} sentences, {MOST} at most"
            yield Finding(place.at("text"), message, "make two paragraphs or a list of it")


_ANY = re.compile(r"[*_`\[\]<&\\#]|(?:term|section|contact):")
_MARKUP = re.compile(
    r"\*\*|(?<!\w)\*\w|\w\*(?!\w)|__|`|\]\s*\(|\[/?[a-z@][^\]]*\]|</?[a-z][^>]*>|&(?:[a-z]+|#\d+);|\\[\[\]*_nt]|^#+\s|\bterm:|\bsection:|\bcontact:"
)


@rule("error")
def markup(context: LintContext) -> Iterator[Finding]:
    """No leftover markup.

    A star, a bracket with an address, a tag or an entity that the reader would see as letters. Only `**strong**` and links
    to a term, page or contact are markup in prose; titles, headings and names have none. Source: our standard.

    Passes:
        en/sections/risks.yaml: {summary: ["**Strong** words and a [page](section:get-help)."]}

    Fails:
        en/sections/risks.yaml: {title: "**Risks** of syrup", summary: ["See [the page] (section:risks) and <b>this</b>."]}
    """
    for text in context.texts:
        if text.role == "picture" or text.place.file == "sources.yaml" or not _ANY.search(text.text):
            continue
        if left := _MARKUP.search(text.text):
            yield Finding(text.place, f"markup is left in the text: {left[0]!r}", _cure(left[0]))
        elif more := text.text.count("[") - text.text.count("]"):
            message = f"the square bracket '{'[' if more > 0 else ']'}' has no partner"
            yield Finding(text.place, message, "write the other one too, or take it out")


def _cure(left: str) -> str:
    if left.startswith("]"):
        return "write a link as [words](term:id): no space between ] and (, and ) at its end"
    if left.startswith("*") or left.endswith("*"):
        return "write **strong words** with two stars at both ends and no space inside them, or remove the stars"
    return "remove it, or write **strong** or [words](term:id)"


TYPED = {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "a comma, a colon or a full stop",
    "\u2014": "a comma, a colon or a full stop", "\u2026": "a full stop",
}  # fmt: skip
"""Character from a word processor → what to type instead."""


@rule("error")
def glyphs(context: LintContext) -> Iterator[Finding]:
    """Only letters and marks that every screen has.

    The Linux console and many terminals show a box for anything else, and speech reads its name aloud. Letters of English
    and the languages of Europe, plain punctuation, the pound sign; in pictures the lines and marks that the console has as
    well. No dashes, curly quotes, emoji or ticks. Source: measured on Uni2-Terminus and DejaVu Sans Mono.

    Passes:
        en/sections/risks.yaml: {summary: ["It costs £10, and Siân said: \\"fine\\"."]}

    Fails:
        en/sections/risks.yaml: {summary: ["Yes ✓ it costs 10 €…"]}
    """
    for text in context.texts:
        if text.place.file == "sources.yaml" or (text.text.isascii() and text.text.isprintable()):
            continue  # ASCII is on every screen
        allowed = PICTURE if text.role == "picture" else LETTERS
        for character in sorted(set(text.text) - allowed):
            shown = name(character, f"U+{ord(character):04X}").lower()
            message = f"not every screen has {character!r} ({shown})"
            typed = TYPED.get(character)
            hint = f"type {typed} in its place" if typed else "write it with letters on the keyboard"
            yield Finding(text.place, message, hint)


_MAY_BE_EMPTY = {"questions", "do", "dont"}
"""Lists that have a rule of their own, or where one of two is enough."""


@rule("error")
def empty_fields(context: LintContext) -> Iterator[Finding]:
    """Nothing that must be filled in is left empty.

    A required text or list that is empty leaves a gap on the page: a heading of nothing, a card without bullets. What may
    be left out is simply left out. Source: our design, "what a type can require is a required field".

    Passes:
        en/sections/risks.yaml: {title: Risks of test syrup}

    Fails:
        en/sections/risks.yaml: {title: "", blocks: [{kind: list, items: []}]}
    """
    for start, value in context.structs:
        for field in value.__struct_fields__:
            item = getattr(value, field)
            if not item and isinstance(item, str | tuple) and field in _required(type(value)):
                yield Finding(start.at(field), f"{field!r} is empty", "fill it in")
            for at, each in enumerate(item if isinstance(item, tuple) else ()):
                if each == "":
                    yield Finding(start.at(field, at), f"{field!r} is empty", "fill it in")


@cache
def _required(type_: type[msgspec.Struct]) -> frozenset[str]:
    fields = {field.name for field in msgspec.structs.fields(type_) if field.required}
    return frozenset(fields - _MAY_BE_EMPTY)
