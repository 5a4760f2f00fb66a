"""Conversation view: numbered choices, for screen readers, braille displays and line-only terminals.

One choice a line, a number and Enter; no terminal control codes. Input is never printed again.
"""

from ketaguide.conversation.console import Console, Quit
from ketaguide.conversation.menu import main_menu
from ketaguide.conversation.quiz import quiz
from ketaguide.conversation.talk import Aloud, Area, Talk
from ketaguide.model.guide import Guide
from ketaguide.session import Session

__all__ = ["Aloud", "Area", "Console", "converse", "main_menu", "quiz"]


def converse(guide: Guide, session: Session, console: Console, about: Area = main_menu, aloud: Aloud | None = None) -> None:
    """Run the conversation on one area (default: the main menu) until the reader quits; crisis numbers come first and last."""
    talk = Talk(guide, session, console, aloud)
    try:
        talk.say_crisis_numbers()
        about(talk)
    except (Quit, KeyboardInterrupt):
        console.write("\n")
    talk.say(talk.view.words.goodbye)
    talk.say_crisis_numbers()
