"""One web page: its parts, and making it from a template."""

from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from ketaguide.render.html_env import render_template, spoken
from ketaguide.render.html_links import Links
from ketaguide.render.html_style import PARTS, PLAIN, SHEET
from ketaguide.resolve.language import lender
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import counted, forms_data


@dataclass(frozen=True)
class Page:
    """One page of the site: file name, title, body, and its own scripts and style sheets."""

    name: str
    title: str
    body: Markup
    scripts: tuple[str, ...] = ()
    sheets: tuple[str, ...] = PARTS
    listed: bool = True
    """False for a page that search engines leave out."""
    about: str = ""
    """Its description for search engines, if no section has one."""


_SCRIPTS = {"take-away": ("takeaway.js", "decide.js"), "search": ("search.js",), "about": ("keep.js",), "index": ("search.js",)}
"""Scripts of pages by their names; a page with boxes to tick has another."""


def make_page(template: str, view: GuideView, links: Links, name: str, title: str, **values: object) -> Page:
    """A page from a template, with the scripts and style sheets that it needs."""
    words = view.interface
    body = render_template(
        template, words=words, labels=words.labels, html=words.html, links=links, lacks=view.lacks, name=name, title=title,
        counted=partial(counted, view=view), forms_data=partial(forms_data, view=view),
        lang_of=lambda kind, id_: spoken(lender(kind, id_, view)), **values,
    )  # fmt: skip
    scripts = ("decide.js",) if "data-pick=" in body else _SCRIPTS.get(name, ())
    sheets = {"evidence.html": PLAIN, "take_away.html": SHEET}.get(template, PARTS)
    return Page(name, title, Markup(body.strip()), scripts, sheets)


def plain_page(template: str, view: GuideView, links: Links, name: str, title: str, **values: object) -> Page:
    """A page of words and links alone, which search engines leave out."""
    return replace(make_page(template, view, links, name, title, **values), listed=False)


def moved(there: Page, view: GuideView, links: Links) -> Page:
    """The page at a former address of another page, to which it leads."""
    made = make_page("moved.html", view, links, there.name, there.title)
    return replace(made, scripts=("moved.js",), sheets=PLAIN)
