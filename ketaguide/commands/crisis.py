"""`ketaguide crisis`: prints the built-in crisis card, which needs no content; for a guide of another country, the guide's."""

from argparse import Namespace
from contextlib import suppress

from ketaguide import fallback, streams
from ketaguide.errors import Exit, KetaguideError


def run(args: Namespace) -> int:
    """Print the crisis card. A nation that is unknown does not keep anybody from it: all are served, and stderr says so."""
    if not fallback.is_for_uk(args.content):
        from ketaguide.commands.loader import view_of

        nation, args.nation = args.nation, None
        with suppress(KetaguideError):  # content that cannot be read keeps nobody from it either
            view_of(args)
        args.nation = nation
    streams.say("\n".join(fallback.card(args.nation, streams.columns(), args.content)))
    if args.nation and args.nation not in fallback.country.names:
        ids = ", ".join(fallback.country.names)
        streams.eprint(f"ketaguide: there is no nation {args.nation[:40]!r}{f'; use one of {ids}' if ids else ''}.")
        return Exit.USAGE
    return Exit.FINE
