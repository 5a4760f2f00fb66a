"""Blocks of a page for a browser. One arm for each kind of block; the markup itself stands in templates/blocks.html."""

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from markupsafe import Markup

from ketaguide.model import block as b
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.interface import Labels
from ketaguide.render import html_links as to
from ketaguide.render import phrases
from ketaguide.render.html_env import markup
from ketaguide.render.html_ink import Ink, linked, unbroken


def blocks(these: Iterable[b.Block | b.Simple], ink: Ink, level: int = 2) -> Markup:
    """Blocks one under another; a word says where a block holds only in some nations. Their headings are of `level`."""
    return Markup("\n").join(_blocks(these, ink, level))


def headings(these: Iterable[b.Block], ink: Ink) -> list[tuple[str, str]]:
    """(id, words) of the headings that `blocks` will write, for a list of what is on the page."""
    probe = Ink(ink.reading, ink.links, ink.page)
    shown = phrases.shown(these, ink.reading.nation)
    return [(probe.anchor(words), words) for block in shown if (words := _heading(block, ink.labels))]


def _heading(block: b.Block, labels: Labels) -> str:
    """The words of a block's heading; a fold has none."""
    if isinstance(block, b.CareCard):
        return f"{getattr(labels, block.urgency)} {block.heading}"
    return "" if isinstance(block, b.Details | b.Faq) else _title(block)


def _blocks(these: Iterable[b.Block | b.Simple], ink: Ink, level: int) -> Iterator[Markup]:
    where: tuple[Nation, ...] = ()
    for block in phrases.shown(these, ink.reading.nation):
        said = ""
        if ink.reading.nation is None and block.nations != where:
            where = block.nations
            said = _where(block, ink.labels)
        body = _block(block, ink, level)
        yield markup("block", body=body, where=said, as_of=ink.as_of(_dated(block)))


def _dated(block: b.Block | b.Simple) -> list[str]:
    """Claims whose date stands under the block; inside folds, answers and options it stands with each of them."""
    if isinstance(block, b.Details | b.Faq | b.OptionsTable):
        return list(block.cites)
    return phrases.block_cites(block)


def _where(block: b.Block | b.Simple, labels: Labels) -> str:
    """Where a block holds; a title that names the nation, or ends such a run, needs no more words."""
    title = _title(block)
    if not block.nations:
        return "" if title else f"{labels.all_nations}:"
    named = all(phrases.nation_name(nation, labels) in title for nation in block.nations)
    return "" if named else phrases.for_nations(block.nations, labels)


def _title(block: b.Block | b.Simple) -> str:
    """The heading or fold that a block begins with, if it does."""
    match block:
        case b.Heading():
            return block.text
        case b.OptionsTable() | b.Timeline() | b.Diagram() | b.Details():
            return block.title
        case b.Faq():
            return block.question
        case _:
            return ""


def _block(block: b.Block | b.Simple, ink: Ink, level: int) -> Markup:
    match block:
        case b.Heading():
            return markup("heading", text=block.text, id=ink.anchor(block.text), level=level)
        case b.Paragraph():
            return markup("paragraph", text=ink.prose(block.text))
        case b.BulletList():
            return markup("list", items=_items(block.items, ink))
        case b.Steps():
            return markup("steps", items=_items(block.items, ink))
        case b.DoDont():
            return _do_dont(block, ink)
        case b.CareCard():
            return _care_card(block, ink, level)
        case b.Inset():
            return markup("inset", text=ink.prose(block.text))
        case b.Callout():
            return markup("callout", label=ink.labels.important, text=ink.prose(block.text))
        case b.IconArray():
            return _icon_array(block, ink)
        case b.OptionsTable():
            return _options(block, ink, level)
        case b.Timeline():
            steps = [(step.when, ink.prose(step.text)) for step in block.steps]
            return markup("timeline", title=block.title, id=ink.anchor(block.title), steps=steps, level=level)
        case b.Diagram():
            return _diagram(block, ink, level)
        case b.Myth():
            return _myth(block, ink)
        case b.Contacts():
            found = phrases.contacts_of(block, ink.reading.guide, ink.reading.nation)
            return markup("contacts", cards=[contact_card(contact, ink) for contact in found])
        case b.Details():
            return markup("fold", title=block.title, body=blocks(block.blocks, ink, level + 1))
        case b.Faq():
            id_ = ink.links.anchor(ink.page, block.id)
            return markup("fold", title=block.question, id=id_, body=blocks(block.answer, ink, level + 1))
        case _:
            assert_never(block)


def _items(items: Iterable[Any], ink: Ink) -> list[Markup]:
    return [ink.prose(item) for item in items]


def _do_dont(block: b.DoDont, ink: Ink) -> Markup:
    """What to do, then what not to do, each line of it saying so."""
    dont = []
    for item in block.dont:
        lead = phrases.dont(item.text, ink.labels).removesuffix(item.text)
        dont.append((lead, ink.prose(item)))
    return markup("do_dont", labels=ink.labels, do=_items(block.do, ink), dont=dont)


def _care_card(card: b.CareCard, ink: Ink, level: int) -> Markup:
    """The level in words, the action, when to take it, and who to call."""
    said = getattr(ink.labels, card.urgency)
    contacts = [ink.reading.guide.contacts[name] for name in card.contacts if name in ink.reading.guide.contacts]
    here = [contact for contact in contacts if contact.serves(ink.reading.nation)]
    return markup(
        "care_card",
        level=level, id=ink.anchor(f"{said} {card.heading}"), urgency=card.urgency, said=said, heading=card.heading,
        items=_items(card.items, ink), ways=ways(here, ink),
    )  # fmt: skip


def ways(contacts: Iterable[Contact], ink: Ink) -> list[tuple[Markup, str, list[str]]]:
    """(what to do, address, who answers) for each number once; a service without one stands by its name."""
    found: dict[str, tuple[str, list[str]]] = {}
    for contact in contacts:
        way = phrases.short_way(contact, ink.labels) if contact.phone or contact.sms else ""
        named = f"{contact.name}: {contact.phone_note}" if contact.phone_note else contact.name
        href = to.call(contact) or to.text(contact)
        found.setdefault(way or contact.name, (href, []))[1].extend([named] if way else [])
    return [(unbroken(way), href, names) for way, (href, names) in found.items()]


def _icon_array(block: b.IconArray, ink: Ink) -> Markup:
    """The words, then each group's figure beside its picture, then what to know about the study."""
    claim, labels = ink.reading.guide.claims.get(block.claim), ink.labels
    figure = claim.figure(block.measure) if claim else None
    if claim is None or figure is None:
        return markup("paragraph", text=ink.prose(block.words))
    arms = [
        (label, labels.in_100.format(n=arm.per100), phrases.arm_counts(arm, labels), arm.per100)
        for arm, label in zip(figure.arms, block.labels, strict=False)
    ]
    return markup(
        "icon_array",
        text=ink.prose(block.words), people_who=labels.people_who.format(outcome=figure.outcome), arms=arms,
        facts=phrases.figure_facts(figure, claim, labels),
    )  # fmt: skip


def _options(block: b.OptionsTable, ink: Ink, level: int) -> Markup:
    """Every option as a card with the same questions in the same order; cards stand side by side where there is room."""
    total, said = len(block.options), ink.reading.words.option_of
    options = []
    for number, option in enumerate(block.options, 1):
        answers = [ink.prose(answer) for answer in option.answers]
        name = said.format(n=number, total=total, option=option.name)
        options.append((name, list(zip(block.questions, answers, strict=False)), ink.as_of(option.cites)))
    return markup("options", title=block.title, id=ink.anchor(block.title), options=options, level=level)


def _diagram(block: b.Diagram, ink: Ink, level: int) -> Markup:
    words = ink.prose(block.alternative)
    label = ink.labels.picture_in_words
    id_ = ink.anchor(block.title)
    return markup("diagram", title=block.title, id=id_, picture=block.picture, label=label, text=words, level=level)


def _myth(block: b.Myth, ink: Ink) -> Markup:
    """What people say, the verdict in words, what the evidence says."""
    saying = block.saying if '"' in block.saying else f'"{block.saying}"'
    return markup("myth", labels=ink.labels, saying=saying, verdict=block.verdict, evidence=_items(block.evidence, ink))


def contact_card(contact: Contact, ink: Ink) -> Markup:
    """Everything known about one service, its number a link that rings."""
    labels = ink.labels
    named = f"{contact.name} {contact.for_whom}"
    here = all(phrases.nation_name(nation, labels) in named for nation in contact.nations)
    where = "" if ink.reading.nation or here else phrases.for_nations(contact.nations, labels)
    return markup(
        "contact", where=where, name=contact.name, for_whom=f"{labels.for_whom}: {contact.for_whom}",
        lines=[_way_line(line, contact, labels) for line in phrases.contact_ways(contact, ink.reading.guide, labels)],
        due=markup("due", by=contact.check_by, text=phrases.last_checked(contact, labels)),
    )  # fmt: skip


def _way_line(line: str, contact: Contact, labels: Labels) -> Markup:
    """One way to reach a service: what rings, texts or opens it is a link."""
    if contact.phone and line.startswith(said := labels.contents_phone.format(phone=contact.phone)):
        return Markup("{}{}").format(linked(said, to.call(contact)), line.removeprefix(said))
    template = labels.text_to if contact.sms_word else labels.text_only
    if contact.sms and line == template.format(word=contact.sms_word, number=contact.sms):
        return linked(line, to.text(contact))
    if contact.website and line == f"{labels.website}: {contact.website}":
        return Markup("{}: {}").format(labels.website, linked(contact.website, to.web(contact.website)))
    return Markup("{}").format(line)
