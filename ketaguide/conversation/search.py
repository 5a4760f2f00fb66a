"""Search by words, the only free-text input; queries are not kept."""

from collections.abc import Iterator
from typing import cast

from ketaguide.conversation.contents import contents
from ketaguide.conversation.page import read_pages
from ketaguide.conversation.talk import Option, Talk, as_sentence
from ketaguide.model.block import Block, Faq, Myth
from ketaguide.model.contact import Nation
from ketaguide.model.search_results import Results, SearchResult
from ketaguide.render import search_text
from ketaguide.render.plain_blocks import blocks
from ketaguide.render.plain_contacts import contact_piece
from ketaguide.render.plain_words import term_piece
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.block import resolve_blocks
from ketaguide.resolve.contact import resolve_contact
from ketaguide.resolve.place import nation_blocks
from ketaguide.resolve.section import read_more

LIST = 5
"""Number of results in one list: each has a sentence of its page."""
AS_TYPED = "as typed"


def search(talk: Talk) -> None:
    """Ask for words and offer the results until the reader returns to the main menu."""
    words = talk.view.interface.find
    while typed := talk.ask(words.prompt, words.type_words, words.enter_alone):
        as_typed = False
        while (again := _find(talk, typed, as_typed=as_typed)) is AS_TYPED:
            as_typed = True
        if not again:
            return


def _find(talk: Talk, typed: str, *, as_typed: bool) -> bool | str:
    """Search and offer the results; True to search for other words, AS_TYPED to search for the same without correction."""
    results = talk.finder.find(typed, talk.session.edition_id, talk.session.nation, as_typed=as_typed)
    talk.say(*search_text.notes(results, talk.view))
    return bool(results.distress and not results.found) or _results(talk, results)


def _results(talk: Talk, results: Results) -> bool | str:
    """Offer the results a few at a time; without any, two questions near to the words and other ways on."""
    words, common = talk.view.interface.find, talk.view.words
    all_found = results.found or results.near
    groups = [all_found[start : start + LIST] for start in range(0, len(all_found), LIST)] or [()]
    ways = [Option[object](words.as_typed.format(words=results.typed), AS_TYPED)] if results.corrected else []
    if not results.found:  # help is listed with every choice
        ways += [Option(label, place) for label, place, _ in search_text.ways_on(talk.view) if place != "help-now"]
    ways += [Option(words.again, True), Option(common.main_menu, False)]
    about = words.title if results.found or not results.near else search_text.near_words(results, talk.view)
    at = 0
    while True:
        after = (at + 1) % len(groups)
        here = [Option[object](_describe(talk, found), found) for found in groups[at]]
        here += [Option(common.more.format(n=after + 1, total=len(groups)), after)] if len(groups) > 1 else []
        match talk.choose([*here, *ways], about):
            case bool() | "as typed" as again:
                return again
            case int() as at:
                pass
            case SearchResult() as found:
                _open(talk, found)
            case "contents":
                contents(talk)
            case place:
                read_pages(talk, str(place).removeprefix("section:"), words.back_to_results)


def _describe(talk: Talk, found: SearchResult) -> str:
    """Describe a result in one line: title, kind, and the sentence that answers."""
    said = (search_text.title(found, talk.view.labels), search_text.where(found, talk.view), search_text.snippet(found))
    return " ".join(as_sentence(text) for text in said if text)


def _open(talk: Talk, found: SearchResult) -> None:
    """Show a result: a page (and the pages read after it), or the answer, word or contact itself."""
    back = talk.view.interface.find.back_to_results
    writer = PlainWriter(talk.view, talk.width)
    if found.kind == "term":
        _explain(talk, found, back)
    elif found.kind == "contact":
        talk.show([contact_piece(resolve_contact(talk.guide.contacts[found.id], talk.view), writer)])
    elif found.kind == "nation":
        talk.say(found.title)
        talk.read(blocks(nation_blocks(talk.view, cast(Nation, found.id)), writer))
    elif found.kind == "section":
        read_pages(talk, found.section, back, heading=found.heading, sentence=found.sentence)
    else:
        talk.read(blocks(resolve_blocks(_blocks(talk, found), talk.view), writer))


def _explain(talk: Talk, found: SearchResult, back: str) -> None:
    """Explain a word and offer the page with more about it."""
    if term := talk.guide.term(found.id, talk.session.edition_id):
        talk.show([term_piece(term, talk.view, talk.width)])
    more = read_more(found.section, talk.view)
    if more and talk.choose([Option(more.label, True), Option(back, False)]):
        read_pages(talk, more.page, back)


def _blocks(talk: Talk, found: SearchResult) -> Iterator[Block]:
    """Yield the blocks of a question or myth result from its page."""
    page = talk.view.section(found.section)
    for block in page.blocks if page else ():
        if (isinstance(block, Faq) and block.id == found.id) or (isinstance(block, Myth) and block.saying == found.id):
            yield block
