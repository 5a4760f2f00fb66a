"""Contents of a code for a phone: the address of the takeaway, or its words and the numbers."""

from ketaguide.render import html_links
from ketaguide.resolve.takeaway import Takeaway
from ketaguide.session import Session


def takeaway_addresses(home: Takeaway, session: Session, url: str, folder: str = "") -> list[str]:
    """The address with all that was picked, and a shorter one; empty where the site has none."""
    ids = html_links.picks(session.matters.ids, session.compared.ids, [ask.id for ask in home.asks])
    return [address(url, ids, folder) for address in (html_links.take_away, html_links.take_away_short) if url]


def takeaway_words(home: Takeaway) -> list[str]:
    """The picks, one a line, and the numbers to call."""
    picked = ((home.matters_title, home.matters), (home.options_title, home.options))
    said = [f"{title}: {'; '.join(texts)}" for title, texts in picked if any(texts)]
    said += [f"{number}. {ask.text}" for number, ask in enumerate(home.asks, 1)]
    return [*said, home.help_title, *home.help]
