"""The crisis card of a guide: the built-in one for the UK in English, else one made of the guide's own content."""

from msgspec.structs import asdict

from ketaguide import crisis
from ketaguide.model.block import CareCard
from ketaguide.model.contact import Contact
from ketaguide.model.edition import primary
from ketaguide.model.profile import Profile
from ketaguide.resolve.view import GuideView


def country_of(view: GuideView) -> crisis.Country:
    """The services, cards and words of the crisis card of a view's guide."""
    guide, profile, interface = view.guide, view.profile, view.interface
    helping = (edition.meta for edition in guide.chain(view.edition_id) if crisis.HELP_PAGE in edition.sections)
    language = primary(next(helping, view.edition.meta).language)
    if guide.meta.profile == crisis.PROFILE and language == crisis.LANGUAGE:
        return crisis.UK
    page = view.section(crisis.HELP_PAGE)
    found = (block for block in (page.blocks if page else ()) if isinstance(block, CareCard))
    cards = tuple(
        crisis.Card(str(getattr(view.labels, one.urgency)), one.heading, tuple(map(str, one.items)), one.contacts)
        for one in found
    )
    ids = {*profile.on_every_screen, *profile.talk, *(contact for card in cards for contact in card.contacts)}
    return crisis.Country(
        {contact_id: _way(guide.contacts[contact_id], profile) for contact_id in ids if contact_id in guide.contacts},
        profile.emergency,
        {nation or "": urgent for nation in profile.ids or (None,) if (urgent := profile.urgent_of(nation))},
        profile.talk,
        {nation: profile.name_of(nation) for nation in profile.ids},
        cards,
        {"crisis": asdict(interface.crisis), "labels": asdict(interface.labels)},
        interface.crisis.talk,
    )


def short(view: GuideView, width: int) -> list[str]:
    """The crisis numbers in short: one line if it fits, else one line for each."""
    return crisis.short(view.nation, width, country_of(view))


def whole(view: GuideView, width: int) -> list[str]:
    """The whole card as lines of text."""
    return crisis.lines(view.nation, width, country_of(view))


def _way(contact: Contact, profile: Profile) -> crisis.CrisisContact:
    """A service; of the emergency service also the ways for those who cannot call (the page of help has those of others)."""
    others = contact.other_ways if contact.id == profile.emergency else ()
    return crisis.CrisisContact(contact.name, contact.phone, contact.phone_note, contact.sms, contact.sms_word, others)
