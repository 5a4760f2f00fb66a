"""Resolves the first page: its questions with answers, ways for little time, nations, and other places."""

from typing import NamedTuple

from ketaguide.model.block import Faq, OptionsTable
from ketaguide.model.contact import Nation
from ketaguide.model.guide import Section
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.language import lender
from ketaguide.resolve.nation import shown
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import counted, facts_words, nation_name, overdue_words, review_state, review_words, shown_by


class HomeAnswer(NamedTuple):
    """A question with its short answer and the page that it opens."""

    number: int
    """The digit that chooses it, from 1."""
    text: str
    brief: str
    """The question where a window is narrow."""
    answer: str
    page: Section


class NationChoice(NamedTuple):
    """A nation to choose; None for all."""

    nation: Nation | None
    name: str
    is_chosen: bool


class HomePlace(NamedTuple):
    """A place named under the questions."""

    kind: str
    """"answers" (the page `page`), "pages", "words", "quiz" or "about"."""
    name: str
    page: str = ""


class ResolvedHome(NamedTuple):
    """The first page, resolved for a reader."""

    notices: tuple[str, ...]
    """Warnings before the title: the crisis numbers have changed, the guide is overdue, the page is in another language."""
    title: str
    brief_title: str
    about: str
    """The promises of the guide and its review state."""
    ask: str
    """The words in the search field."""
    state: str
    """The review state alone."""
    review: str
    """The review state, and the dates of the facts."""
    checked: str
    """The dates alone."""
    shown_by: str
    """"Shown here by Elm Tree Surgery. Open: 8am to 6pm", or empty."""
    questions: tuple[HomeAnswer, ...]
    ways: tuple[HomeAnswer, ...]
    """The pages on seeing a GP and on getting ready to decide, numbered after the questions; their answers are notes."""
    nations: tuple[NationChoice, ...]
    """The nations, and then none of them; empty where the country has none."""
    places: tuple[HomePlace, ...]


def resolve_home(view: GuideView) -> ResolvedHome:
    """Resolve the first page; questions whose page does not exist are left out."""
    words, home, meta = view.interface.home, view.edition.home, view.guide.meta
    found = [(question, page) for question in home.questions if (page := view.section(question.section))]
    questions = tuple(
        HomeAnswer(number, asked.text, asked.brief or asked.text, asked.answer, page)
        for number, (asked, page) in enumerate(found, 1)
    )
    by, state = shown_by(view), review_state(view)
    not_translated = view.edition.meta.missing if lender("home", "", view) else ""
    pages = ((view.gp_page, words.gp_note), (view.section(meta.roles.ready), words.ready_note))
    ways = ((page, note) for page, note in pages if page)
    return ResolvedHome(
        tuple(filter(None, (crisis_notice(view), overdue_words(view), not_translated))),
        home.title,
        meta.short_title,
        f"{home.about} {state}".strip(),
        home.ask or words.ask,
        state,
        review_words(view),
        facts_words(view),
        f"{view.interface.take.shown_by} {by}" if by else "",
        questions,
        tuple(
            HomeAnswer(number, page.nav_title, page.nav_title, note, page)
            for number, (page, note) in enumerate(ways, len(questions) + 1)
        ),
        resolve_nations(view),
        tuple(_places(view)),
    )


def resolve_nations(view: GuideView) -> tuple[NationChoice, ...]:
    """The nations, and then none of them, with the choice of the reader; empty where the country has none."""
    choices = (*view.profile.ids, None) if view.profile.nations else ()
    return tuple(NationChoice(nation, nation_name(nation, view), nation == view.nation) for nation in choices)


def answers_by_nation(page: Section, view: GuideView) -> bool:
    """True for a page with a table of the nations."""
    names = {nation_name(nation, view) for nation in view.profile.ids}
    tables = (block for block in page.blocks if isinstance(block, OptionsTable))
    return bool(names) and any(names <= {option.name for option in table.options} for table in tables)


def _places(view: GuideView) -> list[HomePlace]:
    words, answers = view.interface.home, view.section(view.guide.meta.roles.answers)
    asked = sum(isinstance(block, Faq) for block in shown(answers.blocks, view.nation)) if answers else 0
    return [
        *([HomePlace("answers", counted(words.answers, asked, view), answers.id)] if answers else []),
        HomePlace("pages", counted(words.all_pages, len(view.pages()), view)),
        *(HomePlace(name, getattr(words, name)) for name in ("words", "quiz") if name not in view.lacks),
        HomePlace("about", words.about),
    ]
