"""Conversation view: numbered choices and typed words, for screen readers, braille displays and line-only terminals.

One choice a line; no terminal control codes, but to clear the screen when asked. Input is never printed again.
"""

from ketaguide.conversation.anywhere import COMMANDS
from ketaguide.conversation.console import Console, Quit
from ketaguide.conversation.menu import MainMenu
from ketaguide.conversation.quiz import quiz
from ketaguide.conversation.talk import Aloud, Talk
from ketaguide.conversation.trail import Area, BackTo, Go, GoBack, Stay, TalkPlace, ToMenu
from ketaguide.model.guide import Guide
from ketaguide.session import Session

__all__ = ["Aloud", "Area", "Console", "converse", "quiz"]

LIMIT = 200
"""Limit of places kept to go back to; the oldest after the first are dropped."""


def converse(guide: Guide, session: Session, console: Console, about: Area | None = None, aloud: Aloud | None = None) -> None:
    """Run the conversation on one area (default: the main menu) until the reader quits; crisis numbers come first and last."""
    talk = Talk(guide, session, console, aloud, COMMANDS)
    menu = MainMenu()
    first = about if isinstance(about, TalkPlace) else TalkPlace(about) if about else menu
    try:
        talk.say_crisis_numbers()
        _follow(talk, first, menu)
    except (Quit, KeyboardInterrupt):
        console.write("\n")
    talk.say(talk.view.words.goodbye)
    talk.say_crisis_numbers()


def _follow(talk: Talk, first: TalkPlace, menu: TalkPlace) -> None:
    """Run places, the newest first, until the first one ends; every place leads back to the one before, as it was left."""
    trail = talk.trail
    trail.append(first)
    while trail:
        try:
            trail[-1](talk)
            trail.pop()
        except BackTo as going:
            del trail[trail.index(going.place) + 1 :]
        except Go as going:
            trail.append(going.place)
            del trail[1:-LIMIT]
        except GoBack:
            trail.pop()
        except ToMenu:
            trail[:] = [menu]
        except Stay:
            pass
