"""The profile of a guide's country: reads it, and checks that it and the guide name nations and contacts that there are."""

import re
from collections.abc import Iterable, Iterator

from ketaguide.loading.advice import did_you_mean
from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.file_types import GuidePart
from ketaguide.loading.problem import Places, Problem
from ketaguide.model.guide import Guide
from ketaguide.model.profile import Profile
from ketaguide.model.text_forms import ID
from ketaguide.model.walk import Path
from ketaguide.paths import content_dir


def read_profile(files: FileReader, name: str) -> Profile | None:
    """The guide's own profile of a name or, where it has none, the shipped one; None and reported on failure."""
    file = f"profile/{name}.yaml"
    own = files.has(file) or files.is_folder(content_dir())
    reader = files if own else FileReader(content_dir())
    if not ID.fullmatch(name) or not reader.has(file):
        hint = f"write {file}" if ID.fullmatch(name) else "use small letters, digits and hyphens"
        files.report("guide.yaml", ("profile",), "profile", f"there is no profile {name!r}", f"{hint}, or name uk")
        return None
    if own:
        files.names("profile")
    found = reader.file(file, Profile)
    for problem in () if own else reader.problems:
        message = f"the program's own profile {name!r} cannot be read ({problem.message})"
        files.report("guide.yaml", ("profile",), "profile", message, "install the program again")
    return found


def profile_faults(guide: Guide, places: Places) -> Iterator[Problem]:
    """Yield every contact of a role that does not exist, or whose number no screen could show."""
    file = f"profile/{guide.meta.profile}.yaml"
    is_own, shown = file in places.files, guide.profile.on_every_screen
    for path, contact_id in _roles(guide.profile):
        contact = guide.contacts.get(contact_id)
        if contact is None and is_own:
            message = f"there is no contact {contact_id!r} in contacts.yaml"
            yield places.problem(file, path, "profile", message, did_you_mean(contact_id, guide.contacts))
        elif contact is None and contact_id in shown:
            message = f"the contact {contact_id!r} is missing"
            yield places.problem("contacts.yaml", (), "crisis-numbers", message, "add it; every screen shows its number")
        elif contact and contact_id in shown and not contact.phone:
            at = list(guide.contacts).index(contact_id)
            message = f"the contact {contact_id!r} has no phone number"
            yield places.problem("contacts.yaml", ("contacts", at), "crisis-numbers", message, "add it; every screen shows it")


def form_faults(guide: Guide, places: Places) -> Iterator[Problem]:
    """Yield ids of nations that no address can hold, phrases that name no nation, and patterns that are no patterns."""
    profile, file = guide.profile, f"profile/{guide.meta.profile}.yaml"
    for at, nation in enumerate(profile.nations):
        if not ID.fullmatch(nation.id) or nation.id == "none" or nation.id in profile.ids[:at]:
            hint = "use small letters, digits and hyphens, an id for each nation, and not none"
            yield places.problem(file, ("nations", at, "id"), "profile", f"{nation.id!r} cannot be the id of a nation", hint)
    for at, phrase in enumerate(profile.either):
        named = [nation for nations in re.findall(r"\{([^:{}]*):", phrase) for nation in nations.split(", ")]
        if unknown := [nation for nation in named or ["?"] if nation not in profile.ids]:
            hint = 'write the ids of nations before each piece: "{east, west: 111}, or {north: the line} in the North"'
            message = f"there is no nation {unknown[0]!r} in the phrase" if named else "the phrase names no nations"
            yield places.problem(file, ("either", at), "profile", message, hint)
    patterns: list[tuple[Path, str]] = [
        (("phones", name), getattr(profile.phones, name)) for name in ("elsewhere", "whole", "costly", "texts")
    ]
    for path, pattern in [*patterns, *((("spelled", at, "pattern"), one.pattern) for at, one in enumerate(profile.spelled))]:
        try:
            re.compile(pattern)
        except re.error as error:
            yield places.problem(file, path, "profile", f"this is no pattern: {error}", "write a regular expression of Python")


def _roles(profile: Profile) -> Iterator[tuple[Path, str]]:
    """Yield each contact that a role names, with its path in the profile."""
    yield ("emergency",), profile.emergency
    if profile.urgent:
        yield ("urgent",), profile.urgent
    for at, nation in enumerate(profile.nations):
        if nation.urgent:
            yield ("nations", at, "urgent"), nation.urgent
    yield from ((("talk", at), one) for at, one in enumerate(profile.talk))


def unknown_nations(guide: Guide, parts: Iterable[GuidePart], places: Places) -> Iterator[Problem]:
    """Yield every nation that is named and is none of the profile's."""
    known = guide.profile.ids
    for file, start, part in parts:
        for path, nation in named_nations(part, start):
            if nation not in known:
                field = "nation" if path[-1] == "nation" else "nations"
                hint = did_you_mean(nation, known) if known else f"remove {field}: the profile has no nations"
                message = f"there is no nation {nation!r} in the profile {guide.meta.profile!r}"
                yield places.problem(file, path, "nations", message, hint)


def named_nations(part: object, start: Path) -> Iterator[tuple[Path, str]]:
    """Yield every nation that a value itself names, with its path."""
    if isinstance(one := getattr(part, "nation", None), str):
        yield (*start, "nation"), one
    yield from (((*start, "nations", at), one) for at, one in enumerate(getattr(part, "nations", ())))
