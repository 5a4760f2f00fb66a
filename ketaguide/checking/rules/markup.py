"""No leftover markup.

A star, a bracket with an address, a tag or an entity that the reader would see as letters. Only `**strong**` and links
to a term, page or contact are markup in prose; titles, headings and names have none. Source: our standard.

Passes:
    en/sections/risks.yaml: {summary: ["**Strong** words and a [page](section:get-help)."]}

Fails:
    en/sections/risks.yaml: {title: "**Risks** of syrup", summary: ["See [the page] (section:risks) and <b>this</b>."]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding

ID = "markup"
LEVEL = "error"
_ANY = re.compile(r"[*_`\[\]<&\\#:]")
_MARKUP = re.compile(
    r"\*\*|(?<!\w)\*\w|\w\*(?!\w)|__|`|\]\s*\(|\[/?[a-z@][^\]]*\]|</?[a-z][^>]*>|&(?:[a-z]+|#\d+);|\\[\[\]*_nt]|^#+\s|\bterm:|\bsection:|\bcontact:"
)


def check(context: LintContext) -> Iterator[Finding]:
    """Markup that a reader would see."""
    for text in context.texts:
        if text.role == "picture" or text.place.file == "sources.yaml" or not _ANY.search(text.text):
            continue
        if left := _MARKUP.search(text.text):
            yield Finding(text.place, f"markup is left in the text: {left[0]!r}", _cure(left[0]))
        elif alone := _bracket(text.text):
            yield Finding(text.place, f"the square bracket {alone!r} has no partner", "write the other one too, or take it out")


def _bracket(text: str) -> str:
    """The square bracket that is alone in a text; empty if each has its partner."""
    opening, closing = text.count("["), text.count("]")
    return "[" if opening > closing else "]" if closing > opening else ""


def _cure(left: str) -> str:
    if left.startswith("]"):
        return "write a link as [words](term:id): no space between ] and (, and ) at its end"
    if left.startswith("*") or left.endswith("*"):
        return "write **strong words** with two stars at both ends and no space inside them, or remove the stars"
    return "remove it, or write **strong** or [words](term:id)"
