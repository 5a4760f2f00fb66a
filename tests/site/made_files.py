"""Files of the site that are made beforehand and committed, in ketaguide/render/assets.

    python -m tests.site.made_files

writes the JSON Schema of the open data. tests/site/test_open_data.py fails when it is stale.
"""

import sys

from ketaguide.loading.schema import formatted, schema_of
from ketaguide.render.html_env import asset_path
from ketaguide.render.open_data import SCHEMA, OpenData


def schema_text() -> str:
    """The JSON Schema of the open data, from its types."""
    return formatted(schema_of(OpenData, "evidence.json"))


def main() -> int:
    """Write every file."""
    asset_path(SCHEMA).write_text(schema_text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
