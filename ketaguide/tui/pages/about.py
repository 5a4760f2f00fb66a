"""The pages about the guide, its sources and its keys."""

from ketaguide import __version__
from ketaguide.model.interface.shared import KeyWords
from ketaguide.resolve.evidence import source_words
from ketaguide.resolve.section import read_more
from ketaguide.resolve.wording import who_answers
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Open
from ketaguide.tui.doc import Button, Doc, Gap, Pairs, Piece, Run, Text, part, text, title
from ketaguide.tui.keys import READING_KEYS, Key, help_keys
from ketaguide.tui.pages.context import Context


def about(context: Context) -> Doc:
    """The page about the guide: purpose, limits, authors, review state and dates."""
    view, words = context.view, context.view.interface.about
    meta, bullet = view.guide.meta, f"{glyphs.BULLET} "
    pieces: list[Piece] = [
        *title(words.title),
        *part(context.words.what_it_is_for, Text(context.runs(meta.purpose))),
        *part(words.is_not, *(Text(context.runs(item), bullet) for item in meta.is_not)),
        *part(words.who_answers, Pairs(tuple((name, (Run(value),)) for name, value in who_answers(view)))),
        *part(words.access, *(text(line, first=bullet) for line in words.access_words)),
    ]
    if "sources" not in view.lacks:
        pieces.append(Button(context.words.all_sources, Open("sources")))
    if more := read_more(meta.roles.about, view):
        pieces.append(Button(more.label, Open(f"section:{more.page}")))
    return Doc(words.title, (*pieces, Gap(), text(f"ketaguide {__version__}", "soft")))


def sources(context: Context) -> Doc:
    """The page of all sources, from A to Z."""
    pieces: list[Piece] = [*title(context.words.all_sources)]
    for source in sorted(context.guide.sources.values(), key=source_words):
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
