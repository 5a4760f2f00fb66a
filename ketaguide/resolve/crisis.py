"""Numbers of the crisis banner, from content: emergency, urgent lines of one nation or all, a listening line."""

from typing import NamedTuple

from ketaguide import crisis
from ketaguide.model.block import CareCard
from ketaguide.model.contact import Contact, Nation
from ketaguide.resolve.contact import first_way, last_checked
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import nations_words, sentence


class CrisisLine(NamedTuple):
    """One number of the banner."""

    what: str
    """Its purpose, such as "In danger", or the nations it serves."""
    phone: str
    href: str
    nations: tuple[Nation, ...] = ()
    """Set for an urgent number that does not serve every nation shown."""


def crisis_lines(view: GuideView) -> tuple[CrisisLine, ...]:
    """The banner's numbers, most urgent first.

    The urgent number shared by most nations is labelled "Crisis"; numbers of single nations are labelled with the nation.
    """
    words, profile = view.interface.crisis, view.profile
    urgent = urgent_numbers(view)
    most = max(urgent.values(), key=len, default=())
    lines = [_line(view, words.life_at_risk, profile.emergency)]
    for nations in sorted(urgent.values(), key=lambda nations: nations is not most):
        is_shared = nations is most and (len(nations) > 1 or len(urgent) == 1)
        what = words.crisis if is_shared else nations_words(nations, view)
        lines.append(_line(view, what, _urgent_of(view, nations), () if len(urgent) == 1 else nations))
    return (*lines, *(_line(view, words.talk, talk) for talk in profile.talk[:1] if talk in view.guide.contacts))


class HelpNumber(NamedTuple):
    """One number of the get-help-now page."""

    number: str
    lines: tuple[str, ...]
    """The reason to use it, and the option to choose."""
    nation: str = ""
    """Its nation, if it serves one and none is chosen: replaces `lines` in a narrow window."""
    other: tuple[str, ...] = ()
    """Other ways to the same kind of help, such as "Text SHOUT to 85258"."""


def help_numbers(view: GuideView) -> tuple[HelpNumber, ...]:
    """The numbers of the get-help-now page, most urgent first, each with the first reason of its care card.

    Nations are named where none is chosen; a service that is overdue for checking says so.
    """
    words, contacts, profile = view.interface.crisis, view.guide.contacts, view.profile
    place = words.or_go.format(place=profile.emergency_place) if profile.emergency_place else ""
    calls = [_help_number(view, contacts[profile.emergency], f"{_first_reason(view, 'emergency')} {place}")]
    reason = _first_reason(view, "urgent")
    for _, nations in sorted(urgent_numbers(view).items(), key=lambda item: -len(item[1])):
        contact = contacts[_urgent_of(view, nations)]
        where = nations_words(nations, view) if nations else ""
        note = profile.urgent_note or contact.phone_note
        option = words.option.format(nations=where, option=note) if where and not view.nation else sentence(contact.phone_note)
        named = contact.name if reason else words.same_reasons.format(name=contact.name)
        call = _help_number(view, contact, reason, option if contact.phone_note else named)
        calls.append(call if reason else call._replace(nation=where))
        reason = ""
    talks = [contacts[talk] for talk in profile.talk if talk in contacts]
    calls += [_help_number(view, contact, words.any_hour.format(name=contact.name)) for contact in talks if contact.phone]
    texts = [" ".join((str(way), *_due(view, one))) for one in talks if not one.phone and (way := first_way(one, view.labels))]
    return (*calls[:-1], calls[-1]._replace(other=tuple(texts)))


def _help_number(view: GuideView, contact: Contact, *lines: str) -> HelpNumber:
    return HelpNumber(contact.phone, tuple(line.strip() for line in (*lines, *_due(view, contact)) if line))


def _due(view: GuideView, contact: Contact) -> tuple[str, ...]:
    """A service that is overdue for checking says when it was last checked."""
    return (last_checked(contact, view),) if contact.id in view.guide.overdue.contacts else ()


def _first_reason(view: GuideView, urgency: str) -> str:
    """The first item of the care card of a level on the page of help; empty if there is none."""
    page = view.section(crisis.HELP_PAGE)
    cards = (block for block in (page.blocks if page else ()) if isinstance(block, CareCard) and block.urgency == urgency)
    return next((sentence(card.items[0].text) for card in cards if card.items), "")


def urgent_numbers(view: GuideView) -> dict[str, tuple[Nation, ...]]:
    """Urgent number → nations it serves, for the view's nation or all; no nations where the country has none."""
    found: dict[str, tuple[Nation, ...]] = {}
    for nation in (view.nation,) if view.nation else view.profile.ids or (None,):
        if urgent := view.profile.urgent_of(nation):
            phone = view.guide.contacts[urgent].phone
            found[phone] = (*found.get(phone, ()), *([nation] if nation else []))
    return found


def _urgent_of(view: GuideView, nations: tuple[Nation, ...]) -> str:
    return view.profile.urgent_of(nations[0] if nations else None)


def _line(view: GuideView, what: str, contact_id: str, nations: tuple[Nation, ...] = ()) -> CrisisLine:
    contact = view.guide.contacts[contact_id]
    way = first_way(contact, view.labels)
    return CrisisLine(what, contact.phone, way.href if way else "", nations)
