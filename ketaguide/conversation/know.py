"""Sources of a page: those of one heading, or of all, with their web addresses or without."""

from ketaguide.conversation.choices import Option, in_groups
from ketaguide.conversation.talk import Talk
from ketaguide.model.guide import Section
from ketaguide.render.plain_evidence import claim_pieces, section_evidence_pieces
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.rests_on import HeadingClaims, claims_by_heading

LIST = 20
"""Number of headings in one list: the page of questions has three times as many."""
_ALL, _ADDRESSES, _BACK = "all", "addresses", "back"


def know(talk: Talk, page: Section) -> None:
    """Choose headings and read what stands below them rests on, until the reader goes back."""
    labels, words, session = talk.view.labels, talk.view.words, talk.session
    found = claims_by_heading(page, talk.view)
    if len(found) == 1:
        talk.read(section_evidence_pieces(page, talk.view, talk.width, addresses=session.addresses))
        return
    lists, at, listed = in_groups(found, LIST), 0, True
    while True:
        after = (at + 1) % len(lists)
        choices: list[Option[HeadingClaims | int | str]] = [Option(one.heading, one) for one in lists[at]]
        choices += [Option(words.more.format(n=after + 1, total=len(lists)), after)] if after != at else []
        addresses = labels.no_addresses if session.addresses else labels.with_addresses
        choices += [Option(labels.know_all, _ALL), Option(addresses, _ADDRESSES), Option(words.back, _BACK, "back")]
        chosen = talk.choose(choices, labels.know_which, listed=listed)
        listed = isinstance(chosen, int)
        match chosen:
            case HeadingClaims(heading, claims):
                pieces = claim_pieces(claims, talk.view, talk.width, addresses=session.addresses)
                talk.read([PlainWriter(talk.view, talk.width).heading(heading), *pieces])
            case int() as at:
                pass
            case "all":
                talk.read(section_evidence_pieces(page, talk.view, talk.width, addresses=session.addresses))
            case "addresses":
                session.addresses = not session.addresses
                talk.say(labels.addresses_read if session.addresses else labels.addresses_left_out)
            case _:
                return
