"""Search words of the content: each finds something, none is listed twice, distress words match nothing else."""

import re

import pytest

from ketaguide.model.block import Faq, Myth
from ketaguide.model.guide import Guide
from ketaguide.search import Finder
from ketaguide.search.passages import passages
from ketaguide.search.words import tokenize
from ketaguide.session import Session
from ketaguide.tui.actions import ShowTerm
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.section import section as section_doc
from tests.editions import SHORT
from tests.nations import NATIONS


def test_every_synonym_leads_to_something_as_it_is_written(shipped: Guide, finder: Finder) -> None:
    for synonym in shipped.editions["en"].search.synonyms:
        for typed in (synonym.means, *synonym.words):
            results = finder.find(typed, "en", None)
            assert results.found, typed
            assert not results.corrected, f"{typed} is put right to {results.corrected}"


def test_no_word_is_listed_twice_nor_where_the_glossary_lists_it(shipped: Guide) -> None:
    edition = shipped.editions["en"]
    said = [" ".join(tokenize(name)) for term in edition.glossary.terms for name in (term.term, *term.also)]
    said = [*set(said), *(" ".join(tokenize(word)) for synonym in edition.search.synonyms for word in synonym.words)]
    assert sorted(name for name in set(said) if said.count(name) > 1) == []


def test_every_title_finds_what_it_is_the_title_of(shipped: Guide, finder: Finder) -> None:
    wanted = {("term", term.id): term.term for term in shipped.editions["en"].glossary.terms}
    wanted |= {("contact", contact.id): contact.name for contact in shipped.contacts.values()}
    for section in shipped.editions["en"].sections.values():
        wanted[("section", section.id)] = section.title
        for block in section.blocks:
            if isinstance(block, Faq):
                wanted[("faq", block.id)] = block.question
            elif isinstance(block, Myth):
                wanted[("myth", block.saying)] = block.saying
    missed = []
    for (kind, id_), typed in wanted.items():
        found = [(found.kind, found.id) for found in finder.find(typed, "en", None).found]
        if (kind, id_) not in found[:3]:
            missed.append(typed)
    assert missed == []


def test_what_the_menu_calls_a_page_finds_that_page_first(shipped: Guide, finder: Finder) -> None:
    pages = [(edition_id, section) for edition_id, edition in shipped.editions.items() for section in edition.sections.values()]
    missed = [
        (edition_id, section.nav_title)
        for edition_id, section in pages
        if not (found := finder.find(section.nav_title, edition_id, None).found) or found[0].section != section.id
    ]
    assert missed == []


def test_titles_of_pages_pin_who_to_call_only_where_they_speak_of_it(shipped: Guide, finder: Finder) -> None:
    for section in shipped.editions["en"].sections.values():
        assert finder.is_distress(section.title, "en") == (section.id == "get-help"), section.title


def test_no_page_links_a_word_twice_but_where_it_is_first_said(shipped: Guide) -> None:
    context = Context(shipped, Session())
    for page in context.view.pages():
        actions = (target.action for target in lay_out(section_doc(context, page.id), 80).targets)
        linked = [action for action in actions if isinstance(action, ShowTerm)]
        assert len(linked) == len(set(linked)), page.id


def test_no_name_of_a_place_is_taken_for_words_of_distress(shipped: Guide, finder: Finder) -> None:
    for place in shipped.editions["en"].search.places:
        for name in (*place.itself, *place.names):
            assert not finder.is_distress(f"can i get it in {name}", "en"), name


@pytest.mark.parametrize(
    "typed",
    ["my mum has tried everything", "my husband wont see a gp",
     "nan had a second opinion", "what can be tried for my brother"],
)  # fmt: skip
def test_words_about_a_relative_bring_the_page_for_families_near_the_top(shipped: Guide, finder: Finder, typed: str) -> None:
    for edition_id, nation in ((edition_id, nation) for edition_id in shipped.editions for nation in (None, *NATIONS)):
        found = finder.find(typed, edition_id, nation).found
        assert "for-family-and-friends" in [one.section for one in found[:3]], (edition_id, nation)


@pytest.mark.parametrize(
    "typed", ["can i get it in {}", "what does it cost in {}", "my mum lives in {}", "is there a clinic in {}"]
)
def test_a_place_within_a_sentence_brings_its_nations_answer_near_the_top(shipped: Guide, finder: Finder, typed: str) -> None:
    for place in shipped.editions["en"].search.places:
        for name in (*place.itself, place.names[0], place.names[-1]):
            found = finder.find(typed.format(name.lower()), "en", None).found
            assert place.nation in [one.id for one in found[:3] if one.kind == "nation"], name


@pytest.mark.parametrize("typed", ["zz", "10000", "", "qqqwillxx"])
def test_where_nothing_is_found_two_questions_are_offered_in_any_case(shipped: Guide, finder: Finder, typed: str) -> None:
    for edition_id in shipped.editions:
        results = finder.find(typed or "\u4f60\u597d", edition_id, "scotland")
        assert (results.found, len(results.near)) == ((), 2)
        assert results.is_near == (typed == "qqqwillxx")


def test_no_place_is_listed_twice_for_a_nation_nor_is_a_word_of_the_guide(shipped: Guide) -> None:
    search = shipped.editions["en"].search
    assert {place.nation for place in search.places} == set(NATIONS)
    for place in search.places:
        names = [" ".join(tokenize(name)) for name in (*place.itself, *place.names)]
        assert sorted({name for name in names if names.count(name) > 1}) == []
    one_word = {name for place in search.places for name in place.names if name.isalpha()}
    words = {
        word
        for passage in passages(shipped, "en", None)
        for word in re.findall(r"[A-Za-z]+", " ".join((passage.title, passage.head, *passage.sentences)))
    }
    words |= {word for synonym in search.synonyms for text in synonym.words for word in text.split()}
    words |= {*search.stop_words, *" ".join(search.distress).split()}
    assert {name.lower() for name in one_word} & words == set(), (
        "a word of the guide is no place: without a capital both are one"
    )


def test_what_a_lay_word_means_is_found_in_the_short_edition_too(shipped: Guide, finder: Finder) -> None:
    for synonym in shipped.editions["en"].search.synonyms:
        assert finder.find(synonym.means, SHORT, None).found, synonym.means
