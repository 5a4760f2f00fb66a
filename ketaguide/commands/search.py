"""`ketaguide search WORDS`: prints search results as plain text."""

from argparse import Namespace

from ketaguide import crisis, streams
from ketaguide.commands import load, settings_of
from ketaguide.errors import Exit, UsageError


def run(args: Namespace) -> int:
    """Print the results between two copies of the crisis numbers. UsageError for an empty query."""
    from ketaguide.render.flow import text_of
    from ketaguide.render.plain_search import results_pieces
    from ketaguide.resolve.view import GuideView
    from ketaguide.search import Finder

    typed = " ".join(args.words)
    if not typed.strip():
        raise UsageError("say what to look for: ketaguide search WORDS")
    settings, width = settings_of(args), streams.columns()
    guide = load(settings)
    results = Finder(guide).find(typed, settings.edition_id, settings.nation)
    text = text_of(results_pieces(results, GuideView(guide, settings.edition_id, settings.nation), width, commands=True))
    numbers = "\n".join(crisis.short(settings.nation, width))
    streams.say(f"{numbers}\n\n{text}\n\n{numbers}")
    return Exit.FINE
