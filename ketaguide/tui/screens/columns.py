"""The columns of the main screen: contents, page, and in a very wide window what is on the page."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from ketaguide.tui.bars import Foot
from ketaguide.tui.base import GuideScreen
from ketaguide.tui.doc import Doc
from ketaguide.tui.foot import fill_foot, first_foot
from ketaguide.tui.pages import HOME, page
from ketaguide.tui.pages.frame import banner_words
from ketaguide.tui.pages.home import contents
from ketaguide.tui.screens.aside import Aside
from ketaguide.tui.sizes import ROOM_FOR_CONTENTS, ROOM_FOR_THREE, SIDE_WIDTH, room, side_width
from ketaguide.tui.widgets.bars import FootBar
from ketaguide.tui.widgets.doc_view import DocView


class ColumnScreen(GuideScreen):
    """Contents at the left of a wide window, the page, and at its right what is on it."""

    DEFAULT_CSS = f"""
    ColumnScreen {{
        & #side {{ width: {SIDE_WIDTH}; background: $side; display: none; }}
        &.-wide #side {{ display: block; }}
        & #page {{ width: 1fr; }}
        &.-third {{ & #page {{ width: 86; }} & Aside {{ display: block; }} }}
        &.-beside.-wide {{ & #side, & Aside {{ display: none; }} & #page {{ width: 50%; }} }}
    }}
    """

    _asked_for = False
    """True while the contents stand beside a page that would take the whole width."""

    def body(self) -> Iterable[Widget]:
        """Compose the contents and the page."""
        side, first = DocView(contents(self.context), id="side"), DocView(page(HOME, self.context), id="page")
        self._make_way(side, first.doc)
        width, height = self.app.size
        layout = first.begin(width - side_width(width, takes_all=first.doc.alone or first.doc.wide))
        self._foot = first_foot(self.context, first.doc, layout, room(height, len(banner_words(self.context).rows(width))))
        yield from (side, first, Aside(self.context))

    def on_mount(self) -> None:
        """Update the foot bar in the frame in which the page scrolls: a message would come a frame later."""
        self.watch(self.page, "scroll_row", self.update_foot, init=False)

    def first_foot(self) -> Foot:
        """The words of the foot bar under the first page."""
        return self._foot

    def _make_way(self, side: DocView, doc: Doc) -> None:
        """Hide the contents beside the help numbers, and beside a page that takes the whole width unless they were asked for.

        By a style of their own: a class of the screen would apply the style sheet to every widget again.
        """
        has_no_room = (doc.alone or doc.wide) and self.app.size.width < ROOM_FOR_CONTENTS and not self._asked_for
        if self.here == "help-now" or has_no_room:
            side.styles.display = "none"
        elif side.styles.inline.has_rule("display"):
            side.styles.clear_rule("display")
            side.refresh(layout=True)  # which clearing a rule does not do

    def on_resize(self) -> None:
        """Make way again: there may be room for both now, and for a third column."""
        self._make_way(self.side, self.page.doc)
        if self._has_third(self.page.doc) != self.has_class("-third"):
            self.show_page(keep=True)

    @property
    def page(self) -> DocView:
        """The view of the current page."""
        return self.query_one("#page", DocView)

    @property
    def side(self) -> DocView:
        """The view of the contents at the left."""
        return self.query_one("#side", DocView)

    @property
    def aside(self) -> Aside:
        """The view at the right of a very wide window."""
        return self.query_one(Aside)

    @property
    def here(self) -> str:
        """The current place."""
        return self.context.session.history.here or HOME

    def show_page(self, *, scroll_row: int = 0, target: int | None = None, keep: bool = False) -> None:
        """Show the page of the current place, and in a very wide window its headings, words and sources beside it."""
        doc = page(self.here, self.context)
        self._asked_for &= keep
        self._make_way(self.side, doc)
        has_third = self._has_third(doc)
        self.set_class(has_third, "-third")
        width = 0 if has_third or self.has_class("-beside") else self.size.width - SIDE_WIDTH * self.side.display
        doc = self.aside.take_jumps(doc) if has_third else doc
        self.page.show(doc, scroll_row=scroll_row, target=target, keep=keep, width=width)
        if has_third:
            self.aside.show_beside(self.page)

    def _has_third(self, doc: Doc) -> bool:
        """True in a very wide window, unless a part of the page needs the room."""
        return not doc.wide and self.app.size.width >= ROOM_FOR_THREE and self.here.startswith("section:")

    def follow(self) -> None:
        """Mark the current place in the contents and keep it in view; one that is not among them changes nothing."""
        doc, side = contents(self.context), self.side
        is_listed = any(target.action == doc.start for target in side.targets)
        side.show(doc, keep=not is_listed, scroll_row=side.scroll_row)
        if is_listed:
            side.reveal()

    def summon_contents(self) -> None:
        """Focus the contents, also beside a page that takes the whole width."""
        self._asked_for = True
        self._make_way(self.side, self.page.doc)
        self.enter(self.side)

    @on(DocView.Sideways)
    def _go_sideways(self, event: DocView.Sideways) -> None:
        """Focus the column at the left or the right."""
        columns = [view for view in self.query(DocView) if view.display]
        at = next((at for at, view in enumerate(columns) if view is self.focused), 0) + event.by
        if 0 <= at < len(columns):
            self.enter(columns[at])

    def enter(self, view: DocView) -> None:
        """Focus a column; the contents at the current place."""
        if view is self.side:
            self.follow()
        view.focus()

    @on(DocView.Moved)
    def update_foot(self) -> None:
        """Update the foot bar, and in the third column the heading reached."""
        column = self.focused if isinstance(self.focused, DocView) else self.page
        fill_foot(self.query_one(FootBar), self.context, self.page, column)
        if self.has_class("-third"):
            self.aside.follow(self.page)
