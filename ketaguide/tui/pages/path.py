"""Reading paths for 2, 5 or 10 minutes: one step a page, progress in words."""

from ketaguide.model.guide import PathStep, ReadingPath
from ketaguide.resolve.block import resolve_blocks
from ketaguide.resolve.wording import as_of
from ketaguide.tui.actions import Open
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Piece, text, title
from ketaguide.tui.pages.blocks import PageWriter
from ketaguide.tui.pages.context import Context


def is_step(context: Context, name: str) -> bool:
    """True if "<minutes>:<step>" names a step of a path."""
    paths = context.guide.meta.paths
    return any(name == f"{path.minutes}:{number}" for path in paths for number in range(1, len(path.steps) + 1))


def path(context: Context, name: str) -> Doc:
    """A step of a path; the name is "<minutes>:<step>", counted from 1."""
    minutes, number = map(int, name.split(":"))
    found = next(path for path in context.guide.meta.paths if path.minutes == minutes)
    return _step(context, found, number)


def _step(context: Context, path: ReadingPath, number: int) -> Doc:
    labels, step = context.view.labels, path.steps[number - 1]
    page = context.view.section(step.section)
    assert page is not None
    heading = labels.time_title.format(n=path.minutes)
    place = labels.page_of.format(n=number, total=len(path.steps))
    pieces: list[Piece] = [text(f"{heading}. {place}", "soft"), *title(page.title)]
    writer = PageWriter(context, page.id)
    pieces += writer.bullets(page.summary)
    if date := as_of(page.cites, context.view):
        pieces.append(text(f"({date})", "soft"))
    pieces.append(Gap())
    if step.whole:
        pieces += writer.blocks(resolve_blocks(page.blocks, context.view))
    else:
        pieces += [Button(labels.whole_page.format(title=page.nav_title), Open(f"section:{page.id}")), Gap()]
    if number == len(path.steps):
        pieces += [text(labels.path_done), Gap()]
    before, after = _step_buttons(context, path, number)
    return Doc(page.title, (*pieces, Buttons((before, after))), start=after.action)


def _step_buttons(context: Context, path: ReadingPath, number: int) -> tuple[Button, Button]:
    words = context.words

    def to(other: int, said: str) -> Button:
        return Button(said.format(title=_name(context, path.steps[other - 1])), Open(f"path:{path.minutes}:{other}"))

    before = to(number - 1, words.previous) if number > 1 else Button(words.path_leave, Open("home"))
    after = to(number + 1, words.next) if number < len(path.steps) else Button(words.all_pages, Open("contents"))
    return (before, after)


def _name(context: Context, step: PathStep) -> str:
    page = context.view.section(step.section)
    return page.nav_title if page else step.section


def path_buttons(context: Context) -> tuple[Button, ...]:
    """A button for each path, which resumes a started one."""
    return tuple(_path_button(context, path) for path in context.guide.meta.paths)


def _path_button(context: Context, path: ReadingPath) -> Button:
    words = context.words
    step = context.session.path_steps.get(path.minutes, 1)
    total = len(path.steps)
    note = words.go_on.format(n=step, total=total) if step > 1 else words.time_note.format(n=total)
    return Button(context.view.labels.time_title.format(n=path.minutes), Open(f"path:{path.minutes}:{step}"), note)
