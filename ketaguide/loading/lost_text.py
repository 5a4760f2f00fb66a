"""Text that YAML drops or joins in silence: notes after text, and lines that are indented too deep."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

import yaml

from ketaguide.loading.problem import Advice

_NOTE = re.compile(r"^[ ]*+[^\s#][^\n]*?[ \t]#|^([ ]*+)[^\s#][^\n]*+(?<!:)\n(?:[ ]*+\n)*+\1[ ]+#", re.M)
_DEEP_DASH = re.compile(r"^([ ]*+)[^\s#][^\n]*+(?<!:)\n\1[ ]+- ", re.M)
"""Quick searches; what they find is looked at again beside the tokens, which know quotes and block text."""

MOST_LOST = 100
"""Limit of reported places of each kind in a file."""
_MOST_TOKENS = 200_000
"""Limit of tokens that are read, about 100 MB; the rest of such a file is not looked at."""
_ON_ITS_OWN = "a note of your own goes on a line of its own"
_DASH = re.compile(r"^ *- ")


def lost_text(text: str) -> list[Advice]:
    """Find every place where a text loses words, or swallows a line, without an error of YAML."""
    noted = (" #" in text or "\t#" in text) and _NOTE.search(text)
    if not noted and not _DEEP_DASH.search(text):
        return []
    tokens, end = read_tokens(text)
    return sorted([*islice(_notes(text, tokens, end), MOST_LOST), *islice(_swallowed(text, tokens), MOST_LOST)])


def read_tokens(text: str) -> tuple[list[Any], int]:
    """The tokens of a text as far as they can be read, and the index where that ends."""
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    tokens: list[Any] = []
    try:
        while len(tokens) < _MOST_TOKENS and loader.check_token():
            tokens.append(loader.get_token())
        return tokens, len(text) if len(tokens) < _MOST_TOKENS else tokens[-1].end_mark.index
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark if "quoted" in (error.context or "") else error.problem_mark
        return tokens, mark.index if mark else 0
    except yaml.YAMLError:
        return tokens, tokens[-1].end_mark.index if tokens else 0
    finally:
        loader.dispose()


def _notes(text: str, tokens: list[Any], end: int) -> Iterator[Advice]:
    """Yield every # that follows something on its line and would end it."""
    kept = [_kept(text, token) for token in tokens if type(token) is yaml.ScalarToken and not token.plain]
    visible = [token for token in tokens if token.end_mark.index > token.start_mark.index]
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        for match in re.finditer(r"(?<=[ \t])#|^#", line):
            at = start + match.start()
            if at >= end:
                return
            nearest = bisect_right(kept, (at, len(text))) - 1
            if nearest >= 0 and at < kept[nearest][1]:
                continue
            if line[: match.start()].strip():
                message = f"{shortened(line[match.start() :])!r} is left out, because # after a space starts a note"
                yield Advice(number, match.start() + 1, message, _cure(visible, at))
            break
        start += len(line) + 1


def _kept(text: str, token: Any) -> tuple[int, int]:
    """The range of a quoted or block text in which # is a character; not the line of > or |."""
    start = token.start_mark.index
    return (text.find("\n", start) if token.style in "|>" else start), token.end_mark.index


def shortened(words: str) -> str:
    """Words as a message quotes them: at most 30 characters."""
    return words if len(words) <= 30 else f"{words[:28].rstrip()} …"


def _cure(tokens: list[Any], at: int) -> str:
    before = bisect_left(tokens, at, key=lambda token: int(token.start_mark.index))
    last = tokens[before - 1] if before else None
    if type(last) is not yaml.ScalarToken or last.style in ("|", ">"):
        return _ON_ITS_OWN
    return f"put {'quotes around the whole text' if last.plain else 'it inside the quotes'} if readers need it; {_ON_ITS_OWN}"


def _swallowed(text: str, tokens: list[Any]) -> Iterator[Advice]:
    """Yield lines that a plain text takes in, or that end it, because they are indented deeper than its field."""
    lines = text.split("\n")
    open_: list[tuple[int, int]] = []  # the columns of what a list or mapping holds, and of its dashes or -1
    for token, after in pairwise(tokens):
        kind = type(token)
        if kind in (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken):
            column = token.start_mark.column
            open_.append((column, column if kind is yaml.BlockSequenceStartToken else -1))
        elif kind in (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken):
            open_.append((len(text), -1))  # lines inside brackets may be indented as one likes
        elif kind in (yaml.BlockEndToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken):
            open_.pop()
        elif kind is yaml.ScalarToken and token.plain and type(after) is not yaml.ValueToken and open_:
            yield from _deep(lines, token, *open_[-1])


def _deep(lines: list[str], token: Any, indent: int, dash: int) -> Iterator[Advice]:
    first, last = token.start_mark.line, token.end_mark.line
    whole = f"put quotes around the whole text, which starts on line {first + 1}"
    for at in range(first + 1, last + 1):
        if match := _DASH.match(lines[at]):
            message = f"{shortened(lines[at].strip())!r} becomes part of the text above, because it is indented deeper"
            hint = f"start its dash in column {dash + 1}, straight below the dash above" if dash >= 0 else whole
            yield Advice(at + 1, match.end() - 1, message, hint)
    following = next((at for at in range(last + 1, len(lines)) if lines[at].strip()), None)
    if following is not None and (words := lines[following].lstrip(" ")).startswith("#"):
        column = len(lines[following]) - len(words)
        if column > indent:
            message = f"{shortened(words)!r} is left out, because a line that starts with # is a note"
            yield Advice(following + 1, column + 1, message, f"{whole}; or start your note in column {indent + 1}")
