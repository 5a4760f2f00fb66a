"""`python -m ketaguide`."""

import sys

from ketaguide.cli import main

sys.exit(main())
