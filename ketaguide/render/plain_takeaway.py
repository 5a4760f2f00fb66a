"""Renders the takeaway as plain text, for reading, printing and QR codes."""

from collections.abc import Iterable, Iterator

from ketaguide.render import html_links
from ketaguide.render.flow import Chunk, text_of, wrap
from ketaguide.render.plain_blocks import contact_piece
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.takeaway import TRIED_ROWS, Takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session

_SHORTEST = 9
"""Columns of the shortest line to write on."""


def takeaway_text(home: Takeaway, view: GuideView, width: int) -> str:
    """Render the whole takeaway for reading: a place to write in is said once, as "(blank)"."""
    return text_of(takeaway_pieces(home, view, width))


def takeaway_paper(home: Takeaway, view: GuideView, width: int) -> str:
    """Render the whole takeaway for paper, with lines to write on."""
    return text_of(_pieces(home, PlainWriter(view, width), _on_paper(home, width)))


def takeaway_pieces(home: Takeaway, view: GuideView, width: int) -> Iterator[Chunk]:
    """Yield the parts of the takeaway, for reading."""
    writer = PlainWriter(view, width)
    return _pieces(home, writer, _to_read(home, writer))


def numbered(texts: Iterable[str], width: int) -> list[str]:
    """A numbered list."""
    return [line for number, text in enumerate(texts, 1) for line in wrap(text, width, f"{number}. ")]


def known_questions(view: GuideView, width: int) -> str:
    """Every id that the takeaway accepts: of things that may matter, options, and questions by the person asked."""
    writer, options, words = PlainWriter(view, width), view.edition.options, view.interface.take
    groups = [
        (words.matters, [(thing.id, thing.text) for thing in options.things]),
        (words.options, [(option.id, option.name) for option in options.options]),
        *((group.title, [(ask.id, ask.text) for ask in group.questions]) for group in view.edition.asks.groups),
    ]
    chunks = [writer.chunk(words.known_ids)]
    for title, entries in groups:
        if entries:
            chunks += [writer.heading(title), Chunk(tuple(writer.bullets(f"{id_}: {text}" for id_, text in entries)))]
    return text_of(chunks)


def takeaway_addresses(home: Takeaway, session: Session, url: str, folder: str = "") -> list[str]:
    """The address with all that was picked, and a shorter one, for a phone; empty where the site has none."""
    ids = html_links.picks(session.matters.ids, session.compared.ids, [ask.id for ask in home.asks])
    return [address(url, ids, folder) for address in (html_links.take_away, html_links.take_away_short) if url]


def takeaway_words(home: Takeaway) -> list[str]:
    """The picks, one a line, and the numbers to call, for a phone."""
    picked = ((home.matters_title, home.matters), (home.options_title, home.options))
    said = [f"{title}: {'; '.join(texts)}" for title, texts in picked if any(texts)]
    said += [f"{number}. {ask.text}" for number, ask in enumerate(home.asks, 1)]
    return [*said, home.help_title, *home.help]


def _pieces(home: Takeaway, writer: PlainWriter, to_fill: tuple[Chunk, Chunk, Chunk]) -> Iterator[Chunk]:
    """Yield all parts in order; `to_fill` has what matters, the options, and what was tried."""
    matters, options, tried = to_fill
    yield writer.heading(home.title)
    yield Chunk(tuple(line for text in (home.help_title, *home.help) for line in writer.lines(text)))
    parts = (
        (home.matters_title, [matters]),
        (home.options_title, [options]),
        (home.ask_title, [Chunk(tuple(numbered((ask.text for ask in home.asks), writer.width)))]),
        (home.tried_title, [tried]),
        (home.bring_title, [Chunk(tuple(writer.bullets(home.bring)))]),
        (home.near_title, [contact_piece(contact, writer) for contact in home.near]),
        (home.paid_title, [writer.chunk(home.paid)]),
    )
    for title, chunks in parts:
        if any(chunk.lines for chunk in chunks):
            yield from (writer.heading(title), *chunks)
    yield writer.chunk(home.review)


def _to_read(home: Takeaway, writer: PlainWriter) -> tuple[Chunk, Chunk, Chunk]:
    """The parts on what matters, options and treatments tried, with equal empty places said once."""
    width, blank = writer.width, home.blank
    matters = numbered(home.matters, width) if any(home.matters) else [blank]
    judged = [f"{label}: {blank}" for label in home.judgements]
    names = [f"{number}. {name}" for number, name in enumerate(home.options, 1)] if any(home.options) else [blank]
    options = [line for name in names for text in (name, *judged) for line in wrap(text, width)]
    return Chunk(tuple(matters)), Chunk(tuple(options)), Chunk(tuple(f"{column}: {blank}" for column in home.tried))


def _on_paper(home: Takeaway, width: int) -> tuple[Chunk, Chunk, Chunk]:
    """The same with lines to write on, and a line of space above each."""
    matters = [line for number, text in enumerate(home.matters, 1) for line in _entry(number, text, width)]
    options = []
    for number, name in enumerate(home.options, 1):
        options += _entry(number, name, width)
        options += [line for label in home.judgements for line in ("", _line(f"   {label}: ", width))]
    widths = [max(len(column), _SHORTEST) for column in home.tried]
    widths[-1] = max(width - sum(widths[:-1]) - 2 * len(widths[:-1]), widths[-1])
    heads = "  ".join(column.ljust(wide) for column, wide in zip(home.tried, widths, strict=True)).rstrip()
    row = "  ".join("_" * wide for wide in widths)
    return Chunk(tuple(matters)), Chunk(tuple(options)), Chunk((heads, *(("", row) * TRIED_ROWS)))


def _entry(number: int, text: str, width: int) -> list[str]:
    """A numbered entry, or a numbered line to write on below a line of space."""
    return wrap(text, width, f"{number}. ") if text else ["", _line(f"{number}. ", width)]


def _line(first: str, width: int) -> str:
    return first.ljust(width, "_") if len(first) + _SHORTEST <= width else f"{first}{'_' * _SHORTEST}"
