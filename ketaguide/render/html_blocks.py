"""Renders blocks as HTML, one arm for each kind; the markup stands in templates/blocks.html."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from markupsafe import Markup

from ketaguide import crisis
from ketaguide.model import block as b
from ketaguide.model.prose import Prose
from ketaguide.render import html_options
from ketaguide.render.html_env import markup, spoken
from ketaguide.render.html_writer import HtmlWriter, linked, unbroken
from ketaguide.resolve import block as r
from ketaguide.resolve import language
from ketaguide.resolve import options as o
from ketaguide.resolve.contact import NumberLine, ResolvedContact, Way
from ketaguide.resolve.fact_box import ResolvedFactBox
from ketaguide.resolve.figure import ResolvedFigure


def blocks(these: Iterable[r.Resolved], writer: HtmlWriter, level: int = 2) -> Markup:
    """Render blocks in order, each between its nations label and its date; headings have the given `level`.

    A care card below a heading is one level below it.
    """
    return Markup("\n").join(_around(block, body, writer) for block, body in _drawn(these, writer, level))


def directory(these: Iterable[r.Resolved], writer: HtmlWriter) -> Markup:
    """Render the page of help: its parts with lists, but those up to the lines to talk to with services, are folds."""
    parts: list[list[tuple[r.Resolved, Markup]]] = [[]]
    for block, body in _drawn(these, writer, 2):
        parts += [[]] if isinstance(block.body, b.Heading) else []
        parts[-1].append((block, body))
    found, is_after = [], False
    for part in parts:
        services = [one for block, _ in part if isinstance(block.body, r.ResolvedContacts) for one in block.body.contacts]
        is_fold = any(isinstance(block.body, b.BulletList) for block, _ in part) or bool(services and is_after)
        rest = Markup("\n").join(_around(block, body, writer) for block, body in part[1 if is_fold else 0 :])
        if is_fold:
            head, title = part[0]
            nations, as_of = writer.for_nations(head.nations), in_brackets(head.as_of)
            rest = markup("part", title=title, where=head.where, as_of=as_of, body=rest, nations=nations)
        found.append(rest)
        is_after = is_after or any(one.id in writer.view.profile.talk for one in services)
    return Markup("\n").join(found)


def _drawn(these: Iterable[r.Resolved], writer: HtmlWriter, level: int) -> Iterator[tuple[r.Resolved, Markup]]:
    below = level
    for block in these:
        yield block, _block(block, writer, below if isinstance(block.body, r.ResolvedCareCard) else level)
        below = level + 1 if isinstance(block.body, b.Heading) else below


def _around(block: r.Resolved, body: Markup, writer: HtmlWriter) -> Markup:
    """A block with its nations label and its date."""
    nations = writer.for_nations(block.nations)
    return markup("block", body=body, where=block.where, as_of=in_brackets(block.as_of), nations=nations)


def in_brackets(date: str) -> str:
    """ "(as of December 2022)", or empty."""
    return f"({date})" if date else ""


def _block(block: r.Resolved, writer: HtmlWriter, level: int) -> Markup:
    id_ = writer.anchor(block.heading, block.nations) if block.heading else ""
    match body := block.body:
        case b.Heading():
            return markup("heading", text=body.text, id=id_, level=level)
        case b.Paragraph():
            return markup("paragraph", text=writer.prose(body.text))
        case b.BulletList():
            return markup("list", items=writer.items(body.items))
        case b.Steps():
            return markup("steps", items=_items(body.items, writer))
        case b.Inset():
            return markup("inset", text=writer.prose(body.text))
        case b.Timeline():
            steps = [(step.when, writer.prose(step.text)) for step in body.steps]
            return markup("timeline", title=body.title, id=id_, steps=steps, level=level)
        case r.ResolvedDoDont():
            dont = [(lead, writer.prose(item)) for lead, item in body.dont]
            return markup("do_dont", words=body, do=_items(body.do, writer), dont=dont)
        case r.ResolvedCareCard():
            items, rung = _items(body.items, writer), calls(body.lines, writer)
            return markup(
                "care_card", level=level, id=id_, card=body, heading=writer.prose(body.heading), items=items, calls=rung
            )
        case r.ResolvedCallout():
            return markup("callout", label=body.label, text=writer.prose(body.text))
        case ResolvedFigure():
            return _figure(body, writer)
        case ResolvedFactBox():
            told = writer.prose(body.with_all) if body.with_all else ""
            unknown, elsewhere = _items(body.unknown, writer), _items(body.elsewhere, writer)
            return markup("fact_box", box=body, id=id_, level=level, told=told, unknown=unknown, elsewhere=elsewhere)
        case r.ResolvedOptions():
            return _options(body, writer, level, id_)
        case o.ResolvedGrid():
            return html_options.grid(body, writer, level, id_)
        case o.ResolvedMatters():
            return html_options.matters(body, writer, level, id_)
        case r.ResolvedDiagram():
            picture = writer.view.interface.html.picture
            return markup("diagram", diagram=body, id=id_, text=writer.prose(body.words), level=level, picture=picture)
        case r.ResolvedMyth():
            return markup(
                "myth", myth=body, evidence=_items(body.evidence, writer), id=writer.links.anchor(writer.page, body.saying)
            )
        case r.ResolvedContacts():
            return markup("contacts", cards=[contact_card(contact, writer) for contact in body.contacts])
        case r.ResolvedFold():
            id_ = writer.links.anchor(writer.page, body.id) if body.is_question else ""
            return markup("fold", title=body.title, id=id_, body=blocks(body.blocks, writer, level + 1))
        case _:
            assert_never(body)


def _items(items: Iterable[Prose], writer: HtmlWriter) -> list[Markup]:
    return [writer.prose(item) for item in items]


Service = tuple[str, str]
"""The name of a service, and the nations it serves."""


def calls(lines: Iterable[NumberLine], writer: HtmlWriter) -> list[tuple[Markup, str, list[Service], str]]:
    """(link text, href, services, nations) for each number; href is empty for a service without one."""
    return [_number(line, writer) for line in lines]


def _number(line: NumberLine, writer: HtmlWriter) -> tuple[Markup, str, list[Service], str]:
    services = [(name, writer.for_nations(nations)) for (_, name), nations in zip(line.names, line.nations, strict=False)]
    everyone = tuple(nation for nation in writer.view.profile.ids if any(nation in nations for nations in line.nations))
    return unbroken(line.way.text), line.way.href, services, writer.for_nations(everyone)


def _figure(figure: ResolvedFigure, writer: HtmlWriter) -> Markup:
    """The words, then each arm's figure beside its picture, then facts about the study."""
    if not figure.arms:
        return markup("paragraph", text=writer.prose(figure.words))
    picture = writer.view.interface.html.people_picture
    return markup("icon_array", figure=figure, text=writer.prose(figure.words), picture=picture)


def _options(table: r.ResolvedOptions, writer: HtmlWriter, level: int, id_: str) -> Markup:
    """Every option as a card with the same questions in the same order; cards stand side by side on wide screens."""
    total, said, labels = len(table.options), writer.view.words.item_of, writer.labels
    options = []
    for number, option in enumerate(table.options, 1):
        answers = zip(table.questions, _items(option.answers, writer), strict=False)
        nation_id = writer.links.anchor(writer.page, option.nation) if option.nation else ""
        yours = labels.your_nation.format(nation="") if option.nation and not writer.view.nation else ""
        place = said.format(n=number, total=total, item="")
        options.append((place, option.name, list(answers), nation_id, option.nation or "", yours))
    return markup("options", title=table.title, id=id_, options=options, level=level)


def contact_card(contact: ResolvedContact, writer: HtmlWriter) -> Markup:
    """A contact in full, its numbers as links; on the page of help, a fold holds all but the ways to reach it at once."""
    due = markup("due", by=contact.check_by, text=contact.last_checked)
    first = [way for way in contact.ways if way.kind in ("phone", "sms", "due")] or list(contact.ways[:1])
    rest = [_way(way) for way in contact.ways if way not in first] if writer.page == crisis.HELP_PAGE else []
    lines = [_way(way) for way in contact.ways if way in first or not rest]
    nations, more = writer.for_nations(contact.nations), writer.view.interface.html.contact_more
    lang = spoken(language.of_contact(contact.id, writer.view))
    return markup("contact", contact=contact, lines=lines, rest=rest, more=more, due=due, nations=nations, lang=lang)


def _way(way: Way) -> Markup:
    """One way to reach a service, as a link if it has an address."""
    return Markup("{}{}{}").format(way.before, linked(way.text, way.href), way.after)
