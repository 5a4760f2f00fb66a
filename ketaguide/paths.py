"""Where things are. The only module that knows."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def deploy_dir() -> Path:
    """The templates of what a kiosk installs."""
    return _PACKAGE / "deploy"


def content_dir() -> Path:
    """The shipped content: inside the installed package, or beside it in a source checkout."""
    packaged = _PACKAGE / "content"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "content"


def shared_dir() -> Path:
    """The folder in which an editable install keeps the bundle of the content."""
    return Path(sys.prefix, "share", "ketaguide")
