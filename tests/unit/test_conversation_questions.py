"""My questions in the conversation: picked from a page, put in order, taken away as text."""

from ketaguide.conversation.page import PageReader
from ketaguide.conversation.questions import my_questions
from ketaguide.model.guide import Guide
from ketaguide.session import Session
from tests.unit.scripted import choices, number_of, talk


def with_both(guide: Guide) -> Session:
    session = Session()
    asks = [guide.ask(name) for name in ("ask-test", "ask-family")]
    session.questions.add(ask for ask in asks if ask)
    return session


def test_a_question_is_picked_at_the_end_of_a_page_and_stands_in_the_list(guide: Guide) -> None:
    session = Session()
    here = number_of(talk(guide, about=PageReader("see-your-gp"))[0], "Pick questions from this page")
    heard = talk(guide, here, "1", about=PageReader("see-your-gp"), session=session)
    assert list(session.questions.ids) == ["ask-test"]
    assert "Added to my questions: What have I not tried yet?" in " ".join(heard[-2].split())
    assert "1: What have I not tried yet? (in my" in talk(guide, here, "1", "a", about=PageReader("see-your-gp"))[-2]


def test_all_questions_of_a_page_are_picked_at_once(guide: Guide) -> None:
    session = Session()
    here = number_of(talk(guide, about=PageReader("see-your-gp"))[0], "Pick questions from this page")
    heard = talk(guide, here, "3", about=PageReader("see-your-gp"), session=session)
    assert list(session.questions.ids) == ["ask-test", "ask-family"]
    assert "Page: See your GP about a test" in heard[-2]


def test_the_start_leads_to_the_list(guide: Guide) -> None:
    more = number_of(talk(guide)[0], "More")
    mine = number_of(talk(guide, more)[1], "My questions")
    assert "Pick from the most asked:" in talk(guide, more, mine)[2]


def test_an_empty_list_offers_the_most_asked_to_pick_and_to_take_out_again(shipped: Guide) -> None:
    session = Session()
    heard = talk(shipped, "2", "1", "2", "a", about=my_questions, session=session)
    assert session.questions.ids == shipped.edition("en").asks.most_asked[:1]
    assert "Added to my questions:" in heard[1]
    assert "Taken out of my questions:" in heard[3]
    assert choices(heard[4])["1"].endswith("(in my questions)")
    listed = talk(shipped, "2", number_of(heard[4], "My questions (1)"), about=my_questions)[2]
    assert "They are forgotten when you leave." in " ".join(listed.split())


def test_a_question_moves_and_is_removed(guide: Guide) -> None:
    session = with_both(guide)
    heard = talk(guide, "2", "2", about=my_questions, session=session)
    assert "1: Remove: Will you come with me?" in heard[-2]
    talk(guide, "2", "2", "2", about=my_questions, session=session)
    assert list(session.questions.ids) == ["ask-family", "ask-test"]
    talk(guide, "2", "1", "1", about=my_questions, session=session)
    assert list(session.questions.ids) == ["ask-test"]


def test_the_list_is_emptied_only_after_a_second_choice(guide: Guide) -> None:
    session = with_both(guide)
    talk(guide, "3", "1", about=my_questions, session=session)
    assert len(session.questions) == 2
    talk(guide, "3", "2", about=my_questions, session=session)
    assert len(session.questions) == 0


def test_what_is_taken_home_is_read_out_with_the_numbers_to_call(guide: Guide) -> None:
    heard = talk(guide, "1", about=my_questions, session=with_both(guide))
    assert "2. Will you come with me?" in heard[-2]
    assert "In danger: 999" in heard[-2]
