"""The column at the right of a very wide window: headings, words and sources of the page beside it."""

from msgspec.structs import replace

from ketaguide.tui.actions import Action, GoTo, ShowEvidence, ShowTerm
from ketaguide.tui.doc import Doc, Item, Jumps, part
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.doc_view import DocView


class Aside(DocView):
    """Lists what is on a page, and marks the current heading; empty until it is filled."""

    DEFAULT_CSS = "Aside { width: 1fr; max-width: 60; background: $side; display: none; }"

    def __init__(self, context: Context) -> None:
        super().__init__(Doc("", ()), id="aside")
        self.context = context
        self._jumps = Jumps("", ())
        self._heading_rows: dict[str, int] = {}
        self._heading = ""

    def take_jumps(self, doc: Doc) -> Doc:
        """Take the list of headings over from a page, and the gap below it."""
        self._jumps = next((piece for piece in doc.pieces if isinstance(piece, Jumps)), Jumps("", ()))
        if self._jumps not in doc.pieces:
            return doc
        at = doc.pieces.index(self._jumps)
        return replace(doc, pieces=doc.pieces[:at] + doc.pieces[at + 2 :])

    def show_beside(self, page: DocView) -> None:
        """Fill the column with the headings taken over, and the words and sources of a page that is shown."""
        names = {item.label for item in self._jumps.items}
        self._heading_rows = {name: row for name, row in page.heading_rows().items() if name in names}
        self._heading = ""
        self.show(self._doc(page))
        self.follow(page)

    def follow(self, page: DocView) -> None:
        """Mark the heading that the page has reached."""
        reached = [name for name, row in self._heading_rows.items() if row <= page.scroll_row + 2]
        if reached and reached[-1] != self._heading:
            self._heading = reached[-1]
            self.show(self._doc(page), scroll_row=self.scroll_row)
            self.reveal()

    def _doc(self, page: DocView) -> Doc:
        context = self.context
        labels, actions = context.view.labels, tuple(dict.fromkeys(target.action for target in page.targets))
        here = [Item(item.label, item.action, current=item.label == self._heading) for item in self._jumps.items]
        parts = {self._jumps.title: here, labels.words: _words(actions, context), labels.sources: _sources(actions, context)}
        pieces = tuple(piece for title, items in parts.items() for piece in part(title, *items))
        return Doc(labels.contents, pieces, menu=True, start=GoTo(self._heading) if self._heading else None)


def _words(actions: tuple[Action, ...], context: Context) -> list[Item]:
    """The words that the page explains."""
    terms = {term.id: term.term for term in context.view.edition.glossary.terms}
    return [Item(terms[action.term], action) for action in actions if isinstance(action, ShowTerm) and action.term in terms]


def _sources(actions: tuple[Action, ...], context: Context) -> list[Item]:
    """Publisher and year of each source, leading to the claims of the page that rest on it."""
    guide, resting = context.guide, dict[str, list[str]]()
    for claim in dict.fromkeys(claim for action in actions if isinstance(action, ShowEvidence) for claim in action.claims):
        for source in (guide.sources[one] for one in guide.claims[claim].sources if one in guide.sources):
            resting.setdefault(", ".join(filter(None, (source.publisher or source.title, source.year))), []).append(claim)
    return [Item(name, ShowEvidence(tuple(dict.fromkeys(claims)))) for name, claims in resting.items()]
