"""Search finds a right title among the first three for most of the readers' own words."""

from pathlib import Path

import pytest

from benchmarks.search import Answer, Query, answers, mean_reciprocal_rank, read_queries, readers, share
from ketaguide.model.guide import Guide
from ketaguide.search import Finder

LISTS = Path(__file__).parents[2] / "benchmarks"


def test_what_readers_type_is_answered_among_the_first_three_in_every_edition_and_nation(
    shipped: Guide, finder: Finder
) -> None:
    lists = ((read_queries(LISTS / "lay-queries.tsv"), 0.95), (read_queries(LISTS / "own-queries.tsv"), 0.9))
    for edition_id, nation in readers(shipped):
        for queries, least in lists if nation is None else lists[:1]:
            given = answers(finder, queries, edition_id, nation)
            missed = [(answer.query.typed, answer.titles[:3]) for answer in given if not answer.is_hit]
            assert share(given) >= least, (edition_id, nation, missed)


def test_the_figures_are_those_of_a_list_counted_by_hand(tmp_path: Path) -> None:
    (tmp_path / "list.tsv").write_text("# a remark\none\tA|B\ntwo\tb\nthree\tc\n", "utf-8")
    one, two, three = read_queries(tmp_path / "list.tsv")
    given = [Answer(one, names, names) for names in [("x", "B", "A")]]
    given += [Answer(two, ("x", "y", "z", "B"), ("x", "y", "z", "B")), Answer(three, (), ())]
    assert [share(given), mean_reciprocal_rank(given)] == pytest.approx([1 / 3, (1 / 2 + 1 / 4) / 3])
    assert isinstance(one, Query)


def test_every_page_found_shows_a_sentence(finder: Finder) -> None:
    for query in read_queries(LISTS / "own-queries.tsv"):
        for found in finder.find(query.typed, "en", None).found:
            assert found.kind != "section" or found.snippet, f"{query.typed}: {found.title}, {found.heading}"
