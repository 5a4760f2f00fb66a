"""Picks as text for a phone: the address that takes it along, or the words."""

from ketaguide.conversation.talk import Talk
from ketaguide.render.plain_takeaway import takeaway_addresses, takeaway_words
from ketaguide.resolve.takeaway import takeaway


def phone(talk: Talk) -> None:
    """Say the address with all that was picked; where the guide has none, say what to copy."""
    words, session = talk.view.interface, talk.session
    if not session.picked:
        talk.lines(words.typed.phone_nothing)
        return
    home = takeaway(talk.view, session.questions.ids)
    *_, address = takeaway_addresses(home, session, talk.guide.site.takeaway_url, talk.view.edition.meta.path) or ("",)
    if address:
        talk.lines(words.typed.phone_address)
        talk.console.write(f"{address}\n\n")
    else:
        talk.lines(words.typed.phone_text, *takeaway_words(home))
