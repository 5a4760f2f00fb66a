"""Reading aloud with a program of the system: speech-dispatcher's spd-say, or else espeak-ng.

Looked for in fixed folders and started by absolute path, never through a shell; it is given words of the guide only.
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

from ketaguide.devices.children import POSSIBLE, Child, Ended
from ketaguide.endings import TO_END

FOLDERS = (Path("/usr/bin"), Path("/usr/local/bin"), Path("/bin"))
"""Where programs may come from. PATH is not asked: it can be anyone's."""
PACKAGE = "espeak-ng"
"""The package to install where there is no voice; so it is called in Debian and Ubuntu."""

_CALM = "150"
"""Words a minute: a little slower than espeak-ng's own 175."""
_BRITISH = ("-v", "en-gb", "-s", _CALM, "-b", "1")
_WAIT = 1
"""Seconds that speech-dispatcher has to fall silent."""
_FIRST, _EACH, _LETTER = 10, 1, 0.2
"""Seconds: to begin, for each text, for each of its letters; a third of the pace at which a calm voice speaks."""
_WRITE_FIRST, _WRITE_LETTER = 20, 0.002
"""The same for a sound file, which is written far faster than it is heard."""
_TURN = Lock()
"""Whose reader's turn it is: what silences one must not silence the next."""


class Voice(NamedTuple):
    """A program that speaks: how it is told what to say, and how to be silent where ending it is not enough."""

    program: str
    say: tuple[str, ...]
    mute: tuple[str, ...]
    """Options with which it does all that it does, and nobody hears it."""
    stop: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the program is called."""
        return Path(self.program).name

    def speak(self, text: str) -> Child:
        """Begin to say a text. OSError where the program cannot be started."""
        return Child([self.program, *self.say, text])

    def works(self) -> bool:
        """Say a word that nobody hears; whether that was done in time."""
        with suppress(OSError):
            return _said(Child([self.program, *self.mute, *self.say, "Test."]).result(longest(["Test."])))
        return False


_KNOWN = (
    Voice("spd-say", ("--wait", "--application-name", "ketaguide", "--language", "en-GB", "--"), ("-i", "-100"), ("--cancel",)),
    Voice("espeak-ng", (*_BRITISH, "--"), ("-a", "0")),
)


def voices(folders: Sequence[Path] = FOLDERS) -> list[Voice]:
    """The voices of this computer, the reader's own (speech-dispatcher) first."""
    found = []
    for voice in _KNOWN if POSSIBLE else ():
        paths = [path for folder in folders if os.access(path := folder / voice.program, os.X_OK)]
        found += [voice._replace(program=str(path)) for path in paths[:1]]
    return found


def longest(texts: Iterable[str]) -> float:
    """Seconds that it may take to say texts; a voice that takes longer is not speaking."""
    return _FIRST + sum(_EACH + _LETTER * len(text) for text in texts)


def _said(done: Ended | None) -> bool:
    """Whether it was said; espeak-ng ends well without a sound card."""
    return done is not None and not done.code and "\nerror:" not in f"\n{done.complaint}"


class Narrator:
    """Reads texts aloud, one after another, in a thread of its own, until told to stop. Use one for each reading."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        self._voices = list(voices)
        self._lock = RLock()  # a signal may ask for silence in the middle of asking for silence
        self._running: Child | None = None
        self._over = False
        self.stopped = False
        self.failed = False
        """Whether no voice could be heard."""

    def start(self, texts: Iterable[str], reached: Callable[[int], None] = lambda _: None) -> None:
        """Begin. `reached` is called from the thread with the number of each text, and with -1 when all is over."""
        Thread(target=self._read, args=(list(texts), reached), daemon=True).start()

    def stop(self) -> None:
        """Be silent at once; the thread tells speech-dispatcher too, so `wait` for it before the program ends."""
        with self._lock:
            self.stopped = True
            if self._running:
                self._running.kill()

    def wait(self, seconds: float = inf) -> None:
        """Wait until a reading that was started is over.

        No lock and no `Thread.join`: a signal's handler may wait in the middle of waiting.
        """
        give_up = monotonic() + seconds
        while not self._over and monotonic() < give_up:
            sleep(0.01)

    def end(self) -> None:
        """Be silent, and wait as long as that may take."""
        self.stop()
        self.wait(_WAIT)

    def _read(self, texts: list[str], reached: Callable[[int], None]) -> None:
        # The system may hand a signal to any thread that takes it, and the main one, which obeys it, would sleep on.
        signal.pthread_sigmask(signal.SIG_BLOCK, TO_END)
        with _TURN:
            for number, text in enumerate(texts):
                if self.stopped:
                    break
                reached(number)
                while not self.stopped and not self._say(text):
                    self._voices.pop(0)
                    if not self._voices:
                        self.failed = self.stopped = True
        self._over = True
        reached(-1)

    def _say(self, text: str) -> bool:
        """Say one text with the first voice; whether it could be heard."""
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
        return self.stopped or _said(done)


class Speaker:
    """The voices of this computer, for one reading after another."""

    def __init__(self) -> None:
        self._narrator: Narrator | None = None

    def begin(self, texts: Iterable[str]) -> Callable[[], bool] | None:
        """Begin to read texts aloud; None where there is no voice.

        Calling what is returned is silence, and says whether a voice could be heard.
        """
        if not (found := voices()):
            return None
        self._narrator = narrator = Narrator(found)
        narrator.start(texts)

        def stop() -> bool:
            narrator.end()
            return not narrator.failed

        return stop

    def stop(self) -> None:
        """Be silent, whatever is being read."""
        if self._narrator:
            self._narrator.end()


def write_wav(texts: Iterable[str], file: Path, folders: Sequence[Path] = FOLDERS) -> bool:
    """Write texts as spoken sound (16 bit, mono), whole or not at all; False where espeak-ng is missing or fails.

    OSError where the file cannot be written.
    """
    voice = next((voice for voice in voices(folders) if voice.name == PACKAGE), None)
    if voice is None:
        return False
    from ketaguide import atomic

    file = atomic.target(file)
    with atomic.aside(file) as folder:
        sound, words = folder.absolute() / "speech.wav", "\n\n".join(texts)
        writing = Child([voice.program, *_BRITISH, "--stdin", "-w", str(sound)], words.encode())
        done = writing.result(_WRITE_FIRST + _WRITE_LETTER * len(words))
        if done is None or done.code or not sound.exists():
            return False
        atomic.place(sound, file)
    return True
