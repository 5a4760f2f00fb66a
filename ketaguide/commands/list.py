"""`ketaguide list`: prints the contents with the ids for `ketaguide read`."""

from argparse import Namespace

from ketaguide import streams
from ketaguide.commands.loader import view_of
from ketaguide.render.plain import contents_text


def run(args: Namespace) -> None:
    """Print the id and title of every page."""
    streams.say(contents_text(view_of(args), streams.columns(), ids=True))
