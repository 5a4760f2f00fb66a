"""`python -m ketaguide`."""

import os
import sys

if not sys.flags.safe_path and sys.path[:1] == [os.getcwd()]:  # noqa: PTH109  (pathlib would be looked for there too)
    del sys.path[0]  # nothing of the current folder may stand in for a module of Python: it need not be ours

from ketaguide.cli import main

sys.exit(main())
