"""Numbers of the crisis banner, from content: emergency, urgent lines of one nation or all four, a listening line."""

from typing import NamedTuple

from ketaguide import crisis
from ketaguide.model.contact import NATIONS, Nation
from ketaguide.resolve.contact import first_way
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import nations_words


class CrisisLine(NamedTuple):
    """One number of the banner."""

    what: str
    """Its purpose, such as "Life at risk", or the nations it serves."""
    phone: str
    href: str
    nations: tuple[Nation, ...] = ()
    """Set for an urgent number that does not serve every nation shown."""


def crisis_lines(view: GuideView) -> tuple[CrisisLine, ...]:
    """The banner's numbers, most urgent first.

    The urgent number shared by most nations is labelled "Crisis"; numbers of single nations are labelled with the nation.
    """
    words, contacts = view.interface.crisis, view.guide.contacts
    urgent = urgent_numbers(view)
    most = max(urgent.values(), key=len)
    lines = [_line(view, words.life_at_risk, crisis.EMERGENCY)]
    for nations in sorted(urgent.values(), key=lambda nations: nations is not most):
        is_shared = nations is most and (len(nations) > 1 or len(urgent) == 1)
        what = words.crisis if is_shared else nations_words(nations, view.labels)
        lines.append(_line(view, what, crisis.URGENT[nations[0]], () if len(urgent) == 1 else nations))
    return (*lines, _line(view, words.talk, crisis.TALK)) if crisis.TALK in contacts else tuple(lines)


def urgent_numbers(view: GuideView) -> dict[str, tuple[Nation, ...]]:
    """Urgent number → nations it serves, for the view's nation or all four."""
    shown = NATIONS if view.nation is None else (view.nation,)
    found: dict[str, tuple[Nation, ...]] = {}
    for nation in shown:
        phone = view.guide.contacts[crisis.URGENT[nation]].phone
        found[phone] = (*found.get(phone, ()), nation)
    return found


def _line(view: GuideView, what: str, contact_id: str, nations: tuple[Nation, ...] = ()) -> CrisisLine:
    contact = view.guide.contacts[contact_id]
    way = first_way(contact, view.labels)
    return CrisisLine(what, contact.phone, way.href if way else "", nations)
