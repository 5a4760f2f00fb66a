"""The search screen: an input field and the results. The query is discarded when the screen closes."""

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.events import Paste
from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input

from ketaguide.model.search_results import Results
from ketaguide.search import Finder
from ketaguide.tui import actions as a
from ketaguide.tui.base import GuideScreen
from ketaguide.tui.foot import fill_foot
from ketaguide.tui.navigation import above_or_below
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.search import results
from ketaguide.tui.pages.words import contact_sheet, term_sheet
from ketaguide.tui.screens.sheet import Sheet
from ketaguide.tui.widgets.bars import FootBar
from ketaguide.tui.widgets.doc_view import DocView

LONGEST = 200
"""Maximum length of the query in characters; a longer paste is searched whole as long as its beginning is not changed."""


class WordsInput(Input):
    """The input field. Enter opens the first result, Down focuses the results, Page Down scrolls them."""

    BINDINGS = [
        ("down", "app.focus_next"),
        ("pagedown", "screen.turn(1)"),
        ("pageup", "screen.turn(-1)"),
    ]

    pasted = ""
    """The words with the whole of a paste, of which the field shows the beginning."""
    virtual_size = Reactive(Size(0, 0))
    """Width of the words; in Textual each letter lays the whole screen out again, though the field keeps its size."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the next letter; Textual's is one too far at the end (braille displays follow the cursor)."""
        offset: Offset = super().cursor_screen_offset
        return offset - Offset(1, 0) if self.cursor_at_end else offset

    @property
    def words(self) -> str:
        """The words to search for."""
        return self.pasted if self.value == self.pasted[:LONGEST] else self.value

    def on_paste(self, event: Paste) -> None:
        """Insert the beginning of a paste: Textual would refuse one that is too long."""
        event.prevent_default().stop()
        start, end = sorted(self.selection)
        self.pasted = self.value[:start] + event.text + self.value[end:]
        self.value = self.pasted[:LONGEST]
        self.cursor_position = start + len(event.text)

    def on_resize(self) -> None:
        """Update the terminal's cursor."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset


class ResultsView(DocView):
    """The results; Up from the first row focuses the input field."""

    def action_up(self) -> None:
        """Focus the result above; from the first row, the input field."""
        is_first = self.focused_target < 0 or above_or_below(self.targets, self.focused_target, -1) is None
        if is_first and not self.scroll_row:
            self.screen.focus_previous()
        else:
            super().action_up()


class SearchScreen(GuideScreen):
    """The input field, the results and the page bar."""

    DEFAULT_CSS = """
    SearchScreen {
        & #body { layout: vertical; }
        & WordsInput {
            height: 3; margin: 0 1; padding: 0 1; background: $page; color: $ink; border: solid $line;
            border-title-color: $heading; border-title-style: bold; background-tint: $page 0%;
            &:focus { border: heavy $heading; background-tint: $page 0%; }
            & > .input--cursor { background: $ink; color: $page; text-style: none; }
            & > .input--selection { background: $focus; color: $on-focus; }
            & > .input--placeholder { color: $soft; }
            &:ansi {
                background: $page; color: $ink;
                & > .input--cursor { background: $ink; color: $page; }
                & > .input--placeholder { color: $soft; text-style: none; }
            }
        }
        &.-short WordsInput { height: 1; border: none; background: $side; }
        &.-short WordsInput:focus { border: none; }
    }
    """

    def __init__(self, context: Context, finder: Finder) -> None:
        super().__init__(context)
        self._finder = finder
        self._letters = False
        """True while the on-screen keyboard is shown."""
        self._as_typed = ""
        """Words that are searched for as they are typed."""

    def body(self) -> Iterable[Widget]:
        """Compose the input field and the results."""
        words = self.context.view.interface.find
        line = WordsInput(placeholder=words.title, max_length=LONGEST, id="line", select_on_focus=False)
        line.cursor_blink = False
        line.border_title = Content(words.title)  # Textual would parse a string as markup
        yield line
        yield ResultsView(results(self.context, self._found("")), id="results")

    @property
    def line(self) -> WordsInput:
        """The input field."""
        return self.query_one("#line", WordsInput)

    @property
    def results(self) -> ResultsView:
        """The view of the results."""
        return self.query_one("#results", ResultsView)

    def on_mount(self) -> None:
        """Focus the input field, and make the search ready once it is drawn."""
        self.update_frame()
        self.line.focus()
        self.watch(self.results, "scroll_row", self._update_foot, init=False)
        session = self.context.session
        self.call_after_refresh(self._finder.prepare, session.edition_id, session.nation)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        if event.value == self.line.value and self.app.screen is self:  # else the query has changed, or the screen is closing
            self._show_results()

    @on(Input.Submitted)
    def _open_first(self, event: Input.Submitted) -> None:
        event.stop()
        found = self._found(self.line.words)
        if found.found or found.distress:
            actions = (target.action for target in self.results.targets)
            self.perform_result(next((action for action in actions if not isinstance(action, a.KeyboardAction)), None))

    def _show_results(self, target: a.Action | None = None) -> None:
        """Show the results of the query, with focus on `target`, or else on the first result."""
        found = self._found(self.line.words)
        scroll_row = self.results.scroll_row if target and not found.distress else 0
        self.results.show(results(self.context, found, letters=self._letters), scroll_row=scroll_row)
        if target and not found.distress:  # otherwise the crisis card stays visible
            self.results.focus_on(target)
        self._update_foot()

    def refresh_all(self) -> None:
        """Redraw the results in the chosen edition."""
        self.update_frame()
        self._show_results()

    def _found(self, typed: str) -> Results:
        session = self.context.session
        return self._finder.find(typed, session.edition_id, session.nation, as_typed=bool(typed) and typed == self._as_typed)

    # --- actions

    def perform(self, action: a.Action) -> None:
        """Show a word or service on a sheet; close with any other action. Actions chosen while closing are dropped."""
        if self.app.screen is not self:
            return
        match action:
            case a.ShowTerm(term) if sheet := term_sheet(self.context, term):
                self.app.push_screen(Sheet(self.context, sheet), self.perform_result)
            case a.ShowContact(contact) if sheet := contact_sheet(self.context, contact):
                self.app.push_screen(Sheet(self.context, sheet), self.perform_result)
            case a.PressLetter(letter):
                line, value = self.line, self.line.value
                with line.prevent(Input.Changed):
                    line.value = (value + letter)[:LONGEST] if letter else value[:-1]
                line.action_end()
                self._show_results(action)
            case a.SearchAsTyped():
                self._as_typed = self.line.words
                self._show_results()
                self.line.focus()
            case a.ShowLetters(shown):
                self._letters = shown
                self._show_results(a.PressLetter(self.context.view.interface.find.alphabet[0]) if shown else None)
            case _:
                self.dismiss(action)

    def action_turn(self, by: int) -> None:
        """Scroll the results by a screenful."""
        self.results.action_page(by)

    @on(DocView.Moved)
    def _update_foot(self) -> None:
        fill_foot(self.query_one(FootBar), self.context, self.results, place="search")
