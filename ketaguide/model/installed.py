"""The record that `ketaguide update` keeps beside the content it installs."""

import msgspec


class Installed(msgspec.Struct, frozen=True, kw_only=True):
    """Installed content and the tries to update it. Moments are as 2026-11-26T19:00:00Z; empty for never."""

    guide: str = ""
    """The id of the guide."""
    version: int = 0
    """The newest version that was ever installed; an older one is refused."""
    date: str = ""
    """The date of that version, as 2026-11-26."""
    sha256: str = ""
    """The hash of its pack."""
    installed: str = ""
    """The moment of installing it."""
    source: str = ""
    """The address or folder of the last try that ended well."""
    editors: tuple[str, ...] = ()
    """The names of those who signed it as editors; the start of the key's id for a key without a name."""
    clinicians: tuple[str, ...] = ()
    """The names of those who signed it as clinicians."""
    anchor: str = ""
    """The hash of the root.json that the site installed, with which trust began."""
    root: int = 0
    """The newest version of root.json that was ever seen from there; an older one is refused."""
    known: str = ""
    """The newest moment that anything signed names: time has passed it, whatever the clock shows."""
    verified: str = ""
    """The last try that ended well, whether it brought new content or found none."""
    due: str = ""
    """The moment at which the signatures expire: by then another try must have ended well."""
    tried: str = ""
    """The last try."""
    failure: str = ""
    """The reason why the last try failed; empty if it ended well."""

    @property
    def verified_day(self) -> str:
        """The day of the last try that ended well, as 2026-11-26."""
        return self.verified[:10]

    def lapsed(self, day: str) -> bool:
        """True when the signatures have expired by a day, as 2027-01-10: new content may exist and have been missed."""
        return bool(self.due) and self.due[:10] < day


NOT_INSTALLED = Installed()
