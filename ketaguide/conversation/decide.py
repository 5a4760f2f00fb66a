"""Picking what matters most and options by number; reading options one by one or row by row."""

from collections.abc import Iterator
from functools import partial

from ketaguide.conversation.choices import Option, Step
from ketaguide.conversation.questions import read_takeaway
from ketaguide.conversation.talk import Talk
from ketaguide.model.block import OptionsGrid, WhatMatters
from ketaguide.model.guide import Section
from ketaguide.render.plain_blocks import grid_by_option, grid_by_row
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.options import resolve_grid
from ketaguide.session.picks import Picks

_CLEAR = ":clear"
"""The choice that takes all picks away; no id has a colon."""


def deciding(talk: Talk, page: Section) -> Iterator[Option[Step]]:
    """Yield the choices of a page that holds the options or the things that may matter."""
    words, options = talk.view.words, talk.view.edition.options
    grids = [block for block in page.blocks if isinstance(block, OptionsGrid)]
    matters = any(isinstance(block, WhatMatters) for block in page.blocks)
    if matters and options.things:
        yield Option(words.pick_matters, partial(pick_matters, talk))
    if grids and options.options:
        yield Option(words.compare_here, partial(compare, talk, grids[0].title))
    if matters or grids:
        yield Option(talk.view.interface.take.home_note, partial(read_takeaway, talk))


def pick_matters(talk: Talk) -> None:
    """Pick the things that matter most, one number each, until the reader goes back."""
    words = talk.view.interface.decide
    entries = [(thing.id, thing.text) for thing in talk.view.edition.options.things]
    _pick(talk, talk.session.matters, entries, words.pick, words.clear)


def compare(talk: Talk, title: str) -> None:
    """Choose the options to compare, and read them, until the reader goes back."""
    words, plain = talk.view.interface.decide, talk.view.words
    options = [(option.id, option.name) for option in talk.view.edition.options.options if not option.always]
    compared = talk.session.compared
    choose = partial(_pick, talk, compared, options, words.compare, words.show_all)
    while True:
        steps: list[Option[Step]] = [
            Option(plain.by_row, partial(_read, talk, title, by_row=True)),
            Option(plain.by_option, partial(_read, talk, title, by_row=False)),
            Option(plain.choose_options, choose),
        ]
        steps += [Option(words.show_all, compared.clear)] if len(compared) else []
        step = talk.choose([*steps, talk.back_here(None)], title)
        if step is None:
            return
        step()


def _read(talk: Talk, title: str, *, by_row: bool) -> None:
    grid, writer = resolve_grid(talk.view, title), PlainWriter(talk.view, talk.width)
    talk.read([writer.chunk(grid.intro), *(grid_by_row if by_row else grid_by_option)(grid, writer)])


def _pick(talk: Talk, picks: Picks, entries: list[tuple[str, str]], about: str, clear: str) -> None:
    """Pick among entries, and take picks away, until the reader goes back; one too many is answered and changes nothing."""
    words, names, is_listed = talk.view.interface.decide, dict(entries), False
    while True:
        choices = [Option(words.picked.format(text=text) if id_ in picks else text, id_) for id_, text in entries]
        choices.append(talk.back_here(""))
        choices += [Option(clear, _CLEAR)] if len(picks) else []  # the last, so that no number changes
        chosen = talk.choose(choices, about, listed=not is_listed)
        is_listed = True
        if not chosen:
            return
        if chosen == _CLEAR:
            picks.clear()
            talk.lines(words.cleared)
        elif not picks.toggle(chosen):
            talk.lines(words.full)
        else:
            talk.lines((words.picked if chosen in picks else words.not_picked).format(text=names[chosen]))
            talk.say_once(talk.view.interface.typed.take)
