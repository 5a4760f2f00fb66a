"""Only letters and marks that every screen has.

The Linux console and many terminals show a box for anything else, and speech reads its name aloud. Letters of English
and the languages of Europe, plain punctuation, the pound sign; in pictures the lines and marks that the console has as
well. No dashes, curly quotes, emoji or ticks. Source: measured on Uni2-Terminus and DejaVu Sans Mono.

Passes:
    en/sections/risks.yaml: {summary: ["It costs £10, and Siân said: \\"fine\\"."]}

Fails:
    en/sections/risks.yaml: {summary: ["Yes ✓ it costs 10 €…"]}
"""

from collections.abc import Iterator
from unicodedata import name

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.letters import LETTERS, PICTURE

ID = "glyphs"
LEVEL = "error"
TYPED = {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "a comma, a colon or a full stop",
    "\u2014": "a comma, a colon or a full stop", "\u2026": "a full stop",
}  # fmt: skip
"""Character from a word processor → what to type instead."""


def check(context: LintContext) -> Iterator[Finding]:
    """Characters that some screens lack."""
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
