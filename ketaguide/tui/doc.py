"""A page before layout: pieces of text, boxes, buttons and pictures, without width or colours."""

from collections.abc import Iterable

from msgspec import Struct

from ketaguide.resolve.evidence import Fact, ResolvedArm
from ketaguide.resolve.fact_box import ResolvedFactBox
from ketaguide.tui.actions import Action


class Run(Struct, frozen=True):
    """Text in one style; with an action, a link."""

    text: str
    style: str = ""
    action: Action | None = None


class Text(Struct, frozen=True):
    """A wrapped paragraph. `first` precedes its first line, spaces of the same width the others."""

    runs: tuple[Run, ...]
    first: str = ""
    center: bool = False


class Underline(Struct, frozen=True):
    """A thick line under a title, as long as the title."""

    words: str = ""


class Gap(Struct, frozen=True):
    """One empty line."""


class Button(Struct, frozen=True):
    """A large button: a box with a label and, under it, a note."""

    label: str
    action: Action
    note: str = ""
    number: int = 0
    """The digit that chooses it; 0 for none."""


class Buttons(Struct, frozen=True):
    """Buttons side by side where they fit, else stacked."""

    buttons: tuple[Button, ...]


class Item(Struct, frozen=True):
    """One row of a menu, all of it the target."""

    label: str
    action: Action
    number: int = 0
    current: bool = False
    indent: int = 0
    sign: str = ""
    """Mark before the label, part of the target."""


class Jumps(Struct, frozen=True):
    """The headings of a page as targets that scroll to them, in two columns where they fit. Not read aloud."""

    title: str
    items: tuple[Item, ...]


class Box(Struct, frozen=True):
    """A card: a head in one style and a body in another, both filled."""

    head: tuple[Run, ...]
    body: "tuple[Piece, ...]"
    style: str
    """The body's style; the head's is the same name with "-head" after it."""


class Barred(Struct, frozen=True):
    """A panel: tinted, with a bar at its left."""

    body: "tuple[Piece, ...]"
    style: str


class PeopleFigure(Struct, frozen=True):
    """100 people for each arm, those with the outcome filled, in one frame with the time and the facts of the study."""

    title: str
    when: str
    arms: tuple[ResolvedArm, ...]
    note: str
    facts: tuple[Fact, ...]
    ref: Run | None = None
    """The number that opens its evidence."""


class FactTable(Struct, frozen=True):
    """A fact box: a table in a frame where there is room, else one outcome below the other."""

    box: ResolvedFactBox
    with_all: tuple[Run, ...]
    unknown: tuple[tuple[Run, ...], ...]
    """The prose of the box, with its links."""
    ref: Run | None = None
    """The number that opens its evidence."""


class Picture(Struct, frozen=True):
    """Lines without wrapping, truncated at the width; with a style of their own, never truncated."""

    lines: tuple[str, ...]
    style: str = ""


class Call(Struct, frozen=True):
    """A phone number and, beside it, when to call it."""

    number: str
    lines: tuple[str, ...]
    strong: tuple[str, ...] = ()
    """Other ways, in bold."""
    brief: str = ""
    """Replaces `lines` in a narrow window."""


class Calls(Struct, frozen=True):
    """Numbers to call with a bar at their left: in large digits where there is room."""

    calls: tuple[Call, ...]


class Hit(Struct, frozen=True):
    """A result: its number, title and kind, and an excerpt below; all of it one target."""

    title: str
    kind: str
    excerpt: tuple[Run, ...]
    action: Action
    number: int = 0


class Spread(Struct, frozen=True):
    """A title with a link at the right end of its row; in a narrow window the title alone, without a rule."""

    left: Run
    right: Run


class Beside(Struct, frozen=True):
    """A picture, and words at its right."""

    picture: Picture
    words: "tuple[Text | Gap, ...]"


class Pairs(Struct, frozen=True):
    """Rows of a name and a text, side by side where there is room."""

    rows: tuple[tuple[str, tuple[Run, ...]], ...]
    is_ruled: bool = False
    """True for rules between the rows; where there is no room beside a name, its text is below it."""


class Table(Struct, frozen=True):
    """The same questions of every option: in columns where there is room, by option where there is not."""

    questions: tuple[str, ...]
    options: tuple[tuple[str, tuple[tuple[Run, ...], ...]], ...]
    own: str = ""
    """The option that is the reader's nation."""


class Ticks(Struct, frozen=True):
    """Check boxes, in two columns where all fit."""

    items: tuple[Item, ...]
    refused: Action | None = None
    """The one that could not be ticked; under it stands `sentence`."""
    sentence: str = ""
    is_read: bool = True
    """False if what they name follows, so that it is not read aloud twice."""


class GridColumn(Struct, frozen=True):
    """One option of a grid, with a cell for each row."""

    name: str
    cells: tuple[tuple[Run, ...], ...]


class Grid(Struct, frozen=True):
    """Options side by side, at most four at once with the first in each group; where there is no room, a list."""

    rows: tuple[tuple[str, bool], ...]
    """Label of each row, and True for one that matters, which has a bar in the margin."""
    options: tuple[GridColumn, ...]
    listed: "tuple[Piece, ...]"


class Answer(Struct, frozen=True):
    """A question with its short answer and the page it opens: one target."""

    number: int
    question: str
    brief: str
    """The question where there is little room."""
    answer: str
    action: Action


class Answers(Struct, frozen=True):
    """Questions with their answers, in two columns where there is room."""

    items: tuple[Answer, ...]
    ways: tuple[Answer, ...] = ()
    """Pages that help to prepare, after them; side by side even in one column, where they fit."""


class Field(Struct, frozen=True):
    """A line that looks like the field it opens, with its key at the right."""

    words: str
    key: str
    action: Action


class Strip(Struct, frozen=True):
    """Small buttons of equal width side by side, in as few rows as their labels allow."""

    buttons: tuple[Button, ...]
    height: int = 3
    """Rows of each; 1 in a narrow window."""


class Columns(Struct, frozen=True):
    """Two columns where there is room, else one after the other."""

    left: "tuple[Piece, ...]"
    right: "tuple[Piece, ...]"


class Either(Struct, frozen=True):
    """Pieces for most windows, and others that say the same in a narrow one."""

    usual: "tuple[Piece, ...]"
    narrow: "tuple[Piece, ...]"


Piece = (
    Text | Gap | Underline | Button | Buttons | Item | Jumps | Box | Barred | PeopleFigure | FactTable | Picture | Pairs | Table
    | Calls | Spread | Ticks | Grid | Beside | Hit | Answers | Field | Strip | Columns | Either
)  # fmt: skip


class Doc(Struct, frozen=True):
    """A whole page."""

    title: str
    pieces: tuple[Piece, ...]
    menu: bool = False
    """True if the arrow keys move between targets instead of scrolling."""
    alone: bool = False
    """True if it takes the whole width: the contents at the left make way for it."""
    wide: bool = False
    """True if a part of it needs more room than a text: the contents make way, and the text stays as wide as it was."""
    start: Action | None = None
    """Action of the target that has focus at first; None for the first target of a menu."""
    middle: bool = False
    """True if it stands in the middle of the window where it is shorter."""
    reads_from: int = -1
    """Index of the piece where a reader begins, with nothing in focus yet; -1 for the first target or words."""


def text(words: str, style: str = "", *, first: str = "", center: bool = False) -> Text:
    """A paragraph in one style."""
    return Text((Run(words, style),), first, center)


def fact_runs(fact: Fact) -> tuple[Run, ...]:
    """A fact on a study, behind its name if it has one."""
    return (Run(f"{fact.name}: " if fact.name else "", "label"), Run(fact.text, "soft"))


def title(words: str) -> tuple[Piece, ...]:
    """The title of a page, underlined, and an empty line."""
    return (text(words, "h1"), Underline(words), Gap())


def part(head: str, *body: Piece) -> tuple[Piece, ...]:
    """A part of a page under its heading, and an empty line; nothing for an empty part."""
    return (text(head, "h2"), *body, Gap()) if body else ()


def spaced(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with one empty line between each two."""
    return tuple(part for piece in pieces for part in (Gap(), piece))[1:]
