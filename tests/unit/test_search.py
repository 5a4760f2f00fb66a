"""Search finds the right page for lay words and slips, and survives any input."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.model.search_results import Results, SearchResult
from ketaguide.search import Finder, nearest_term


@pytest.fixture(scope="module")
def small(guide: Guide) -> Finder:
    """Search in the kitchen sink guide."""
    return Finder(guide)


def find(finder: Finder, typed: str, edition_id: EditionId = "en", nation: Nation | None = None) -> Results:
    return finder.find(typed, edition_id, nation)


def first(results: Results) -> tuple[str, str]:
    """Kind and id of the first result."""
    found = results.found[0]
    return found.kind, found.id


def said(found: SearchResult) -> str:
    return "".join(bit.text for bit in found.snippet)


@pytest.mark.parametrize(
    ("typed", "kind", "id_"),
    [
        ("risks", "section", "risks"),
        ("what does it taste of", "faq", "faq-taste"),
        ("test syrup", "term", "test-syrup"),
        ("lifeline", "contact", "lifeline-ni"),
        ("works for everyone", "myth", "Test syrup works for everyone."),
    ],
)
def test_everything_a_reader_can_open_is_found_and_says_what_it_is(small: Finder, typed: str, kind: str, id_: str) -> None:
    assert (kind, id_) in {(found.kind, found.id) for found in find(small, typed).found}


def test_a_claim_people_hear_is_never_shown_without_its_verdict(small: Finder) -> None:
    for typed in ("works for everyone", "many did not feel better", "55 of 100 felt better"):
        (shown,) = {said(found) for found in find(small, typed).found if found.kind == "myth"}
        assert shown.startswith("Overstated. "), typed
        assert shown.count("Overstated") == 1, typed


@pytest.mark.parametrize(
    ("typed", "kind", "id_"),
    [
        ("special K", "term", "ketamine"),
        ("nose spray", "term", "esketamine"),
        ("K hole", "term", "dissociation"),
        ("khole", "term", "dissociation"),
        ("horse tranquilliser", "term", "ketamine"),
        ("horse tranquiliser", "term", "ketamine"),
        ("shock therapy", "term", "ect"),
        ("TRD", "term", "treatment-resistant-depression"),
        ("T.R.D.", "term", "treatment-resistant-depression"),
        ("Spravato", "term", "spravato"),
        ("spravto", "term", "spravato"),
        ("Prozac", "term", "antidepressant"),
        ("how much does it cost", "faq", "faq-what-does-it-cost"),
        ("is it legal", "faq", "faq-is-it-legal"),
        ("is it addictive?", "faq", "faq-is-it-addictive"),
    ],
)
def test_lay_words_brands_and_slips_find_the_page(finder: Finder, typed: str, kind: str, id_: str) -> None:
    assert (kind, id_) in [(found.kind, found.id) for found in find(finder, typed).found][:2]


def test_a_slip_is_put_right_and_the_reader_is_told(finder: Finder) -> None:
    results = find(finder, "esketimine")
    assert (results.corrected, first(results)) == ("esketamine", ("term", "esketamine"))


def test_a_word_that_is_right_is_not_put_right(finder: Finder) -> None:
    for typed in ("esketamine", "depressing", "bladders", "dri"):
        assert find(finder, typed).corrected == ""


@pytest.mark.parametrize("typed", ["d", "de", "dep", "depr", "depressi", "depressio", "depression"])
def test_results_stay_while_a_word_is_half_typed(finder: Finder, typed: str) -> None:
    assert find(finder, typed).found


def test_other_forms_of_a_word_count(finder: Finder) -> None:
    for typed, sought in (("relapsing", "relapse"), ("clinics", "clinic"), ("prescribed", "prescri")):
        assert any(sought in word for found in find(finder, typed).found for word in found.matched), typed


def test_a_result_marks_what_was_found(small: Finder) -> None:
    found = next(found for found in find(small, "spoon").found if found.kind == "faq")
    assert [bit.text for bit in found.snippet if bit.marked] == ["spoon"]
    assert "spoon" in found.matched


def test_a_service_is_shown_with_its_whole_number_and_only_where_it_serves(shipped: Guide, finder: Finder) -> None:
    for contact in shipped.contacts.values():
        services = {found.id: said(found) for found in find(finder, contact.name).found if found.kind == "contact"}
        assert contact.phone in services[contact.id]
    kinds = {found.id for found in find(finder, "lifeline", nation="wales").found if found.kind == "contact"}
    assert "lifeline-ni" not in kinds


def test_no_snippet_ends_in_half_a_number(shipped: Guide, finder: Finder) -> None:
    parts = {part for contact in shipped.contacts.values() for part in contact.phone.split() if " " in contact.phone}
    for typed in ("call", "phone", "help", "samaritans", "shout", "text"):
        for found in find(finder, typed).found:
            text = said(found)
            last = text.removesuffix("...").split()[-1]
            assert not (text.endswith("...") and last in parts), text


def test_short_and_simple_is_searched_in_short_and_simple(guide: Guide, small: Finder) -> None:
    titles = {found.title for found in find(small, "risks", "en-short").found}
    short = guide.editions["en-short"].sections["risks"]
    assert short.title in titles


@pytest.mark.parametrize("typed", ["", " ", "\t\n", "\x00", "\x02\x03", "***", '"', "'", "(", "NEAR(", ":::", "\ud800", "…"])
def test_nothing_to_look_for_finds_nothing(small: Finder, typed: str) -> None:
    assert find(small, typed).found == ()


@pytest.mark.parametrize(
    "typed",
    ['syrup" OR "x', "syrup AND", "NOT syrup", "syrup*", "title:syrup", "^syrup", "{title body}: syrup",
     "'; DROP TABLE syrup; --", "syrup NEAR/2 test", "\x1b syrup \x07", "-syrup", "syrup\x00test", "[b]syrup[/b]"],
)  # fmt: skip
def test_operators_of_the_search_language_are_plain_text(small: Finder, typed: str) -> None:
    assert any("syrup" in found.matched for found in find(small, typed).found)
    assert find(small, "syrup").found


@pytest.mark.parametrize("typed", ["syrup " * 1700, "s" * 10_000, "syrup" * 2000, "é" * 10_000, '"' * 10_000, "a b " * 2500])
def test_ten_thousand_characters_are_answered(finder: Finder, typed: str) -> None:
    assert isinstance(find(finder, typed), Results)


def test_whatever_is_typed_is_answered(finder: Finder, guide: Guide) -> None:
    finders = (Finder(guide), finder)
    words = st.sampled_from(["ketamine", "suicide", "don't", "OR", "NEAR(", '"', "*", "nose spray", "999", "\x02", "\ud83d"])
    typed = st.one_of(st.text(max_size=200), st.lists(st.one_of(words, st.text(max_size=8)), max_size=20).map(" ".join))

    @given(
        typed=typed, edition_id=st.sampled_from(["en", "en-short"]), nation=st.sampled_from([None, "wales", "northern-ireland"])
    )
    @settings(max_examples=100)
    def is_answered(typed: str, edition_id: EditionId, nation: Nation | None) -> None:
        for small in finders:
            results = small.find(typed, edition_id, nation)
            assert len(results.found) <= 20
            for found in results.found:
                assert found.title
                assert all(bit.text.isprintable() for bit in found.snippet)
            assert len({(found.kind, found.id) for found in results.found}) == len(results.found)
            assert results == small.find(typed, edition_id, nation), "the same words find the same"

    is_answered()


@pytest.mark.parametrize(
    ("asked", "term", "exact"),
    [("esketamine", "esketamine", True), ("ESKETAMINE", "esketamine", True), ("esketimine", "esketamine", False),
     ("TRD", "treatment-resistant-depression", True), ("special k", "ketamine", True), ("K hole", "dissociation", True),
     ("qqqqqqqq", None, False), ("", None, False), ("\x00" * 50, None, False), ("x" * 10_000, None, False)],
)  # fmt: skip
def test_a_word_is_explained_by_any_name_or_the_nearest(shipped: Guide, asked: str, term: str | None, exact: bool) -> None:
    found, is_exact = nearest_term(shipped, "en", asked)
    assert (found.id if found else None, is_exact) == (term, exact)


PLACES = {
    "Belfast": "northern-ireland", "Londonderry": "northern-ireland", "NI": "northern-ireland", "Cardiff": "wales",
    "Glasgow": "scotland", "Scotland": "scotland", "Leeds": "england", "what is there in leeds": "england",
    "Glasgo": "scotland", "NHS in Wales": "wales", "merthyr tydfil": "wales", "BELFAST!": "northern-ireland",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "nation"), PLACES.items())
def test_a_place_begins_with_what_there_is_in_its_nation(finder: Finder, typed: str, nation: str) -> None:
    for edition_id in get_args(EditionId):
        results = find(finder, typed, edition_id)
        assert first(results) == ("nation", nation)
        assert results.found[0].section == "nhs-and-private"
        assert "?" in said(results.found[0])
        assert results.corrected == ""  # Glasgo is begun, not wrong


@pytest.mark.parametrize(
    ("typed", "name", "nations"),
    [("Belfast", "Belfast", ["northern-ireland"]), ("clinic near Newport", "Newport", ["england", "wales"]),
     ("betsi cadwaladr", "Betsi Cadwaladr", ["wales"]), ("bangor ketamine", "Bangor", ["wales", "northern-ireland"])],
)  # fmt: skip
def test_where_a_place_lies_is_said_and_a_name_of_two_nations_offers_both(
    finder: Finder, typed: str, name: str, nations: list[str]
) -> None:
    results = find(finder, typed)
    assert results.place is not None
    assert (results.place.name, [*results.place.nations]) == (name, nations)
    assert [found.id for found in results.found[: len(nations)]] == nations


@pytest.mark.parametrize("typed", ["Scotland", "NI", "driving in Wales"])
def test_of_a_nation_nothing_is_said_about_where_it_lies(finder: Finder, typed: str) -> None:
    assert find(finder, typed).place is None


@pytest.mark.parametrize(
    ("typed", "first_title"),
    [("Leeds clinic", "NHS and private care: England"), ("Belfast clinic", "NHS and private care: Northern Ireland"),
     ("swansea nhs", "NHS and private care: Wales"), ("private psychiatrist near dundee", "NHS and private care: Scotland")],
)  # fmt: skip
def test_a_place_with_words_that_ask_what_there_is_begins_with_its_nation(finder: Finder, typed: str, first_title: str) -> None:
    results = find(finder, typed)
    assert results.found[0].title == first_title
    assert results.corrected == ""


@pytest.mark.parametrize("typed", ["leeds needs", "belfast breast", "Ayr eye", "mum", "zopiclone", "K", "ket wee", "rave"])
def test_a_name_or_a_word_of_the_lists_is_never_put_right(finder: Finder, typed: str) -> None:
    results = find(finder, typed)
    assert {*typed.lower().split()} <= {*(results.corrected or typed).lower().split()}


@pytest.mark.parametrize("typed", ["blader", "Glasgwo", "esketimine dose"])
def test_what_was_put_right_can_be_searched_for_as_it_was_typed(finder: Finder, typed: str) -> None:
    results = find(finder, typed)
    assert results.corrected
    assert results.typed == typed
    undone = finder.find(typed, "en", None, as_typed=True)
    assert (undone.corrected, undone.typed) == ("", "")


@pytest.mark.parametrize("typed", ["driving in Scotland", "bladder Belfast", "drinking in cardiff"])
def test_other_words_beside_a_place_come_first(finder: Finder, typed: str) -> None:
    kinds = [found.kind for found in find(finder, typed).found]
    assert kinds.index("nation") == 1
    assert len(kinds) > 2


@pytest.mark.parametrize("typed", ["kill myself in Belfast", "Scotland, I want to die", "Leeds suicide"])
def test_words_of_distress_beside_a_place_bring_help_and_no_place(finder: Finder, typed: str) -> None:
    results = find(finder, typed)
    assert results.distress
    assert "nation" not in {found.kind for found in results.found}


@pytest.mark.parametrize("typed", ["needs", "leads", "reading", "bath"])
def test_words_that_only_look_like_a_place_are_words(finder: Finder, typed: str) -> None:
    assert "nation" not in {found.kind for found in find(finder, typed).found}


def test_a_place_sets_nothing(finder: Finder) -> None:
    before = find(finder, "ketamine")
    find(finder, "Belfast", nation="wales")
    assert find(finder, "ketamine") == before


def test_a_guide_without_a_page_by_nation_finds_a_place_as_a_word(small: Finder) -> None:
    assert "nation" not in {found.kind for found in find(small, "Northern Ireland").found}


@pytest.mark.parametrize(
    "typed", ["bladder", "bladder risk", "is it addictive", "hallucinations", "how does it work", "is it on the NHS in Wales"]
)
def test_a_question_people_ask_comes_before_pages_words_and_services(finder: Finder, typed: str) -> None:
    for edition_id in get_args(EditionId):
        kinds = [found.kind for found in find(finder, typed, edition_id).found if found.kind != "nation"]
        assert kinds[0] == "faq"


def crisis_services(results: Results, shipped: Guide) -> list[str]:
    kinds = ("emergency", "urgent", "crisis-line", "listening", "text", "deaf")
    found = [shipped.contacts[found.id] for found in results.found if found.kind == "contact"]
    return [contact.name for contact in found if contact.kind in kinds]


@pytest.mark.parametrize("typed", ["can I get it on the NHS in Scotland", "NHS", "option", "mental health"])
def test_a_crisis_service_is_a_result_only_where_the_words_ask_for_one(shipped: Guide, finder: Finder, typed: str) -> None:
    assert crisis_services(find(finder, typed), shipped) == []
    for asked in ("samaritans", "helpline", "breathing space", "shout", "crisis line"):
        assert crisis_services(find(finder, asked), shipped), asked


def test_common_words_match_nothing_alone_and_make_phrases(finder: Finder) -> None:
    assert find(finder, "does it work").found[0].id in ("does-it-help", "faq-will-it-work-for-me")
    matched = {word for found in find(finder, "does it damage the bladder").found for word in found.matched}
    assert matched.isdisjoint({"does", "it", "the"})
    assert find(finder, "who can not have it").found[0].title == "Who cannot have it?"


def test_a_page_is_found_by_its_best_part_and_shows_the_sentence_that_answers(finder: Finder) -> None:
    found = next(found for found in find(finder, "driving limits police").found if found.kind == "section")
    assert found.section == "law-and-safety"
    assert found.heading
    assert said(found).startswith(found.sentence)
    assert any(bit.marked for bit in found.snippet)


def test_a_number_in_no_name_weighs_nothing(finder: Finder) -> None:
    assert [found.id for found in find(finder, "bladder 225").found] == [found.id for found in find(finder, "bladder").found]


def test_where_nothing_is_found_the_nearest_questions_are_offered(finder: Finder) -> None:
    results = find(finder, "qqqwillxx")
    assert results.found == ()
    assert [found.kind for found in results.near] == ["faq", "faq"]
    assert find(finder, "kill myself zzqqzz").near == (), "not beside words of distress"
