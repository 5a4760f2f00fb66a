"""`ketaguide list`: prints the contents with the ids for `ketaguide read`."""

from argparse import Namespace

from ketaguide import streams
from ketaguide.commands import load, settings_of
from ketaguide.errors import Exit


def run(args: Namespace) -> int:
    """Print the id and title of every page."""
    from ketaguide.render.plain import contents_text
    from ketaguide.resolve.view import GuideView

    settings = settings_of(args)
    view = GuideView(load(settings), settings.edition_id, settings.nation)
    streams.say(contents_text(view, streams.columns(), ids=True))
    return Exit.FINE
