"""Settings of one run, fixed at start."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.overlay import NO_SITE, Overlay
from ketaguide.paths import content_dir

Colours = Literal["many", "few", "none"]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Choices of the command line; a new session starts from these."""

    content: Path = field(default_factory=content_dir)
    nation: Nation | None = None
    edition_id: EditionId = ""
    """The id of an edition, or its role; empty for the first."""
    theme: str | None = None
    """Colour theme; None follows the terminal's background."""
    colours: Colours = "many"
    """Colours of the terminal; with sixteen or none there is only one theme."""
    draws_more: bool = True
    """True on a terminal that has half blocks and check boxes; the Linux console has not."""
    site: Overlay = NO_SITE
    """Contacts and options that the site adds."""
