"""The guide as a conversation by numbers, for screen readers, braille lines and terminals that only type.

One choice a line, a number and Enter; no terminal control at all. Nothing a reader types is ever shown again.
"""

from ketaguide.conversation.console import Console, Leave
from ketaguide.conversation.menu import main_menu
from ketaguide.conversation.quiz import quiz
from ketaguide.conversation.talk import Aloud, Area, Talk
from ketaguide.model.guide import Guide
from ketaguide.session import Session

__all__ = ["Aloud", "Area", "Console", "converse", "main_menu", "quiz"]


def converse(
    guide: Guide, session: Session, console: Console, about: Area = main_menu, aloud: Aloud | None = None
) -> None:
    """Talk about one area, the whole guide unless said, until the reader leaves; crisis help comes first and last."""
    talk = Talk(guide, session, console, aloud)
    try:
        talk.remind()
        about(talk)
    except (Leave, KeyboardInterrupt):
        console.write("\n")
    talk.say(talk.view.words.goodbye)
    talk.remind()
