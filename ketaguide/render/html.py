"""Renders the guide as a static site for any web server, or as one HTML file.

Reproducible: the output does not depend on the time, the machine or the order of a set.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from msgspec import structs

from ketaguide import __version__
from ketaguide.crisis import HELP_PAGE
from ketaguide.errors import KetaguideError
from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide
from ketaguide.render import html_head, html_offline, html_style, open_data
from ketaguide.render import html_links as to
from ketaguide.render.changes import Change
from ketaguide.render.html_env import asset, markup, page, script
from ketaguide.render.html_links import Links
from ketaguide.render.html_page import Page, moved
from ketaguide.render.html_pages import pages
from ketaguide.render.html_search import index_json
from ketaguide.render.html_takeaway import STYLE
from ketaguide.render.html_writer import kept_in_order
from ketaguide.resolve.crisis import crisis_lines
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.home import NationChoice, resolve_nations
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import review_words

SCRIPTS = (
    "fragment.js",
    "page.js",
    "nation.js",
    "search.js",
    "finder.js",
    "distress.js",
    "plural.js",
    "takeaway.js",
    "decide.js",
    "moved.js",
    "keep.js",
    "cover.js",
)


class SiteError(KetaguideError):
    """The guide cannot be rendered as pages; the message gives the reason."""


@dataclass(frozen=True)
class File:
    """One file of the site: text, or a picture."""

    path: str
    text: str
    picture: bytes = b""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.picture or self.text.encode()


@dataclass(frozen=True)
class _Set:
    """The page bodies of one edition, without head and foot."""

    view: GuideView
    links: Links
    pages: tuple[Page, ...]
    changes: Sequence[Change] = ()
    share: bytes = b""
    """The picture that is shown with a link; empty without one of this guide."""


def site(
    guide: Guide, url: str = "", nation: Nation | None = None, changes: Sequence[Change] = (), share: bytes = b""
) -> list[File]:
    """Render every file of the site, for one nation or all; `url` is its public address, for print and search engines.

    `changes` are those of what the guide says: they have a page, and a feed if the address is known. `share` is the picture
    to show with a link; one of another guide is left out.
    """
    _check_names(guide)
    guide, share = _named(guide), share if html_head.is_of(guide.meta, share) else b""
    sets = [
        replace(_set(GuideView(guide, one.edition_id, nation), Links(one.meta.path, about=_about(guide)), changes), share=share)
        for one in guide.editions.values()
    ]
    edition = _edition(sets)
    files = [file for one in sets for file in _files(one, edition, url)]
    files += [file for one in sets for file in _moved(one, edition, url)]
    files += [File(path, text) for path, text in _assets()]
    data = open_data.open_data([one.view for one in sets], url)
    files += [File(open_data.JSON, open_data.as_json(data)), File(open_data.CSV, open_data.as_csv(data))]
    files += [File(open_data.SCHEMA, asset(open_data.SCHEMA))]
    files += [File("icon.svg", asset("icon.svg")), File("_headers", _headers())]
    files += _found(files, sets[0], url)
    core = html_offline.core(sets[0].view, {file.path: len(file.data) for file in files})
    files += _anywhere(sets[0], core, edition, url)
    return [*files, File("sw.js", html_offline.worker({file.path: file.data for file in files}, core))]


def _found(files: Sequence[File], one: _Set, url: str) -> Iterator[File]:
    """Yield the files for search engines, for those who show a link, and for a phone's apps."""
    meta = one.view.guide.meta
    yield File(html_head.MANIFEST, html_head.manifest(one.view))
    yield from (File(name, "", html_head.picture(name)) for name in html_head.ICONS)
    if one.share:
        yield File(html_head.SHARE, "", one.share)
    if url:
        listed = [file.path for file in files if file.path.endswith(".html") and _NOINDEX not in file.text]
        yield File("sitemap.xml", html_head.sitemap(listed, meta.facts_checked, url))
    if url and one.changes:
        yield File(html_head.FEED, html_head.feed(one.changes, one.view, url))
    if html_head.is_root(url):
        yield File("robots.txt", html_head.robots(url))


_NOINDEX = '<meta name="robots" content="noindex">'


def one_file(guide: Guide, view: GuideView, *, large: bool = False, url: str = "") -> str:
    """Render the whole guide of one edition as one self-contained file."""
    view, links = (
        replace(view, guide=_named(view.guide)),
        Links(view.edition.meta.path, one_file=True, about=_about(view.guide)),
    )
    made = _set(view, links)
    values, style, scripts = _shared(made, _edition([made]), url), html_style.style(html_style.ONE_FILE), _one_script()
    policy = html_style.one_file_policy(style, scripts)
    values |= {"large": large, "style": style, "script": scripts, "policy": policy, "patterns": markup("people_patterns")}
    return _page("single.html", **values, pages=made.pages)


def _page(template: str, **values: Any) -> str:
    """A page from a template, with its numbers in the order in which they are called."""
    return kept_in_order(page(template, **values), values["language"])


def _one_script() -> str:
    """The scripts of the one-file guide, each in its own block scope."""
    return "\n".join(f"{{\n{script(name)}}}" for name in ("fragment.js", "page.js", "takeaway.js", "decide.js"))


def _check_names(guide: Guide) -> None:
    """Raise SiteError if a section's file name collides with another page's."""
    rounds = (to.quiz_round(one.id) for edition in guide.editions.values() for one in edition.quiz.rounds)
    seen = {*to.RESERVED_SLUGS, *rounds, *(to.reading_path(one.minutes) for one in guide.meta.paths)}
    for name in guide.meta.order:
        file = to.slug(name)
        if file in seen or file.endswith("-how-we-know"):
            raise SiteError(f"the page {name!r} would take the file of another page; give it another id")
        seen.add(file)


def _named(guide: Guide) -> Guide:
    """The guide with its page of help under the name of the links to it: the web has no other page for "Get help now"."""
    editions = dict(guide.editions)
    for edition_id, edition in editions.items():
        if page := edition.sections.get(HELP_PAGE):
            name = edition.interface.crisis.get_help_now
            sections = {**edition.sections, HELP_PAGE: structs.replace(page, title=name, nav_title=name)}
            editions[edition_id] = structs.replace(edition, sections=sections)
    return structs.replace(guide, editions=editions)


def _set(view: GuideView, links: Links, changes: Sequence[Change] = ()) -> _Set:
    return _Set(view, links, tuple(pages(view, links, changes)), changes)


def _edition(sets: list[_Set]) -> str:
    """A fingerprint of the text and assets: twelve hexadecimal digits."""
    hashed = hashlib.sha256(__version__.encode())
    for part in (*(text for _, text in _assets()), script("worker.js")):
        hashed.update(part.encode())
    for one in sets:
        for made in one.pages:
            hashed.update(f"\0{one.view.edition_id}\0{made.name}\0{made.body}".encode())
    return hashed.hexdigest()[:12]


def _about(guide: Guide) -> str:
    """The page of a guide on itself, which stands at the address of the about page; empty if it has none."""
    return guide.meta.roles.about if guide.meta.roles.about in guide.meta.order else ""


def _moved(one: _Set, edition: str, url: str) -> Iterator[File]:
    """Yield a page at each former address; it sends the reader to the new one."""
    meta, about = one.view.edition.meta, one.links.about
    folder = f"{meta.path}/" if meta.path else ""
    renamed = [(about, made) for made in one.pages if about and made.name == to.ABOUT]
    found: list[tuple[str, str, Page, Links]] = [(folder, name, made, one.links) for name, made in renamed]
    if meta.role == "short" and meta.base == one.view.guide.first.edition_id:
        former = to.FormerLinks(meta.path, about=about)
        found += [
            (f"{to.FORMER_FOLDER}/", name, made, former)
            for name, made in (*((made.name, made) for made in one.pages), *renamed)
        ]
    for at, name, page_there, links in found:
        made, there = moved(page_there, one.view, links), links.place(page_there.name)
        shared = _shared(replace(one, links=links), edition, url)
        address = f"{url.rstrip('/')}/{folder}{there.rpartition('/')[2]}" if url else there
        yield File(
            f"{at}{name}.html", _page("site.html", **shared, page=made, address=address, patterns="", head=None, moved=there)
        )


def _files(one: _Set, edition: str, url: str) -> Iterator[File]:
    """Yield the pages of an edition, its search index and, for the standard one, the cover page."""
    folder = f"{one.links.folder}/" if one.links.folder else ""
    shared = _shared(one, edition, url)
    for made in one.pages:
        address = f"{url.rstrip('/')}/{folder}{made.name}.html" if url else ""
        patterns = markup("people_patterns") if made.counts_people else ""
        head = html_head.head(made, one.view, address, url, has_share=bool(one.share))
        text = _page("site.html", **shared, page=made, address=address, patterns=patterns, moved="", head=head)
        yield File(f"{folder}{made.name}.html", text)
    yield File(f"{folder}search.json", kept_in_order(index_json(one.view, one.links), one.view.edition.meta))
    if not folder:
        yield File("cover.html", _page("cover.html", **shared))


def _anywhere(one: _Set, core: list[str], edition: str, url: str) -> Iterator[File]:
    """Yield the pages that are shown at any address: offline, and where there is none."""
    made = html_offline.offline(one.view, core)
    shared = _shared(replace(one, links=to.RootedLinks()), edition, url)
    yield File(f"{made.name}.html", _page("site.html", **shared, page=made, address="", patterns="", head=None, moved=""))
    links = html_offline.rooted(url)
    made = html_offline.lost(one.view, links, known=bool(url))
    shared = _shared(replace(one, links=links), edition, url)
    if url:
        yield File(f"{made.name}.html", _page("site.html", **shared, page=made, address="", patterns="", head=None, moved=""))
    else:  # nobody knows where the guide begins
        style = html_style.style(html_style.ALONE)
        shared |= {"style": style, "policy": html_style.alone_policy(style)}
        yield File(f"{made.name}.html", _page("alone.html", **shared, page=made))


@cache
def _assets() -> tuple[tuple[str, str], ...]:
    """The path and text of every style file and script."""
    styles = ((name, html_style.style(parts)) for name, parts in html_style.FILES.items())
    return tuple((f"assets/{name}", text) for name, text in (*styles, *((name, script(name)) for name in SCRIPTS)))


def _shared(one: _Set, edition: str, url: str) -> dict[str, object]:
    """Template values for the head and foot shared by all pages of an edition."""
    view, words = one.view, one.view.edition.interface
    meta, others = view.guide.meta, [other.meta for other in view.guide.editions.values() if other is not view.edition]
    return {
        "meta": meta, "words": words, "labels": words.labels, "html": words.html, "links": one.links, "url": url,
        "banner": crisis_lines(view), "notice": crisis_notice(view), "language": view.edition.meta, "others": others,
        "choices": _choices(view), "foot": _foot(one), "lacks": view.lacks,
        "review": review_words(view),
        "dated": words.html.dated.format(edition=edition), "version": __version__,
        "changes": one.changes, "policy": html_style.POLICY, "paper": html_style.PAPER,
        "asset": {path: f"{path}?v={html_offline.fingerprint(text.encode())[:8]}" for path, text in _assets()},
    }  # fmt: skip


def _choices(view: GuideView) -> list[NationChoice]:
    """The nations to choose from, all first; empty for a site of one, or of a country without."""
    choices = () if view.nation else resolve_nations(view)
    return [*choices[-1:], *choices[:-1]]


def _foot(one: _Set) -> list[tuple[str, str]]:
    """(page, name) of the links at the foot of every page."""
    words, html = one.view.interface, one.view.interface.html
    search = [] if one.links.one_file else [("search", html.search)]
    own = one.view.section(one.links.about)
    about = [("about", own.title if own else words.about.title), ("sources", words.tui.all_sources), ("quiz", words.quiz.title)]
    lacks = {"glossary" if name == "words" else name for name in one.view.lacks}
    return [there for there in (*search, ("glossary", words.labels.words), *about) if there[0] not in lacks]


def _headers() -> str:
    """A `_headers` file for static hosts (a path, then indented headers); covers the one-file guide too."""
    alone = (*map(html_style.style, (html_style.ONE_FILE, html_style.ALONE)), STYLE)
    policy = html_style.header_policy(*alone, script=_one_script())
    lines = (
        f"Content-Security-Policy: {policy}",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()",
        "Cache-Control: no-cache",
    )
    return "/*\n" + "".join(f"  {line}\n" for line in lines)
