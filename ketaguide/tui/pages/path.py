"""Reading paths for 2, 5 or 10 minutes: one step a page, progress in words."""

from ketaguide.resolve.path import ResolvedStep, resolve_path
from ketaguide.resolve.wording import counted
from ketaguide.tui.actions import Open
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Piece, text
from ketaguide.tui.pages.blocks import PageWriter
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.questions import question_picker
from ketaguide.tui.pages.section import in_short, page_doc, whole


def is_step(context: Context, name: str) -> bool:
    """True if "<minutes>:<step>" names a step of a path."""
    minutes, _, number = name.partition(":")
    return number.isdecimal() and 0 < int(number) <= len(_steps(context, minutes))


def path(context: Context, name: str) -> Doc:
    """A step of a path; the name is "<minutes>:<step>", counted from 1."""
    minutes, _, number = name.partition(":")
    words, steps, at = context.words, _steps(context, minutes), int(number) - 1
    step = steps[at]

    def to(other: int, said: str) -> Button:
        return Button(said.format(title=steps[other].page.nav_title), Open(f"path:{minutes}:{other + 1}"))

    pieces: list[Piece] = [text(step.place, "soft"), *(in_short if step.whole_page else whole)(context, step.page)]
    pieces += PageWriter(context, step.page.id).blocks(step.tables)
    pieces += question_picker(context, step.page) if step.has_questions else []
    pieces += [Button(step.whole_page, Open(f"section:{step.page.id}")), Gap()] if step.whole_page else []
    pieces += [text(step.done), Gap()] if step.done else []
    before = to(at - 1, words.previous) if at else Button(words.path_leave, Open("home"))
    after = Button(words.all_pages, Open("contents")) if step.done else to(at + 1, words.next)
    return page_doc(step.page.title, (*pieces, Buttons((before, after))), start=after.action)


def _steps(context: Context, minutes: str) -> tuple[ResolvedStep, ...]:
    found = (path for path in context.guide.meta.paths if str(path.minutes) == minutes)
    return next((resolve_path(path, context.view) for path in found), ())


def path_buttons(context: Context) -> tuple[Button, ...]:
    """A button for each path, which resumes a started one."""
    words, buttons = context.view.interface.home, []
    for path in context.guide.meta.paths:
        step = context.session.path_steps.get(path.minutes, 1)
        note = words.step.format(n=step, total=len(resolve_path(path, context.view))) if step > 1 else ""
        label = counted(words.minutes, path.minutes, context.view)
        buttons.append(Button(label, Open(f"path:{path.minutes}:{step}"), note))
    return tuple(buttons)
