"""`ketaguide list`: the contents, with what to type after `ketaguide read`."""

from argparse import Namespace

from ketaguide import streams
from ketaguide.commands import load, settings_of
from ketaguide.errors import Exit


def run(args: Namespace) -> int:
    """Print the id and title of every page."""
    from ketaguide.render.plain import contents_text
    from ketaguide.render.reading import Reading

    settings = settings_of(args)
    reading = Reading(load(settings), settings.variant, settings.nation)
    streams.say(contents_text(reading, streams.columns(), ids=True))
    return Exit.FINE
