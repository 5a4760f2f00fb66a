"""Reading paths for 2, 5 or 10 minutes, step by step."""

from ketaguide.conversation.page import read_pages
from ketaguide.conversation.talk import Option, Talk
from ketaguide.model.guide import ReadingPath, Section
from ketaguide.render.plain import section_pieces, summary_pieces


def paths(talk: Talk) -> None:
    """Choose a duration and read the path for it."""
    words, labels = talk.view.words, talk.view.labels
    found = [Option[ReadingPath | None](labels.time_title.format(n=path.minutes), path) for path in talk.guide.meta.paths]
    if path := talk.choose([*found, Option(words.main_menu, None)], words.short_of_time):
        _read(talk, path)


def _read(talk: Talk, path: ReadingPath) -> None:
    labels = talk.view.labels
    pages = [(page, step.whole) for step in path.steps if (page := talk.view.section(step.section))]
    for number, (page, whole) in enumerate(pages, 1):
        talk.say(f"{labels.time_title.format(n=path.minutes)}. {labels.page_of.format(n=number, total=len(pages))}")
        talk.read((section_pieces if whole else summary_pieces)(page, talk.view, talk.width))
        after = pages[number][0] if number < len(pages) else None
        if not after:
            talk.say(labels.path_done)
        if not _continues(talk, page, after, whole=whole):
            return


def _continues(talk: Talk, page: Section, after: Section | None, *, whole: bool) -> bool:
    """Offer the next step, and the whole page after a summary; True to go on."""
    words, labels = talk.view.words, talk.view.labels
    ways = [Option(words.next_page.format(title=after.title), "next")] if after else []
    ways += [] if whole else [Option(labels.whole_page.format(title=page.title), "whole")]
    while (chosen := talk.choose([*ways, Option(words.main_menu, "")])) == "whole":
        read_pages(talk, page.id, words.back)
    return chosen == "next"
