"""`ketaguide search WORDS`: prints search results as plain text."""

from argparse import Namespace

from ketaguide import streams
from ketaguide.commands import view_of
from ketaguide.errors import Exit, UsageError


def run(args: Namespace) -> int:
    """Print the results between two copies of the crisis numbers. UsageError for an empty query."""
    from ketaguide.render.flow import text_of
    from ketaguide.render.plain_search import results_pieces
    from ketaguide.resolve import crisis_card
    from ketaguide.search import Finder

    typed = " ".join(args.words)
    if not typed.strip():
        raise UsageError("say what to look for: ketaguide search WORDS")
    view, width = view_of(args), streams.columns()
    results = Finder(view.guide).find(typed, view.edition_id, view.nation, as_typed=args.as_typed)
    text = text_of(results_pieces(results, view, width, commands=True))
    numbers = "\n".join(crisis_card.short(view, width))
    streams.say(f"{numbers}\n\n{text}\n\n{numbers}")
    return Exit.FINE
