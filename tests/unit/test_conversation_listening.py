"""Reading aloud in the conversation: offered if there is a voice, stopped by a choice; help works meanwhile."""

from collections.abc import Callable, Iterable

from ketaguide.conversation import Aloud
from ketaguide.conversation.page import PageReader
from ketaguide.model.guide import Guide

from . import scripted
from .scripted import choices, number_of

LISTEN = "Listen to this page"


class Voice:
    """Records texts and calls of `stop`."""

    def __init__(self, heard: bool = True) -> None:
        self.texts: list[str] = []
        self.silent = 0
        self.heard = heard

    @property
    def aloud(self) -> Aloud:
        return Aloud(self.begin, "a-voice")

    def begin(self, texts: Iterable[str], *_: str) -> Callable[[], bool]:
        self.texts = list(texts)
        return self.stop

    def stop(self) -> bool:
        self.silent += 1
        return self.heard


def talk(guide: Guide, aloud: Aloud, *answers: str) -> list[str]:
    """A conversation about one short page."""
    return scripted.talk(guide, *answers, about=PageReader("see-your-gp"), width=60, aloud=aloud)


def test_where_there_is_no_voice_it_says_how_to_get_one_and_goes_on(guide: Guide) -> None:
    none = Aloud(lambda *_: None, "a-voice")
    before = talk(guide, none)[0]
    said = " ".join(talk(guide, none, number_of(before, LISTEN))[1].split())
    assert "There is no voice on this computer yet" in said
    assert "sudo apt install a-voice" in said
    assert choices(talk(guide, none, number_of(before, LISTEN))[1]) == choices(before)


def test_a_failing_voice_is_reported_in_words(guide: Guide) -> None:
    dumb, well = Voice(heard=False), Voice()
    number = number_of(talk(guide, dumb.aloud)[0], LISTEN)
    assert "cannot be heard" in talk(guide, dumb.aloud, number, "1")[2]
    assert "cannot be heard" not in talk(guide, well.aloud, number, "1")[2]


def test_the_page_is_read_until_the_reader_stops_it(guide: Guide) -> None:
    voice = Voice()
    number = number_of(talk(guide, voice.aloud)[0], LISTEN)
    said = talk(guide, voice.aloud, number, "1")
    assert "Reading aloud." in said[1]
    assert list(choices(said[1]).values()) == ["Stop listening"]
    assert voice.silent == 1
    assert LISTEN in choices(said[2]).values()
    page = guide.first.sections["see-your-gp"]
    assert voice.texts[0].startswith(page.title)


def test_help_is_one_choice_away_while_a_page_is_read(guide: Guide) -> None:
    voice = Voice()
    number = number_of(talk(guide, voice.aloud)[0], LISTEN)
    said = talk(guide, voice.aloud, number, "0")
    assert "999" in said[2]
    assert "116 123" in said[2]


def test_quitting_stops_reading_aloud(guide: Guide) -> None:
    voice = Voice()
    number = number_of(talk(guide, voice.aloud)[0], LISTEN)
    talk(guide, voice.aloud, number, "leave")
    assert voice.silent == 1
    talk(guide, voice.aloud, number)
    assert voice.silent == 2, "the end of input is leaving too"
