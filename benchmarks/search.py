"""Search benchmark: `python -m benchmarks.search FILE.tsv`.

Each line of the file holds a query, a tab, and a regular expression that a title among the first three results must match.
In another edition a question or page is also known by its title in the standard one, which the lists name.
Prints the share of queries with such a title and the mean reciprocal rank, for every edition and nation, then the misses.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ketaguide.loading.reader import read_guide
from ketaguide.model.block import Faq
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.render import search_text
from ketaguide.resolve.view import GuideView
from ketaguide.search import Finder

FIRST = 3
"""A right title must be among so many results."""


class Query(NamedTuple):
    """A query, and what a right title looks like."""

    typed: str
    right: re.Pattern[str]


class Answer(NamedTuple):
    """The results of a query, best first."""

    query: Query
    titles: tuple[str, ...]
    names: tuple[str, ...]
    """The titles, each with the standard edition's."""

    @property
    def rank(self) -> int:
        """Rank of the first right title, from 1; 0 if there is none."""
        return next((rank for rank, title in enumerate(self.names, 1) if self.query.right.search(title)), 0)

    @property
    def is_hit(self) -> bool:
        """True when a right title is among the first."""
        return 0 < self.rank <= FIRST


def read_queries(path: Path) -> list[Query]:
    """Read a list of queries; lines that begin with # are comments."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [Query(typed, re.compile(right, re.IGNORECASE | re.MULTILINE)) for typed, right in rows]


def answers(finder: Finder, queries: list[Query], edition_id: EditionId, nation: Nation | None) -> list[Answer]:
    """Search for every query as one reader would."""
    labels, standard = GuideView(finder.guide, edition_id, nation).labels, standard_titles(finder.guide)
    given = []
    for query in queries:
        found = finder.find(query.typed, edition_id, nation).found
        titles = tuple(search_text.title(result, labels) for result in found)
        names = (f"{title}\n{standard.get(result.id, '')}" for title, result in zip(titles, found, strict=True))
        given.append(Answer(query, titles, tuple(names)))
    return given


def standard_titles(guide: Guide) -> dict[str, str]:
    """Title in the standard edition by the id of a page or question."""
    pages = guide.first.sections.values()
    questions = {block.id: block.question for page in pages for block in page.blocks if isinstance(block, Faq)}
    return {page.id: page.title for page in pages} | questions


def share(given: list[Answer]) -> float:
    """Share of the queries with a right title among the first results."""
    return sum(answer.is_hit for answer in given) / len(given)


def mean_reciprocal_rank(given: list[Answer]) -> float:
    """Mean of 1/rank of the first right title; 0 where there is none."""
    return sum(1 / answer.rank for answer in given if answer.rank) / len(given)


def readers(guide: Guide) -> Iterator[tuple[EditionId, Nation | None]]:
    """Yield every edition with no nation and with each."""
    for edition_id in guide.editions:
        for nation in (None, *guide.profile.ids):
            yield edition_id, nation


def main(path: Path) -> None:
    """Print the figures, then the misses and what was found instead."""
    guide = read_guide(content_dir()).guide
    assert guide is not None
    queries, finder = read_queries(path), Finder(guide)
    missed: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    print(f"{len(queries)} queries of {path.name}. Right title among the first {FIRST}; mean reciprocal rank")
    for edition_id, nation in readers(guide):
        given, who = answers(finder, queries, edition_id, nation), f"{edition_id} {nation or 'no nation'}"
        print(f"{who:28}{sum(answer.is_hit for answer in given):4} = {share(given):.3f}  {mean_reciprocal_rank(given):.3f}")
        for answer in given:
            if not answer.is_hit:
                missed[answer.query.typed, answer.titles[:FIRST]].append(who)
    for (typed, titles), who_missed in sorted(missed.items()):
        print(f"\nMissed: {typed} ({', '.join(who_missed)})\n  found: {' | '.join(titles) or 'nothing'}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m benchmarks.search FILE.tsv")
    main(Path(sys.argv[1]))
