"""Renders search results as plain text."""

from collections.abc import Iterator

from ketaguide.model.search_results import Results, SearchResult
from ketaguide.render import search_text
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.view import GuideView


def results_pieces(results: Results, view: GuideView, width: int, *, commands: bool = False) -> Iterator[Chunk]:
    """Yield crisis help if needed, then each result; with `commands`, each has the command that prints it."""
    writer, words = PlainWriter(view, width), view.interface.find
    if results.distress:
        yield help_piece(view, width)
    yield Chunk(tuple(line for note in search_text.notes(results, words) for line in writer.lines(note)))
    for number, found in enumerate(results.found, 1):
        yield _result(found, number, writer, commands)


def help_piece(view: GuideView, width: int) -> Chunk:
    """The crisis help shown above results."""
    writer = PlainWriter(view, width)
    title = view.interface.crisis.get_help_now.upper()
    return Chunk((title, *(line for said in search_text.help_lines(view) for line in writer.lines(said))))


def _result(found: SearchResult, number: int, writer: PlainWriter, commands: bool) -> Chunk:
    lines = writer.lines(search_text.title(found, writer.labels), f"{number}. ")
    lines += writer.lines(f"{search_text.where(found, writer.view)}.", "   ")
    lines += writer.lines(search_text.snippet(found), "   ")
    if commands and (command := _command(found)):
        lines += writer.lines(writer.view.interface.find.to_read.format(command=command), "   ")
    return Chunk(tuple(lines))


def _command(found: SearchResult) -> str:
    """The command that prints a result; empty for a contact, which the result shows in full."""
    if found.kind == "term":
        return f"ketaguide glossary {found.id}"
    if found.kind == "nation":
        return f"ketaguide read {found.section} --nation {found.id}"
    return f"ketaguide read {found.section}" if found.section else ""
