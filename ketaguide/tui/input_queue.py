"""Queue of input for the app: merges repeated keys, separates pasted text from keys, puts help first.

Queued character keys that form a word are text, typed ahead or pasted: a line end or tab between two pieces becomes a space,
and outside an input field the text does nothing. A line end after a single piece is the Enter key, for a fast typist; after
several pieces, or within paste marks, it is dropped.
"""

import re
from collections import deque
from collections.abc import Iterable
from threading import Lock
from time import monotonic

from textual.events import Key, MouseMove, MouseScrollDown, MouseScrollUp, Paste
from textual.message import Message

from ketaguide.tui.keys import HELP_KEYS
from ketaguide.tui.textual_private import PASTE_END, PASTE_START

HELP_SECONDS = 0.2
"""Seconds a help key waits for earlier input; the rest is dropped, since help opens from anywhere."""
QUIET_SECONDS = 0.03
"""Seconds of silence that complete a word: a paste may arrive in pieces."""
PASTE_SECONDS = 0.2
"""Seconds of silence that end a paste without an end mark."""
MOST_WAITING = 1000
"""Limit of queued items; the oldest are dropped."""
MOST_REPEATS = 1000
AT_ONCE = 50
"""Repeats of one key sent together."""
LONGEST_TEXT = 10_000
"""Characters of one text; the rest is dropped."""
LONGEST_TYPED = 250
"""Characters handed over as keys; a longer text is handed over whole as a paste, in which words of distress are found."""

_WORD = re.compile(r"[^\W\d_]{2}")
_LINE_END = re.compile(r"[^\S ]+")
_TO_LAST_PIECE = re.compile(r"(\S *)\s*$", re.DOTALL)


class _Item:
    """A key or mouse event with its number of repeats; or text, as its keys. (A dataclass costs the start 3 ms.)"""

    def __init__(
        self, events: list[Message], *, is_text: bool = False, is_pasted: bool = False, times: int = 1, at: float = 0
    ) -> None:
        self.events, self.is_text, self.times = events, is_text, times
        self.is_pasted = is_pasted
        """True for text within paste marks."""
        self.is_open = is_text
        """True while further characters are appended to it."""
        self.at = at or monotonic()

    @property
    def text(self) -> str:
        return "".join(str(event.character) for event in self.events if isinstance(event, Key))

    @property
    def is_ready(self) -> bool:
        """True when it is complete."""
        if not self.is_open or not (self.is_pasted or _WORD.search(self.text)):
            return True
        return monotonic() - self.at > (PASTE_SECONDS if self.is_pasted else QUIET_SECONDS)


class InputQueue:
    """Filled by the driver's reading thread, emptied by the app."""

    def __init__(self) -> None:
        self._items: deque[_Item] = deque()
        self._lock = Lock()
        self._help_at: float | None = None
        """Time of the first queued help key."""

    def add(self, events: Iterable[Message]) -> bool:
        """Add the events of one read; True if there were any."""
        with self._lock:
            some = False
            for event in events:
                some = True
                self._add(event)
            while len(self._items) > MOST_WAITING:
                del self._items[_is_help(self._items[0])]
            return some

    def _add(self, event: Message) -> None:
        last = self._items[-1] if self._items else None
        key = event.key if isinstance(event, Key) else None
        if key in (PASTE_START, PASTE_END):
            self._close(last)
            if key == PASTE_START:
                self._items.append(_Item([], is_text=True, is_pasted=True))
        elif isinstance(event, Key) and _belongs(event, last):
            if last is None or not last.is_open:
                last = _Item([], is_text=True)
                self._items.append(last)
            if len(last.events) < LONGEST_TEXT:
                last.events.append(event)
            last.at = monotonic()
        elif last and _is_again(event, last):
            if isinstance(event, MouseMove):
                last.events = [event]
            else:
                last.times = min(last.times + 1, MOST_REPEATS)
        else:
            self._close(last)
            self._items.append(_Item([event]))
            if key in HELP_KEYS and self._help_at is None:
                self._help_at = monotonic()

    @staticmethod
    def _close(item: _Item | None) -> None:
        if item:
            item.is_open = False

    @property
    def help_is_late(self) -> bool:
        """True when a help key has waited for `HELP_SECONDS`."""
        return self._help_at is not None and monotonic() - self._help_at > HELP_SECONDS

    def clear(self) -> None:
        """Drop all items."""
        with self._lock:
            self._items.clear()
            self._help_at = None

    @property
    def has_items(self) -> bool:
        """True if the queue is not empty."""
        return bool(self._items)

    def take(self, *, in_field: bool) -> list[Message]:
        """Remove and return the next events, empty if none are complete; `in_field` is True if an input field has focus."""
        with self._lock:
            if self.help_is_late:
                while self._items and not _is_help(self._items[0]):
                    self._items.popleft()
            if not self._items or not self._items[0].is_ready:
                return []
            item = self._items.popleft()
            if item.is_text:
                return self._text(item, in_field=in_field)
            if _is_help(item):
                self._help_at = next((later.at for later in self._items if _is_help(later)), None)
            if item.times > AT_ONCE:
                self._items.appendleft(_Item(item.events, times=item.times - AT_ONCE, at=item.at))
            return item.events * min(item.times, AT_ONCE)

    def _text(self, item: _Item, *, in_field: bool) -> list[Message]:
        """Single keys if the text holds no word; in a field, the words; elsewhere their first letter, which has no binding."""
        keys = [event for event in item.events if isinstance(event, Key)]
        text = item.text
        if not item.is_pasted and not _WORD.search(text):
            first, *rest = keys
            self._items.extendleft(_Item([key]) for key in reversed(rest))
            return [first]
        if not in_field:
            return [*[key for key in keys if str(key.character).isalpha()][:1]]
        words = _TO_LAST_PIECE.sub(r"\1", text)
        if not item.is_pasted and not _LINE_END.search(words):
            self._items.extendleft(_Item([key]) for key in reversed(keys[len(words) :]))
        said = _LINE_END.sub(" ", words)
        return [_typed(character) for character in said] if len(said) <= LONGEST_TYPED else [Paste(said)]


def _belongs(event: Key, last: _Item | None) -> bool:
    """True if a key is part of a text: a printable character or, within a text, any space or line end."""
    character = event.character or ""
    within = last is not None and last.is_open
    return (character.isprintable() and character != "") or (within and character.isspace())


def _typed(character: str) -> Key:
    return Key("space" if character == " " else character, character)


def _is_again(event: Message, last: _Item) -> bool:
    """True for the key, step of the wheel or move of the mouse that came last."""
    was = None if last.is_text else last.events[0]
    if isinstance(event, Key):
        return isinstance(was, Key) and event.key == was.key
    return isinstance(event, MouseScrollDown | MouseScrollUp | MouseMove) and type(was) is type(event)


def _is_help(item: _Item) -> bool:
    return not item.is_text and isinstance(item.events[0], Key) and item.events[0].key in HELP_KEYS
