"""Makes docs/safety/case-report.md from docs/safety/hazards.yaml: `python -m tests.safety_case`.

Severity, likelihood and rating are those of DCB0129's usual matrix, read in the hazard log that NHS England published for
UK Core FHIR (named in docs/safety/README.md); their meanings are told here in our own words.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
import yaml

ROOT = Path(__file__).parents[1]
HAZARDS = ROOT / "docs" / "safety" / "hazards.yaml"
REPORT = ROOT / "docs" / "safety" / "case-report.md"

Severity = Literal["minor", "significant", "considerable", "major", "catastrophic"]
Likelihood = Literal["very-low", "low", "medium", "high", "very-high"]
Owner = Literal["publisher", "site", "Trust", "clinical reviewer"]

SEVERITIES: dict[Severity, str] = {
    "minor": "one person is upset or put out, or slightly hurt and soon well",
    "significant": "one person is slightly hurt for longer or much distressed; or several as in minor",
    "considerable": "one person is badly hurt or very badly distressed and recovers; or several as in significant",
    "major": "one person dies or is changed for life; or several as in considerable",
    "catastrophic": "several people die or are changed for life",
}
LIKELIHOODS: dict[Likelihood, str] = {
    "very-low": "next to impossible",
    "low": "could happen, and nearly always will not",
    "medium": "possible",
    "high": "to be expected in most cases",
    "very-high": "certain, or almost",
}
MATRIX: dict[Likelihood, tuple[int, ...]] = {
    "very-high": (3, 4, 4, 5, 5),
    "high": (2, 3, 3, 4, 5),
    "medium": (2, 2, 3, 3, 4),
    "low": (1, 2, 2, 3, 4),
    "very-low": (1, 1, 2, 2, 3),
}
"""The rating of each likelihood, for each severity in turn."""
RATINGS = {
    1: "acceptable as it is",
    2: "acceptable where less would cost more than it is worth",
    3: "not wanted; acceptable only where it cannot be made less",
    4: "must be made less",
    5: "unacceptable",
}


class Risk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An estimate of how bad and how likely."""

    severity: Severity
    likelihood: Likelihood

    @property
    def rating(self) -> int:
        """1 (acceptable) to 5 (unacceptable)."""
        return MATRIX[self.likelihood][[*SEVERITIES].index(self.severity)]

    def __str__(self) -> str:
        return f"{self.rating} ({self.severity}, {self.likelihood.replace('-', ' ')})"


class Control(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure, and the tests that show it, the paper that describes it or the people who must do it."""

    does: str
    tests: tuple[str, ...] = ()
    paper: str = ""
    owner: Owner | None = None


class Hazard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A source of harm, with the risk before its controls and after them."""

    id: str
    hazard: str
    cause: str
    effect: str
    harmed: str
    before: Risk
    after: Risk
    controls: tuple[Control, ...]
    remains: str = ""


def hazards() -> tuple[Hazard, ...]:
    """Every hazard of the file."""
    written = yaml.safe_load(HAZARDS.read_text(encoding="utf-8"))
    return msgspec.convert(written["hazards"], tuple[Hazard, ...])


HEAD = """# Clinical safety case report

**Draft. No Clinical Safety Officer has signed.** None has been appointed. This is no claim of compliance with DCB0129 or with
anything else: severities and likelihoods are the developers' guesses, made without a clinician, a patient or a site.

This page is made from [hazards.yaml](hazards.yaml) by `python -m tests.safety_case`; change that file.
What the program is for, what it is not, and what a Clinical Safety Officer still has to do stand in [README.md](README.md).
"""


def report(found: tuple[Hazard, ...]) -> str:
    """The whole page."""
    return "\n".join(
        [HEAD, *_scale(), *_summary(found), *_handed_over(found), *(line for one in found for line in _hazard(one))]
    )


def _scale() -> Iterator[str]:
    yield "## How risk is rated\n"
    yield "| severity | meaning |\n|---|---|"
    yield from (f"| {name} | {words} |" for name, words in SEVERITIES.items())
    yield "\n| likelihood | meaning | " + " | ".join(SEVERITIES) + " |\n|---|---|" + "---|" * len(SEVERITIES)
    for name, row in MATRIX.items():
        yield f"| {name.replace('-', ' ')} | {LIKELIHOODS[name]} | " + " | ".join(map(str, row)) + " |"
    yield ""
    yield from (f"- **{rating}**: {words}." for rating, words in RATINGS.items())


def _summary(found: tuple[Hazard, ...]) -> Iterator[str]:
    before, after = (
        Counter(risk.rating for risk in risks) for risks in zip(*((one.before, one.after) for one in found), strict=True)
    )
    yield f"\n## Summary\n\n{len(found)} hazards.\n\n| rating | before controls | after controls |\n|---|---|---|"
    yield from (f"| {rating} | {before[rating]} | {after[rating]} |" for rating in RATINGS)
    worst = [one for one in found if one.after.rating >= 3]
    yield "\nRated 3 or more after controls, so for a Clinical Safety Officer to decide first:\n"
    yield from (f"- {one.id}: {one.hazard} {one.after}" for one in worst)


def _handed_over(found: tuple[Hazard, ...]) -> Iterator[str]:
    yield "\n## Controls that people must carry out\n"
    yield "No program can show these. Until somebody with a name does them, the risk may be the one before."
    for owner in ("publisher", "clinical reviewer", "site", "Trust"):
        yield f"\n**{owner[0].upper()}{owner[1:]}**\n"
        yield from (f"- {one.id}: {control.does}" for one in found for control in one.controls if control.owner == owner)


def _hazard(one: Hazard) -> Iterator[str]:
    yield f"\n## {one.id}: {one.hazard}\n"
    yield f"- Cause: {one.cause}\n- Effect: {one.effect}\n- Who is harmed: {one.harmed}"
    yield f"- Risk before: {one.before}; after: {one.after}"
    for control in one.controls:
        yield f"- Control: {control.does}"
        yield from (f"  - test: `{test}`" for test in control.tests)
        if control.paper:
            yield f"  - paper: [{control.paper}](../../{control.paper})"
        if control.owner:
            yield f"  - to be done by: {control.owner}"
    if one.remains:
        yield f"- What remains: {one.remains}"


if __name__ == "__main__":
    REPORT.write_text(report(hazards()) + "\n", encoding="utf-8")
