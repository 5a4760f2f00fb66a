"""Pages as Chromium prints them, on A4."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple
from unicodedata import normalize

import pypdf
from playwright.sync_api import Page


class Sheet(NamedTuple):
    """One printed sheet: its words, and how much of its height lies below the last of them (0 to 1)."""

    text: str
    empty: float

    @property
    def squeezed(self) -> str:
        """The words without spaces, which a line's end may take or give."""
        return self.text.replace(" ", "")


def printed(page: Page) -> list[Sheet]:
    """The sheets of an open page."""
    return list(_sheets(page.pdf(format="A4", prefer_css_page_size=True)))


def count(page: Page) -> int:
    """The number of sheets of an open page."""
    return len(pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages)


def _sheets(paper: bytes) -> Iterator[Sheet]:
    for sheet in pypdf.PdfReader(io.BytesIO(paper)).pages:
        heights: list[float] = []

        def note(text: str, now: Any, at: Any, *_: Any, heights: list[float] = heights) -> None:
            if text.strip():
                heights.append(float(at[4] * now[1] + at[5] * now[3] + now[5]))

        text = sheet.extract_text(visitor_text=note)
        words = " ".join(normalize("NFKC", text).split())  # which takes ligatures apart
        yield Sheet(words, min(heights) / float(sheet.mediabox.height))
