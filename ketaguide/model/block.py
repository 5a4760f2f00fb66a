"""The closed set of block kinds. A new kind needs one class here, one arm in `resolve` and one in each view."""

from typing import Literal

import msgspec

from ketaguide.model.contact import ContactKind, Nation
from ketaguide.model.prose import Prose

Urgency = Literal["non_urgent", "urgent", "emergency"]


class _Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    cites: tuple[str, ...] = ()
    """Ids of the claims that support this block."""
    nations: tuple[Nation, ...] = ()
    """Show only for these nations; empty means all four."""


class Heading(_Block, frozen=True, tag="heading"):
    """A heading inside a page."""

    text: str


class Paragraph(_Block, frozen=True, tag="paragraph"):
    """Up to three sentences."""

    text: Prose


class BulletList(_Block, frozen=True, tag="list"):
    """An unordered list."""

    items: tuple[Prose, ...]


class Steps(_Block, frozen=True, tag="steps"):
    """A numbered list."""

    items: tuple[Prose, ...]


class DoDont(_Block, frozen=True, tag="do_dont"):
    """Two lists of advice, for and against. The view adds the words "Do" and "Do not"."""

    do: tuple[Prose, ...]
    dont: tuple[Prose, ...]


class CareCard(_Block, frozen=True, tag="care_card"):
    """An NHS-pattern card on getting care; the view names the urgency in words."""

    urgency: Urgency
    heading: str
    """One action, ending with "if:"."""
    items: tuple[Prose, ...]
    contacts: tuple[str, ...] = ()


class Inset(_Block, frozen=True, tag="inset"):
    """An aside."""

    text: Prose


class Callout(_Block, frozen=True, tag="callout"):
    """An important point. The view adds the word "Important"."""

    text: Prose


class IconArray(_Block, frozen=True, tag="icon_array"):
    """A picture of 100 people for each arm of one figure of one claim; the numbers come from the claim."""

    claim: str
    measure: str
    words: Prose
    """The same in words, read before the picture."""
    labels: tuple[str, ...]
    """The treatment given to each arm, in the order of the claim's arms."""


class Option(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One choice of an options table, answering every question of the table in order."""

    name: str
    answers: tuple[Prose, ...]
    cites: tuple[str, ...] = ()


class OptionsTable(_Block, frozen=True, tag="options_table"):
    """The same questions answered for every option, including carrying on as now."""

    title: str
    questions: tuple[str, ...]
    options: tuple[Option, ...]


class TimelineStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A moment and what happens then."""

    when: str
    text: Prose


class Timeline(_Block, frozen=True, tag="timeline"):
    """Steps with times."""

    title: str
    steps: tuple[TimelineStep, ...]


class Diagram(_Block, frozen=True, tag="diagram"):
    """A picture in text glyphs, at most 40 columns wide, with an equivalent text alternative."""

    title: str
    picture: str
    alternative: Prose


class Myth(_Block, frozen=True, tag="myth"):
    """A common saying, a verdict in words, and the evidence."""

    saying: str
    verdict: str
    evidence: tuple[Prose, ...]
    answers: tuple[str, ...] = ()
    """Ids of the public claims this block answers (content/topics.yaml)."""


class Contacts(_Block, frozen=True, tag="contacts"):
    """Contacts by id, or every contact of some kinds; numbers come from contacts.yaml."""

    ids: tuple[str, ...] = ()
    kinds: tuple[ContactKind, ...] = ()


Simple = Paragraph | BulletList | Steps | DoDont | Inset | Callout


class Details(_Block, frozen=True, tag="details"):
    """A collapsible block: a title and further detail."""

    title: str
    blocks: tuple[Simple, ...]


class Faq(_Block, frozen=True, tag="faq"):
    """A question people ask and its answer."""

    id: str
    question: str
    answer: tuple[Simple, ...]


Block = (
    Heading
    | Paragraph
    | BulletList
    | Steps
    | DoDont
    | CareCard
    | Inset
    | Callout
    | Details
    | IconArray
    | OptionsTable
    | Timeline
    | Diagram
    | Myth
    | Contacts
    | Faq
)
