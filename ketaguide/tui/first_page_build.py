"""Lays home out for every nation, edition and width when the package is built, for `first_page` to read."""

import json
from itertools import product
from pathlib import Path
from zlib import compress

from msgspec import structs
from rich.color import Color, ColorSystem

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.resolve.overdue import holds_until
from ketaguide.session import Session
from ketaguide.tui.doc import Doc
from ketaguide.tui.first_page import FOLDER, FirstPage, StoredLayout, file_name
from ketaguide.tui.foot import first_foot
from ketaguide.tui.layout import lay_out
from ketaguide.tui.layout_focus import first_letter, first_target, first_words, with_focus
from ketaguide.tui.pages import HOME, page
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.frame import banner_words, title_words
from ketaguide.tui.pages.home import contents
from ketaguide.tui.sizes import SIDE_WIDTH, THIN
from ketaguide.tui.theme import DEFAULT, PALETTES

WIDEST = 160
"""Columns of the widest page that is laid out; a wider one has the same rows, which is checked."""
_NO_LIMIT = 1000


def write_first_pages(guide: Guide, mark: str, place: Path) -> Path:
    """Write a file for each nation and edition into a folder of `place`; returns the folder."""
    folder = place / FOLDER
    folder.mkdir()
    for nation, edition in product((None, *guide.profile.ids), guide.editions.values()):
        first = lay_out_home(guide, nation, edition.edition_id)
        asked_by = edition.meta.role if guide.edition(edition.meta.role) is edition else edition.edition_id
        name = file_name(nation, "first" if edition is guide.first else asked_by)
        (folder / name).write_bytes(encode(first, mark, holds_until(guide)))
    return folder


def lay_out_home(guide: Guide, nation: Nation | None = None, edition_id: EditionId = "") -> FirstPage:
    """Home for one nation and edition, laid out at each width as it is asked for."""
    context = Context(guide, Session(nation=nation, edition_id=edition_id, theme=DEFAULT))
    context.session.history.visit(HOME)
    doc = page(HOME, context)
    return FirstPage(
        {theme: title_words(_in_theme(context, theme)) for theme in (*PALETTES, "")},
        banner_words(context),
        first_foot(context, doc, lay_out(doc, WIDEST), 0),
        _laid(contents(context), SIDE_WIDTH, has_focus=False),
        lambda width: _laid(doc, width),
        {
            colour: Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).number or 0
            for palette in PALETTES.values()
            for colour in palette.values()
            if colour.startswith("#")
        },
    )


def encode(first: FirstPage, mark: str, until: str) -> bytes:
    """The file of a page for all widths, with what it was made from and the last day on which it is true."""
    head = {
        "mark": mark,
        "until": until if first.page(WIDEST) == first.page(_NO_LIMIT) else "",
        "least": THIN,
        "titles": first.titles,
        "banner": first.banner,
        "keys": first.foot.keys,
        "foot": first.foot[1:],
        "side": first.side,
        "near": first.near,
    }
    pages = (json.dumps(first.page(width), ensure_ascii=False).encode() for width in range(THIN, WIDEST + 1))
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + compress(b"\n".join(pages), 9)


def _in_theme(context: Context, theme: str) -> Context:
    session = Session(nation=context.session.nation, edition_id=context.session.edition_id, theme=theme or DEFAULT)
    return structs.replace(context, session=session, has_fixed_colours=not theme)


def _laid(doc: Doc, width: int, *, has_focus: bool = True) -> StoredLayout:
    """A page with the mark of focus at its first choice."""
    layout = lay_out(doc, width)
    focused = first_target(doc, layout) if has_focus else -1
    begin = at = first_words(doc, layout, 0, len(layout.lines))
    rows = []
    for number, content in enumerate(layout.lines):
        if focused >= 0:
            at = first_letter(layout, layout.targets[focused])
            content = with_focus(layout, layout.targets[focused], number, content)
        runs = [part for text, names in content.runs() for part in (text, " ".join(names))]
        rows.append([content.cell_length, *runs])
    return StoredLayout(rows, at, begin)
