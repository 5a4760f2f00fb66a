"""Reading aloud with a program of the system: speech-dispatcher's spd-say, or else espeak-ng.

Looked for in fixed folders and started by absolute path, never through a shell; it is given words of the guide only.
"""

import os
import signal
import subprocess
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, RLock, Thread
from typing import NamedTuple

from ketaguide.endings import TO_END

FOLDERS = (Path("/usr/bin"), Path("/usr/local/bin"), Path("/bin"))
"""Where programs may come from. PATH is not asked: it can be anyone's."""
PACKAGE = "espeak-ng"
"""The package to install where there is no voice; so it is called in Debian and Ubuntu."""

_CALM = "150"
"""Words a minute: a little slower than espeak-ng's own 175."""
_BRITISH = ("-v", "en-gb", "-s", _CALM, "-b", "1")
_WAIT = 2
"""Seconds that speech-dispatcher has to fall silent."""


class Voice(NamedTuple):
    """A program that speaks: how it is told what to say, and how to be silent where ending it is not enough."""

    program: str
    say: tuple[str, ...]
    hush: tuple[str, ...] = ()


_KNOWN = (
    Voice("spd-say", ("--wait", "--application-name", "ketaguide", "--language", "en-GB", "--"), ("--cancel",)),
    Voice("espeak-ng", (*_BRITISH, "--")),
)


def voices(folders: Sequence[Path] = FOLDERS) -> list[Voice]:
    """The voices of this computer, the reader's own (speech-dispatcher) first."""
    found = []
    for voice in _KNOWN:
        paths = [path for folder in folders if os.access(path := folder / voice.program, os.X_OK)]
        found += [voice._replace(program=str(path)) for path in paths[:1]]
    return found


class Reader:
    """Reads texts aloud, one after another, in a thread of its own, until told to stop. Use one for each reading."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        self._voices = list(voices)
        self._lock = RLock()  # a signal may ask for silence in the middle of asking for silence
        self._running: subprocess.Popen[bytes] | None = None
        self._over = Event()
        self.stopped = False
        self.failed = False
        """Whether no voice could be heard."""

    def start(self, texts: Iterable[str], reached: Callable[[int], None] = lambda _: None) -> None:
        """Begin. `reached` is called from the thread with the number of each text, and with -1 when all is over."""
        Thread(target=self._read, args=(list(texts), reached), daemon=True).start()

    def stop(self) -> None:
        """Be silent at once."""
        with self._lock:
            was, self.stopped = self.stopped, True
            running = self._running
        if running is None:
            return
        running.kill()
        if not was and self._voices and (hush := self._voices[0].hush):
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run([self._voices[0].program, *hush], capture_output=True, timeout=_WAIT, check=False)

    def wait(self) -> None:
        """Wait until a reading that was started is over. An interrupted `Thread.join` would take it for over at once."""
        self._over.wait()

    def _read(self, texts: list[str], reached: Callable[[int], None]) -> None:
        # The system may hand a signal to any thread that takes it, and the main one, which obeys it, would sleep on.
        signal.pthread_sigmask(signal.SIG_BLOCK, TO_END)
        for number, text in enumerate(texts):
            if self.stopped:
                break
            reached(number)
            while not self.stopped and not self._say(text):
                self._voices.pop(0)
                if not self._voices:
                    self.failed = self.stopped = True
        self._over.set()
        reached(-1)

    def _say(self, text: str) -> bool:
        """Say one text with the first voice; whether it could be heard."""
        voice = self._voices[0]
        try:
            with self._lock:
                if self.stopped:
                    return True
                self._running = subprocess.Popen(
                    [voice.program, *voice.say, text],
                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
                )  # fmt: skip
            complaint = self._running.communicate()[1]
        except OSError:
            return False
        code, self._running = self._running.returncode, None
        return self.stopped or not (code or b"\nerror:" in b"\n" + complaint)  # espeak-ng ends well without a sound card


class Speaker:
    """The voices of this computer, for one reading after another."""

    def __init__(self) -> None:
        self._reader: Reader | None = None

    def begin(self, texts: Iterable[str]) -> Callable[[], bool] | None:
        """Begin to read texts aloud; None where there is no voice.

        Calling what is returned is silence, and says whether a voice could be heard.
        """
        if not (found := voices()):
            return None
        self._reader = reader = Reader(found)
        reader.start(texts)

        def hush() -> bool:
            reader.stop()
            return not reader.failed

        return hush

    def hush(self) -> None:
        """Be silent, whatever is being read."""
        if self._reader:
            self._reader.stop()


def write_wav(texts: Iterable[str], file: Path, folders: Sequence[Path] = FOLDERS) -> bool:
    """Write texts as spoken sound (16 bit, mono), whole or not at all; False where espeak-ng is missing or fails.

    OSError where the file cannot be written.
    """
    voice = next((voice for voice in voices(folders) if Path(voice.program).name == PACKAGE), None)
    if voice is None:
        return False
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(dir=file.parent, prefix=".") as aside:
        sound = Path(aside) / "speech.wav"
        command = [voice.program, *_BRITISH, "--stdin", "-w", str(sound)]
        spoken = subprocess.run(command, input="\n\n".join(texts).encode(), capture_output=True, check=False)
        if spoken.returncode or not sound.exists():
            return False
        sound.replace(file)
    return True
