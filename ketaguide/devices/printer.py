"""Prints with the system's `lp`, found in fixed places and started by absolute path, without a shell."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from ketaguide.devices.children import IS_SUPPORTED, Child
from ketaguide.errors import DeviceError

PROGRAMS = (Path("/usr/bin/lp"), Path("/usr/local/bin/lp"), Path("/bin/lp"))
SECONDS = 20
"""Time limit in seconds for `lp` to accept the text."""

NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@-]{0,126}", re.ASCII)
"""Allowed names of print queues (CUPS allows more); a leading hyphen would be read as an option."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
_LONGEST = 160

Reason = Literal["no_program", "no_answer", "refused"]


class NotPrinted(DeviceError):
    """Printing failed; `reason` is the kind of failure, `detail` the message of `lp`, if any."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason
        self.detail = detail


def print_text(text: str, printer: str, programs: Sequence[Path] = PROGRAMS, seconds: float = SECONDS) -> None:
    """Send a text to a print queue. NotPrinted if there is no `lp`, no such queue, or no answer in `seconds`."""
    if not NAME.fullmatch(printer):  # a name must not be read as an option
        raise NotPrinted("refused", f"{printer[:40]!r} cannot be the name of a printer.")
    program = next((path for path in programs if IS_SUPPORTED and os.access(path, os.X_OK)), None)
    if program is None:
        raise NotPrinted("no_program")
    try:
        done = Child([str(program), "-d", printer], text.encode(), {"LC_ALL": "C.UTF-8"}).result(seconds)
    except OSError as error:
        raise NotPrinted("refused", error.strerror or "") from None
    if done is None:
        raise NotPrinted("no_answer")
    if done.code:
        raise NotPrinted("refused", _CONTROL.sub(" ", done.complaint).strip()[:_LONGEST])
