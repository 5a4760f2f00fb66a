"""Renders prose as HTML: escapes all text and links only to targets in the guide."""

import re

from markupsafe import Markup, escape

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionMeta
from ketaguide.model.glossary import Term
from ketaguide.model.prose import Prose, Span
from ketaguide.render import html_links as to
from ketaguide.render.flow import IN_NUMBER
from ketaguide.render.html_links import Links
from ketaguide.resolve.contact import first_way
from ketaguide.resolve.crisis import crisis_lines
from ketaguide.resolve.nation import items_by_nation, parts_by_nation
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import inside

_SHORT_NUMBER = re.compile(r"(?<!text )(?<!to )(?<!of )(?<!reach )\b[0-9]{3}\b(?! BSL)")
"""A number of three digits to call: "text 999" and "instead of 111" are none."""


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
        self.listed: list[tuple[str, Markup, str]] = []
        """(id, words, nations) of the headings written so far."""
        self._anchors: dict[str, int] = {}
        self._calls = {one.phone: one.href for one in crisis_lines(view)} if page == HELP_PAGE else {}
        """Crisis numbers → links, on the page of help: there they are links wherever they stand."""

    def prose(self, text: Prose | str) -> Markup:
        """Render prose with strong text and links; a service's number follows its first mention on the page."""
        parts = parts_by_nation(Prose((Span(text),)) if isinstance(text, str) else text, self.view)
        return Markup("").join(self._in(nations, Markup("").join(map(self._span, part.spans))) for nations, part in parts)

    def items(self, items: tuple[Prose, ...]) -> list[tuple[str, Markup]]:
        """Items of a list as (nations, text)."""
        return [(self._named(nations), self.prose(item)) for nations, item in items_by_nation(items, self.view)]

    def anchor(self, title: str, nations: tuple[Nation, ...] = ()) -> str:
        """A unique id for a heading; adds the heading to the page's table of contents."""
        name = to.slug(title)
        self._anchors[name] = self._anchors.get(name, 0) + 1
        count = self._anchors[name]
        id_ = self.links.anchor(self.page, f"on-{name}" if count == 1 else f"on-{name}-{count}")
        words = (self._in(seen_in, escape(part.text)) for seen_in, part in parts_by_nation(Prose((Span(title),)), self.view))
        self.listed.append((id_, Markup("").join(words), self.for_nations(nations)))
        return id_

    def for_nations(self, nations: tuple[Nation, ...]) -> str:
        """The nations of a part as an attribute; empty for all, and on pages of one nation."""
        return "" if self.view.nation else self._named(nations or self._all)

    @property
    def _all(self) -> tuple[Nation, ...]:
        return self.view.profile.ids

    def _named(self, nations: tuple[Nation, ...]) -> str:
        """Nations as an attribute: their names; empty where a part is for all, and "none" where no nation's readers see it."""
        return "" if nations == self._all else " ".join(nations) or "none"

    def _in(self, nations: tuple[Nation, ...], inner: Markup) -> Markup:
        """A part of a sentence; a script hides it from readers of other nations."""
        named = self._named(nations)
        return Markup('<span data-nation="{}">{}</span>').format(named, inner) if named else inner

    def _span(self, span: Span) -> Markup:
        inner = escape(span.text)
        if self._calls and not span.scheme:
            inner = Markup(_SHORT_NUMBER.sub(self._call, inner))
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

    def _call(self, found: re.Match[str]) -> str:
        href = self._calls.get(found[0])
        return Markup('<a href="{}">{}</a>').format(href, found[0]) if href else found[0]

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
        way = first_way(contact, self.view.labels)
        if not way:
            return inner
        if contact.phone and contact.phone in span.text:
            return linked(inner, way.href)
        meaning = linked(inside(way.text), way.href)
        return Markup(escape(self.view.labels.term_meaning)).format(term=inner, meaning=meaning)


def linked(said: str | Markup, href: str) -> Markup:
    """Text as a link; plain text if `href` is empty."""
    if not href:
        return escape(said)
    return Markup('<a href="{}" class="way">{}</a>').format(href, unbroken(said))


def unbroken(said: str | Markup) -> Markup:
    """Text with non-breaking spaces inside numbers."""
    return Markup(IN_NUMBER.sub("\u00a0", escape(said)))


_IN_NUMBER_OF_PAGE = re.compile(rf"<(style|script)\b.*?</\1>|<[^>]*>|&#?\w+;|{IN_NUMBER.pattern}", re.DOTALL)
"""The spaces inside a grouped number of a page's text, and what is no text."""


def kept_in_order(text: str, language: EditionMeta) -> str:
    """A page or an index read from right to left, with the groups of every number in their own order.

    A space parts the groups, and 116 123 would be shown as 123 116; a non-breaking space does not. Source: Unicode Standard
    Annex 9, rule W4.
    """
    if language.direction != "rtl":
        return text
    return _IN_NUMBER_OF_PAGE.sub(lambda found: "\u00a0" if found[0] == " " else found[0], text)
