"""`ketaguide quiz`: runs the quiz alone, as a plain conversation."""

from argparse import Namespace

from ketaguide.commands import need
from ketaguide.commands.loader import load, settings_of
from ketaguide.commands.open import talk
from ketaguide.conversation import quiz
from ketaguide.resolve.view import GuideView


def run(args: Namespace) -> None:
    """Ask the questions until the reader quits."""
    settings = settings_of(args)
    guide = load(settings)
    need(GuideView(guide, settings.edition_id), "quiz", "quiz")
    talk(settings, guide, about=quiz)
