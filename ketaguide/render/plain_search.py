"""Renders search results as plain text."""

import shlex
from collections.abc import Iterator

from ketaguide.model.search_results import Results, SearchResult
from ketaguide.render import search_text
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.view import GuideView


def results_pieces(results: Results, view: GuideView, width: int, *, commands: bool = False) -> Iterator[Chunk]:
    """Yield crisis help if needed, then each result; with `commands`, each has the command that prints it."""
    writer, words = PlainWriter(view, width), view.interface.find
    to_undo = f"ketaguide search --as-typed {shlex.quote(results.typed)}" if commands else ""
    if results.distress:
        lines = (line for said in search_text.help_lines(view) for line in writer.lines(said))
        yield Chunk((view.interface.crisis.get_help_now.upper(), *lines))
    said = search_text.notes(results, view)
    said += [_way(words.as_typed.format(words=results.typed), to_undo)] if results.corrected else []
    yield Chunk(tuple(line for note in said for line in writer.lines(note)))
    if results.near:
        yield writer.chunk(search_text.near_words(results, view))
    for number, found in enumerate(results.found or results.near, 1):
        yield _result(found, number, writer, commands)
    if results.asked and not results.found and not results.distress:
        ways = (_way(label, command if commands else "") for label, _, command in search_text.ways_on(view))
        yield Chunk(tuple(line for way in ways for line in writer.lines(way)))


def _way(label: str, command: str) -> str:
    """A choice of the screen, with the command that does it."""
    return f"{label}: {command}" if command else label


def _result(found: SearchResult, number: int, writer: PlainWriter, commands: bool) -> Chunk:
    title = f"{number}. {search_text.title(found, writer.view.labels)}"
    lines = [title] if commands else writer.lines(title)  # for other programs, a title stands in a line of its own
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
