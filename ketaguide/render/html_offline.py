"""Pages for readers without the page they asked for: offline, or at an address of none; and the service worker's lists."""

import hashlib
from collections.abc import Iterable
from json import dumps

from ketaguide.crisis import HELP_PAGE
from ketaguide.render import html_links as to
from ketaguide.render.html_env import script
from ketaguide.render.html_links import Links, RootedLinks
from ketaguide.render.html_page import Page, plain_page
from ketaguide.resolve.home import resolve_home
from ketaguide.resolve.view import GuideView

OFFLINE, LOST = "offline", "404"
CORE_BYTES = 300_000
"""The most that the worker fetches unasked, uncompressed: some hosts compress nothing."""
_ROOM = 10_000
"""Bytes of that for the offline page and for the worker without its table of files."""
_LATER = tuple(f"assets/{name}" for name in ("finder.js", "takeaway.js", "moved.js", "sheet.css", "print.css"))
"""Looks and scripts of pages that are not kept before others; they are kept with those."""
_UNREAD = (
    "_headers", "robots", "sitemap", "evidence.", "manifest", "icon-", "share", "feed", f"{LOST}.html", f"{to.FORMER_FOLDER}/",
)  # fmt: skip
"""Beginnings of the paths of files that no reader opens offline."""


def rooted(url: str) -> Links:
    """Links for pages that are shown at any address, from the site's public address."""
    path = url.partition("://")[2].partition("/")[2].strip("/")
    return RootedLinks(base=f"/{path}/" if path else "/")


def offline(view: GuideView, core: Iterable[str]) -> Page:
    """The page that the worker shows in place of one that was not kept; page by page it names those of `core`."""
    links = RootedLinks()
    kept = [page for page in view.pages() if f"{to.slug(page.id)}.html" in core]
    return plain_page("offline.html", view, links, OFFLINE, view.interface.offline.title, kept=kept)


def lost(view: GuideView, links: Links, *, known: bool) -> Page:
    """The page for an address at which there is none; its links lead into the guide if the guide's address is known."""
    return plain_page("lost.html", view, links, LOST, view.interface.offline.lost_title, known=known)


def core(view: GuideView, sizes: dict[str, int]) -> list[str]:
    """Files that the worker keeps unasked: help, home, looks, and then pages by how much they are needed, up to CORE_BYTES.

    `sizes` holds the bytes of every file but the offline page and the worker, for which room is left.
    """
    always = [*(name for name in sizes if name.startswith("assets/") and name not in _LATER), "icon.svg", "cover.html"]
    short = view.guide.short_of(view.edition_id)
    folders = ["", *([f"{view.guide.edition(short).meta.path}/"] if short else [])]
    always += [f"{folder}{page}.html" for folder in folders for page in (to.HOME, HELP_PAGE)]
    meta, roles, home = view.guide.meta, view.guide.meta.roles, resolve_home(view)
    wanted = (*meta.offline, roles.gp, roles.by_nation, roles.ready, *(one.page.id for one in home.questions))
    found, room = dict.fromkeys(always), CORE_BYTES - _ROOM - sum(sizes[name] for name in always)
    room -= sum(len(dumps({name: "0" * 32})) for name in sizes if not name.startswith(_UNREAD))  # the worker's table
    for name in (f"{to.slug(page)}.html" for page in dict.fromkeys(wanted)):
        if name in sizes and sizes[name] <= room:
            found[name], room = None, room - sizes[name]
    return [*found, f"{OFFLINE}.html"]


def worker(files: dict[str, bytes], core: list[str]) -> str:
    """The service worker, with the hash of each file that it may keep."""
    kept = {path: data for path, data in files.items() if not path.startswith(_UNREAD)}
    table = dumps({path: fingerprint(data) for path, data in kept.items()}, indent=0)
    edition, size = hashlib.sha256(table.encode()).hexdigest()[:12], sum(map(len, kept.values()))
    values = (("EDITION", dumps(edition)), ("SIZE", str(size)), ("CORE", dumps(core, indent=0)), ("FILES", table))
    return "".join(f"const {name} = {value};\n" for name, value in values) + script("worker.js")


def fingerprint(data: bytes) -> str:
    """The value that the worker compares a file with: half of its SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()[:32]
