"""`ketaguide crisis`: prints the built-in crisis card, which needs no content."""

from argparse import Namespace

from ketaguide import crisis, streams
from ketaguide.errors import Exit


def run(args: Namespace) -> int:
    """Print the crisis card."""
    streams.say("\n".join(crisis.lines(args.nation, streams.columns())))
    return Exit.FINE
