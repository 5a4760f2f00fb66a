"""Reads the profile of the country that a guide names."""

import re

from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.file_types import PROFILE
from ketaguide.model.profile import Profile
from ketaguide.paths import content_dir

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def read_profile(files: FileReader, name: str) -> Profile | None:
    """The guide's own profile of a name or, where it has none, the shipped one; None and reported on failure."""
    file = f"profile/{name}.yaml"
    own = files.has(file) or files.is_folder(content_dir())
    reader = files if own else FileReader(content_dir())
    if not _NAME.fullmatch(name) or not reader.has(file):
        hint = f"write {file}" if _NAME.fullmatch(name) else "use small letters, digits and hyphens"
        files.report("guide.yaml", ("profile",), "profile", f"there is no profile {name!r}", f"{hint}, or name uk")
        return None
    if own:
        files.names("profile")
    found = reader.file(file, PROFILE)
    for problem in () if own else reader.problems:
        message = f"the program's own profile {name!r} cannot be read ({problem.message})"
        files.report("guide.yaml", ("profile",), "profile", message, "install the program again")
    return found
