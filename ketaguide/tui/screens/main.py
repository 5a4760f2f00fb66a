"""The main screen: opens places, keeps the history, and performs actions."""

from functools import cached_property
from typing import TYPE_CHECKING

from ketaguide.session.attempt import Attempt
from ketaguide.session.picks import Picks
from ketaguide.tui import actions as a
from ketaguide.tui.doc import Doc
from ketaguide.tui.pages import HOME
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.evidence import evidence_sheet
from ketaguide.tui.pages.questions import confirm_empty, confirm_print, print_result
from ketaguide.tui.pages.words import contact_sheet, term_sheet
from ketaguide.tui.printing import print_copy
from ketaguide.tui.same_place import same_row
from ketaguide.tui.screens.columns import ColumnScreen
from ketaguide.tui.screens.sheet import Sheet, rows_at_the_bottom

if TYPE_CHECKING:
    from ketaguide.search import Finder


class MainScreen(ColumnScreen):
    """Shows every place, and performs what is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        context.session.history.visit(HOME)
        self._positions: dict[str, tuple[int, int]] = {}

    def on_mount(self) -> None:
        """Focus the page, and say the colours that a terminal asked for while the frame was composed."""
        self.update_frame()
        self.set_focus(self.page)  # `focus()` would give it a frame later

    def on_screen_resume(self) -> None:
        """Return to the full width after a sheet beside the page has closed."""
        self.remove_class("-beside")
        self.page.covered = 0
        self.page.scroll_row = self.page.validate_scroll_row(self.page.scroll_row)

    # --- places

    def open(self, place: str) -> None:
        """Go to a place. "quiz:<round>" starts that round, "quiz" ends the current one."""
        if place == "search":
            self._search()
            return
        session = self.context.session
        kind, _, name = place.partition(":")
        if kind == "questions":
            session.questions.offering = not session.questions.ids
        if kind == "quiz":
            rounds = [round_ for round_ in self.context.view.edition.quiz.rounds if round_.id == name]
            session.attempt = Attempt(rounds[0]) if rounds else None
            place = "quiz"
        if kind == "path":
            minutes, _, step = name.partition(":")
            session.path_steps[int(minutes)] = int(step)
        self._remember()
        session.matters.refused = session.compared.refused = ""
        session.history.visit(place)
        self._show()

    def _search(self) -> None:
        """Open the search screen; it is not part of the history, and its query is not kept."""
        from ketaguide.tui.screens.search import SearchScreen

        if self.app.screen is self:
            self.app.push_screen(SearchScreen(self.context, self._finder), self.perform_result)

    @cached_property
    def _finder(self) -> "Finder":
        from ketaguide.search import Finder

        return Finder(self.context.guide)

    def back(self) -> None:
        """Go back to the previous place at its last scroll position; from the first place, home."""
        self._remember()
        if self.context.session.history.back() is None:
            return
        scroll_row, target = self._positions.get(self.here, (0, -1))
        self._show(scroll_row=scroll_row, target=target)

    def _remember(self) -> None:
        self._positions[self.here] = (self.page.scroll_row, self.page.focused_target)

    def _show(self, *, scroll_row: int = 0, target: int | None = None, keep: bool = False) -> None:
        self.show_page(scroll_row=scroll_row, target=target, keep=keep)
        self.follow()
        self.page.focus()
        self.update_foot()

    def show_contents(self) -> None:
        """Focus the contents at the left, or open them as a page in a narrow window."""
        if self.has_class("-wide") and self.here != "help-now":
            self.summon_contents()
        else:
            self.open("contents")

    def refresh_all(self) -> None:
        """Redraw everything at the same place after the view has changed."""
        self.update_frame()
        self._show(keep=True)

    # --- actions

    def perform(self, action: a.Action) -> None:
        """Perform an action."""
        session = self.context.session
        match action:
            case a.Open(place):
                self.open(place)
            case a.OpenAt(place, words, fold, below, passage):
                session.folds |= {fold} - {""}
                self.open(place)
                if below:
                    self.page.go_to_heading(words, below)
                else:
                    self.page.go_to(words, passage)
            case a.GoTo(heading):
                self.page.go_to_heading(heading)
                self.page.focus()
            case a.ShowTerm(term):
                self._sheet(term_sheet(self.context, term), beside=True)
            case a.ShowContact(contact):
                self._sheet(contact_sheet(self.context, contact), beside=True)
            case a.ShowEvidence(claims):
                self._sheet(evidence_sheet(self.context, claims), beside=True)
            case a.Toggle(fold):
                session.folds ^= {fold}
                self._show(keep=True)
            case a.Choose() | a.NextQuestion() | a.PreviousQuestion():
                self._quiz(action)
            case a.Pick() | a.Drop() | a.Move() | a.Select() | a.Empty():
                self._list(action)
            case a.PickMatter(picked):
                self._pick(session.matters, picked, a.PickMatter)
            case a.Compare(picked):
                self._pick(session.compared, picked, a.Compare)
            case a.AskEmpty():
                self._sheet(confirm_empty(self.context))
            case a.ShowCode() | a.NextCode():
                from ketaguide.tui.screens.code import CodeSheet

                self.app.push_screen(CodeSheet(self.context), self.perform_result)
            case a.AskPrint():
                self._sheet(confirm_print(self.context))
            case a.Print():
                self.run_worker(self._print(), exclusive=True)
            case a.SetNation(nation):
                session.nation = nation
                self.refresh_all()
            case a.SetEdition(edition_id):
                row, before, session.edition_id = self.page.scroll_row, self.page.landmarks, edition_id
                self.refresh_all()
                self.page.scroll_row = same_row(row, before, self.page.landmarks)
            case a.SetTheme(theme):
                session.theme, session.has_chosen_theme = theme, True
                self.app.theme = theme
                self.refresh_all()
            case a.Listen():
                self.app.call_later(self.app.run_action, "listen")
            case a.Back():
                self.back()
            case a.Close():
                self.app.call_later(self.app.run_action, "close")

    def _list(self, action: a.ListAction) -> None:
        """Change my questions; focus stays on the question that was ticked or unticked, else follows the chosen target."""
        turned: a.ListAction = action
        questions = self.context.session.questions
        match action:
            case a.Pick(asks):
                questions.add(self.context.view.asks(asks))
                turned = a.Drop(asks[0]) if len(asks) == 1 else action
            case a.Drop(ask_id):
                questions.remove(ask_id)
                turned = a.Pick((ask_id,))
            case a.Move(ask_id, by):
                questions.move(ask_id, by)
            case a.Select(ask_id):
                questions.selected = "" if questions.selected == ask_id else ask_id
            case a.Empty():
                questions.empty()
        here = self.page.focused_target
        self._show(keep=True)
        self.page.focus_on(turned, near=here)

    def _pick(self, picks: Picks, picked: str, kind: type[a.PickMatter] | type[a.Compare]) -> None:
        """Pick or drop something that matters or an option; empty: drop all. The focus stays in its row of the window."""
        if picked:
            picks.toggle(picked)
        else:
            self.page.focus_on(kind(picks.ids[-1]))  # the link that dropped all is gone
            picks.clear()
        row = self.page.focus_row
        self._show(keep=True)
        self.page.scroll_row += self.page.focus_row - row

    async def _print(self) -> None:
        """Print the takeaway and show the result."""
        self._sheet(print_result(self.context, await print_copy(self.context)))

    def _quiz(self, action: a.Choose | a.NextQuestion | a.PreviousQuestion) -> None:
        attempt = self.context.session.attempt
        if attempt is None:
            return
        match action:
            case a.Choose(index):
                attempt.choose(index)
            case a.NextQuestion():
                attempt.next()
            case a.PreviousQuestion():
                attempt.back()
        self._show()

    def _sheet(self, doc: Doc | None, *, beside: bool = False) -> None:
        """Show a sheet: with `beside` next to the page, or under it where there is no room next to it."""
        if doc is not None and self.app.screen is self:
            self.set_class(beside, "-beside")  # narrows the page, so that both are visible
            rows = rows_at_the_bottom(doc, *self.page.size) if beside else 0
            if not self.has_class("-wide"):
                self.page.covered = rows
                self.page.reveal()
            self.app.push_screen(Sheet(self.context, doc, rows=rows), self.perform_result)
