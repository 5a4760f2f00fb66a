"""The first page: the questions people bring, each with a short answer and the page that says more."""

from ketaguide.model.base import StrictStruct

MOST_QUESTIONS = 6
LONGEST_QUESTION, LONGEST_ANSWER = 36, 49
"""Characters that fit a narrow window."""


class HomeQuestion(StrictStruct, frozen=True, kw_only=True):
    """One question of the first page. Its answer is the page's own summary sentence, or rests on claims that the page cites."""

    text: str
    """The question. Example: Does test syrup help, and for how long?"""
    brief: str = ""
    """The question where a window is narrow, at most 36 characters. Example: Does syrup help? How long?"""
    answer: str
    """The answer, at most 49 characters. Example: Some people felt better for a week."""
    section: str
    """The page it opens. Example: risks"""
    cites: tuple[str, ...] = ()
    """Ids of the claims that support an answer in other words than the page's. Example: [syrup-response]"""


class Home(StrictStruct, frozen=True, kw_only=True):
    """home.yaml: the subject of the guide, and up to six questions that people bring to it."""

    title: str = ""
    """The subject of the guide; without it, the title of guide.yaml. Example: Hiccups that do not pass"""
    about: str = ""
    """The promises of the guide; the review state is added to them. Example: Plain facts with sources. It sells nothing."""
    paid: str = ""
    """The heading over the claim on who paid for the studies, where readers take it along; the program has one for any guide.
    Example: Who paid for the syrup trials"""
    ask: str = ""
    """Words in the search field, with examples of this guide. Example: 'Ask in your own words: cost, taste'"""
    questions: tuple[HomeQuestion, ...] = ()
    """The questions, the most asked first; each has the digit of its place. Without any, the first pages stand here."""
