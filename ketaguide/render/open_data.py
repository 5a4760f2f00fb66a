"""The guide's claims as open data, so that others can check and reuse them: evidence.json and evidence.csv."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

import msgspec

from ketaguide import __version__
from ketaguide.model.evidence import Arm, Claim, Figure, Source
from ketaguide.model.walk import cites_in
from ketaguide.resolve.evidence import source_words
from ketaguide.resolve.section import section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import review_state

JSON, CSV, SCHEMA = "evidence.json", "evidence.csv", "evidence.schema.json"
_OF_CLAIM = (
    "topic", "statement", "certainty", "certainty_from", "as_of", "dated", "as_of_note", "volatility", "nations", "caveat",
    "funding",
)  # fmt: skip
_OF_FIGURE = ("measure", "outcome", "when", "who", "comparison", "note")
_OF_ARM = ("per100", "events", "total", "low100", "high100")
_FORMULA = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""First characters, also full-width ones, of text that a spreadsheet takes for a formula."""


class CitedClaim(Claim, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sourced statement, and the pages that rest on it."""

    pages: tuple[str, ...] = ()
    """Ids of the pages that cite it, in reading order. Example: [risks]"""


class OpenData(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that the guide cites and somebody has read, with its sources."""

    schema: str = msgspec.field(name="$schema")
    """The address of this schema. Example: evidence.schema.json"""
    title: str
    """The name of the guide. Example: 'Test syrup: a guide'"""
    description: str
    """The guide's purpose. Example: This guide gives information about test syrup."""
    url: str = ""
    """The address of the guide, where it is known. Example: 'https://example.org/guide'"""
    guide_version: str
    """The version of the program that wrote the file. Example: 0.1.0"""
    facts_checked: str
    """The day on which the facts were last held against their sources. Example: '2026-11-26'"""
    next_update: str
    """The day by which they are due again. Example: '2027-05-21'"""
    review: str
    """The state of clinical review, as a sentence. Example: Not yet reviewed by a clinician."""
    licence: str
    """The licence of the words, as a sentence. Example: The words may be shared under CC BY 4.0."""
    licence_url: str = ""
    """The address of that licence. Example: 'https://creativecommons.org/licenses/by/4.0/'"""
    claims: tuple[CitedClaim, ...]
    """Every claim that a page cites."""
    sources: tuple[Source, ...]
    """Every publication that they name, by its id."""


def open_data(views: Iterable[GuideView], url: str = "") -> OpenData:
    """The claims cited in any of these views of one guide, in the order of the guide's evidence."""
    views = tuple(views)
    guide = views[0].guide
    cited: dict[str, list[str]] = {}
    for view in views:
        for page in view.pages():
            for claim_id in section_cites(page, view):
                cited.setdefault(claim_id, []).append(page.id)
        edition = view.edition
        for claim_id in cites_in((edition.home, edition.quiz, edition.glossary)):
            cited.setdefault(claim_id, [])
    claims = [claim for claim in guide.claims.values() if claim.id in cited and claim.verified]
    named = {source for claim in claims for source in claim.sources}
    place = {name: at for at, name in enumerate(guide.meta.order)}
    meta = guide.meta
    return OpenData(
        schema=SCHEMA, title=meta.title, description=meta.purpose.text, url=url, guide_version=__version__,
        facts_checked=meta.facts_checked, next_update=meta.next_update, review=review_state(views[0]),
        licence=meta.licence, licence_url=meta.licence_url,
        claims=tuple(
            CitedClaim(**msgspec.structs.asdict(claim), pages=tuple(sorted({*cited[claim.id]}, key=place.__getitem__)))
            for claim in claims
        ),
        sources=tuple(source for source in guide.sources.values() if source.id in named),
    )  # fmt: skip


def as_json(data: OpenData) -> str:
    """The data as JSON; evidence.schema.json describes it."""
    return msgspec.json.format(msgspec.json.encode(data), indent=1).decode() + "\n"


def as_csv(data: OpenData) -> str:
    """The data as a table (RFC 4180): a row for each group of each figure, and one for a claim without figures.

    Lists stand in one cell, parted by " | ". A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    sources = {source.id: source for source in data.sources}
    rows = [row for claim in data.claims for row in _rows(claim, [sources[name] for name in claim.sources], data)]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0] if rows else (), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _safe(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def _rows(claim: CitedClaim, sources: list[Source], data: OpenData) -> Iterator[dict[str, object]]:
    """Yield the rows of one claim, each with all columns."""
    arms: list[tuple[Figure | None, Arm | None]] = [(figure, arm) for figure in claim.figures for arm in figure.arms]
    for figure, arm in arms or [(None, None)]:
        yield {
            "claim": claim.id,
            **{name: getattr(claim, name) for name in _OF_CLAIM},
            **{name: getattr(figure, name, None) for name in _OF_FIGURE},
            "arm": arm.name if arm else None,
            **{name: getattr(arm, name, None) for name in _OF_ARM},
            "sources": [source_words(one) for one in sources],
            "addresses": [one.url for one in sources if one.url],
            "pages": claim.pages,
            "facts_checked": data.facts_checked,
            "guide_version": data.guide_version,
            "licence": data.licence_url or data.licence,
        }


def _safe(value: object) -> str:
    """A cell: lists joined, yes or no, nothing for None, text that begins like a formula after an apostrophe."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else " | ".join(value) if isinstance(value, (list, tuple)) else str(value)
    return f"'{text}" if _FORMULA.match(text) else text
