"""Page reading, in parts: on, back, again, from a heading, and from words found in it. The place is kept."""

from collections.abc import Callable
from functools import partial
from itertools import chain

from ketaguide.conversation.choices import Option, Step
from ketaguide.conversation.output import as_sentence
from ketaguide.conversation.page_steps import at_end
from ketaguide.conversation.talk import PART_WORDS, Talk
from ketaguide.conversation.trail import Stay, TalkPlace, go
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Section
from ketaguide.render import flow
from ketaguide.render.flow import Chunk, chapters
from ketaguide.render.plain import section_pieces
from ketaguide.resolve.wording import counted


def _stems(talk: Talk) -> Callable[[str], set[str]]:
    """Gives the words of a text, comparable in any form that the rules of the edition know."""
    from ketaguide.search.words import stemmer, tokenize

    stem = stemmer(talk.view.edition.meta.stems)
    return lambda text: set(map(stem, tokenize(text)))


class PageReader(TalkPlace):
    """A page that is read, and the part of it where its reader is.

    It begins with the part that holds `sentence` below `heading`, if they are given.
    """

    is_page = True

    def __init__(self, page_id: str, *, heading: str = "", sentence: str = "") -> None:
        self.page_id = page_id
        self._sought = (heading, sentence)
        self._at = -1
        """The part where the reader is; -1 before the first."""
        self._is_read = False
        """True when the part was read out."""
        self._heard = -1
        """The part that was read out last: one that does not follow it says the facts of its studies again."""
        self._at_end = False
        """True at the choices of the end, reached without reading the rest."""
        self._from = ""
        """A heading at which a part begins, since the reader chose it."""
        self._edition: EditionId | None = None
        self._left: tuple[EditionId, tuple[int, bool, str], int] | None = None
        """The edition that was left for the other one, the place there, and the part that was opened here."""
        self._beside = ("", 0.0)
        """The heading above the part, and its share of the way: the place in another edition."""
        self._drawn: tuple[object, ...] = ()
        self._parts: list[tuple[Chunk, ...]] = []
        """The page in parts, as it was drawn last."""
        self._words = ""
        """The words that were looked for, and the parts that have them and are still to come."""
        self._matches: list[int] = []
        self._found = ""
        """The sentence that was found in the part, which is read when its reader wants it."""
        self._sought_from = 0
        """The part where the reader was before."""

    def name(self, talk: Talk) -> str:
        """The title of the page."""
        page = talk.view.section(self.page_id)
        return page.title if page else ""

    def __call__(self, talk: Talk) -> None:
        """Read the page until its reader goes elsewhere."""
        returned = self._is_read
        while page := talk.view.section(self.page_id):
            self._arrive(talk, page, returned=returned)
            returned = False
            if self._found:
                talk.lines(f"{self._where(talk, page)} {self._found}")
            elif not self._is_read:
                part = self._parts[self._at]
                talk.show(part if self._at == self._heard + 1 else flow.opening(part))
                self._heard, self._is_read = self._at, True
                talk.say_once(talk.view.interface.typed.letters)
            self._beside = flow.heading_before(self._parts, self._at), self._at / len(self._parts)
            self._ask(talk, page)()

    def find(self, talk: Talk, words: str) -> bool:
        """Look for words on the page: go to the first part that has them, and keep the others for later."""
        if page := talk.view.section(self.page_id):
            self._draw(talk, page)
        self._matches = flow.holding_words(self._parts, _stems(talk), words)
        self._words = words if self._matches else ""
        if self._matches:
            numbers = ", ".join(str(at + 1) for at in self._matches)
            typed = talk.view.interface.typed
            more = f" {typed.next_found}" if len(self._matches) > 1 else ""
            talk.lines(f"{counted(typed.on_page, len(self._matches), talk.view, parts=numbers)}{more}")
            self._sought_from = self._sought_from if self._found else self._at
            self._next_match(talk)
        return bool(self._words)

    def _draw(self, talk: Talk, page: Section) -> None:
        """Draw the page in parts, as the reader sees it now; a part begins at the heading that was chosen."""
        view = talk.view
        drawn = (view.edition_id, view.nation, view.matters, view.compared, talk.width, self._from)
        if drawn != self._drawn:
            chunks = tuple(section_pieces(page, view, talk.width))
            start = next((chunks.index(first) for title, (first, *_) in chapters(chunks) if title == self._from), 0)
            self._drawn = drawn
            self._parts = [*flow.parts(chunks[:start], PART_WORDS), *flow.parts(chunks[start:], PART_WORDS)]

    def _arrive(self, talk: Talk, page: Section, *, returned: bool) -> None:
        """Find the place: where the answer is, where the reader was, or the same in another edition."""
        edition, words = talk.view.edition_id, talk.view.interface
        self._draw(talk, page)
        if self._at < 0:
            if place := talk.view.page_of(self.page_id):
                talk.say(place)
            self._at = flow.holding(self._parts, *self._sought)
            if self._at:
                talk.say(words.find.opens_at.format(n=self._at + 1, total=len(self._parts)))
        elif edition != self._edition:
            self._change(talk, page, edition)
            returned = True
        self._edition, self._at = edition, min(self._at, len(self._parts) - 1)
        if returned:
            talk.lines(self._where(talk, page))

    def _where(self, talk: Talk, page: Section) -> str:
        """The page and the part, in words."""
        at = talk.view.interface.typed.at
        return at.format(title=as_sentence(page.nav_title), n=self._at + 1, total=len(self._parts))

    def _change(self, talk: Talk, page: Section, edition: EditionId) -> None:
        """Go to the same heading in another edition; back in the first one, to the very place that was left."""
        left, here, self._found = self._left, (self._at, self._at_end, self._from), ""
        if left and left[0] == edition and left[2] == self._at:
            (self._at, self._at_end, self._from), self._left = left[1], None
            self._draw(talk, page)
            return
        self._from = self._beside[0]
        self._draw(talk, page)
        self._at = flow.same_part(self._parts, *self._beside)
        self._left = (self._edition or edition, here, self._at)
        self._is_read = self._at_end = False

    def _ask(self, talk: Talk, page: Section) -> Step:
        """Ask for the next step: at every part in one line, at the end with all that the page offers."""
        words, total, headings = talk.view.words, len(self._parts), partial(self._from_heading, talk, page)
        also = [Option[Step]("", partial(self._move, self._at), "again"), Option("", self._previous(talk), "back")]
        if self._words:
            also.append(Option("", partial(self._next_match, talk), "find"))
        if not self._found and (self._at_end or self._at + 1 == total):
            choices = [*at_end(talk, page, PageReader, self._restart, headings)]
            after = talk.view.around(page.id)[1]
            enter = Option[Step](talk.view.interface.typed.next_page, partial(go, PageReader(after.id))) if after else None
            return talk.choose(choices, words.at_page.format(title=page.title), enter=enter, also=also)
        to = self._at if self._found else self._at + 1
        on = Option[Step](talk.part_words(to, total), partial(self._move, to), "next")
        also.append(Option("", headings, "headings"))
        steps, where = [on, Option(words.to_end, self._to_end, "end")], self._where(talk, page)
        return talk.choose(steps, enter=on, also=also, listed=False, by_words=False, where=where)

    def _move(self, at: int) -> None:
        """Read a part out."""
        self._at, self._is_read, self._at_end, self._found = at, False, False, ""

    def _to_end(self) -> None:
        self._at_end, self._found = True, ""

    def _unfound(self) -> None:
        """Go back to the part where words were looked for, which was read."""
        self._move(self._sought_from)
        self._is_read = True
        raise Stay

    def _previous(self, talk: Talk) -> Step:
        """The way back: from the end to the part that was left, to the part before, or to the place before."""
        if self._found:
            return self._unfound
        if self._at_end:
            return partial(self._move, self._at)
        return partial(self._move, self._at - 1) if self._at else talk.go_back

    def _next_match(self, talk: Talk) -> None:
        """Go to the next part with the words; after the last, look for them in the whole guide."""
        if self._matches:
            at = self._matches.pop(0)
            self._move(at)
            self._found = flow.sentence_with(self._parts[at], _stems(talk), self._words)
            return
        words, self._words = self._words, ""
        talk.lines(talk.view.interface.typed.no_more)
        talk.do("words", words)

    def _restart(self) -> None:
        """Read the page again from its beginning."""
        self._move(-1)
        self._from, self._sought = "", ("", "")

    def _from_heading(self, talk: Talk, page: Section) -> None:
        """Read on from a chosen heading."""
        titles = [title for title, _ in chapters(chain.from_iterable(self._parts))]
        if chosen := talk.choose([*map(Option, titles, titles), talk.back_here("")]):
            self._from = chosen
            self._draw(talk, page)
            self._move(next(at for at, part in enumerate(self._parts) if " ".join(part[0].lines) == chosen))
