"""My questions: what a reader picks, orders and takes home."""

from hypothesis import given
from hypothesis import strategies as st

from ketaguide.model.ask import Ask
from ketaguide.model.guide import Guide
from ketaguide.resolve.takeaway import checklist, takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.session.picks import Questions

ONE, TWO, THREE = (Ask(id=name, text=f"{name}?") for name in ("one", "two", "three"))


def picked(*asks: Ask) -> Questions:
    questions = Questions()
    questions.add(asks)
    return questions


def test_questions_stand_in_the_order_they_were_picked_and_each_only_once() -> None:
    questions = picked(TWO, ONE)
    questions.add([ONE, THREE, THREE])
    assert questions.ids == ("two", "one", "three")
    assert len(questions) == 3
    assert "one" in questions


def test_a_question_moves_up_and_down_and_stops_at_either_end() -> None:
    questions = picked(ONE, TWO, THREE)
    questions.move("three", -1)
    assert questions.ids == ("one", "three", "two")
    questions.move("two", 1)
    questions.move("one", -1)
    assert questions.ids == ("one", "three", "two")
    questions.move("one", 1)
    assert questions.ids == ("three", "one", "two")


def test_a_question_can_be_taken_away_and_so_can_all() -> None:
    questions = picked(ONE, TWO, THREE)
    questions.remove("two")
    assert questions.ids == ("one", "three")
    questions.empty()
    assert len(questions) == 0


STEPS = st.lists(st.tuples(st.sampled_from(["add", "remove", "move"]), st.sampled_from([ONE, TWO, THREE]), st.integers(-9, 9)))


@given(STEPS)
def test_whatever_is_done_no_question_is_there_twice_or_appears_from_nowhere(steps: list[tuple[str, Ask, int]]) -> None:
    questions, model = Questions(), set[str]()
    for what, ask, by in steps:
        match what:
            case "add":
                questions.add([ask])
                model.add(ask.id)
            case "remove":
                questions.remove(ask.id)
                model.discard(ask.id)
            case _:
                questions.move(ask.id, by)
        assert sorted(questions.ids) == sorted(model)


def test_picked_questions_are_said_in_the_words_of_the_edition(guide: Guide) -> None:
    questions = picked(Ask(id="ask-test", text=""), Ask(id="unknown", text=""))
    assert [ask.text for ask in GuideView(guide, "en-short").asks(questions.ids)] == ["What can I try next?"]
    assert [ask.text for ask in GuideView(guide, "en").asks(questions.ids)] == ["What have I not tried yet?"]


def test_what_to_bring_is_found_in_both_editions_of_the_shipped_guide(shipped: Guide) -> None:
    for edition_id in shipped.editions:
        heading, items = checklist(GuideView(shipped, edition_id))
        assert heading == "What to bring"
        assert any("medicine" in item.text for item in items)


def test_a_page_without_such_a_list_gives_no_checklist_rather_than_a_wrong_one(guide: Guide) -> None:
    assert checklist(GuideView(guide)) == ("", ())


def test_what_is_taken_home_leaves_out_what_is_no_question(shipped: Guide) -> None:
    home = takeaway(GuideView(shipped, nation="scotland"), ["ask-gp-refer", "no-such", "ask-gp-refer"])
    assert [ask.id for ask in home.asks] == ["ask-gp-refer"]
    assert home.help == ("In danger: 999", "Crisis: 111", "Talk: 116 123")
    assert home.near == ()
