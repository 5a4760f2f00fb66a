"""What a place that shows the guide adds to it: its name, its own contacts, its printer. It takes nothing away."""

from typing import Annotated

import msgspec

from ketaguide.model.contact import Contact, ContactKind, Nation

Seconds = Annotated[int, msgspec.Meta(ge=120, le=3600)]


class SiteContact(Contact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A contact of the site; the site itself answers for it."""

    kind: ContactKind = "local"
    sources: tuple[str, ...] = ()


class Overlay(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A site file. Nothing in it is required but the name, and without a file there is no name."""

    name: str
    """As people know it: "Elm Tree Surgery". Shown with every contact it adds."""
    hours: str = ""
    """When the site is open, as a person reads it."""
    logo_text: str = ""
    """The name as the screen's first line shows it; the name itself where this is empty."""
    nation: Nation | None = None
    printer: str = ""
    """The name of a print queue. Without one nothing can be printed."""
    takeaway_url: str = ""
    """A page, at https, that shows the questions whose ids stand after its "#"; they never reach a server."""
    idle_seconds: Seconds | None = None
    """How long a shared screen waits before it forgets a reader."""
    contacts: tuple[SiteContact, ...] = ()
    """Added; one with the id "gp" is put in the place of the guide's own, and no other."""


NO_SITE = Overlay(name="")
