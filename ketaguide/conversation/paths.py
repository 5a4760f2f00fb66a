"""Reading paths for 2, 5 or 10 minutes, step by step."""

from collections.abc import Iterator
from itertools import chain, zip_longest

from ketaguide.conversation.page import read_pages
from ketaguide.conversation.questions import pick
from ketaguide.conversation.talk import Option, Talk
from ketaguide.model.guide import ReadingPath
from ketaguide.render.flow import Chunk
from ketaguide.render.plain import question_pieces, section_pieces, summary_pieces
from ketaguide.render.plain_blocks import blocks
from ketaguide.render.plain_writer import PlainWriter
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
        talk.read(_pieces(step, talk))
        if step.done:
            talk.say(step.done)
        if not _continues(talk, step, after):
            return


def _pieces(step: ResolvedStep, talk: Talk) -> Iterator[Chunk]:
    """The whole page, or its summary with the tables and questions of the step."""
    view, width = talk.view, talk.width
    if not step.whole_page:
        return section_pieces(step.page, view, width)
    asks = question_pieces(step.page, view, width) if step.has_questions else ()
    return chain(summary_pieces(step.page, view, width), blocks(step.tables, PlainWriter(view, width)), asks)


def _continues(talk: Talk, step: ResolvedStep, after: ResolvedStep | None) -> bool:
    """Offer the next step, the whole page after a summary, and questions to pick; True to go on."""
    words = talk.view.words
    ways = [Option(words.next_page.format(title=after.page.title), "next")] if after else []
    ways += [Option(step.whole_page, "whole")] if step.whole_page else []
    ways += [Option(talk.view.interface.take.pick_here, "pick")] if step.has_questions else []
    while (chosen := talk.choose([*ways, Option(words.main_menu, "")])) in ("whole", "pick"):
        if chosen == "whole":
            read_pages(talk, step.page.id, words.back)
        else:
            pick(talk, step.page)
    return chosen == "next"
