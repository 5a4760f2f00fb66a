"""`ketaguide` without a command: full screen on a terminal, a conversation on a line-only one, else plain text."""

import gc
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from ketaguide import fallback, streams
from ketaguide.commands import stop_on_exit
from ketaguide.commands.views import choose_view, prefers_plain
from ketaguide.errors import DisplayError, Exit
from ketaguide.splash import splash

if TYPE_CHECKING:
    from ketaguide.conversation import Area
    from ketaguide.model.guide import Guide
    from ketaguide.settings import Settings


def run(args: Namespace) -> int:
    """Open the guide in the view that fits the streams."""
    if args.kiosk:
        from ketaguide.commands import kiosk_run

        return kiosk_run.run(args)
    match choose_view(args.plain, preferred=prefers_plain()):
        case "screen":
            try:
                return show(args)
            except DisplayError as error:
                streams.eprint(f"ketaguide: {error}")
                _converse(args)
        case "conversation":
            if not (args.plain or streams.has_screen()):
                streams.say("\n".join(fallback.at_start(args.nation, streams.columns(), args.content)))
                streams.eprint(streams.NO_SCREEN)
            _converse(args)
        case "text":
            from ketaguide.commands.loader import view_of
            from ketaguide.commands.read import print_guide

            print_guide(view_of(args))
    return Exit.FINE


def _converse(args: Namespace) -> None:
    from ketaguide.commands.loader import load, settings_of

    settings = settings_of(args)
    talk(settings, load(settings))


def show(args: Namespace) -> int:
    """Run the full-screen view, with the crisis numbers shown during start-up."""
    gc.disable()  # start-up makes no garbage; the app enables collection again after its first paint
    with splash(args.nation, lambda: _first_page(args), args.content):
        from ketaguide.commands.loader import load_undated, settings_of

        settings = settings_of(args)
        guide = load_undated(settings)  # the pages show the notice on changed crisis numbers
        from ketaguide.tui.run import run_app

        return int(run_app(settings, guide))


def _first_page(args: Namespace) -> str | None:
    """Home as it will stand in this window, if it was laid out when the package was built, and is still true."""
    if args.content or args.site:
        return None
    from ketaguide.tui.first_page import output

    return output(args.nation, "short" if args.short else args.edition or "first", args.theme, streams.terminal_size())


def talk(settings: "Settings", guide: "Guide", about: "Area | None" = None) -> None:
    """Run the conversation, or one area of it, on the standard streams."""
    from ketaguide.conversation import Aloud, Console, converse
    from ketaguide.devices import speech
    from ketaguide.session import Session

    session = Session(nation=settings.nation, edition_id=settings.edition_id)
    console = Console(
        streams.stdin(), streams.stdout(), streams.columns, streams.is_terminal(sys.stdin), streams.clear_sequence()
    )
    speaker = speech.Speaker()
    with stop_on_exit(speaker.stop):
        converse(guide, session, console, about, Aloud(speaker.begin, speech.PACKAGE))
