"""`ketaguide crisis`: who to call now, from the built-in copy, so that it cannot fail and starts at once."""

from argparse import Namespace

from ketaguide import crisis, streams
from ketaguide.errors import Exit


def run(args: Namespace) -> int:
    """Print the crisis card."""
    streams.say("\n".join(crisis.lines(args.nation, streams.columns())))
    return Exit.FINE
