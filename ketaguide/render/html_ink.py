"""Prose for a browser: every run of text escaped, links made only of what the guide knows."""


from markupsafe import Markup, escape

from ketaguide.model.contact import Contact
from ketaguide.model.glossary import Term
from ketaguide.model.interface import Labels
from ketaguide.model.prose import Prose, Span
from ketaguide.render import html_links as to
from ketaguide.render import phrases
from ketaguide.render.flow import IN_NUMBER
from ketaguide.render.html_links import Links
from ketaguide.render.reading import Reading


class Ink:
    """Writes one page, and remembers which words it used and which numbers it has given."""

    def __init__(self, reading: Reading, links: Links, page: str, *, explains: bool = True) -> None:
        self.reading = reading
        self.links = links
        self.page = page
        self.terms: dict[str, Term] = {}
        """Words met so far, which the page explains at its end."""
        self._explains = explains
        self._told: set[str] = set()
        self._anchors: dict[str, int] = {}

    @property
    def labels(self) -> Labels:
        """Words shared by all views."""
        return self.reading.labels

    def prose(self, text: Prose | str) -> Markup:
        """Prose with its strong words and links; the number of a service follows its name, once a page."""
        if isinstance(text, str):
            return escape(text)
        return Markup("").join(map(self._span, text.spans))

    def as_of(self, claims: tuple[str, ...] | list[str]) -> str:
        """The date of what may change, in brackets, or nothing."""
        date = phrases.as_of(claims, self.reading.guide, self.labels)
        return f"({date})" if date else ""

    def anchor(self, title: str) -> str:
        """An id for a heading, unlike any other of the page."""
        name = to.slug(title)
        self._anchors[name] = self._anchors.get(name, 0) + 1
        count = self._anchors[name]
        return self.links.anchor(self.page, f"on-{name}" if count == 1 else f"on-{name}-{count}")

    def way(self, contact: Contact, said: str | None = None) -> Markup:
        """The first way to reach a service, as a link that rings, texts or opens it: "Call 116 123"."""
        said = phrases.short_way(contact, self.labels) if said is None else said
        return linked(said, to.call(contact) or to.text(contact) or to.web(contact.website))

    def _span(self, span: Span) -> Markup:
        inner = escape(span.text)
        if span.strong:
            inner = Markup("<strong>{}</strong>").format(inner)
        match span.scheme:
            case "term":
                return self._term(span, inner)
            case "section":
                known = self.reading.section(span.target)
                return Markup('<a href="{}">{}</a>').format(self.links.place(span.target), inner) if known else inner
            case "contact":
                return self._contact(span, inner)
        return inner

    def _term(self, span: Span, inner: Markup) -> Markup:
        """A link to the word's meaning: on this page where it explains its words, else in the glossary."""
        term = self.reading.guide.term(span.target, self.reading.variant)
        if term is None:
            return inner
        self.terms.setdefault(term.id, term)
        href = f"#{to.word_id(term.id)}" if self._explains else self.links.glossary(term.id)
        return Markup('<a class="term" href="{}">{}</a>').format(href, inner)

    def _contact(self, span: Span, inner: Markup) -> Markup:
        contact = self.reading.guide.contacts.get(span.target)
        if contact is None or span.target in self._told:
            return inner
        self._told.add(span.target)
        way = phrases.short_way(contact, self.labels)
        if not way:
            return inner
        if contact.phone and contact.phone in span.text:
            return linked(inner, to.call(contact))
        said = self.way(contact, way[:1].lower() + way[1:])
        return Markup(escape(self.labels.term_meaning)).format(term=inner, meaning=said)


def linked(said: str | Markup, href: str) -> Markup:
    """Words as a link; plain words where there is nowhere to go."""
    if not href:
        return escape(said)
    return Markup('<a href="{}" class="way">{}</a>').format(href, unbroken(said))


def unbroken(said: str | Markup) -> Markup:
    """Words in which no number is broken over two lines."""
    return Markup(IN_NUMBER.sub("\u00a0", escape(said)))
