"""The state of one reader: pure, without screen, file or clock, discarded on reset."""

from dataclasses import dataclass, field

from ketaguide.model.contact import Nation
from ketaguide.model.guide import STANDARD, EditionId
from ketaguide.session.attempt import Attempt
from ketaguide.session.history import History
from ketaguide.session.prints import Prints
from ketaguide.session.questions import Questions


@dataclass
class Session:
    """The state of one reader; a reset creates a new one."""

    nation: Nation | None = None
    edition_id: EditionId = STANDARD
    theme: str = "day"
    has_chosen_theme: bool = False
    """True once the reader has chosen a theme, which outweighs the terminal's background."""
    history: History = field(default_factory=History)
    attempt: Attempt | None = None
    questions: Questions = field(default_factory=Questions)
    prints: Prints = field(default_factory=Prints)
    path_steps: dict[int, int] = field(default_factory=dict)
    """Progress on each reading path: minutes → step."""
    folds: set[str] = field(default_factory=set)
    """Ids of the open folds."""
