"""Templates and assets of the web pages: read once, always escaped."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.edition import EditionMeta

_HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """The Jinja environment; escapes everything except `Markup` values."""
    found = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    found.globals["help_page"] = HELP_PAGE
    found.policies["json.dumps_kwargs"] = {"separators": (",", ":")}  # and keeps the order of a table
    return found


def spoken(language: EditionMeta | None) -> Markup:
    """The attributes of an element in another language than its page; nothing for None."""
    return Markup(' lang="{}" dir="{}"').format(language.language, language.direction) if language else Markup("")


@cache
def _macros() -> Any:
    return environment().get_template("blocks.html").module


def markup(macro: str, **values: Any) -> Markup:
    """Render one macro of templates/blocks.html."""
    return Markup(str(getattr(_macros(), macro)(**values)).strip())


def render_template(template: str, **values: Any) -> str:
    """Render a page, or another whole file, from its template."""
    return environment().get_template(template).render(**values)


def asset_path(name: str) -> Path:
    """The path of a shipped file of the web pages."""
    return _HERE / "assets" / name


@cache
def asset(name: str) -> str:
    """The text of a shipped style sheet or script."""
    return asset_path(name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """A Content-Security-Policy hash of an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def script(name: str) -> str:
    """The text of a script without the indentation and comments, which readers would download."""
    lines = (re.sub(r"(?<=[;{]) // .*", "", line.strip()) for line in asset(name).splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
