"""Every pair of colours in the style sheets has enough contrast, in four themes and on terminals with fewer colours."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from rich.color import Color as RichColor
from textual.widget import Widget

import ketaguide.tui
from ketaguide.model import block as b
from ketaguide.model.guide import Guide
from ketaguide.model.prose import Prose, Span
from ketaguide.resolve.block import resolve_blocks
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from ketaguide.settings import Settings
from ketaguide.tui.doc import Barred, Box, Doc
from ketaguide.tui.layout import lay_out
from ketaguide.tui.looks import LOOKS
from ketaguide.tui.pages.blocks import PageWriter
from ketaguide.tui.pages.context import Context
from ketaguide.tui.theme import DEFAULT, PALETTES, PLAIN

from .contrast import in_256, on_console, ratio
from .tour import tour, traveller, view_of

TEXT, SHAPE = 7.0, 3.0
SHAPES = {"line", "other"}
"""Colours of frames, rules and icons, never used for text."""
GROUNDS = {"page", "side", "panel"}
"""Grounds of all text; cards have grounds of their own."""
FOCUS_STANDS_ON = (*sorted(GROUNDS), "grave", "note", "button")
Pair = tuple[str, str]
"""Names of two colours of a palette: foreground and background."""


def sheets() -> Iterator[str]:
    """The style sheet of every widget and screen of the guide."""
    for module in walk_packages(ketaguide.tui.__path__, "ketaguide.tui."):
        for thing in vars(import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, Widget) and thing.__module__ == module.name:
                yield vars(thing).get("DEFAULT_CSS", "")


def rules(sheet: str) -> Iterator[Pair]:
    """Pairs of a style sheet: text and border of each rule on its background, or on that of the rule around it."""
    around = [{"color": "ink", "background": "page"}]
    for text, brace in re.findall(r"([^{}]*)([{}])", sheet):
        declared = dict(re.findall(r"(color|background|border(?:-left)?|border-title-color):[^;{]*?\$([\w-]+)", text))
        around[-1] = around[-1] | declared
        if brace == "{":
            around.append({name: around[-1][name] for name in ("color", "background")})
        else:
            rule = around.pop()
            yield from ((rule[name], rule["background"]) for name in rule if name != "background")


def produced() -> set[Pair]:
    """All pairs that can be drawn: rules of the style sheets, and every style of a page on the page and in the side panel."""
    pairs = {pair for sheet in sheets() for pair in rules(sheet)}
    for look in LOOKS.values():
        pairs |= {(look.ink or "ink", ground) for ground in ({look.ground} if look.ground else GROUNDS)}
    return pairs


def needed(drawn: str) -> float:
    return SHAPE if drawn in SHAPES else TEXT


def colour(theme: str, name: str) -> RichColor:
    value = PALETTES[theme][name]
    return RichColor.parse(value.removeprefix("ansi_")) if theme == PLAIN else RichColor.parse(value)


def contrasts(theme: str, drawn: str, ground: str) -> Iterator[float]:
    """Contrasts of two colours as defined, and as drawn by terminals with fewer colours."""
    one, other = colour(theme, drawn), colour(theme, ground)
    if theme == PLAIN:
        is_dark = PALETTES[theme][drawn] == "ansi_black"  # never bold, see few_colours.py
        yield from (ratio(*on_console(one, other, bold=bold)) for bold in ((False,) if is_dark else (False, True)))
    else:
        yield from (ratio(one, other), ratio(in_256(one), in_256(other)))


def test_the_style_sheets_name_colours_of_the_palette_alone() -> None:
    named = {name for pair in produced() for name in pair}
    assert named - set(PALETTES[DEFAULT]) == set()
    assert {"banner", "on-banner", "soft", "line", "on-note", "code", "side"} <= named, "the style sheets were not understood"
    assert len(produced()) > 20


def test_every_theme_has_every_colour() -> None:
    assert len({frozenset(colours) for colours in PALETTES.values()}) == 1


@pytest.mark.parametrize("theme", PALETTES)
def test_text_stands_out_seven_to_one_and_shapes_three_to_one(theme: str) -> None:
    low = {
        pair: round(least, 2) for pair in produced() if (least := min(contrasts(theme, *pair))) < needed(pair[0])
    }  # fmt: skip
    assert low == {}


@pytest.mark.parametrize("theme", PALETTES)
def test_the_focus_mark_has_a_contrast_of_three_to_one_on_every_background(theme: str) -> None:
    for ground in FOCUS_STANDS_ON:
        for fill in ("focus", "tint"):
            by_ground, by_letters = (min(contrasts(theme, name, ground)) for name in (fill, f"on-{fill}"))
            assert max(by_ground, by_letters) >= SHAPE, (fill, ground)


def test_high_contrast_has_one_colour_for_headings_and_another_for_focus() -> None:
    colours = PALETTES["contrast"]
    assert not {colours["heading"]} & {colours["focus"], colours["mark"], colours["tint"]}


LINKS = Prose((Span("Read "), Span("this", scheme="section", target="risks"), Span(" now", strong=True)))
IN_BOXES: tuple[b.Block, ...] = (
    *(b.CareCard(urgency=level, heading="Call if:", items=(LINKS,), contacts=("samaritans",))
      for level in ("non_urgent", "urgent", "emergency")),
    b.Callout(text=LINKS),
)  # fmt: skip


def test_text_in_a_card_uses_the_colours_of_the_card(guide: Guide) -> None:
    writer = PageWriter(Context(guide, Session()), "risks")
    boxes = [piece for piece in writer.blocks(resolve_blocks(IN_BOXES, GuideView(guide))) if isinstance(piece, Box | Barred)]
    assert len(boxes) == len(IN_BOXES)
    for box in boxes:
        lines = lay_out(Doc("", box.body), 80).lines
        styles = {style for line in lines for _, names in line.runs() for style in names}
        assert "card-link" in styles
        assert {LOOKS[style][:2] for style in styles} == {("", "")}, box.style


async def test_nothing_is_drawn_in_colours_that_were_not_computed(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    names = list(PALETTES[DEFAULT])
    marked = {name: f"#{number:02x}{255 - number:02x}80" for number, name in enumerate(names, 1)}
    named = {marked[name]: name for name in names}
    monkeypatch.setitem(PALETTES, DEFAULT, marked)
    seen: dict[Pair, str] = {}
    app = traveller(guide, Settings(theme=DEFAULT))
    async with app.run_test(size=(110, 40)) as pilot:
        async for stop in tour(app, pilot):
            view = view_of(app)
            whole_page = [view.render_line(row - view.scroll_row) for row in range(len(view._layout.lines))]
            for strip in (*app.screen._compositor.render_strips(), *whole_page):
                for text, style, _ in strip:
                    if text.strip() and style and style.color and style.bgcolor:
                        pair = named.get(style.color.name, style.color.name), named.get(style.bgcolor.name, style.bgcolor.name)
                        seen.setdefault(pair, f"{text.strip()[:40]!r} at {stop}")
    assert {pair: where for pair, where in seen.items() if pair not in produced()} == {}
    assert len(seen) > 15
