"""About the guide: authors, review state, dates, funding."""

from ketaguide.conversation.talk import Talk
from ketaguide.render.plain_guide import about_pieces


def about(talk: Talk) -> None:
    """Read the page in parts, then go back."""
    talk.read(about_pieces(talk.view, talk.width))
