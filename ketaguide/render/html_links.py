"""Addresses of pages and anchors in the web pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from ketaguide.model.prose import slug as slug

HOME = "index"
TAKE_AWAY = "take-away"
ABOUT = "about"
CHANGES = "changes"
FORMER_FOLDER = "easy"
"""The former folder of the short edition; its addresses are printed, bookmarked and linked."""
RESERVED_SLUGS = ("index", "quiz", "glossary", "search", "sources", "about", TAKE_AWAY, "cover", "offline", "404", CHANGES)
"""Names of pages that are not sections; no section may use one."""

_BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz"


def reading_path(minutes: int) -> str:
    """The page of a reading path."""
    return f"in-{minutes}-minutes"


def quiz_round(round_id: str) -> str:
    """The page of a round of the quiz."""
    return f"quiz-{slug(round_id)}"


def word_id(term_id: str) -> str:
    """The anchor id of a glossary term."""
    return f"word-{slug(term_id)}"


def take_away(page: str, ids: Iterable[str], folder: str = "") -> str:
    """The address of a takeaway page with these questions: ids follow "#", which browsers never send to a server.

    `page` is the address of the standard page that `ketaguide site` writes; that of another edition is in its folder beside it.
    """
    if folder and page.endswith(f"/{TAKE_AWAY}.html"):
        page = f"{page.removesuffix(f'{TAKE_AWAY}.html')}{folder}/{TAKE_AWAY}.html"
    return f"{page}#{','.join(map(slug, ids))}"


def picks(matters: Iterable[str], options: Iterable[str], asks: Iterable[str]) -> list[str]:
    """Ids of all that a reader picked, as the pages know them: page.js carries them after "#" from page to page."""
    return [*(f"matter-{name}" for name in matters), *(f"option-{name}" for name in options), *asks]


def take_away_short(page: str, ids: Iterable[str], folder: str = "") -> str:
    """The same with a mark for each id, which takeaway.js knows; a site's own page knows the ids alone."""
    return take_away(page, ids if not page.endswith(f"/{TAKE_AWAY}.html") else map(mark, map(slug, ids)), folder)


def mark(name: str) -> str:
    """Four letters or digits for an id: the last of its FNV-1a hash, in base 36. takeaway.js computes the same."""
    total = 0x811C9DC5
    for letter in name:
        total = (total ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return "".join(_BASE_36[total // 36**place % 36] for place in (3, 2, 1, 0))


@dataclass(frozen=True)
class Links:
    """Builds links for one edition: to files of its folder, or within one file."""

    folder: str = ""
    """The folder of the edition; empty at the top."""
    one_file: bool = False
    about: str = ""
    """The page of the guide on itself, which stands at the address of "about" and has all of it; empty if there is none."""
    base: str = ""
    """The path to its pages from one that stands elsewhere."""
    several: bool = False
    """True for a page with parts of several pages: each id has its page."""

    @property
    def root(self) -> str:
        """The relative path from a page of this edition to the site's root."""
        return "../" if self.folder else ""

    def place(self, name: str) -> str:
        """The address of a page in this edition."""
        name = ABOUT if name == self.about else name
        return f"#{slug(name)}" if self.one_file else f"{self.base}{slug(name)}.html"

    def evidence(self, section_id: str) -> str:
        """The address of a page's evidence."""
        return self.place("how-we-know" if self.one_file else f"{slug(section_id)}-how-we-know")

    def glossary(self, term_id: str) -> str:
        """The address of a glossary term."""
        return f"{'' if self.one_file else 'glossary.html'}#{word_id(term_id)}"

    def other(self, name: str, folder: str) -> str:
        """The address of the same page in the edition of another folder."""
        return f"{self.root}{folder and f'{folder}/'}{slug(name)}.html"

    def part(self, page: str, name: str) -> str:
        """The address of an element of a page."""
        return f"#{self.anchor(page, name)}" if self.one_file else f"{self.place(page)}#{slug(name)}"

    def anchor(self, page: str, name: str) -> str:
        """The id of an element of a page, unique in its file."""
        return f"{slug(page)}--{slug(name)}" if self.one_file or self.several else slug(name)


@dataclass(frozen=True)
class RootedLinks(Links):
    """Builds the links of a page that is shown at any address: from the root of the site, which worker.js fills in for "./"."""

    base: str = "./"

    @property
    def root(self) -> str:
        """The path to the site's root."""
        return self.base

    def other(self, name: str, folder: str) -> str:
        """The first page of the edition of another folder."""
        return f"{self.base}{folder and f'{folder}/'}{HOME}.html"
