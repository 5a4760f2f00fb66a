"""A site's additions to the guide: its name, contacts and printer. It removes nothing."""

from typing import Annotated

import msgspec

from ketaguide.model.base import StrictStruct
from ketaguide.model.contact import Contact, ContactKind, Nation
from ketaguide.model.text_forms import WriteTo

Seconds = Annotated[int, msgspec.Meta(ge=120, le=3600)]


class SiteContact(Contact, frozen=True, kw_only=True):
    """A contact that the site adds and is responsible for."""

    kind: ContactKind = "local"
    sources: tuple[str, ...] = ()


class Overlay(StrictStruct, frozen=True, kw_only=True):
    """A site file. Only the name is required; it is empty when there is no file."""

    name: str
    """The site's usual name, such as "Elm Tree Surgery". Shown with every contact it adds."""
    hours: str = ""
    """Opening hours, as displayed."""
    logo_text: str = ""
    """The name on the screen's first line; defaults to `name`."""
    nation: Nation | None = None
    printer: str = ""
    """A print queue; printing is disabled when empty."""
    takeaway_url: str = ""
    """An https page that shows the questions whose ids follow "#" in its address; they never reach a server."""
    write_to: WriteTo = ""
    """An address for what is wrong on this screen or in what the site added."""
    idle_seconds: Seconds | None = None
    """Idle time after which a shared screen resets."""
    contacts: tuple[SiteContact, ...] = ()
    """Contacts to add; only one with the id "gp" replaces the guide's own."""


NO_SITE = Overlay(name="")
