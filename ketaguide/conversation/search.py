"""Search by words: a few results at a time, each with its sentence; it opens there."""

from collections.abc import Iterator
from functools import partial

from ketaguide import crisis
from ketaguide.conversation.choices import Option, Step, in_groups
from ketaguide.conversation.lists import contents
from ketaguide.conversation.output import as_sentence
from ketaguide.conversation.page import PageReader
from ketaguide.conversation.talk import Talk
from ketaguide.conversation.terms import explain_typed
from ketaguide.conversation.trail import TalkPlace, go
from ketaguide.model.block import Block, Faq, Myth
from ketaguide.model.search_results import Results, SearchResult
from ketaguide.render import search_text
from ketaguide.render.plain_blocks import blocks, contact_piece
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.block import resolve_blocks
from ketaguide.resolve.contact import resolve_contact
from ketaguide.resolve.crisis_card import country_of
from ketaguide.resolve.place import nation_blocks

LIST = 3
"""Number of results in one list: each has a sentence of its page."""


class Search(TalkPlace):
    """A search and the list of its results that is shown; without words, it asks for them."""

    def __init__(self, words: str = "") -> None:
        self._words = words
        self._is_as_typed = False
        self._group = 0
        self._is_told = False
        """True when the number of results was said."""
        self._is_listed = False
        """True when the list was read out, and nothing but a result since."""
        self._next = 0
        """The result of the list that Enter reads."""

    def back_words(self, talk: Talk) -> str:
        """The choice that leads back to the results."""
        return talk.view.interface.find.back_to_results

    def __call__(self, talk: Talk) -> None:
        """Show the results, or search for other words, until the reader goes back."""
        self._is_listed = False
        while self._words or self._ask(talk):
            results = talk.finder.find(self._words, talk.session.edition_id, talk.session.nation, as_typed=self._is_as_typed)
            if not self._is_told:
                *notes, count = search_text.notes(results, talk.view) or [""]
                if place := results.place:
                    nation, *others = place.nations
                    notes.insert(1, crisis.numbers_words(None if others else nation, country=country_of(talk.view)))
                talk.lines(*notes, f"{talk.view.interface.typed.searched} {count}" if count and results.found else count)
                self._is_told = True
            if results.distress and not results.found:
                self._search("")
                continue
            step = self._choose(talk, results)
            if step is None:
                return
            step()

    def _ask(self, talk: Talk) -> str:
        words = talk.view.interface
        self._search(talk.ask(words.typed.words_or_back, words.find.type_words))
        return self._words

    def _search(self, words: str, *, as_typed: bool = False) -> None:
        self._words, self._is_as_typed, self._group, self._is_told = words, as_typed, 0, False
        self._show(0)

    def _choose(self, talk: Talk, results: Results) -> Step | None:
        """Offer a few results and more; without any, two questions near to the words and other ways on."""
        words, typed = talk.view.interface.find, talk.view.interface.typed
        all_found = results.found or results.near
        groups = in_groups(all_found, LIST) or [()]
        after = (self._group + 1) % len(groups)
        more = talk.view.words.more.format(n=after + 1, total=len(groups))
        group = groups[self._group]
        choices = [
            Option[Step | None](_describe(talk, found), partial(self._read, talk, at, found)) for at, found in enumerate(group)
        ]
        choices += [Option(more, partial(self._show, after), "next")] if len(groups) > 1 else []
        if results.corrected:
            undo = partial(self._search, self._words, as_typed=True)
            choices.append(Option(words.as_typed.format(words=results.typed), undo))
        if not results.found:  # help is said at every prompt
            for label, place, _ in search_text.ways_on(talk.view):
                if place == "contents":
                    choices.append(Option(label, partial(go, TalkPlace(contents, lambda talk: talk.view.labels.contents))))
                elif place != "help-now":
                    choices.append(Option(label, partial(go, PageReader(place.removeprefix("section:")))))
        choices += [Option(words.again, partial(self._search, "")), talk.back(None)]
        about = [] if results.found or not results.near else [search_text.near_words(results, talk.view)]
        listed, self._is_listed = not self._is_listed, True
        enter = None  # to read the next result, then to list more
        if results.found and self._next < len(group):
            enter = choices[self._next]._replace(words=typed.number.format(n=self._next + 1))
        elif results.found and after:
            enter = choices[len(group)]._replace(words=typed.more)
        before = self._group if not listed else self._group - 1
        also = [Option[Step | None]("", partial(self._show, before), "back")] if before >= 0 else []
        return talk.choose(choices, *about, enter=enter, also=also, listed=listed)

    def _show(self, group: int) -> None:
        self._group, self._is_listed, self._next = group, False, 0

    def _read(self, talk: Talk, at: int, found: SearchResult) -> None:
        """Read a result; Enter goes on to the one after it."""
        self._next = at + 1
        _open(talk, found)


def _describe(talk: Talk, found: SearchResult) -> str:
    """Describe a result in one line: title, kind, and the sentence that answers."""
    said = (search_text.title(found, talk.view.labels), search_text.where(found, talk.view), search_text.snippet(found))
    return " ".join(as_sentence(text) for text in said if text)


def _open(talk: Talk, found: SearchResult) -> None:
    """Show a result: a page (and the pages read after it), or the answer, word or contact itself."""
    writer = PlainWriter(talk.view, talk.width)
    if found.kind == "term":
        explain_typed(talk, found.id)
    elif found.kind == "contact":
        talk.show([contact_piece(resolve_contact(talk.view.guide.contacts[found.id], talk.view), writer)])
    elif found.kind == "nation":
        talk.say(found.title)
        talk.read(blocks(nation_blocks(talk.view, found.id), writer))
    elif found.kind == "section":
        go(PageReader(found.section, heading=found.heading, sentence=found.sentence))
    else:
        talk.read(blocks(resolve_blocks(_blocks(talk, found), talk.view), writer))


def _blocks(talk: Talk, found: SearchResult) -> Iterator[Block]:
    """Yield the blocks of a question or myth result from its page."""
    page = talk.view.section(found.section)
    for block in page.blocks if page else ():
        if (isinstance(block, Faq) and block.id == found.id) or (isinstance(block, Myth) and block.saying == found.id):
            yield block
