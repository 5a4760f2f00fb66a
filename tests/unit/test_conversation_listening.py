"""Listening in the conversation: offered where there is a voice, stopped by a choice, help at hand meanwhile."""

import io
from collections.abc import Callable, Iterable

from ketaguide.conversation import Console, Speak, converse
from ketaguide.conversation.page import read_pages
from ketaguide.conversation.talk import Talk
from ketaguide.model.guide import Guide
from ketaguide.session import Session

from .talked import PROMPT, choices, number_of

LISTEN = "Listen to this page"


class Voice:
    """Remembers what it was told, and when it was told to be silent."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.silent = 0

    def speak(self, texts: Iterable[str]) -> Callable[[], None]:
        self.texts = list(texts)
        return self.hush

    def hush(self) -> None:
        self.silent += 1


def talk(guide: Guide, speak: Speak | None, *answers: str) -> list[str]:
    """A conversation about one short page."""
    sink = io.StringIO()
    typed = io.BytesIO("".join(f"{answer}\n" for answer in answers).encode())

    def about(talk: Talk) -> None:
        read_pages(talk, "see-your-gp", "Back")

    converse(guide, Session(), Console(typed, sink, lambda: 60), about, speak)
    return sink.getvalue().split(PROMPT)


def test_without_a_voice_it_is_not_offered(guide: Guide) -> None:
    assert LISTEN not in choices(talk(guide, None)[0]).values()


def test_the_page_is_read_until_the_reader_stops_it(guide: Guide) -> None:
    voice = Voice()
    number = number_of(talk(guide, voice.speak)[0], LISTEN)
    said = talk(guide, voice.speak, number, "1")
    assert "Reading aloud." in said[1]
    assert list(choices(said[1]).values()) == ["Stop listening"]
    assert voice.silent == 1
    assert LISTEN in choices(said[2]).values()
    page = guide.section("see-your-gp")
    assert page
    assert voice.texts[0].startswith(page.title)


def test_help_is_one_choice_away_while_a_page_is_read(guide: Guide) -> None:
    voice = Voice()
    number = number_of(talk(guide, voice.speak)[0], LISTEN)
    said = talk(guide, voice.speak, number, "0")
    assert "999" in said[2]
    assert "116 123" in said[2]


def test_leaving_is_silence(guide: Guide) -> None:
    voice = Voice()
    number = number_of(talk(guide, voice.speak)[0], LISTEN)
    talk(guide, voice.speak, number, "leave")
    assert voice.silent == 1
    talk(guide, voice.speak, number)
    assert voice.silent == 2, "the end of input is leaving too"
