"""Entry point of `python -m ketaguide`."""

import os
import sys

try:
    here = os.getcwd()  # noqa: PTH109  (importing pathlib would search this folder too)
except OSError:  # removed or not readable
    here = ""
if not sys.flags.safe_path and sys.path[:1] == [here]:
    del sys.path[0]  # no module of the current folder may shadow one of the standard library: the folder may be anyone's

from ketaguide.cli import main

sys.exit(main())
