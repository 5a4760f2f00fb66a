"""Prints the takeaway on the site's printer, within the rate limits of reader and machine."""

import asyncio
from math import ceil

from ketaguide.devices.printer import NotPrinted, print_text
from ketaguide.render.plain_takeaway import takeaway_paper
from ketaguide.resolve.takeaway import not_printed
from ketaguide.resolve.wording import counted
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.questions import reader_takeaway

COLUMNS = 72
"""Columns of a printed line."""


async def print_copy(context: Context) -> str:
    """Print the takeaway, if the limits allow it; returns the result as a sentence."""
    words, limits, now = context.view.interface.take, (context.session.prints, context.prints), context.clock()
    if wait := max(limit.wait(now) for limit in limits):
        return words.not_printed.format(why=counted(words.print_wait, max(2, ceil(wait / 60)), context.view))
    for limit in limits:
        limit.add(now)
    try:
        await asyncio.to_thread(_print, context)
    except NotPrinted as fault:
        if fault.reason != "no_answer":  # a printer that is only slow may print it yet
            for limit in limits:
                limit.take_back()
        return not_printed(words, fault.reason, fault.detail)
    return words.printed.format(printer=context.guide.site.printer)


def _print(context: Context) -> None:
    text = takeaway_paper(reader_takeaway(context), context.view, COLUMNS)
    print_text(f"{text}\n", context.guide.site.printer)
