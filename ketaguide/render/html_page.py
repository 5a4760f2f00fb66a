"""One web page: its parts, and making it from a template."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from ketaguide.render.html_env import page, spoken
from ketaguide.render.html_links import Links
from ketaguide.render.html_style import PARTS, PLAIN, SHEET
from ketaguide.resolve import language
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

    @property
    def counts_people(self) -> bool:
        """True when it has icon arrays, which use SVG patterns at the end of the page."""
        return 'class="people"' in self.body


def make_page(template: str, view: GuideView, links: Links, name: str, title: str, **values: object) -> Page:
    """A page from a template, with the scripts and style sheets that it needs."""
    words = view.interface
    shared = {"words": words, "labels": words.labels, "html": words.html, "links": links, "lacks": view.lacks}
    shared |= _speaking(view)
    body = page(template, **shared, name=name, title=title, **values)
    scripts = {
        "take-away": ("takeaway.js", "decide.js"),
        "search": ("search.js",),
        "about": () if links.one_file else ("keep.js",),
        "index": () if links.one_file else ("search.js",),
    }.get(name, ())
    sheets = {"evidence.html": PLAIN, "take_away.html": SHEET}.get(template, PARTS)
    if "data-pick=" in body:
        scripts = ("decide.js",)
    return Page(name, title, Markup(body.strip()), scripts, sheets)


def _speaking(view: GuideView) -> dict[str, Callable[..., str]]:
    """Functions of templates for counted words, and for the language of borrowed ones."""
    return {
        "counted": partial(counted, view=view),
        "forms_data": partial(forms_data, view=view),
        "lang_of_page": lambda name: spoken(language.of_page(name, view)),
        "lang_of_ask": lambda name: spoken(language.of_ask(name, view)),
        "lang_of_home": lambda: spoken(language.of_home(view)),
    }


def plain_page(template: str, view: GuideView, links: Links, name: str, title: str, **values: object) -> Page:
    """A page of words and links alone, which search engines leave out."""
    return replace(make_page(template, view, links, name, title, **values), listed=False)


def moved(there: Page, view: GuideView, links: Links) -> Page:
    """The page at a former address of another page, to which it leads."""
    made = make_page("moved.html", view, links, there.name, there.title)
    return replace(made, scripts=("moved.js",), sheets=PLAIN)
