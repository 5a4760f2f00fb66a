"""Locations of the installed files."""

import sys
from pathlib import Path

CONTENT_PLACE = Path("/var/lib/ketaguide-content")
"""The folder that `ketaguide update` installs into, and waiting rooms read."""
CURRENT = "current.pack"
"""The link in that folder to the installed version."""
ROOT_FILE = Path("/etc/ketaguide/root.json")
"""The publisher's root.json as the site installed it."""
_PACKAGE = Path(__file__).resolve().parent


def deploy_dir() -> Path:
    """Return the folder of kiosk templates."""
    return _PACKAGE / "deploy"


def starter_dir() -> Path:
    """Return the folder of the guide that `ketaguide new guide` begins."""
    return _PACKAGE / "starter"


def content_dir() -> Path:
    """Return the folder of the shipped content: in the installed package, or beside it in a source checkout."""
    packaged = _PACKAGE / "content"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "content"


def shared_dir() -> Path:
    """Return the folder in which an editable install keeps the content bundle."""
    return Path(sys.prefix, "share", "ketaguide")
