"""The templates and assets of the pages for a browser: read once, escaped always."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """Templates in which everything is escaped but markup that a template of ours made."""
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


@cache
def _macros() -> Any:
    return environment().get_template("blocks.html").module


def markup(macro: str, **values: Any) -> Markup:
    """One macro of templates/blocks.html, filled in."""
    return Markup(str(getattr(_macros(), macro)(**values)).strip())


def page(template: str, **values: Any) -> str:
    """A whole page."""
    return environment().get_template(template).render(**values)


@cache
def asset(name: str) -> str:
    """A style sheet or script of ours, as it is shipped."""
    return (_HERE / "assets" / name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """A hash that a Content-Security-Policy takes for a style or script within the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
