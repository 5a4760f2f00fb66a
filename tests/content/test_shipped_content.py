"""The guide that readers get holds to every rule, and has everything that it promises."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from ketaguide.checking import RULES, check_guide
from ketaguide.loading.reader import Loaded, read_guide
from ketaguide.model.block import Block, Contacts, FactBox, Faq, IconArray, Myth
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.model.walk import cites_in
from ketaguide.paths import content_dir
from tests.editions import SHORT, STANDARD
from tests.render.reader_words import texts

PAGES = {
    "about-this-guide", "what-is-trd", "check-first", "next-steps", "how-ketamine-works", "ketamine-and-esketamine",
    "what-happens", "does-it-help", "how-long-it-lasts", "risks", "who-should-not-have-it", "law-and-safety",
    "nhs-and-private", "research", "claims-you-may-have-read", "questions-people-ask", "see-your-gp",
    "looking-after-yourself", "for-family-and-friends", "getting-ready", "get-help",
}  # fmt: skip
ARTICLES = {"nhs-clinic-news", "is-it-safe-blog", "clinic-advert", "lasting-impact", "promising-solution"}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return read_guide(content_dir())


@pytest.fixture(scope="module")
def blocks(shipped: Guide) -> list[Block]:
    return [block for section in shipped.editions[STANDARD].sections.values() for block in section.blocks]


def test_it_loads_without_a_fault(loaded: Loaded) -> None:
    assert [str(problem) for problem in loaded.problems] == []


def test_a_number_that_an_author_is_told_instead_of_a_dead_one_is_that_of_a_contact(shipped: Guide) -> None:
    known = {number.replace(" ", "") for one in shipped.contacts.values() for number in (one.phone, one.sms) if number}
    told = [number for one in shipped.profile.phones.dead for number in re.findall(r"\b(?:\d{5}|[01][\d ]+\d)\b", one.instead)]
    assert len(told) >= 8
    assert [number for number in told if number.replace(" ", "") not in known] == []


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_it_keeps_every_rule(loaded: Loaded, rule: str, findings: dict[str, list[str]]) -> None:
    assert findings.get(rule, []) == []


@pytest.fixture(scope="module")
def findings(loaded: Loaded) -> dict[str, list[str]]:
    """Errors and warnings of the shipped content, by rule."""
    assert loaded.draft is not None
    found: dict[str, list[str]] = {}
    for problem in check_guide(loaded.draft, loaded.places):
        if problem.level != "info":
            found.setdefault(problem.rule, []).append(str(problem))
    return found


def test_every_claim_that_is_used_is_verified_and_has_its_sources(shipped: Guide) -> None:
    used = set[str]()
    for edition in shipped.editions.values():
        used |= {*cites_in(edition.glossary), *cites_in(edition.quiz), *cites_in(tuple(edition.sections.values()))}
    assert used <= set(shipped.claims)
    for claim in (shipped.claims[claim] for claim in used):
        assert claim.verified, claim.id
        sources = [shipped.sources[source] for source in claim.sources]
        assert sources, claim.id
        assert all(source.title and source.publisher for source in sources), claim.id


@pytest.mark.parametrize("edition_id", [STANDARD, SHORT])
def test_every_page_is_there_in_both_editions(shipped: Guide, edition_id: str) -> None:
    assert set(shipped.editions[edition_id].sections) == PAGES
    assert set(shipped.meta.order) == PAGES


def test_every_topic_of_the_five_articles_has_a_home(shipped: Guide) -> None:
    topics = Counter(topic.article for topic in shipped.topics.topics)
    assert set(topics) == ARTICLES
    assert min(topics.values()) >= 5
    assert {topic.section for topic in shipped.topics.topics} <= PAGES


def test_it_says_that_it_is_for_adults_and_lists_lines_for_young_people(shipped: Guide) -> None:
    assert "to adults in the UK" in shipped.meta.purpose.text
    assert all(contact.for_whom for contact in shipped.contacts.values())
    for edition_id in (STANDARD, SHORT):
        shown = [block for block in shipped.editions[edition_id].sections["get-help"].blocks if isinstance(block, Contacts)]
        assert "young-people" in {kind for block in shown for kind in block.kinds}, edition_id


def test_every_public_claim_that_needs_an_answer_has_one(shipped: Guide, blocks: list[Block]) -> None:
    answered = {claim for block in blocks if isinstance(block, Myth) for claim in block.answers}
    assert answered == {claim.id for claim in shipped.topics.claims}


def test_there_is_as_much_of_it_as_was_promised(shipped: Guide, blocks: list[Block]) -> None:
    edition = shipped.editions[STANDARD]
    assert sum(isinstance(block, IconArray | FactBox) for block in blocks) >= 16
    assert sum(isinstance(block, Faq) for block in blocks) >= 30
    assert len(edition.quiz.questions) >= 30
    assert len(edition.glossary.terms) >= 60
    assert sum(len(group.questions) for group in edition.asks.groups) >= 40


@pytest.mark.parametrize("edition_id", [STANDARD, SHORT])
def test_the_page_about_the_guide_says_how_many_numbers_were_found_in_lists_only(shipped: Guide, edition_id: EditionId) -> None:
    page = shipped.editions[edition_id].sections["about-this-guide"]
    listed = sum(contact.listed_only for contact in shipped.contacts.values())
    assert f"We found {listed} of them" in " ".join(texts(page.blocks))


@pytest.mark.parametrize("file", sorted(path.relative_to(content_dir()).as_posix() for path in content_dir().rglob("*.yaml")))
def test_a_computer_without_the_fast_parser_reads_the_same(file: str) -> None:
    text = (content_dir() / file).read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.BaseLoader) == yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


@pytest.mark.parametrize(
    "file", sorted(content_dir().rglob("*.yaml")), ids=lambda file: file.relative_to(content_dir()).as_posix()
)
def test_every_file_leads_editors_to_its_schema(file: Path) -> None:
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith("# yaml-language-server: $schema="), "the first line is that of ketaguide new section"
    schema = (file.parent / first.partition("=")[2]).resolve()
    kind = {"sections": "section", "profile": "profile"}.get(file.parent.name, file.stem)
    assert schema == (content_dir() / f"schema/{kind}.json").resolve()
    assert schema.is_file()
