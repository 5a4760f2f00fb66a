"""Speech programs: finding, starting and stopping them, and cleaning up."""

import ast
import os
import wave
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from ketaguide.devices import children, speech
from tests.speaking import (
    ESPEAK,
    HANGS,
    calls,
    hanging,
    leaves_child,
    needs_espeak,
    outliving,
    running,
    silent_card,
    stand_in,
)  # fmt: skip

DEADLINE = 20


@pytest.fixture
def reached() -> Queue[int]:
    return Queue()


def narrate(folder: Path, *texts: str, reached: Callable[[int], None] = lambda _: None) -> speech.Narrator:
    """Start reading some texts with the voices of a folder."""
    reader = speech.Narrator(speech.voices([folder]))
    reader.start(texts, reached)
    return reader


def test_the_readers_own_voice_comes_before_espeak(tmp_path: Path) -> None:
    for name in ("espeak-ng", "spd-say"):
        stand_in(tmp_path, name)
    assert [Path(voice.program).name for voice in speech.voices([tmp_path])] == ["spd-say", "espeak-ng"]
    assert all(Path(voice.program).is_absolute() for voice in speech.voices([tmp_path]))


def test_a_program_on_the_path_but_elsewhere_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "spd-say")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert str(tmp_path) not in " ".join(voice.program for voice in speech.voices())


def test_texts_are_said_in_order_and_as_they_are(tmp_path: Path, reached: Queue[int]) -> None:
    stand_in(tmp_path, "espeak-ng")
    texts = ["First; rm -rf $HOME `id`", "-w /tmp/not-an-option", "Third: 'quoted' \"twice\""]
    reader = narrate(tmp_path, *texts, reached=reached.put)
    assert [reached.get(timeout=DEADLINE) for _ in range(4)] == [0, 1, 2, -1]
    assert [words[-1] for words in calls(tmp_path)] == texts
    assert not reader.failed


def test_stopping_ends_the_program_and_nothing_more_is_said(tmp_path: Path, reached: Queue[int]) -> None:
    program = stand_in(tmp_path, "espeak-ng", waits=True)
    reader = narrate(tmp_path, "one", "two", "three", reached=reached.put)
    assert reached.get(timeout=DEADLINE) == 0
    reader.stop()
    reader.wait()
    assert reached.get(timeout=DEADLINE) == -1
    assert running(program) == []
    assert len(calls(tmp_path)) <= 1


def test_stopping_also_cancels_speech_dispatcher(tmp_path: Path) -> None:
    program = stand_in(tmp_path, "spd-say", waits=True)
    began: Queue[int] = Queue()
    reader = speech.Narrator(speech.voices([tmp_path]))
    reader.start(["one"], began.put)
    began.get(timeout=DEADLINE)
    while not calls(tmp_path):
        pass
    reader.stop()
    reader.wait()
    assert calls(tmp_path)[-1] == ["--cancel"]
    assert running(program) == []


def test_where_one_voice_fails_the_next_is_used(tmp_path: Path) -> None:
    stand_in(tmp_path, "spd-say", fails=True)
    stand_in(tmp_path, "espeak-ng")
    reader = narrate(tmp_path, "one", "two")
    reader.wait()
    assert not reader.failed
    assert [words[-1] for words in calls(tmp_path)] == ["one", "one", "two"]


def test_failure_of_every_voice_is_reported(tmp_path: Path) -> None:
    stand_in(tmp_path, "espeak-ng", fails=True)
    reader = narrate(tmp_path, "one", "two")
    reader.wait()
    assert reader.failed


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the time limit of a voice to a second."""
    monkeypatch.setattr(speech, "_FIRST", 1)
    monkeypatch.setattr(speech, "_EACH", 0)
    monkeypatch.setattr(speech, "_LETTER", 0)


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("how", HANGS)
def test_a_voice_that_never_ends_gives_way_to_the_next(tmp_path: Path, reached: Queue[int], how: str) -> None:
    hanging(tmp_path, "spd-say", how)
    stand_in(tmp_path, "espeak-ng")
    reader = narrate(tmp_path, "one", "two", reached=reached.put)
    assert [reached.get(timeout=DEADLINE) for _ in range(3)] == [0, 1, -1]
    assert not reader.failed
    assert [words[-1] for words in calls(tmp_path)] == ["one", "two"]
    assert outliving(tmp_path) == []


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("how", HANGS)
def test_hanging_of_every_voice_is_reported(tmp_path: Path, reached: Queue[int], how: str) -> None:
    hanging(tmp_path, "spd-say", how)
    hanging(tmp_path, "espeak-ng", how)
    reader = narrate(tmp_path, "one", "two", reached=reached.put)
    assert [reached.get(timeout=DEADLINE) for _ in range(2)] == [0, -1]
    assert reader.failed
    assert outliving(tmp_path) == []


def test_a_voice_that_has_spoken_is_not_waited_for_when_it_leaves_a_program_behind(tmp_path: Path, reached: Queue[int]) -> None:
    leaves_child(tmp_path, "espeak-ng")
    reader = narrate(tmp_path, "one", "two", reached=reached.put)
    assert [reached.get(timeout=DEADLINE) for _ in range(3)] == [0, 1, -1]
    assert not reader.failed
    assert outliving(tmp_path) == []


@pytest.mark.usefixtures("soon")
def test_a_hanging_voice_fails_the_voice_check(tmp_path: Path) -> None:
    hanging(tmp_path, "spd-say", "deaf")
    stand_in(tmp_path, "espeak-ng")
    assert [voice.works() for voice in speech.voices([tmp_path])] == [False, True]
    assert "-a" in calls(tmp_path)[0], "the trial is muted"


def test_a_longer_text_may_take_longer() -> None:
    words = "word " * 150
    assert speech.longest([words]) > 2 * 60, "150 words are a minute of calm speech"
    assert speech.longest(["one", "two"]) < speech.longest([words]) < 4 * 60


def test_cancelling_one_reading_does_not_cancel_the_next(tmp_path: Path, reached: Queue[int]) -> None:
    stand_in(tmp_path, "spd-say", waits=True)
    first, second = (speech.Narrator(speech.voices([tmp_path])) for _ in range(2))
    first.start(["one"], reached.put)
    while not calls(tmp_path):
        pass
    first.stop()
    second.start(["two"], reached.put)
    while len(calls(tmp_path)) < 3:
        pass
    second.stop()
    second.wait()
    assert [words[-1] for words in calls(tmp_path)] == ["one", "--cancel", "two", "--cancel"]


def test_no_shell_is_started() -> None:
    source = Path(children.__file__).read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    started = [call for call in calls if ast.unparse(call.func) in ("subprocess.run", "subprocess.Popen")]
    assert len(started) == 1
    assert not any(keyword.arg == "shell" for call in started for keyword in call.keywords)
    assert all(isinstance(call.args[0], ast.List | ast.Name) for call in started)
    assert "os.system" not in source


@needs_espeak
def test_espeak_itself_speaks_until_it_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reached: Queue[int]) -> None:
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(silent_card(tmp_path)))
    reader = speech.Narrator([voice for voice in speech.voices() if voice.program.endswith("espeak-ng")])
    reader.start(["Nobody listens to this sound card, so this is never over."], reached.put)
    assert reached.get(timeout=DEADLINE) == 0
    while not running(ESPEAK) and not reader.failed:
        pass
    reader.stop()
    reader.wait()
    assert running(ESPEAK) == []


@needs_espeak
def test_espeak_without_a_sound_card_counts_as_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "none.conf"
    config.write_text("pcm.!default { type hw card 99 }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(config))
    monkeypatch.setenv("PULSE_SERVER", "none")
    reader = speech.Narrator([voice for voice in speech.voices() if voice.program.endswith("espeak-ng")])
    reader.start(["one", "two"])
    reader.wait()
    assert reader.failed


def seconds(file: Path) -> Iterator[float]:
    """Duration of a sound in seconds, and its peak level from 0 to 1."""
    with wave.open(str(file)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        assert sound.getframerate() >= 16_000
        yield sound.getnframes() / sound.getframerate()
        yield max(map(abs, array("h", sound.readframes(sound.getnframes())))) / 32768


@needs_espeak
def test_a_page_becomes_sound_and_a_longer_one_lasts_longer(tmp_path: Path) -> None:
    short, long = tmp_path / "short.wav", tmp_path / "long.wav"
    assert speech.write_wav(["Call nine nine nine."], short)
    assert speech.write_wav(["Call nine nine nine."] * 4, long)
    lasts, loud = seconds(short)
    assert lasts > 0.5
    assert loud > 0.1
    assert next(seconds(long)) > 2.5 * lasts
    assert sorted(tmp_path.iterdir()) == [long, short], "nothing is left beside the sound"


@pytest.mark.parametrize("how", HANGS)
def test_an_espeak_that_hangs_writes_no_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setattr(speech, "_WRITE_FIRST", 1)
    monkeypatch.setattr(speech, "_WRITE_LETTER", 0)
    programs, out = tmp_path / "programs", tmp_path / "out"
    programs.mkdir()
    out.mkdir()
    hanging(programs, "espeak-ng", how)
    assert not speech.write_wav(["words " * 20_000], out / "page.wav", [programs])
    assert list(out.iterdir()) == []
    assert outliving(programs) == []


def test_without_espeak_no_sound_is_written(tmp_path: Path) -> None:
    assert not speech.write_wav(["words"], tmp_path / "page.wav", [tmp_path])
    assert list(tmp_path.iterdir()) == []
