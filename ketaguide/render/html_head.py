"""Makes the guide found and shared: descriptions, Open Graph, structured data, sitemap, robots, manifest, pictures, feed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from json import dumps

from ketaguide.model.guide import Guide
from ketaguide.model.meta import Meta
from ketaguide.render import html_links as to
from ketaguide.render.changes import Change
from ketaguide.render.html_env import asset_path, render_template
from ketaguide.render.html_page import Page
from ketaguide.render.html_reference import change_title
from ketaguide.resolve.view import GuideView

MANIFEST, FEED, SHARE = "manifest.webmanifest", "feed.xml", "share.png"
ICONS = {"icon-180.png": "", "icon-192.png": "any", "icon-512.png": "any", "icon-mask.png": "maskable"}
"""Pictures of the icon → their purpose in the manifest; the first is for Apple's telephones, which read no manifest."""
SIZES = {SHARE: (1200, 630), **{name: (size, size) for name, size in zip(ICONS, (180, 192, 512, 512), strict=True)}}
_SCHEMA = "https://schema.org"


@dataclass(frozen=True)
class Head:
    """The part of a page's head that is for search engines, and for those who show a link to it."""

    description: str
    graph: tuple[tuple[str, str], ...] = ()
    data: dict[str, object] = field(default_factory=dict)


def head(page: Page, view: GuideView, address: str, url: str, *, has_share: bool = False) -> Head:
    """The head of a page at its address; a guide whose own address is unknown is not found, and says less."""
    meta = view.guide.meta
    section = view.section(meta.roles.about if page.name == to.ABOUT else page.name)
    description = section.summary[0].text if section and section.summary else page.about or view.edition.home.about
    if not url or (not section and page.name != to.HOME):  # nobody finds it, or a page of lists: a description says it
        return Head(description)
    graph = {
        "og:type": "website" if page.name == to.HOME else "article", "og:site_name": meta.title,
        "og:title": page.title, "og:url": address,
    }  # fmt: skip
    if has_share:
        width, height = SIZES[SHARE]
        graph |= {
            "og:image": f"{url.rstrip('/')}/{SHARE}", "og:image:type": "image/png",
            "og:image:width": str(width), "og:image:height": str(height), "og:image:alt": share_words(view.guide),
        }  # fmt: skip
    data = _data(page, view, address, url) if not view.edition.meta.base else {}
    return Head(description, tuple(graph.items()), data)


def _data(page: Page, view: GuideView, address: str, url: str) -> dict[str, object]:
    """A page as structured data (schema.org), with the aspects that pages of the NHS have; a review only if there was one."""
    meta = view.guide.meta
    reviewer = {"@type": "Person", "jobTitle": meta.review.role}
    reviewed = {"lastReviewed": meta.review.date, "reviewedBy": reviewer} if meta.review.date else {}
    aspects = [f"{_SCHEMA}/{one.aspect}HealthAspect" for one in meta.aspects if one.page == page.name]
    part = {"@type": "HealthTopicContent", "hasHealthAspect": aspects}
    return {
        "@context": _SCHEMA, "@type": "MedicalWebPage", "name": page.title,
        "url": address, "inLanguage": view.edition.meta.language,
        "about": [{"@type": one.kind, "name": one.name} for one in meta.subjects],
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        **({"hasPart": part} if aspects else {}),
        "isPartOf": {"@type": "WebSite", "name": meta.title, "url": f"{url.rstrip('/')}/"},
        "dateModified": meta.facts_checked, **reviewed,
        "author": {"@type": "Organization", "name": meta.author},
        **({"license": meta.licence_url} if meta.licence_url else {}),
    }  # fmt: skip


def share_words(guide: Guide) -> str:
    """The words on the picture that is shown with a link."""
    return f"{guide.meta.title}. {guide.first.interface.web.share}."


@cache
def picture(name: str) -> bytes:
    """A picture of the icon; tests/site/made_files.py makes them."""
    return asset_path(name).read_bytes()


def is_of(meta: Meta, share: bytes) -> bool:
    """True if a picture for sharing is of this guide: it holds its title."""
    return meta.title.encode("latin-1", "replace") in share


def manifest(view: GuideView) -> str:
    """The manifest with which a phone puts the guide among its apps; addresses are relative to it."""
    meta = view.guide.meta
    icons = [
        {"src": name, "sizes": "{}x{}".format(*SIZES[name]), "type": "image/png", "purpose": purpose}
        for name, purpose in ICONS.items()
        if purpose
    ]
    made = {
        "name": meta.title, "short_name": meta.short_title, "description": view.edition.home.about,
        "lang": view.edition.meta.language, "id": "./",
        "start_url": "./index.html", "scope": "./", "display": "minimal-ui", "background_color": "#ffffff",
        "theme_color": "#003087", "icons": icons,
    }  # fmt: skip
    return dumps(made, indent=1) + "\n"


def feed(changes: Iterable[Change], view: GuideView, home: str) -> str:
    """An Atom feed of what the guide says otherwise, an entry for each version."""
    entries = [(change, change_title(change, view)) for change in changes]
    words, language = view.interface.web, view.edition.meta.language
    return render_template("feed.xml", home=home, meta=view.guide.meta, words=words, language=language, entries=entries)
