"""Everything in the guide is reached by numbers alone."""

from ketaguide.model.guide import Guide
from tests.unit.scripted import talk
from tests.unit.test_conversation_everywhere import walk


def test_every_page_word_question_and_choice_is_reached_by_numbers_alone(guide: Guide) -> None:
    heard = set()
    for answers in walk(guide).values():
        heard.add(" ".join(" ".join(talk(guide, *answers, "x", width=40)).split()))
    everything = " ".join(heard)
    edition, labels = guide.editions["en"], guide.editions["en"].interface.labels
    wanted = {page.title for page in edition.sections.values()}
    wanted |= {term.term for term in edition.glossary.terms}
    wanted |= {question.text for round_ in edition.quiz.rounds for question in round_.questions}
    wanted |= {labels.how_we_know, labels.en_short, edition.interface.take.title, edition.interface.about.title}
    wanted |= {edition.interface.find.title}
    assert {words for words in wanted if words not in everything} == set()
