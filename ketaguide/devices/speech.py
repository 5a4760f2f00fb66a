"""Reads aloud with a system program: speech-dispatcher's spd-say, or else espeak-ng.

Programs are found in fixed folders and started by absolute path, without a shell, with text of the guide only.
"""

import os
import signal
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from math import inf
from pathlib import Path
from threading import Lock, RLock, Thread
from time import monotonic, sleep
from typing import NamedTuple

from ketaguide.devices.children import IS_SUPPORTED, Child, Outcome
from ketaguide.signals import END_SIGNALS

FOLDERS = (Path("/usr/bin"), Path("/usr/local/bin"), Path("/bin"))
"""Folders of programs; PATH is ignored, since anyone may have set it."""
PACKAGE = "espeak-ng"
"""Debian and Ubuntu package that provides a voice."""

_CALM = "150"
"""Words a minute: a little slower than espeak-ng's own 175."""
_LANGUAGE, _VOICE = "en-GB", "en-gb"
_WAIT = 1
"""Seconds to wait for speech-dispatcher to cancel."""
_FIRST, _EACH, _LETTER = 10, 1, 0.2
"""Time limit in seconds: to start, for each text, for each character; a third of the pace of a calm voice."""
_WRITE_FIRST, _WRITE_LETTER = 20, 0.002
"""Time limit in seconds for a sound file: to start, for each character; writing is much faster than speaking."""
_TURN = Lock()
"""Serializes readings: cancelling one must not cancel the next."""


class Voice(NamedTuple):
    """A speech program and its options to speak, and to cancel if killing it is not enough."""

    program: str
    say: tuple[str, ...]
    mute: tuple[str, ...]
    """Options that mute it."""
    stop: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """File name of the program."""
        return Path(self.program).name

    def speak(self, text: str) -> Child:
        """Start speaking a text. OSError if the program cannot be started."""
        return Child([self.program, *self.say, text])

    def works(self) -> bool:
        """Speak a muted word; True on success in time."""
        with suppress(OSError):
            return _succeeded(Child([self.program, *self.mute, *self.say, "Test."]).result(longest(["Test."])))
        return False


def _espeak(voice: str) -> tuple[str, ...]:
    return ("-v", voice, "-s", _CALM, "-b", "1")


_KNOWN = (
    Voice(
        "spd-say", ("--wait", "--application-name", "ketaguide", "--language", _LANGUAGE, "--"), ("-i", "-100"), ("--cancel",)
    ),
    Voice("espeak-ng", (*_espeak(_VOICE), "--"), ("-a", "0")),
)


def voices(folders: Sequence[Path] = FOLDERS) -> list[Voice]:
    """Return the installed voices, the reader's own (speech-dispatcher) first."""
    found = []
    for voice in _KNOWN if IS_SUPPORTED else ():
        paths = [path for folder in folders if os.access(path := folder / voice.program, os.X_OK)]
        found += [voice._replace(program=str(path)) for path in paths[:1]]
    return found


def in_language(found: Iterable[Voice], language: str, voice: str) -> list[Voice]:
    """Return voices that speak a language: a BCP 47 tag for speech-dispatcher, a voice of espeak-ng."""
    instead = {_LANGUAGE: language, _VOICE: voice}
    return [one._replace(say=tuple(instead.get(option, option) for option in one.say)) for one in found]


def longest(texts: Iterable[str]) -> float:
    """Return the time limit in seconds for speaking texts; a slower voice counts as hung."""
    return _FIRST + sum(_EACH + _LETTER * len(text) for text in texts)


def _succeeded(done: Outcome | None) -> bool:
    """True when speaking succeeded; espeak-ng exits with 0 even without a sound card."""
    return done is not None and not done.code and "\nerror:" not in f"\n{done.complaint}"


class Narrator:
    """Reads texts aloud in order, in its own thread, until `stop`. Use one for each reading."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        self._voices = list(voices)
        self._lock = RLock()  # a signal handler may call `stop` inside `stop`
        self._running: Child | None = None
        self._finished = False
        self.stopped = False
        self.failed = False
        """True when every voice has failed."""

    def start(self, texts: Iterable[str], reached: Callable[[int], None] = lambda _: None) -> None:
        """Start. The thread calls `reached` with the index of each text, and with -1 at the end."""
        Thread(target=self._read, args=(list(texts), reached), daemon=True).start()

    def stop(self) -> None:
        """Stop at once; the thread also cancels speech-dispatcher, so `wait` for it before the program exits."""
        with self._lock:
            self.stopped = True
            if self._running:
                self._running.kill()

    def wait(self, seconds: float = inf) -> None:
        """Wait until a started reading has ended, or for `seconds`.

        Uses no lock and no `Thread.join`: a signal handler may call `wait` inside `wait`.
        """
        deadline = monotonic() + seconds
        while not self._finished and monotonic() < deadline:
            sleep(0.01)

    def end(self) -> None:
        """Stop, and wait for the thread for at most a second."""
        self.stop()
        self.wait(_WAIT)

    def _read(self, texts: list[str], reached: Callable[[int], None]) -> None:
        # The system may deliver a signal to any thread; from this one it would not wake the main thread, which handles it.
        signal.pthread_sigmask(signal.SIG_BLOCK, END_SIGNALS)
        with _TURN:
            for number, text in enumerate(texts):
                if self.stopped:
                    break
                reached(number)
                while not self.stopped and not self._say(text):
                    self._voices.pop(0)
                    if not self._voices:
                        self.failed = self.stopped = True
        self._finished = True
        reached(-1)

    def _say(self, text: str) -> bool:
        """Speak one text with the first voice; False if the voice failed."""
        voice = self._voices[0]
        try:
            with self._lock:
                if self.stopped:
                    return True
                self._running = voice.speak(text)
            done = self._running.result(longest([text]))
        except OSError:
            return False
        self._running = None
        if voice.stop and (done is None or self.stopped):
            with suppress(OSError):
                Child([voice.program, *voice.stop]).result(_WAIT)
        return self.stopped or _succeeded(done)


class Speaker:
    """Installed voices, for one reading after another."""

    def __init__(self) -> None:
        self._narrator: Narrator | None = None

    def begin(self, texts: Iterable[str], language: str = _LANGUAGE, voice: str = _VOICE) -> Callable[[], bool] | None:
        """Start reading texts aloud in a language, as in `in_language`; None without a voice.

        Returns a function that stops it, and returns False if every voice failed.
        """
        if not (found := voices()):
            return None
        self._narrator = narrator = Narrator(in_language(found, language, voice))
        narrator.start(texts)

        def stop() -> bool:
            narrator.end()
            return not narrator.failed

        return stop

    def stop(self) -> None:
        """Stop the current reading, if any."""
        if self._narrator:
            self._narrator.end()


def write_wav(texts: Iterable[str], file: Path, folders: Sequence[Path] = FOLDERS, *, voice: str = _VOICE) -> bool:
    """Write texts as a sound file (16 bit, mono) atomically, in a voice of espeak-ng; False if espeak-ng is missing or fails.

    OSError if the file cannot be written.
    """
    program = next((one.program for one in voices(folders) if one.name == PACKAGE), None)
    if program is None:
        return False
    from ketaguide import atomic

    file = atomic.target(file)
    with atomic.temporary_folder(file) as folder:
        sound, words = folder.absolute() / "speech.wav", "\n\n".join(texts)
        writing = Child([program, *_espeak(voice), "--stdin", "-w", str(sound)], words.encode())
        done = writing.result(_WRITE_FIRST + _WRITE_LETTER * len(words))
        if done is None or done.code or not sound.exists():
            return False
        atomic.put_in_place(sound, file)
    return True
