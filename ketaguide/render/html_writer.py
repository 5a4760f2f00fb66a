"""Renders prose as HTML: escapes all text and links only to targets in the guide."""

from markupsafe import Markup, escape

from ketaguide.model.glossary import Term
from ketaguide.model.interface import Labels
from ketaguide.model.prose import Prose, Span
from ketaguide.render import html_links as to
from ketaguide.render.flow import IN_NUMBER
from ketaguide.render.html_links import Links
from ketaguide.resolve.contact import first_way
from ketaguide.resolve.view import GuideView


class HtmlWriter:
    """Writes one page; tracks the terms it used, the numbers it gave and its headings."""

    def __init__(self, view: GuideView, links: Links, page: str, *, explains: bool = True) -> None:
        self.view = view
        self.links = links
        self.page = page
        self.terms: dict[str, Term] = {}
        """Terms used so far, which the page explains at its end."""
        self._explains = explains
        self._told: set[str] = set()
        self.listed: list[tuple[str, str]] = []
        """(id, words) of the headings written so far."""
        self._anchors: dict[str, int] = {}

    @property
    def labels(self) -> Labels:
        """Labels shared by all views."""
        return self.view.labels

    def prose(self, text: Prose | str) -> Markup:
        """Render prose with strong text and links; a service's number follows its first mention on the page."""
        if isinstance(text, str):
            return escape(text)
        return Markup("").join(map(self._span, text.spans))

    def anchor(self, title: str) -> str:
        """A unique id for a heading; adds the heading to the page's table of contents."""
        name = to.slug(title)
        self._anchors[name] = self._anchors.get(name, 0) + 1
        count = self._anchors[name]
        id_ = self.links.anchor(self.page, f"on-{name}" if count == 1 else f"on-{name}-{count}")
        self.listed.append((id_, title))
        return id_

    def _span(self, span: Span) -> Markup:
        inner = escape(span.text)
        if span.strong:
            inner = Markup("<strong>{}</strong>").format(inner)
        match span.scheme:
            case "term":
                return self._term(span, inner)
            case "section":
                if not self.view.section(span.target):
                    return inner
                part = self.links.part(span.target, f"on-{span.place}") if span.place else self.links.place(span.target)
                return Markup('<a href="{}">{}</a>').format(part, inner)
            case "contact":
                return self._contact(span, inner)
        return inner

    def _term(self, span: Span, inner: Markup) -> Markup:
        """A link to the term's meaning, on this page if it explains terms, else in the glossary."""
        term = self.view.guide.term(span.target, self.view.edition_id)
        if term is None:
            return inner
        self.terms.setdefault(term.id, term)
        href = f"#{to.word_id(term.id)}" if self._explains else self.links.glossary(term.id)
        return Markup('<a class="term" href="{}">{}</a>').format(href, inner)

    def _contact(self, span: Span, inner: Markup) -> Markup:
        contact = self.view.guide.contacts.get(span.target)
        if contact is None or span.target in self._told:
            return inner
        self._told.add(span.target)
        way = first_way(contact, self.labels)
        if not way:
            return inner
        if contact.phone and contact.phone in span.text:
            return linked(inner, way.href)
        meaning = linked(way.text[:1].lower() + way.text[1:], way.href)
        return Markup(escape(self.labels.term_meaning)).format(term=inner, meaning=meaning)


def linked(said: str | Markup, href: str) -> Markup:
    """Text as a link; plain text if `href` is empty."""
    if not href:
        return escape(said)
    return Markup('<a href="{}" class="way">{}</a>').format(href, unbroken(said))


def unbroken(said: str | Markup) -> Markup:
    """Text with non-breaking spaces inside numbers."""
    return Markup(IN_NUMBER.sub("\u00a0", escape(said)))
