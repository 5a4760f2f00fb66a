"""`ketaguide quiz`: runs the quiz alone, as a plain conversation."""

from argparse import Namespace

from ketaguide.commands import load, need, settings_of
from ketaguide.errors import Exit


def run(args: Namespace) -> int:
    """Ask the questions until the reader quits."""
    from ketaguide.commands.open import talk
    from ketaguide.conversation import quiz
    from ketaguide.resolve.view import GuideView

    settings = settings_of(args)
    guide = load(settings)
    need(GuideView(guide, settings.edition_id), "quiz", "quiz")
    talk(settings, guide, about=quiz)
    return Exit.FINE
