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
from ketaguide.render.html_env import asset, markup, render_template, script
from ketaguide.render.html_head import Head
from ketaguide.render.html_links import Links
from ketaguide.render.html_page import Page, moved
from ketaguide.render.html_pages import pages
from ketaguide.render.html_search import index_json
from ketaguide.render.html_writer import kept_in_order
from ketaguide.resolve.crisis import crisis_lines
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.home import resolve_nations
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import review_words

_SCRIPTS = (
    "fragment.js", "page.js", "nation.js", "search.js", "finder.js", "distress.js", "plural.js", "takeaway.js", "decide.js",
    "moved.js", "keep.js", "cover.js",
)  # fmt: skip
_NOINDEX = '<meta name="robots" content="noindex">'


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
    """The pages of one edition, and what they share around their bodies."""

    view: GuideView
    links: Links
    pages: tuple[Page, ...]
    url: str = ""
    """The public address of the site; empty if it is not known."""
    changes: Sequence[Change] = ()
    share: bytes = b""
    """The picture that is shown with a link; empty without one of this guide."""
    stamp: str = ""
    """A fingerprint of all pages and assets: twelve hexadecimal digits."""

    @property
    def folder(self) -> str:
        """The folder of the edition with a slash; empty at the top."""
        path = self.view.edition.meta.path
        return f"{path}/" if path else ""

    def address(self, file: str) -> str:
        """The public address of a file of the edition; empty if that of the site is not known."""
        return f"{self.url.rstrip('/')}/{self.folder}{file}" if self.url else ""


def site(
    guide: Guide, url: str = "", nation: Nation | None = None, changes: Sequence[Change] = (), share: bytes = b""
) -> list[File]:
    """Render every file of the site, for one nation or all; `url` is its public address, for print and search engines.

    `changes` are those of what the guide says: they have a page, and a feed if the address is known. `share` is the picture
    to show with a link; one of another guide is left out.
    """
    _check_names(guide)
    guide, share = _named(guide), share if html_head.is_of(guide.meta, share) else b""
    sets = []
    for one in guide.editions.values():
        view, links = GuideView(guide, one.edition_id, nation), Links(one.meta.path, about=_about(guide))
        sets.append(_Set(view, links, tuple(pages(view, links, changes)), url, changes, share))
    sets = [replace(one, stamp=_stamp(sets)) for one in sets]
    files = [file for one in sets for file in _files(one)]
    files += [file for one in sets for file in _moved(one)]
    files += [File(path, text) for path, text in _assets()]
    data = open_data.open_data([one.view for one in sets], url)
    files += [File(open_data.JSON, open_data.as_json(data)), File(open_data.CSV, open_data.as_csv(data))]
    files += [File(open_data.SCHEMA, asset(open_data.SCHEMA))]
    files += [File("icon.svg", asset("icon.svg")), File("_headers", _headers())]
    files += _found(files, sets[0])
    core = html_offline.core(sets[0].view, {file.path: len(file.data) for file in files})
    files += _anywhere(sets[0], core)
    return [*files, File("sw.js", html_offline.worker({file.path: file.data for file in files}, core))]


def _found(files: Sequence[File], one: _Set) -> Iterator[File]:
    """Yield the files for search engines, for those who show a link, and for a phone's apps."""
    meta, base = one.view.guide.meta, one.url.rstrip("/")
    yield File(html_head.MANIFEST, html_head.manifest(one.view))
    yield from (File(name, "", html_head.picture(name)) for name in html_head.ICONS)
    if one.share:
        yield File(html_head.SHARE, "", one.share)
    if base:
        listed = [file.path for file in files if file.path.endswith(".html") and _NOINDEX not in file.text]
        yield File("sitemap.xml", render_template("sitemap.xml", base=base, paths=listed, day=meta.facts_checked))
    if base and one.changes:
        yield File(html_head.FEED, html_head.feed(one.changes, one.view, base))
    if base and "/" not in base.partition("://")[2]:  # the root of a host, where alone search engines read it
        yield File("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n")


def one_file(guide: Guide, view: GuideView, *, large: bool = False, url: str = "") -> str:
    """Render the whole guide of one edition as one self-contained file."""
    view = replace(view, guide=_named(view.guide))
    links = Links(view.edition.meta.path, one_file=True, about=_about(view.guide))
    made = _Set(view, links, tuple(pages(view, links)), url)
    style, script = html_style.style(html_style.ONE_FILE), _one_script()
    return _page(
        "single.html", replace(made, stamp=_stamp([made])), pages=made.pages, large=large, style=style, script=script,
        policy=html_style.alone_policy(style, script), patterns=markup("people_patterns"),
    )  # fmt: skip


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


def _stamp(sets: list[_Set]) -> str:
    """A fingerprint of the text and assets of these editions."""
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


def _moved(one: _Set) -> Iterator[File]:
    """Yield a page at each former address; it sends the reader to the new one."""
    meta, about = one.view.edition.meta, one.links.about
    renamed = [(about, made) for made in one.pages if about and made.name == to.ABOUT]
    found = [(f"{one.folder}{name}", made, one.links) for name, made in renamed]
    if meta.role == "short" and meta.base == one.view.guide.first.edition_id:
        former = Links(meta.path, about=about, base=f"../{meta.path}/")
        names = (*((made.name, made) for made in one.pages), *renamed)
        found += [(f"{to.FORMER_FOLDER}/{name}", made, former) for name, made in names]
    for path, made, links in found:
        there = links.place(made.name)
        address = one.address(there.rpartition("/")[2]) or there
        yield _file(replace(one, links=links), moved(made, one.view, links), path, address=address, moved=there)


def _files(one: _Set) -> Iterator[File]:
    """Yield the pages of an edition, its search index and, for the standard one, the cover page."""
    for made in one.pages:
        address = one.address(f"{made.name}.html")
        head = html_head.head(made, one.view, address, one.url, has_share=bool(one.share))
        yield _file(one, made, f"{one.folder}{made.name}", address=address, head=head)
    yield File(f"{one.folder}search.json", kept_in_order(index_json(one.view, one.links), one.view.edition.meta))
    if not one.folder:
        yield File("cover.html", _page("cover.html", one))


def _anywhere(one: _Set, core: list[str]) -> Iterator[File]:
    """Yield the pages that are shown at any address: offline, and where there is none."""
    offline = html_offline.offline(one.view, core)
    yield _file(replace(one, links=to.RootedLinks()), offline, offline.name)
    links = html_offline.rooted(one.url)
    lost = html_offline.lost(one.view, links, known=bool(one.url))
    if one.url:
        yield _file(replace(one, links=links), lost, lost.name)
    else:  # nobody knows where the guide begins
        style = html_style.style(html_style.ALONE)
        text = _page("alone.html", replace(one, links=links), page=lost, style=style, policy=html_style.alone_policy(style))
        yield File(f"{lost.name}.html", text)


def _file(one: _Set, made: Page, path: str, *, address: str = "", head: Head | None = None, moved: str = "") -> File:
    """A page of the site, at a path without its extension."""
    patterns = markup("people_patterns") if 'class="people"' in made.body else ""
    text = _page("site.html", one, page=made, address=address, head=head, moved=moved, patterns=patterns)
    return File(f"{path}.html", text)


def _page(template: str, one: _Set, **values: Any) -> str:
    """A page from a template, with its numbers in the order in which they are called."""
    return kept_in_order(render_template(template, **_shared(one) | values), one.view.edition.meta)


@cache
def _assets() -> tuple[tuple[str, str], ...]:
    """The path and text of every style file and script."""
    styles = ((name, html_style.style(parts)) for name, parts in html_style.FILES.items())
    return tuple((f"assets/{name}", text) for name, text in (*styles, *((name, script(name)) for name in _SCRIPTS)))


def _shared(one: _Set) -> dict[str, object]:
    """Template values for the head and foot shared by all pages of an edition."""
    view, words = one.view, one.view.edition.interface
    meta, others = view.guide.meta, [other.meta for other in view.guide.editions.values() if other is not view.edition]
    choices = () if view.nation else resolve_nations(view)  # all stand first; none for a site of one nation
    return {
        "meta": meta, "words": words, "labels": words.labels, "html": words.html, "links": one.links, "url": one.url,
        "banner": crisis_lines(view), "notice": crisis_notice(view), "language": view.edition.meta, "others": others,
        "choices": [*choices[-1:], *choices[:-1]], "foot": _foot(one), "lacks": view.lacks,
        "review": review_words(view),
        "dated": words.html.dated.format(edition=one.stamp),
        "changes": one.changes, "policy": html_style.POLICY, "paper": html_style.PAPER,
        "asset": _versioned(),
    }  # fmt: skip


@cache
def _versioned() -> dict[str, str]:
    """The path of every style file and script → its address, which changes with its text."""
    return {path: f"{path}?v={html_offline.fingerprint(text.encode())[:8]}" for path, text in _assets()}


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
    alone = map(html_style.style, (html_style.ONE_FILE, html_style.ALONE, html_style.TAKEAWAY))
    policy = html_style.header_policy(*alone, script=_one_script())
    lines = (
        f"Content-Security-Policy: {policy}",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()",
        "Cache-Control: no-cache",
    )
    return "/*\n" + "".join(f"  {line}\n" for line in lines)
