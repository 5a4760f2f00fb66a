"""A person at a line-only terminal: the real program in a real pseudo-terminal, without an emulator."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from queue import SimpleQueue
from threading import Semaphore, Thread

import pexpect

from ketaguide.conversation import Console, converse
from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide
from ketaguide.session import Session
from tests.system.runs import KITCHEN_SINK
from tests.system.terminal import DEADLINE, Spawned
from tests.unit.scripted import PROMPT, choices

CARD = "Emergency: Call 999 or go to A&E now if:"


def flat(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


class Person:
    """Answers at prompts, typed by a person who reads what was said there."""

    output: str
    """All output so far."""

    def send(self, answer: str) -> None:
        """Type an answer and Enter."""
        raise NotImplementedError

    def read(self, prompt: str = PROMPT) -> str:
        """Read output up to the next prompt."""
        raise NotImplementedError

    def answer(self, answer: str, prompt: str = PROMPT) -> str:
        """Type an answer and Enter; returns the output up to the next prompt."""
        self.send(answer)
        return self.read(prompt)

    def choose(self, text: str, words: str) -> str:
        """Choose the option in `text`, or else listed by ?, whose label begins with `words`, here or under More."""
        offered = choices(text) or choices(self.answer("?"))
        for number, choice in offered.items():
            if choice.startswith(words):
                return self.answer(number)
        if any(choice.startswith("More: search") for choice in offered.values()):
            return self.choose(self.choose(text, "More: search"), words)
        raise AssertionError(f"no choice begins with {words!r} in:\n{text}")

    def listens(self) -> str:
        """Have the first page read aloud that can be."""
        page = self.choose(self.read(), "Read from the first page")
        while "Listen to this page" not in page:
            page = self.answer("1")
        return self.choose(page, "Listen to this page")

    def widest(self) -> int:
        """The columns of the widest line, without what was typed."""
        lines = (line.partition(PROMPT) for line in self.output.splitlines())
        return max(len(f"{before}{prompt}") for before, prompt, _ in lines)


class LineTerminal(Spawned, Person):
    """`ketaguide` with a line terminal of 40 columns; used as a context, which ends it."""

    def __init__(
        self,
        *args: str,
        content: Path | None = KITCHEN_SINK,
        term: str = "dumb",
        command: list[str] | None = None,
        env: dict[str, str] | None = None,
    ) -> None:
        super().__init__(command, args, content, (40, 24), term, env)
        self.output = ""

    def send(self, answer: str) -> None:
        """Type an answer and Enter."""
        self.child.sendline(answer)

    def read(self, prompt: str = PROMPT) -> str:
        """Read output up to the next prompt."""
        self.child.expect_exact(prompt)
        return self._take(prompt)

    def ends(self) -> str:
        """Read output until the program has ended."""
        self.child.expect(pexpect.EOF)
        said = self._take()
        self.child.close()
        return said

    def _take(self, prompt: str = "") -> str:
        said = self.child.before or ""
        self.output += said + prompt
        return said.replace("\r\n", "\n")


class Conversation(Person):
    """The same without a program and a terminal, which is quicker: for what depends on neither."""

    def __init__(self, guide: Guide, nation: Nation | None = None) -> None:
        self.output, self._said = "", StringIO()
        self._typed, self._asks = SimpleQueue[bytes](), Semaphore(0)
        console, session = Console(self, self._said, lambda: 40), Session(nation=nation)  # type: ignore[arg-type]
        self._thread = Thread(target=converse, args=(guide, session, console), daemon=True)
        self._thread.start()

    def leave(self) -> None:
        """End the input, and wait until the conversation has ended."""
        self._typed.put(b"")
        self._thread.join(DEADLINE)

    def readline(self, limit: int) -> bytes:
        """Called by the conversation for its next line."""
        self._asks.release()
        return self._typed.get()

    def send(self, answer: str) -> None:
        """Type an answer and Enter, which the terminal would echo."""
        self._said.write(f"{answer}\n")
        self._typed.put(f"{answer}\n".encode())

    def read(self, prompt: str = PROMPT) -> str:
        """Read output up to the next prompt."""
        assert self._asks.acquire(timeout=DEADLINE), f"it has ended: {self._said.getvalue()}"
        said = self._said.getvalue()
        self._said.seek(0)
        self._said.truncate()
        self.output += said
        assert said.endswith(prompt), said
        return said.removesuffix(prompt)


@contextmanager
def conversation(guide: Guide, nation: Nation | None = None) -> Iterator[Conversation]:
    """A conversation, its opening read; at the end no line was wider than 40 columns and nothing was an escape sequence."""
    terminal = Conversation(guide, nation)
    try:
        terminal.read()
        yield terminal
    finally:
        terminal.leave()
    assert terminal.widest() <= 40
    assert "\x1b" not in terminal.output
