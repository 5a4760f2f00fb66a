"""The state of one reader: pure, without screen, file or clock, discarded on reset."""

from dataclasses import dataclass, field

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.options import MOST_COMPARED, MOST_MATTERS
from ketaguide.session.attempt import Attempt
from ketaguide.session.history import History
from ketaguide.session.picks import Picks, Questions
from ketaguide.session.prints import Prints


@dataclass
class Session:
    """The state of one reader; a reset creates a new one."""

    nation: Nation | None = None
    edition_id: EditionId = ""
    theme: str = "day"
    has_chosen_theme: bool = False
    """True once the reader has chosen a theme, which outweighs the terminal's background."""
    history: History = field(default_factory=History)
    attempt: Attempt | None = None
    questions: Questions = field(default_factory=Questions)
    matters: Picks = field(default_factory=lambda: Picks(MOST_MATTERS))
    """The things that matter most to the reader."""
    compared: Picks = field(default_factory=lambda: Picks(MOST_COMPARED))
    """The options the reader set beside carrying on as now."""
    prints: Prints = field(default_factory=Prints)
    path_steps: dict[int, int] = field(default_factory=dict)
    """Progress on each reading path: minutes → step."""
    addresses: bool = True
    """False once the reader has left web addresses out of the sources that are read."""
    folds: set[str] = field(default_factory=set)
    """Ids of the open folds."""

    @property
    def picked(self) -> int:
        """The number of things, options and questions that the reader picked."""
        return len(self.matters) + len(self.compared) + len(self.questions)
