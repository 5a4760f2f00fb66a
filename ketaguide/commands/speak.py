"""`ketaguide read … --speak`: reads pages aloud, or writes a sound file."""

from collections.abc import Sequence
from pathlib import Path

from ketaguide import streams
from ketaguide.commands import stop_on_exit, writing
from ketaguide.devices import children, speech
from ketaguide.errors import DeviceError
from ketaguide.model.guide import Section
from ketaguide.render.spoken import section_speech
from ketaguide.resolve import crisis_card
from ketaguide.resolve.language import voice_of
from ketaguide.resolve.view import GuideView


def speak(view: GuideView, pages: Sequence[Section], out: str | None, *, how_we_know: bool, addresses: bool) -> None:
    """Print the crisis numbers and read pages aloud; with `out`, write the sound there instead."""
    streams.say("\n".join(crisis_card.short(view, streams.columns())))
    texts = [text for page in pages for text in section_speech(page, view, how_we_know=how_we_know, addresses=addresses)]
    if out:
        _write(view, pages, texts, out)
    else:
        _read(view, pages, texts)


def _read(view: GuideView, pages: Sequence[Section], texts: list[str]) -> None:
    """Read aloud until the end or an interrupt. DeviceError if there is no working voice."""
    words = view.interface.listen
    found = speech.in_language(speech.voices(), *voice_of(pages[0].id if pages else "", view))
    if not found:
        raise DeviceError(" ".join(words.no_voice).format(package=speech.PACKAGE))
    streams.eprint(words.reading_command.format(title=", ".join(page.title for page in pages)))
    narrator = speech.Narrator(found)
    with stop_on_exit(narrator.end):
        narrator.start(texts)
        narrator.wait()
    if narrator.failed:
        raise DeviceError(" ".join(words.not_heard))


def _write(view: GuideView, pages: Sequence[Section], texts: list[str], out: str) -> None:
    """Write the sound file. DeviceError without a voice, UsageError if the file cannot be written."""
    words, (_, voice) = view.interface.listen, voice_of(pages[0].id if pages else "", view)
    with writing("the sound", out), stop_on_exit(children.end_all):
        written = speech.write_wav(texts, Path(out), voice=voice)
    if not written:
        raise DeviceError(words.no_sound_file.format(package=speech.PACKAGE))
    streams.eprint(words.written.format(file=out))
