"""Renders blocks as HTML, one arm for each kind; the markup stands in templates/blocks.html."""

from collections.abc import Iterable
from typing import assert_never

from markupsafe import Markup

from ketaguide.model import block as b
from ketaguide.model.prose import Prose
from ketaguide.render import html_options
from ketaguide.render.html_env import markup
from ketaguide.render.html_writer import HtmlWriter, linked, unbroken
from ketaguide.resolve import block as r
from ketaguide.resolve import options as o
from ketaguide.resolve.contact import NumberLine, ResolvedContact, Way
from ketaguide.resolve.fact_box import ResolvedFactBox
from ketaguide.resolve.figure import ResolvedFigure


def blocks(these: Iterable[r.Resolved], writer: HtmlWriter, level: int = 2) -> Markup:
    """Render blocks in order, each between its nations label and its date; headings have the given `level`."""
    drawn = (
        markup("block", body=_block(block, writer, level), where=block.where, as_of=in_brackets(block.as_of)) for block in these
    )
    return Markup("\n").join(drawn)


def in_brackets(date: str) -> str:
    """ "(as of December 2022)", or empty."""
    return f"({date})" if date else ""


def _block(block: r.Resolved, writer: HtmlWriter, level: int) -> Markup:
    id_ = writer.anchor(block.heading) if block.heading else ""
    match body := block.body:
        case b.Heading():
            return markup("heading", text=body.text, id=id_, level=level)
        case b.Paragraph():
            return markup("paragraph", text=writer.prose(body.text))
        case b.BulletList():
            return markup("list", items=_items(body.items, writer))
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
            items, rung = _items(body.items, writer), calls(body.lines)
            return markup("care_card", level=level, id=id_, card=body, items=items, calls=rung)
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
            return markup("diagram", diagram=body, id=id_, text=writer.prose(body.words), level=level)
        case r.ResolvedMyth():
            return markup(
                "myth", myth=body, evidence=_items(body.evidence, writer), id=writer.links.anchor(writer.page, body.saying)
            )
        case r.ResolvedContacts():
            return markup("contacts", cards=[contact_card(contact) for contact in body.contacts])
        case r.ResolvedFold():
            id_ = writer.links.anchor(writer.page, body.id) if body.is_question else ""
            return markup("fold", title=body.title, id=id_, body=blocks(body.blocks, writer, level + 1))
        case _:
            assert_never(body)


def _items(items: Iterable[Prose], writer: HtmlWriter) -> list[Markup]:
    return [writer.prose(item) for item in items]


def calls(lines: Iterable[NumberLine]) -> list[tuple[Markup, str, list[str]]]:
    """(link text, href, services) for each number; href is empty for a service without one."""
    return [(unbroken(line.way.text), line.way.href, [name for _, name in line.names]) for line in lines]


def _figure(figure: ResolvedFigure, writer: HtmlWriter) -> Markup:
    """The words, then each arm's figure beside its picture, then facts about the study."""
    if not figure.arms:
        return markup("paragraph", text=writer.prose(figure.words))
    return markup("icon_array", figure=figure, text=writer.prose(figure.words))


def _options(table: r.ResolvedOptions, writer: HtmlWriter, level: int, id_: str) -> Markup:
    """Every option as a card with the same questions in the same order; cards stand side by side on wide screens."""
    total, said = len(table.options), writer.view.words.item_of
    options = []
    for number, option in enumerate(table.options, 1):
        answers = zip(table.questions, _items(option.answers, writer), strict=False)
        name = said.format(n=number, total=total, item=option.name)
        nation_id = writer.links.anchor(writer.page, option.nation) if option.nation else ""
        options.append((name, list(answers), nation_id))
    return markup("options", title=table.title, id=id_, options=options, level=level)


def contact_card(contact: ResolvedContact) -> Markup:
    """A contact in full, with its number as a tel: link."""
    due = markup("due", by=contact.check_by, text=contact.last_checked)
    return markup("contact", contact=contact, lines=[_way(way) for way in contact.ways], due=due)


def _way(way: Way) -> Markup:
    """One way to reach a service, as a link if it has an address."""
    return Markup("{}{}{}").format(way.before, linked(way.text, way.href), way.after)
