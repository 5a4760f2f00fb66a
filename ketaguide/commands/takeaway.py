"""`ketaguide takeaway`: what matters, options, questions and numbers to call, as text, as HTML or printed."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from ketaguide import atomic, streams
from ketaguide.commands import need, say_between_numbers, stop_on_exit, unknown, writing
from ketaguide.commands.loader import view_of
from ketaguide.errors import Exit, UsageError
from ketaguide.model.options import MOST_COMPARED, MOST_MATTERS
from ketaguide.render.plain_takeaway import known_questions, takeaway_paper, takeaway_text
from ketaguide.resolve import crisis_card
from ketaguide.resolve.takeaway import Takeaway, not_printed, takeaway
from ketaguide.resolve.view import GuideView


def run(args: Namespace) -> int:
    """Print the takeaway with what was chosen; without a choice, all that can be chosen, each with its id."""
    view, width = _with_picks(view_of(args), args), streams.columns()
    need(view, "questions", "questions to ask and nothing to choose from")
    if (args.matters, args.options, args.questions) == (None, None, None) and not (args.html or args.print):
        say_between_numbers(view, known_questions(view, width))
        return Exit.FINE
    home = takeaway(view, _ids(view, args.questions or ""))
    if args.html:
        from ketaguide.render.html_takeaway import takeaway_html

        with writing("the page", args.html):
            atomic.write_file(Path(args.html), takeaway_html(home, view).encode())
        return Exit.FINE
    if args.print:
        return _print(home, view)
    streams.say("\n".join(crisis_card.short(view, width)) + "\n\n\n" + takeaway_text(home, view, width))
    return Exit.FINE


def _print(home: Takeaway, view: GuideView) -> int:
    """Send it to the printer and report the result. UsageError if no printer is named."""
    from ketaguide.devices.children import end_all
    from ketaguide.devices.printer import NotPrinted, print_text

    printer = view.guide.site.printer
    if not printer:
        raise UsageError("no printer is named; add --printer NAME, or name one in the site file.")
    try:
        with stop_on_exit(end_all):
            print_text(takeaway_paper(home, view, streams.WIDEST) + "\n", printer)
    except NotPrinted as fault:
        streams.eprint(not_printed(view.interface.take, fault.reason, fault.detail))
        return Exit.PROBLEMS
    streams.eprint(view.interface.take.printed.format(printer=printer))
    return Exit.FINE


def _with_picks(view: GuideView, args: Namespace) -> GuideView:
    """The view with the things and options of the command line picked. UsageError for an unknown id and for too many."""
    options = view.edition.options
    matters = _picked("--matters", args.matters, [thing.id for thing in options.things], MOST_MATTERS)
    compared = _picked("--options", args.options, [option.id for option in options.options], MOST_COMPARED)
    return replace(view, matters=matters, compared=compared)


def _picked(argument: str, asked: str | None, known: list[str], most: int) -> tuple[str, ...]:
    """Parse the ids of one argument. UsageError, which names those there are, for an unknown one and for too many."""
    ids = tuple(dict.fromkeys(_names(asked or "")))
    there_are = f"{argument} takes up to {most} of: {', '.join(known)}" if known else f"this guide has nothing for {argument}"
    for name in ids:
        if name not in known:
            raise UsageError(f"there is no {name[:40]!r}; {there_are}.")
    if len(ids) > most:
        raise UsageError(f"these are {len(ids)}; {there_are}.")
    return ids


def _names(asked: str) -> list[str]:
    return [name.strip() for name in asked.split(",") if name.strip()]


def _ids(view: GuideView, asked: str) -> list[str]:
    """Parse the question ids. UsageError for an unknown one."""
    known = [ask.id for group in view.edition.asks.groups for ask in group.questions]
    ids = _names(asked)
    for name in ids:
        if view.guide.ask(name, view.edition_id) is None:
            raise unknown(name, "question", known, "takeaway")
    return ids
