"""`ketaguide quiz`: runs the quiz alone, as a plain conversation."""

from argparse import Namespace

from ketaguide.commands import load, settings_of
from ketaguide.errors import Exit


def run(args: Namespace) -> int:
    """Ask the questions until the reader quits."""
    from ketaguide.commands.open import talk
    from ketaguide.conversation import quiz

    settings = settings_of(args)
    talk(settings, load(settings), about=quiz)
    return Exit.FINE
