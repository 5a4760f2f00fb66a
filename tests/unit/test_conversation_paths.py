"""Reading for 2, 5 or 10 minutes in the conversation."""

from ketaguide.conversation.paths import paths
from ketaguide.model.guide import Guide
from tests.unit.scripted import choices, number_of, talk


def test_each_path_of_the_guide_is_offered_and_read_step_by_step_to_its_end(shipped: Guide) -> None:
    for number, path in enumerate(shipped.meta.paths, 1):
        answers = [str(number)]
        for step in path.steps:
            heard = talk(shipped, *answers, "", about=paths)[len(answers)]
            page = shipped.first.sections[step.section]
            read = heard
            while heard.rpartition("\n")[2].startswith("Enter: part"):
                answers.append("")
                heard = talk(shipped, *answers, about=paths)[len(answers)]
                read += heard
            said = " ".join(read.split())
            assert f"In {path.minutes} minutes. Page {path.steps.index(step) + 1} of {len(path.steps)}" in said
            assert page.title in said
            assert str(page.summary[0]).split()[0] in said
            if step is not path.steps[-1]:
                answers.append(number_of(heard, "Next page"))
        assert f"That is the end of the {path.minutes} minutes." in said


def test_the_whole_of_a_page_can_be_read_on_the_way_and_leads_back_to_the_path(shipped: Guide) -> None:
    first = talk(shipped, "1", about=paths)[1]
    whole = number_of(first, "Read the whole page")
    heard = talk(shipped, "1", whole, "2", "", about=paths)
    assert "min read" in heard[2]
    back = number_of(heard[3], "Back")
    assert choices(talk(shipped, "1", whole, "2", back, "", about=paths)[4]) == choices(first)


def test_seeing_a_gp_is_among_the_first_choices_and_the_short_ways_one_choice_on(shipped: Guide) -> None:
    offered = talk(shipped, "")[0]
    assert "Read for 2, 5 or 10 minutes" in choices(talk(shipped, number_of(offered, "More:"), "")[1]).values()
    page = shipped.first.sections["see-your-gp"]
    assert any(words.startswith(page.title) for words in choices(offered).values())


def test_five_minutes_lead_with_the_choices_and_end_with_three_questions_that_can_be_picked(shipped: Guide) -> None:
    number = next(at for at, path in enumerate(shipped.meta.paths, 1) if path.minutes == 5)
    answers = [str(number)]
    heard = [talk(shipped, *answers, about=paths)[1]]
    while heard[-1].rpartition("\n")[2].startswith(("Enter: part", "Enter: next page")):
        answers.append("")
        heard.append(talk(shipped, *answers, about=paths)[len(answers)])
    first, whole = " ".join(" ".join(heard[:3]).split()), " ".join(" ".join(heard).split())
    assert "Page 1 of 5 What can be tried next" in first
    assert "carry on, or try another medicine, talking therapy, ECT, magnetic pulses, esketamine or ketamine" in first
    assert all(table in whole for table in ("CBT added, or usual care alone", "Esketamine spray or a dummy spray"))
    assert "NICE's no to the spray holds in Wales too." in whole, "each nation's answer"
    asks = [ask.text for id_ in shipped.meta.paths[number - 1].steps[-1].questions if (ask := shipped.ask(id_))]
    assert len(asks) == 3
    assert all(ask in whole for ask in asks)
    picked = talk(shipped, *answers, number_of(heard[-1], "Pick questions"), "1", "", about=paths)
    assert f"Added to my questions: {asks[0]}" in " ".join(" ".join(picked).split())
