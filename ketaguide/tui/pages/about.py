"""The pages about the guide, its sources and its keys."""

from ketaguide import __version__
from ketaguide.model.interface.shared import KeyWords
from ketaguide.resolve.evidence import source_words
from ketaguide.resolve.section import read_more
from ketaguide.resolve.wording import who_answers
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Open
from ketaguide.tui.doc import Button, Doc, Gap, Pairs, Piece, Run, Text, text, title
from ketaguide.tui.keys import READING_KEYS, Key, help_keys
from ketaguide.tui.pages.context import Context


def about(context: Context) -> Doc:
    """The page about the guide: purpose, limits, authors, review state and dates."""
    meta, words = context.view.guide.meta, context.words
    bullets = [Text(context.runs(item), f"{glyphs.BULLET} ") for item in meta.is_not]
    pieces: list[Piece] = [
        *title(context.view.interface.about.title),
        text(words.what_it_is_for, "h2"),
        Text(context.runs(meta.purpose)),
        Gap(),
        text(context.view.interface.about.is_not, "h2"),
        *bullets,
        Gap(),
        text(context.view.interface.about.who_answers, "h2"),
        Pairs(tuple((name, (Run(value),)) for name, value in who_answers(context.view))),
        Gap(),
        text(context.view.interface.about.access, "h2"),
        *(text(line, first=f"{glyphs.BULLET} ") for line in context.view.interface.about.access_words),
        Gap(),
    ]
    if "sources" not in context.view.lacks:
        pieces.append(Button(words.all_sources, Open("sources")))
    if more := read_more(meta.roles.about, context.view):
        pieces.append(Button(more.label, Open(f"section:{more.page}")))
    pieces += [Gap(), text(f"ketaguide {__version__}", "soft")]
    return Doc(context.view.interface.about.title, tuple(pieces))


def sources(context: Context) -> Doc:
    """The page of all sources, from A to Z."""
    listed = sorted(context.guide.sources.values(), key=source_words)
    pieces: list[Piece] = [*title(context.words.all_sources)]
    for source in listed:
        pieces.append(text(source_words(source), first=f"{glyphs.BULLET} "))
        if source.url:
            pieces.append(text(source.url, "soft", first="  "))
    return Doc(context.words.all_sources, tuple(pieces))


def keys(context: Context) -> Doc:
    """The page of all keys and their actions, and of terminals that keep some for themselves."""
    words = context.words
    there = (key for key in help_keys(kiosk=context.kiosk) if key.name not in context.view.lacks)
    named = [(key.either(context.keys.either), _meaning(key, context.keys)) for key in there]
    word = {name: str(getattr(context.keys, name)) for name in context.keys.__struct_fields__}
    moving = [(shown or word[f"{name}_keys"], word[name]) for shown, name in READING_KEYS]
    rows = tuple((shown, (Run(name),)) for shown, name in [*named, *moving])
    taken = [piece for line in words.keys_taken for piece in (text(line), Gap())] if not context.kiosk else []
    head = (*title(words.keys_title), text(words.keys_note), Gap())
    return Doc(words.keys_title, (*head, Pairs(rows), Gap(), *taken, text(context.keys.mouse)))


def _meaning(key: Key, words: KeyWords) -> str:
    """The name of a key, and a sentence on its action where the name alone does not say it."""
    name, does = str(getattr(words, key.name)), getattr(words, f"{key.name}_does", "")
    return f"{name}. {does}" if does else name
