"""Conversation view: numbered choices and typed words, for screen readers, braille displays and line-only terminals.

One choice a line; no terminal control codes, but to clear the screen when asked. Input is never printed again.
"""

from ketaguide.conversation.anywhere import COMMANDS
from ketaguide.conversation.console import Console, Quit
from ketaguide.conversation.menu import MainMenu
from ketaguide.conversation.quiz import quiz
from ketaguide.conversation.talk import Aloud, Talk
from ketaguide.conversation.trail import Area, Place, follow
from ketaguide.model.guide import Guide
from ketaguide.session import Session

__all__ = ["Aloud", "Area", "Console", "MainMenu", "converse", "quiz"]


def converse(guide: Guide, session: Session, console: Console, about: Area | None = None, aloud: Aloud | None = None) -> None:
    """Run the conversation on one area (default: the main menu) until the reader quits; crisis numbers come first and last."""
    talk = Talk(guide, session, console, aloud, COMMANDS)
    menu = MainMenu()
    first = about if isinstance(about, Place) else Place(about) if about else menu
    try:
        talk.say_crisis_numbers()
        follow(talk, first, menu)
    except (Quit, KeyboardInterrupt):
        console.write("\n")
    talk.say(talk.view.words.goodbye)
    talk.say_crisis_numbers()
