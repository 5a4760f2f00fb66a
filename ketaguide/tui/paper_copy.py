"""Giving what is taken home to the site's printer."""

from ketaguide.devices.printer import NotPrinted, print_text
from ketaguide.render.plain_takeaway import takeaway_text
from ketaguide.render.printing import not_printed
from ketaguide.render.reading import Reading
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.questions import taken

COLUMNS = 72
"""Of a line on paper."""


def printed(context: Context) -> str:
    """Print, and say in words what came of it. Waits for the print system, so call it from a thread."""
    session, printer = context.session, context.guide.site.printer
    text = takeaway_text(taken(context), Reading(context.guide, session.variant, session.nation), COLUMNS)
    try:
        print_text(f"{text}\n", printer)
    except NotPrinted as fault:
        return not_printed(context.take, fault.reason, fault.detail)
    return context.take.printed.format(printer=printer)
