"""Reading paths for 2, 5 or 10 minutes, step by step."""

from itertools import zip_longest

from ketaguide.conversation.page import read_pages
from ketaguide.conversation.talk import Option, Talk
from ketaguide.model.guide import ReadingPath
from ketaguide.render.plain import section_pieces, summary_pieces
from ketaguide.resolve.path import ResolvedStep, resolve_path


def paths(talk: Talk) -> None:
    """Choose a duration and read the path for it."""
    words, labels = talk.view.words, talk.view.labels
    found = [Option[ReadingPath | None](labels.time_title.format(n=path.minutes), path) for path in talk.guide.meta.paths]
    if path := talk.choose([*found, Option(words.main_menu, None)], words.short_of_time):
        _read(talk, path)


def _read(talk: Talk, path: ReadingPath) -> None:
    steps = resolve_path(path, talk.view)
    for step, after in zip_longest(steps, steps[1:]):
        talk.say(step.place)
        talk.read((summary_pieces if step.whole_page else section_pieces)(step.page, talk.view, talk.width))
        if step.done:
            talk.say(step.done)
        if not _continues(talk, step, after):
            return


def _continues(talk: Talk, step: ResolvedStep, after: ResolvedStep | None) -> bool:
    """Offer the next step, and the whole page after a summary; True to go on."""
    words = talk.view.words
    ways = [Option(words.next_page.format(title=after.page.title), "next")] if after else []
    ways += [Option(step.whole_page, "whole")] if step.whole_page else []
    while (chosen := talk.choose([*ways, Option(words.main_menu, "")])) == "whole":
        read_pages(talk, step.page.id, words.back)
    return chosen == "next"
