"""The second guide keeps every rule, and says of its facts, sources and services what the shipped guide says."""

from collections.abc import Iterator

import msgspec

from ketaguide.checking import check_guide
from ketaguide.loading.reader import read_guide
from ketaguide.model.evidence import Claim
from ketaguide.model.guide import Guide
from tests.conftest import ECT


def test_it_keeps_every_rule_and_nobody_is_said_to_have_reviewed_it() -> None:
    loaded = read_guide(ECT)
    assert loaded.problems == ()
    assert loaded.guide is not None
    assert [str(found) for found in check_guide(loaded.guide, loaded.places) if found.level != "info"] == []
    assert not any(msgspec.structs.asdict(loaded.guide.meta.review).values())


def figures(claim: Claim) -> Iterator[tuple[object, ...]]:
    """Each figure of a claim, whichever group comes first."""
    for figure in claim.figures:
        yield figure.measure, figure.outcome, figure.when, figure.who, frozenset(figure.arms)


def test_each_fact_rests_on_the_same_sources_with_the_same_figures_dates_and_certainty(ect: Guide, shipped: Guide) -> None:
    for claim in ect.claims.values():
        model = shipped.claims[claim.id]
        assert claim.verified
        assert sorted(figures(claim), key=str) == sorted(figures(model), key=str), claim.id
        for field in ("sources", "as_of", "certainty", "nations", "funding", "volatility"):
            assert getattr(claim, field) == getattr(model, field), f"{claim.id}: {field}"


def test_services_and_sources_are_those_of_the_shipped_guide(ect: Guide, shipped: Guide) -> None:
    assert {one: shipped.contacts[one] for one in ect.contacts} == ect.contacts
    assert {one: shipped.sources[one] for one in ect.sources} == ect.sources
