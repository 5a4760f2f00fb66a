"""Prose in YAML to spans: `**strong**` and links to a term, section or contact. Everything else is plain text."""

from functools import cache
from typing import Any, get_args

from ketaguide.model.prose import Prose, Scheme, Span

SCHEMES = tuple(scheme for scheme in get_args(Scheme) if scheme)


@cache
def _parser() -> Any:
    """CommonMark with nothing but emphasis and links; imported only where content has either."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False}).enable(["emphasis", "link"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def parse_prose(text: str) -> Prose:
    """The spans of a piece of prose. ValueError says what to change."""
    flat = " ".join(text.split())
    if not flat:
        raise ValueError("the text is empty; write it or remove the field")
    if "*" not in flat and "](" not in flat:
        return Prose((Span(flat),))
    spans: list[Span] = []
    strong, scheme, target = False, "", ""
    for token in _parser().parseInline(flat)[0].children or ():
        match token.type:
            case "text":
                if token.content:
                    spans.append(Span(token.content, strong, scheme, target))  # type: ignore[arg-type]
            case "strong_open" | "strong_close":
                strong = token.type == "strong_open"
            case "link_open":
                scheme, _, target = str(token.attrGet("href")).partition(":")
                if scheme not in SCHEMES or not target:
                    raise ValueError(
                        f"the link {token.attrGet('href')!r} is not one the guide can follow; use term:, section: or contact: and an id"
                    )
            case "link_close":
                scheme, target = "", ""
            case _:
                raise ValueError("only **strong** and [links](term:id) are allowed; remove the single * around the words")
    return Prose(tuple(spans))
