"""The closed set of block kinds. A new kind needs one class here, one arm in `resolve` and one in each view."""

from typing import Literal

from ketaguide.model.base import StrictStruct
from ketaguide.model.contact import ContactKind, Nation
from ketaguide.model.prose import Prose

Urgency = Literal["non_urgent", "urgent", "emergency"]


class _Block(StrictStruct, frozen=True, kw_only=True, tag_field="kind"):
    cites: tuple[str, ...] = ()
    """Ids of the claims that support this block. Example: [syrup-harm]"""
    nations: tuple[Nation, ...] = ()
    """Show only for these nations; empty means all. Example: [england, wales]"""


class Heading(_Block, frozen=True, tag="heading"):
    """A heading inside a page."""

    text: str
    """The words of the heading. Example: Effects that pass"""


class Paragraph(_Block, frozen=True, tag="paragraph"):
    """Up to three sentences."""

    text: Prose
    """The sentences. Example: It helps some people quickly. For many the effect fades."""


class BulletList(_Block, frozen=True, tag="list"):
    """An unordered list."""

    items: tuple[Prose, ...]
    """One point each. Example: [Bring your medicines., Bring a list of questions.]"""


class Steps(_Block, frozen=True, tag="steps"):
    """A numbered list."""

    items: tuple[Prose, ...]
    """One step each, in order. Example: ['First, ring the clinic.', Then ask for a date.]"""


class DoDont(_Block, frozen=True, tag="do_dont"):
    """Two lists of advice, for and against. The view adds the words "Do" and "Do not"."""

    do: tuple[Prose, ...]
    """Advice, one point each. Example: [ask who will be in the room]"""
    dont: tuple[Prose, ...]
    """Warnings, without the words do not, one point each. Example: [drive until the next day]"""


class CareCard(_Block, frozen=True, tag="care_card"):
    """An NHS-pattern card on getting care; the view names the urgency in words."""

    urgency: Urgency
    """The urgency: which help, and how soon. Example: urgent"""
    heading: str
    """One action, ending with "if:". Example: 'Call 111 if:'"""
    items: tuple[Prose, ...]
    """The signs, one each. Example: [you cannot cope until tomorrow]"""
    contacts: tuple[str, ...] = ()
    """Ids of the services that it leads to, from contacts.yaml. Example: [urgent-line]"""


class Inset(_Block, frozen=True, tag="inset"):
    """An aside."""

    text: Prose
    """The sentences. Example: The trials counted what people said unasked."""


class Callout(_Block, frozen=True, tag="callout"):
    """An important point. The view adds the word "Important"."""

    text: Prose
    """The sentences. Example: Do not stop a medicine without asking first."""


class IconArray(_Block, frozen=True, tag="icon_array"):
    """A picture of 100 people for each arm of one figure of one claim; the numbers come from the claim."""

    claim: str
    """The id of the claim, from evidence.yaml. Example: syrup-response"""
    measure: str
    """The measure of its figure. Example: response"""
    words: Prose
    """The same in words, read before the picture.
    Example: '55 out of 100 on test syrup, and 41 out of 100 on test water: 14 more in 100.'"""
    labels: tuple[str, ...]
    """The treatment given to each arm, in the order of the claim's arms. Example: [Test syrup, Test water]"""


class FactRow(StrictStruct, frozen=True, kw_only=True):
    """One outcome of a fact box: a figure of a claim, with its difference and certainty, or `no_figure`."""

    words: str
    """The outcome in a few words. Example: Felt at least half better"""
    claim: str = ""
    """The id of the claim, from evidence.yaml. Example: syrup-response"""
    measure: str = ""
    """The measure of its figure. Example: response"""
    difference: str = ""
    """The first group against the second. Example: 14 more in 100"""
    sure: str = ""
    """The thing that the claim's certainty is about; the view says the degree before it. Example: that more feel better"""
    no_figure: bool = False
    """True in place of claim and measure: the view says that these trials gave no figure. Example: true"""


class FactBox(_Block, frozen=True, kw_only=True, tag="fact_box"):
    """One comparison in a table: what may get better, what may go wrong, what is not known. Numbers come from the claims."""

    title: str
    """The heading of the box. Example: Test syrup or test water"""
    comparison: str
    """The treatments compared, and in which trials; each figure in the box has the same. Example: syrup-water-trial"""
    arms: tuple[str, ...]
    """The treatment given to each group, in the order of the claims' arms. Example: [Test syrup, Test water]"""
    with_all: Prose | None = None
    """The treatment that every group had as well. Example: Everyone also had test tablets."""
    better: tuple[FactRow, ...]
    """Outcomes that may get better: one row or more, all measured at one time."""
    worse: tuple[FactRow, ...]
    """Harms: at least as many rows."""
    unknown: tuple[Prose, ...]
    """Things that nobody knows, each with what may be so. Example: [What happens after years. It may do nothing.]"""
    elsewhere: tuple[Prose, ...] = ()
    """Figures from other people or other trials, under the box. Example: ['In an older trial, 12 people had it.']"""


class TableOption(StrictStruct, frozen=True, kw_only=True):
    """One choice of an options table, answering every question of the table in order."""

    name: str
    """The option. Example: Carry on as now"""
    answers: tuple[Prose, ...]
    """The answer to each question of the table, in its order. Example: [Nothing changes., Nothing new.]"""
    cites: tuple[str, ...] = ()
    """Ids of the claims that support its answers. Example: [syrup-response]"""


class OptionsTable(_Block, frozen=True, tag="options_table"):
    """The same questions answered for every option, including carrying on as now."""

    title: str
    """The heading of the table. Example: Three things you can do"""
    questions: tuple[str, ...]
    """The same questions for every option. Example: [What is it?, What is the harm?]"""
    options: tuple[TableOption, ...]
    """The options, carrying on as now among them."""


class OptionsGrid(_Block, frozen=True, tag="options_grid"):
    """The options of options.yaml side by side, with the rows that matter most to the reader first."""

    title: str
    """The heading of the grid. Example: Options at a glance"""


class WhatMatters(_Block, frozen=True, tag="what_matters"):
    """The things of options.yaml, of which a reader picks up to three."""

    title: str
    """The heading of the list. Example: What matters most to me"""


class TimelineStep(StrictStruct, frozen=True, kw_only=True):
    """A moment and what happens then."""

    when: str
    """The moment. Example: 40 minutes later"""
    text: Prose
    """The event at that time. Example: The hiccups have passed."""


class Timeline(_Block, frozen=True, tag="timeline"):
    """Steps with times."""

    title: str
    """The heading of the timeline. Example: A treatment day"""
    steps: tuple[TimelineStep, ...]
    """The moments, in order."""


class Diagram(_Block, frozen=True, tag="diagram"):
    """A picture in text glyphs, at most 40 columns wide, with an equivalent text alternative."""

    title: str
    """The heading of the picture. Example: From leaf to shelf"""
    picture: str
    """The picture, line by line. Example: leaf > syrup > shelf"""
    alternative: Prose
    """The same in words, for those who cannot see it. Example: The leaf is boiled to syrup, and the syrup goes to the shelf."""


class Myth(_Block, frozen=True, tag="myth"):
    """A common saying, a verdict in words, and the evidence."""

    saying: str
    """The saying, as people hear it. Example: Syrup works for everyone."""
    verdict: str
    """The verdict in a word or two. Example: Overstated"""
    evidence: tuple[Prose, ...]
    """The known facts, one point each. Example: [It helps some people., For many the effect fades.]"""
    answers: tuple[str, ...] = ()
    """Ids of the public claims this block answers (content/topics.yaml). Example: [always-works]"""


class Contacts(_Block, frozen=True, tag="contacts"):
    """Contacts by id, or every contact of some kinds; numbers come from contacts.yaml."""

    ids: tuple[str, ...] = ()
    """Ids from contacts.yaml, in the order shown. Example: [samaritans, shout]"""
    kinds: tuple[ContactKind, ...] = ()
    """Kinds of contacts, where every one of a kind is shown. Example: [listening, text]"""


Simple = Paragraph | BulletList | Steps | DoDont | Inset | Callout


class Details(_Block, frozen=True, tag="details"):
    """A collapsible block: a title and further detail."""

    title: str
    """The words on the fold. Example: More about the trials"""
    blocks: tuple[Simple, ...]
    """The contents: paragraphs, lists, steps, advice and asides."""


class Faq(_Block, frozen=True, tag="faq"):
    """A question people ask and its answer."""

    id: str
    """Unique on the page. Example: faq-taste"""
    question: str
    """The question as people ask it. Example: Does the syrup taste of anything?"""
    answer: tuple[Simple, ...]
    """The answer: paragraphs, lists, steps, advice and asides."""


Block = (
    Heading | Simple | CareCard | Details | IconArray | FactBox | OptionsTable | OptionsGrid | WhatMatters | Timeline | Diagram
    | Myth | Contacts | Faq
)  # fmt: skip
