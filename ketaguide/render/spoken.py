"""Normalizes text for speech: numbers digit by digit, web addresses in words, pronunciations from speech.yaml."""

import re
from collections.abc import Iterable, Iterator

from ketaguide.model.guide import Guide, Section
from ketaguide.model.speech import Speech
from ketaguide.render.flow import Chunk
from ketaguide.render.plain import section_pieces
from ketaguide.render.plain_evidence import section_evidence_pieces
from ketaguide.resolve.view import GuideView

_ONE_LINE = 1_000_000
"""Width in columns that disables wrapping."""
_ALONE = r"(?<![\w£.,/-]){}(?![\w%]|[.,/]\d| (?:people|adults|patients|(?:in|of) \d))"
"""A whole word or number that is not a count of people, an amount or part of a longer token."""
_PHONE = r"0\d{2,4}(?: \d{2,4}){1,3}"
_ADDRESS = re.compile(r"\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w-]+)*", re.IGNORECASE)
_MONEY = re.compile(r"£(\d[\d,.]*\d|\d)((?: million| billion)?)")


class SpeechNormalizer:
    """Normalizes text with an edition's pronunciations and the guide's phone numbers."""

    def __init__(self, guide: Guide, speech: Speech) -> None:
        self._speech = speech
        self._sayings = {saying.written: saying.say for saying in speech.sayings}
        self._words = _either(_pattern(written) for written in self._sayings)
        numbers = {number for contact in guide.contacts.values() for number in (contact.phone, contact.sms) if number}
        self._numbers = _either([*map(re.escape, numbers - set(self._sayings)), _PHONE])

    def say(self, text: str) -> str:
        """Spell out everything that a voice would mispronounce."""
        dot, slash, sayings = f" {self._speech.dot} ", f" {self._speech.slash} ", self._sayings
        text = _ADDRESS.sub(lambda found: found[0].replace(".", dot).replace("/", slash), text)
        text = self._numbers.sub(lambda found: digits(found[0]), text)
        text = self._words.sub(lambda found: sayings.get(found[0]) or sayings[found[0].lower()], text)
        return _MONEY.sub(rf"\1\2 {self._speech.pounds}", text).replace(" · ", ", ")

    def lines(self, lines: Iterable[str]) -> str:
        """Normalize lines and end each as a sentence, so that the voice pauses after it."""
        said = (self.say(line.strip().removeprefix("- ")) for line in lines if line.strip())
        return " ".join(line if line.endswith((".", "?", "!", ":", ",")) else f"{line}." for line in said)


def digits(number: str) -> str:
    """ "0808 808 8000" as "0 8 0 8, 8 0 8, 8 0 0 0": a digit at a time, a pause between groups."""
    return ", ".join(" ".join(group) for group in number.split())


def section_speech(section: Section, view: GuideView, *, how_we_know: bool = False, addresses: bool = True) -> Iterator[str]:
    """Yield a page as utterances, one for each piece of the plain view, which has words for every drawing."""
    normalizer = SpeechNormalizer(view.guide, view.edition.speech)
    chunks: list[Chunk] = list(section_pieces(section, view, _ONE_LINE))
    if how_we_know:
        chunks += section_evidence_pieces(section, view, _ONE_LINE, addresses=addresses)
    yield from filter(None, (normalizer.lines(chunk.lines) for chunk in chunks))


def _pattern(written: str) -> str:
    """A pattern for a word; a lower-case word also matches with a capital first letter."""
    first = written[0]
    start = f"[{first}{first.upper()}]" if written.islower() else re.escape(first)
    return start + re.escape(written[1:])


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these as a whole word, longest first; matches nothing if there are none."""
    longest = sorted(patterns, key=len, reverse=True)
    return re.compile(_ALONE.format(f"(?:{'|'.join(longest)})") if longest else r"(?!)")
