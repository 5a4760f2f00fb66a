"""`python -m ketaguide`."""

import os
import sys

try:
    here = os.getcwd()  # noqa: PTH109  (pathlib would be looked for there too)
except OSError:  # removed, or not ours to see
    here = ""
if not sys.flags.safe_path and sys.path[:1] == [here]:
    del sys.path[0]  # nothing of the current folder may stand in for a module of Python: it need not be ours

from ketaguide.cli import main

sys.exit(main())
