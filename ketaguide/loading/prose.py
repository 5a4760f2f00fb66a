"""Parses prose into spans: `**strong**`, links to a term, contact or section (`section:id#a-heading`); all else is plain."""

import re
from functools import cache
from typing import Any, cast, get_args

from ketaguide.model.prose import Prose, Scheme, Span

SCHEMES: tuple[str, ...] = tuple(scheme for scheme in get_args(Scheme) if scheme)

LONGEST = 5_000
"""Limit in characters of one text; parsing nested brackets takes quadratic time."""


class ProseError(ValueError):
    """Invalid prose, with a message and advice."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}; {hint}")
        self.message, self.hint = message, hint


@cache
def _parser() -> Any:
    """A CommonMark parser with emphasis and links only; imported only when content uses either."""
    from markdown_it import MarkdownIt

    parser: Any = MarkdownIt("zero", {"html": False}).enable(["emphasis", "link"])
    parser.validateLink = lambda url: True
    parser.normalizeLink = lambda url: url
    return parser


def parse_prose(text: str) -> Prose:
    """Parse prose into spans; raises ProseError."""
    flat = " ".join(text.split())
    if not flat:
        raise ProseError("the text is empty", "write it, or remove the field")
    if len(flat) > LONGEST:
        raise ProseError(f"the text is longer than {LONGEST:,} characters", "make several paragraphs of it")
    if "*" not in flat and "](" not in flat:
        return Prose((Span(flat),))
    if (simple := _simple(flat)) is not None:
        return Prose(simple)
    return Prose(tuple(_spans(_parser().parseInline(flat)[0].children or ())))


_PIECE = re.compile(
    r"\[([^\[\]*_\\]+)\]\((term|section|contact):([a-z0-9-]+)(?:#([a-z0-9-]+))?\)"
    r"|((?<![^\s(])\*\*(?=[^\s*]))|(?<!\s)\*\*(?![^\s.,:;)])"
)
"""A whole link, the begin of strong words, or their end."""
_MARK = re.compile(r"[\[\]*_\\\0]")


def _simple(flat: str) -> tuple[Span, ...] | None:
    """The spans of a text whose links and strong words are whole and stand apart, as the parser finds them; else None."""
    spans: list[Span] = []
    at, strong = 0, False
    for match in _PIECE.finditer(flat):
        words, scheme, target, place, begins = match.groups("")
        if (place and scheme != "section") or (not words and strong == bool(begins)):
            return None
        if before := flat[at : match.start()]:
            spans.append(Span(before, strong))
        if words:
            spans.append(Span(words, strong, cast(Scheme, scheme), target, place))
        else:
            strong = not strong
        at = match.end()
    if rest := flat[at:]:
        spans.append(Span(rest))
    return None if strong or any(_MARK.search(span.text) for span in spans) else tuple(spans)


_Link = tuple[Scheme, str, str]
"""(scheme, target, place)."""
_NO_LINK: _Link = ("", "", "")


def _spans(tokens: Any) -> list[Span]:
    spans: list[Span] = []
    strong, link, opened = False, _NO_LINK, 0
    for token in tokens:
        match token.type:
            case "text":
                if token.content:
                    spans.append(Span(token.content, strong, *link))
            case "strong_open" | "strong_close":
                strong = token.type == "strong_open"
            case "link_open":
                link, opened = _link(token), len(spans)
            case "link_close":
                if len(spans) == opened:
                    raise ProseError(f"the link to {link[1]!r} has no words", "write them between the square brackets")
                link = _NO_LINK
            case _:
                raise ProseError(
                    "only **strong** and [links](term:id) are allowed",
                    "write ** at both ends of the words, or remove the single *",
                )
    return spans


def _link(token: Any) -> _Link:
    href = str(token.attrGet("href"))
    scheme, _, target = href.partition(":")
    if scheme not in SCHEMES or not target or token.attrGet("title") is not None:
        if scheme in ("http", "https", "mailto", "tel") or href.startswith("www."):
            hint = "write [words](contact:id); addresses and numbers stand in contacts.yaml, publications in sources.yaml"
            raise ProseError(f"the link {href!r} leads out of the guide", hint)
        ways = ", ".join(f"[words]({scheme}:id)" for scheme in SCHEMES)
        raise ProseError(f"the link {href!r} is not one the guide can follow", f"write one of {ways}")
    page, _, place = target.partition("#")
    return ("section", page, place) if scheme == "section" else (cast(Scheme, scheme), target, "")
