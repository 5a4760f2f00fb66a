"""Reading paths for 2, 5 or 10 minutes, step by step."""

from collections.abc import Iterator
from itertools import chain

from ketaguide.conversation.choices import Option
from ketaguide.conversation.page import PageReader
from ketaguide.conversation.questions import pick
from ketaguide.conversation.talk import Talk
from ketaguide.conversation.trail import TalkPlace, go
from ketaguide.model.meta import ReadingPath
from ketaguide.render.flow import Chunk
from ketaguide.render.plain import question_pieces, section_pieces, summary_pieces
from ketaguide.render.plain_blocks import blocks
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.path import ResolvedStep, resolve_path
from ketaguide.resolve.wording import counted


def paths(talk: Talk) -> None:
    """Choose a duration and read the path for it."""
    found = [Option(place.name(talk), place) for place in map(PathReading, talk.guide.meta.paths)]
    if chosen := talk.choose([*found, talk.back(None)], talk.view.words.short_of_time):
        go(chosen)


class PathReading(TalkPlace):
    """A path that is read, and the step of it where its reader is."""

    def __init__(self, path: ReadingPath) -> None:
        self._path = path
        self._at = 0
        self._is_read = False

    def name(self, talk: Talk) -> str:
        """The minutes of the path."""
        return counted(talk.view.labels.time_title, self._path.minutes, talk.view)

    def __call__(self, talk: Talk) -> None:
        """Read from the step where the reader is to the end of the path."""
        while True:
            steps = resolve_path(self._path, talk.view)
            step = steps[self._at]
            if not self._is_read:
                talk.say(step.place)
                talk.read(_pieces(step, talk))
                talk.say(*filter(None, [step.done]))
                self._is_read = True
            if not self._continues(talk, step, steps[self._at + 1 :]):
                return

    def _continues(self, talk: Talk, step: ResolvedStep, rest: tuple[ResolvedStep, ...]) -> bool:
        """Offer the next step, the whole page after a summary, and questions to pick; False to go back."""
        words = talk.view.words
        ways = [Option(words.next_page.format(title=rest[0].page.title), "next", "next")] if rest else []
        ways += [Option(step.whole_page, "whole")] if step.whole_page else []
        ways += [Option(talk.view.interface.take.pick_here, "pick")] if step.has_questions else []
        enter = Option(talk.view.interface.typed.next_page, "next") if rest else None
        match talk.choose([*ways, talk.back("")], enter=enter, also=[Option("", "again", "again")]):
            case "whole":
                go(PageReader(step.page.id))
            case "pick":
                pick(talk, step.page)
            case "again":
                self._is_read = False
            case "next":
                self._at, self._is_read = self._at + 1, False
            case _:
                return False
        return True


def _pieces(step: ResolvedStep, talk: Talk) -> Iterator[Chunk]:
    """The whole page, or its summary with the tables and questions of the step."""
    view, width = talk.view, talk.width
    if not step.whole_page:
        return section_pieces(step.page, view, width)
    asks = question_pieces(step.page, view, width) if step.has_questions else ()
    return chain(summary_pieces(step.page, view, width), blocks(step.tables, PlainWriter(view, width)), asks)
