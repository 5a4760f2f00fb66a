"""What one reader did: pure state with no screen, file or clock of its own, thrown away on reset."""

from dataclasses import dataclass, field

from ketaguide.model.contact import Nation
from ketaguide.model.guide import STANDARD, Variant
from ketaguide.session.attempt import Attempt
from ketaguide.session.history import History
from ketaguide.session.prints import Prints
from ketaguide.session.questions import Questions


@dataclass
class Session:
    """One reader, from opening to closing; a reset makes a new one."""

    nation: Nation | None = None
    variant: Variant = STANDARD
    theme: str = "day"
    history: History = field(default_factory=History)
    attempt: Attempt | None = None
    questions: Questions = field(default_factory=Questions)
    prints: Prints = field(default_factory=Prints)
    path_steps: dict[int, int] = field(default_factory=dict)
    """How far each time path was read: minutes → step."""
    folds: set[str] = field(default_factory=set)
    """Ids of the folds that stand open."""
