"""`ketaguide list`: prints the contents with the ids for `ketaguide read`."""

from argparse import Namespace

from ketaguide import streams
from ketaguide.commands import view_of
from ketaguide.errors import Exit


def run(args: Namespace) -> int:
    """Print the id and title of every page."""
    from ketaguide.render.plain import contents_text

    streams.say(contents_text(view_of(args), streams.columns(), ids=True))
    return Exit.FINE
