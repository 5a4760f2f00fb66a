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
    cards = tuple(
        crisis.Card(
            str(getattr(view.labels, card.urgency)), card.heading, tuple(item.text for item in card.items), card.contacts
        )
        for card in (page.blocks if page else ())
        if isinstance(card, CareCard)
    )
    ids = {*profile.on_every_screen, *profile.talk, *(contact for card in cards for contact in card.contacts)}
    fields = [name for name in crisis.CrisisContact._fields if name != "other_ways"]
    return crisis.Country(
        {
            contact_id: crisis.CrisisContact(
                **{name: getattr(contact, name) for name in fields}, other_ways=_ways(contact, profile)
            )
            for contact_id in ids
            if (contact := guide.contacts.get(contact_id))
        },
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


def _ways(contact: Contact, profile: Profile) -> tuple[str, ...]:
    """Other ways to the emergency service, for those who cannot call; the page of help has those of the others."""
    return contact.other_ways if contact.id == profile.emergency else ()
