"""`ketaguide search WORDS`: prints search results as plain text."""

from argparse import Namespace

from ketaguide import streams
from ketaguide.commands import say_between_numbers
from ketaguide.commands.loader import view_of
from ketaguide.errors import UsageError
from ketaguide.render.flow import text_of
from ketaguide.render.plain_search import results_pieces
from ketaguide.search import Finder


def run(args: Namespace) -> None:
    """Print the results between two copies of the crisis numbers. UsageError for an empty query."""
    typed = " ".join(args.words)
    if not typed.strip():
        raise UsageError("say what to look for: ketaguide search WORDS")
    view = view_of(args)
    results = Finder(view.guide).find(typed, view.edition_id, view.nation, as_typed=args.as_typed)
    text = text_of(results_pieces(results, view, streams.columns(), commands=True))
    say_between_numbers(view, text, apart="\n\n")
