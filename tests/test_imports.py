"""Import rules between parts, checked in the source and in a clean interpreter."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EVERYTHING = {
    "arguments", "atomic", "built", "checking", "cli", "clock", "commands", "conversation", "crisis", "crisis_changes",
    "devices", "errors", "fallback", "fleet", "loading", "model", "paths", "render", "resolve", "search", "session",
    "settings", "signals", "splash", "streams", "translating", "tui",
}  # fmt: skip
LEAVES = {"atomic", "clock", "crisis", "errors", "fallback", "paths", "signals"}
"""Modules that any part may import; they import no others of the project, but for `crisis`."""

MAY_IMPORT = {
    "atomic": set[str](),
    "built": set[str](),
    "clock": set[str](),
    "crisis": set[str](),
    "crisis_changes": {"crisis"},
    "errors": set[str](),
    "fallback": {"crisis"},
    "paths": set[str](),
    "signals": set[str](),
    "streams": {"crisis", "errors"},
    "splash": {"fallback", "signals", "streams"},
    "settings": {"model", "paths"},
    "model": set[str](),
    "loading": {"model", *LEAVES},
    "translating": {"model", "loading", *LEAVES},
    "checking": {"crisis_changes", "model", "loading", *LEAVES},
    "search": {"model", "resolve"},
    "session": {"model"},
    "resolve": {"model", "session", "crisis", "crisis_changes"},
    "render": {"model", "resolve", "search", "session", *LEAVES},
    "conversation": {"model", "render", "resolve", "search", "session", "settings", *LEAVES},
    "devices": {"model", *LEAVES},
    "fleet": {"checking", "loading", "model", "resolve", *LEAVES},
    "tui": EVERYTHING - {"arguments", "checking", "cli", "commands", "conversation", "fleet", "loading", "translating"},
    "arguments": {"built", "crisis", "streams"},
    "commands": EVERYTHING - {"arguments", "cli"},
    "cli": {"arguments", "commands", "crisis", "errors", "fallback", "signals", "streams"},
    "__main__": {"cli"},
}
"""Part → the parts it may import, anywhere in its modules."""

OF_LOADING_FOR_CHECKING = {"ketaguide.loading.problem", "ketaguide.loading.advice"}

ONLY = {
    "yaml": {"loading"},
    "markdown_it": {"loading"},
    "textual": {"tui"},
    "rich": {"tui", "commands"},
    "msgspec": {"fleet", "model", "loading", "translating", "resolve", "search", "checking", "render", "tui", "commands"},
    "textstat": {"commands"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "segno": {"render"},
    "subprocess": {"devices"},
    "pty": {"devices"},
    "multiprocessing": set[str](),
    "socket": {"devices"},
    "ssl": {"fleet"},
    "http": {"fleet"},
    "urllib": {"fleet"},
    "tuf": {"fleet"},
    "securesystemslib": {"fleet"},
    "cryptography": {"fleet"},
}
"""External module → the only parts that may import it; none for modules with network access."""


def imports(tree: ast.AST) -> Iterator[str]:
    """Full name of every module imported anywhere in a module, also in functions and under TYPE_CHECKING."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "ketaguide":
            yield from (f"ketaguide.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def modules_of(tree: ast.AST) -> Iterator[str]:
    """Every module that a `from … import` may mean."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def violations(part: str, source: str) -> list[str]:
    """Forbidden imports of a module of `part`."""
    return [name for name in imports(ast.parse(source)) if not _allowed(part, name)]


def _allowed(part: str, name: str) -> bool:
    first, _, rest = name.partition(".")
    if first == "ketaguide":
        target = rest.partition(".")[0]
        if target in ("", "__version__") or target == part:
            return True
        if (part, target) == ("checking", "loading"):
            return name in OF_LOADING_FOR_CHECKING
        return target in MAY_IMPORT[part]
    if first in sys.stdlib_module_names:
        return part in ONLY.get(first, {part})
    return part in ONLY.get(first, set())


PACKAGE = ROOT / "ketaguide"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    assert violations(part_of(path), path.read_text()) == []


def test_no_two_modules_import_each_other() -> None:
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in MODULES if path.stem != "__init__"}
    imported = {name: {*modules_of(ast.parse(path.read_text()))} for name, path in names.items()}
    assert [(name, other) for name in names for other in names if name in imported[other] and other in imported[name]] == []


def test_every_part_has_its_rule() -> None:
    assert {part_of(path) for path in MODULES} <= set(MAY_IMPORT)


@pytest.mark.parametrize(
    ("part", "source", "found"),
    [
        ("model", "import yaml", "yaml"),
        ("model", "from ketaguide.loading.reader import read_guide", "ketaguide.loading.reader"),
        ("render", "def late() -> None:\n    import textual.app", "textual.app"),
        ("render", "from ketaguide import tui", "ketaguide.tui"),
        ("tui", "from ketaguide.loading import problem", "ketaguide.loading"),
        ("tui", "class A:\n    def b(self):\n        from ketaguide import checking", "ketaguide.checking"),
        ("checking", "from ketaguide.loading.reader import read_guide", "ketaguide.loading.reader"),
        ("session", "from ketaguide.render import phrases", "ketaguide.render"),
        ("commands", "import subprocess", "subprocess"),
        ("commands", "from ketaguide.cli import main", "ketaguide.cli"),
        ("loading", "from urllib import request", "urllib"),
        ("loading", "import requests", "requests"),
        ("crisis", "if True:\n    import msgspec", "msgspec"),
        ("tui", "from .. import loading", ".."),
    ],
)
def test_a_forbidden_import_is_caught_wherever_it_stands(part: str, source: str, found: str) -> None:
    assert violations(part, source) == [found]


def loaded(code: str) -> set[str]:
    """Top-level names that a clean interpreter has imported after `code`, beyond those it starts with."""
    report = "import sys; print(*{name.partition('.')[0] for name in sys.modules}, file=sys.__stderr__)"
    run = f"try:\n    exec({code!r})\nexcept SystemExit:\n    pass\n{report}"

    def names(program: str) -> set[str]:
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60)
        return set(done.stderr.split("\n")[-2].split())

    return names(run) - names(report)


def started(*arguments: str) -> set[str]:
    """Modules that `ketaguide` with some arguments imports."""
    return loaded(f"import sys; sys.argv = {['ketaguide', *arguments]!r}; from ketaguide.cli import main; main()")


@pytest.mark.parametrize(
    "arguments",
    [
        ["crisis"],
        ["crisis", "--nation", "wales"],
        ["read"],
        ["read", "all"],
        ["list"],
        ["check"],
        ["check", "tests/guides/kitchen_sink"],
        ["schema"],
        ["--version"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_a_command_without_a_screen_never_loads_textual(arguments: list[str]) -> None:
    assert "textual" not in started(*arguments)


def test_crisis_needs_the_standard_library_alone() -> None:
    assert started("crisis") - set(sys.stdlib_module_names) == {"ketaguide"}


def test_the_version_is_told_without_reading_the_guide() -> None:
    assert started("--version") & {"yaml", "msgspec", "markdown_it", "rich"} == set()


def test_the_screen_opens_without_what_only_codes_pages_voices_and_searches_need() -> None:
    shown = loaded("import ketaguide.tui.app, ketaguide.tui.run, ketaguide.commands.open")
    needless = {"segno", "urllib", "http", "jinja2", "yaml", "markdown_it", "sqlite3", "subprocess"}
    assert shown & needless <= loaded("import textual.app")


def test_pages_are_laid_out_without_textual() -> None:
    modules = [f"ketaguide.tui.{path.stem}" for path in (PACKAGE / "tui").glob("layout*.py")]
    pure = ["drawing", "doc", "doc_lines", "looks", "navigation", "pages", "styled"]
    assert "textual" not in loaded(f"import {', '.join([*modules, *(f'ketaguide.tui.{name}' for name in pure)])}")


def test_the_model_needs_msgspec_alone() -> None:
    modules = [f"ketaguide.model.{path.stem}" for path in (PACKAGE / "model").glob("*.py") if path.stem != "__init__"]
    others = loaded(f"import {', '.join(modules)}") - set(sys.stdlib_module_names)
    assert others - {"typing_extensions"} == {"ketaguide", "msgspec"}  # msgspec imports the other if it is installed


def test_the_clean_interpreter_sees_what_is_loaded() -> None:
    assert {"textual", "rich"} <= loaded("import textual.app")
