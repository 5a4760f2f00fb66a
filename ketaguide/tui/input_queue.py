"""Queue of input for the app: merges repeated keys, separates pasted text from keys, puts F1 first.

Keys that wait in a row and hold a word are text: whoever types ahead or pastes means words, so a line end or tab between two
pieces of them is a space, and outside a field to type in they do nothing. A line end after one piece is the key Enter, for
a person who types fast and presses it; after several pieces, or within paste marks, it is nothing.
"""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

from textual.events import Key, MouseMove, MouseScrollDown, MouseScrollUp
from textual.message import Message

from ketaguide.tui.keys import HELP
from ketaguide.tui.textual_private import PASTE_END, PASTE_START

HELP_SECONDS = 0.2
"""Seconds F1 waits for earlier input; the rest is dropped, since help opens from anywhere."""
QUIET_SECONDS = 0.03
"""A word is complete when nothing has followed for so long: a paste may come in pieces."""
PASTE_SECONDS = 0.2
"""A paste whose end mark does not come is ended by so long a silence."""
MOST_WAITING = 1000
"""Of what waits beyond this, the oldest is dropped."""
MOST_REPEATS = 1000
AT_ONCE = 50
"""Presses of one key handed over together."""
LONGEST_TEXT = 250
"""Characters of one text; a field takes fewer."""

_WORD = re.compile(r"[^\W\d_]{2}")
_LINE_END = re.compile(r"[^\S ]+")
_TO_LAST_PIECE = re.compile(r"(\S *)\s*$", re.DOTALL)


@dataclass(slots=True)
class _Item:
    """A key, press or movement with how often it came; or text, as its keys."""

    events: list[Message]
    is_text: bool = False
    is_pasted: bool = False
    """Whether it came within paste marks."""
    is_open: bool = False
    """Whether the next characters belong to it."""
    times: int = 1
    at: float = field(default_factory=monotonic)

    @property
    def text(self) -> str:
        return "".join(str(event.character) for event in self.events if isinstance(event, Key))

    @property
    def is_ready(self) -> bool:
        """Whether nothing more will join it."""
        if not self.is_open or not (self.is_pasted or _WORD.search(self.text)):
            return True
        return monotonic() - self.at > (PASTE_SECONDS if self.is_pasted else QUIET_SECONDS)


class InputQueue:
    """Filled by the thread that reads the terminal, emptied by the app."""

    def __init__(self) -> None:
        self._items: deque[_Item] = deque()
        self._lock = Lock()
        self._help_at: float | None = None
        """When the first F1 that waits was pressed."""

    def add(self, events: Iterable[Message]) -> bool:
        """Put in what was read at once; whether there was anything."""
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
                self._items.append(_Item([], is_text=True, is_pasted=True, is_open=True))
        elif isinstance(event, Key) and _belongs(event, last):
            if last is None or not last.is_open:
                last = _Item([], is_text=True, is_open=True)
                self._items.append(last)
            if len(last.events) < LONGEST_TEXT:
                last.events.append(event)
            last.at = monotonic()
        elif last and _repeats(event, last):
            last.times = min(last.times + 1, MOST_REPEATS)
        elif last and isinstance(event, MouseMove) and _is_move(last):
            last.events = [event]
        else:
            self._close(last)
            self._items.append(_Item([event]))
            if key == HELP and self._help_at is None:
                self._help_at = monotonic()

    @staticmethod
    def _close(item: _Item | None) -> None:
        if item:
            item.is_open = False

    @property
    def help_is_late(self) -> bool:
        """Whether F1 has waited long enough."""
        return self._help_at is not None and monotonic() - self._help_at > HELP_SECONDS

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._items.clear()
            self._help_at = None

    @property
    def waits(self) -> bool:
        """Whether anything is here."""
        return bool(self._items)

    def take(self, *, in_field: bool) -> list[Message]:
        """What is to be handed over next, all at once; `in_field`: whether text can be typed. Nothing yet where it is empty."""
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
        """Keys one by one where there is no word; words into a field; elsewhere their first letter, which presses nothing."""
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
        return [_typed(character) for character in _LINE_END.sub(" ", words)]


def _belongs(event: Key, last: _Item | None) -> bool:
    """Whether a key is part of a text: what can be read, and within one any space or line end."""
    character = event.character or ""
    within = last is not None and last.is_open
    return (character.isprintable() and character != "") or (within and character.isspace())


def _typed(character: str) -> Key:
    return Key("space" if character == " " else character, character)


def _repeats(event: Message, last: _Item) -> bool:
    if last.is_text or type(last.events[0]) is not type(event):
        return False
    was = last.events[0]
    if isinstance(event, Key) and isinstance(was, Key):
        return event.key == was.key
    return isinstance(event, MouseScrollDown | MouseScrollUp)


def _is_move(item: _Item) -> bool:
    return not item.is_text and isinstance(item.events[0], MouseMove)


def _is_help(item: _Item) -> bool:
    return not item.is_text and isinstance(item.events[0], Key) and item.events[0].key == HELP
