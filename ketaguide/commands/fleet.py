"""`ketaguide fleet`: keys, signatures and publishing of content for many kiosks."""

from argparse import Namespace

from ketaguide.commands import need_fleet
from ketaguide.errors import WriteError


def run(args: Namespace) -> int | None:
    """Do one step. UsageError without the packages of the extra."""
    need_fleet()
    from ketaguide.commands.fleet_steps import STEPS

    try:
        return STEPS[args.step](args)
    except OSError as error:
        raise WriteError(f"{error.filename or 'the folder'}: {error.strerror or error}") from error
