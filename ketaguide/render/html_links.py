"""Addresses in the pages for a browser: where each place of the guide stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ketaguide.model.guide import EASY, STANDARD, Variant

HOME = "index"
TAKE_AWAY = "take-away"
EASY_FOLDER = "easy"
RESERVED_SLUGS = ("index", "quiz", "glossary", "search", "sources", "about", TAKE_AWAY, "cover")
"""Names of pages that are not sections of the guide; no section may be called like one of them."""

_NOT_PLAIN = re.compile(r"[^a-z0-9-]+")


def slug(name: str) -> str:
    """An id as it may stand in an address: nothing in it can end an attribute or begin a scheme."""
    return _NOT_PLAIN.sub("-", name.lower()).strip("-") or "x"


def word_id(term_id: str) -> str:
    """Where a word is explained on a page."""
    return f"word-{slug(term_id)}"


def take_away(page: str, ids: Iterable[str], variant: Variant = STANDARD) -> str:
    """Where a page shows these questions: their ids stand after "#", which no browser sends to a server.

    `page` is the address of the standard page that `ketaguide site` writes; that of Easy Read stands in the folder beside it.
    """
    if variant == EASY and page.endswith(f"/{TAKE_AWAY}.html"):
        page = f"{page.removesuffix(f'{TAKE_AWAY}.html')}{EASY_FOLDER}/{TAKE_AWAY}.html"
    return f"{page}#{','.join(map(slug, ids))}"


@dataclass(frozen=True)
class Links:
    """Where places stand: in files of one folder for each variant, or all in one file."""

    variant: Variant
    one_file: bool = False

    @property
    def root(self) -> str:
        """From a page of this variant to the folder of the site."""
        return "../" if self.variant == EASY else ""

    def place(self, name: str) -> str:
        """A page of this variant."""
        return f"#{slug(name)}" if self.one_file else f"{slug(name)}.html"

    def evidence(self, section_id: str) -> str:
        """How we know what a page says."""
        return self.place("how-we-know" if self.one_file else f"{slug(section_id)}-how-we-know")

    def glossary(self, term_id: str) -> str:
        """A word in the glossary."""
        return f"#{word_id(term_id)}" if self.one_file else f"glossary.html#{word_id(term_id)}"

    def other(self, name: str) -> str:
        """The same page in the other variant."""
        return f"../{slug(name)}.html" if self.variant == EASY else f"{EASY_FOLDER}/{slug(name)}.html"

    def anchor(self, page: str, name: str) -> str:
        """The id of a place on a page, unlike any other in the file."""
        return f"{slug(page)}--{slug(name)}" if self.one_file else slug(name)
