"""`ketaguide schema`: prints or writes the JSON Schema of the content files, for editors."""

import json
from argparse import Namespace
from pathlib import Path

from ketaguide import streams
from ketaguide.commands import need_descriptions
from ketaguide.errors import Exit, UsageError


def run(args: Namespace) -> int:
    """Print every schema as one JSON object, or write each to its file."""
    from ketaguide.loading.schema import KINDS, schema, write_schemas
    from ketaguide.paths import content_dir

    need_descriptions()
    if not args.write:
        streams.say(json.dumps({kind: schema(kind) for kind in KINDS}, indent=2, ensure_ascii=False))
        return Exit.FINE
    folder = Path(args.content or content_dir())
    try:
        paths = write_schemas(folder)
    except OSError as error:
        raise UsageError(f"cannot write into {folder} ({error.strerror})") from None
    streams.say("\n".join(map(str, paths)))
    return Exit.FINE
