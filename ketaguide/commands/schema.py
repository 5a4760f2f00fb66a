"""`ketaguide schema`: prints or writes the JSON Schema of the content files, for editors."""

import json
from argparse import Namespace
from pathlib import Path

from ketaguide import streams
from ketaguide.commands import need_descriptions
from ketaguide.errors import UsageError
from ketaguide.loading.schema import KINDS, schema, write_schemas
from ketaguide.paths import content_dir


def run(args: Namespace) -> None:
    """Print every schema as one JSON object, or write each to its file."""
    need_descriptions()
    if not args.write:
        streams.say(json.dumps({kind: schema(kind) for kind in KINDS}, indent=2, ensure_ascii=False))
        return
    folder = Path(args.content or content_dir())
    try:
        streams.say("\n".join(map(str, write_schemas(folder))))
    except OSError as error:
        raise UsageError(f"cannot write into {folder} ({error.strerror})") from None
