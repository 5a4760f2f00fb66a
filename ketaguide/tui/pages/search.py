"""The page of search results."""

from collections.abc import Iterator

from ketaguide.model.block import Details
from ketaguide.model.interface.tools import FindWords
from ketaguide.model.search_results import Results, SearchResult
from ketaguide.render import search_text
from ketaguide.resolve.place import nation_answer
from ketaguide.resolve.section import headings, resolve_section
from ketaguide.resolve.view import GuideView
from ketaguide.tui.actions import Action, Open, OpenAt, PressLetter, SearchAsTyped, ShowContact, ShowLetters, ShowTerm
from ketaguide.tui.doc import Box, Doc, Gap, Hit, Item, Piece, Run, Text, text
from ketaguide.tui.keys import HELP_KEY
from ketaguide.tui.pages.context import Context

_NUMBERED = 9
"""Number of results that can be chosen by a digit."""
_IN_A_ROW = 9
"""Letters in one row; fits the narrowest window."""


def results(context: Context, found: Results, *, letters: bool = False) -> Doc:
    """The crisis card after words of distress, then each result: title, kind and place, snippet.

    With `letters`, an on-screen keyboard is above the results.
    """
    view = context.view
    words = view.interface.find
    pieces: list[Piece] = [help_box(view), Gap()] if found.distress else []
    pieces += alphabet(words) if letters else []
    pieces += [text(note, "soft") for note in search_text.notes(found, view)]
    pieces += [Item(words.as_typed.format(words=found.typed), SearchAsTyped())] if found.corrected else []
    pieces += [Gap(), text(search_text.near_words(found, view), "strong")] if found.near else []
    for number, result in enumerate(found.found or found.near, 1):
        excerpt = tuple(Run(bit.text, "strong" if bit.marked else "") for bit in result.snippet)
        name, kind = search_text.title(result, view.labels), search_text.where(result, view)
        pieces += [Gap(), Hit(name, kind, excerpt, _action(view, result), number if number <= _NUMBERED else 0)]
    pieces += _instead(view) if found.asked and not found.found and not found.distress else []
    pieces += [] if letters or found.distress else [Gap(), Item(words.letters, ShowLetters(True))]
    first = _action(view, found.found[0]) if found.found and not found.distress else None
    return Doc(words.title, tuple(pieces), menu=True, start=first)


def _instead(view: GuideView) -> Iterator[Piece]:
    """Ways on when nothing was found: the contents, the page on seeing a GP, help in a crisis."""
    for label, place, _ in search_text.ways_on(view):
        yield from (Gap(), Item(f"{label} ({HELP_KEY.shown})" if place == "help-now" else label, Open(place)))


def alphabet(words: FindWords) -> list[Piece]:
    """The on-screen keyboard: letters, space, delete, and a link to hide it."""
    signs = [(f"[{letter}]", letter) for letter in words.alphabet]
    rows = [signs[start : start + _IN_A_ROW] for start in range(0, len(signs), _IN_A_ROW)]
    rows[-1] += [(f"[{words.space}]", " "), (f"[{words.delete}]", "")]
    pieces: list[Piece] = []
    for row in rows:
        keys = ((Run(said, "button", PressLetter(letter)), Run(" ")) for said, letter in row)
        pieces += [Text(tuple(run for key in keys for run in key)), Gap()]
    return [*pieces, Item(words.letters_away, ShowLetters(False)), Gap()]


def help_box(view: GuideView) -> Box:
    """The crisis card, with a link to the help page."""
    lines = tuple(text(line) for line in search_text.help_lines(view))
    more = Text((Run(view.interface.find.help_more, "card-link", Open("help-now")),))
    return Box((Run(view.interface.crisis.get_help_now),), (*lines, more), "urgent")


def _action(view: GuideView, found: SearchResult) -> Action:
    place, passage = f"section:{found.section}", found.sentence
    match found.kind:
        case "term":
            return ShowTerm(found.id)
        case "contact":
            return ShowContact(found.id)
        case "faq":
            return OpenAt(place, found.title, fold=f"{found.section}:{found.id}", passage=passage)
        case "nation" if answer := nation_answer(view, found.id):
            page = view.section(answer.page)
            has_heading = page and answer.name in headings(resolve_section(page, view).blocks)
            return OpenAt(place, answer.name if has_heading else answer.table, below=answer.name)
        case "myth":
            return OpenAt(place, search_text.title(found, view.labels), passage=passage)
        case "section" if passage or found.heading:
            page = view.section(found.section)
            is_fold = page and any(isinstance(block, Details) and block.title == found.heading for block in page.blocks)
            return OpenAt(place, found.heading, fold=f"{found.section}:{found.heading}" if is_fold else "", passage=passage)
    return Open(place)
