"""Who answers for the guide."""

from ketaguide.conversation.talk import Talk
from ketaguide.render.plain_about import about_pieces


def about(talk: Talk) -> None:
    """Read it in parts, then return to the start."""
    talk.read(about_pieces(talk.view, talk.width))
