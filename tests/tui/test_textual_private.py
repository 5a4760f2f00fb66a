"""Undocumented names of Textual are used in one module only, and the program tolerates a rename."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import isfunction
from pathlib import Path

import pytest
import textual

from tests.system.runs import KITCHEN_SINK, ROOT
from tests.system.terminal import Terminal

TEXTUAL = Path(textual.__file__).parent
TUI = ROOT / "ketaguide" / "tui"
PRIVATE = TUI / "textual_private.py"

LOST = {
    "_xterm_parser": "keys cannot be read: a conversation instead of the full screen, with a sentence that says why",
    "XTermParser": "the same",
    "SPECIAL_SEQUENCES": "pasted text comes without marks, so a line end in it may count as Enter",
    "_sequence_to_key_events": "the same",
    "_handle_exception": "while the guide closes, a screen that never came up counts as a fault",
    "_fatal_error": "nothing: what Textual would print is dropped by `_print_error_renderables`",
    "_print_error_renderables": "nothing: `_fatal_error` leaves nothing to print",
    "_dispatch_message": "a message for a screen that was removed while it mounted ends the program, as a fault",
    "_message_queue": "each key takes a millisecond longer: it follows messages through every queue, even when all are empty",
    "_next_callbacks": "the same",
    "_waiters": "the same (a name of asyncio)",
    "_display": "Ctrl+L, a resize and the kiosk's minute draw what has changed and not what was written over the screen",
    "_compositor": "the same",
    "_styles_cache": "closed screens stay in memory",
    "StylesCache": "the same",
    "get_inner_outer": "the same",
}
"""Undocumented name → loss if Textual renames it."""


def private_names(path: Path) -> Iterator[str]:
    """Private names of foreign classes that a module uses, and its imports from private modules of Textual."""
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Attribute(ast.Name("self" | "os"), _) | ast.Attribute(_, "_replace"):
                pass  # `_replace` is documented for named tuples
            case ast.Attribute(_, name) if name.startswith("_") and not name.startswith("__"):
                yield name
            case ast.ImportFrom(str(module), names) if module.startswith("textual"):
                yield from (alias.name for alias in names if "_" in (module.partition(".")[2][:1], alias.name[0]))


def overridden(path: Path) -> Iterator[str]:
    """Private methods of Textual that a module's classes override."""
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for kind in vars(module).values():
        if isinstance(kind, type) and kind.__module__ == module.__name__:
            for name, value in vars(kind).items():
                bases = (base for base in kind.__mro__ if base.__module__.startswith("textual"))
                if isfunction(value) and name[0] == "_" != name[1] and any(name in vars(base) for base in bases):
                    yield name


def test_each_private_name_has_a_description() -> None:
    assert {*private_names(PRIVATE), *overridden(PRIVATE)} <= set(LOST)
    assert {name for name in LOST if name in PRIVATE.read_text()} == set(LOST)


@pytest.mark.parametrize("path", [path for path in sorted(TUI.rglob("*.py")) if path != PRIVATE], ids=lambda path: path.stem)
def test_no_other_module_uses_a_private_name_of_textual(path: Path) -> None:
    assert [*private_names(path), *overridden(path)] == []


TOGETHER = (
    ("SPECIAL_SEQUENCES", "_display", "StylesCache", "_handle_exception", "_message_queue"),
    ("_sequence_to_key_events", "_compositor", "_styles_cache", "_fatal_error", "_next_callbacks"),
    ("get_inner_outer", "_dispatch_message", "_print_error_renderables", "_waiters"),
)
"""Groups of unrelated names, renamed together in one copy, since a start takes seconds."""


def renamed(names: tuple[str, ...], folder: Path) -> dict[str, str]:
    """Environment with a copy of Textual in which some names are renamed."""
    whole, other = re.compile(rf"\b({'|'.join(names)})\b"), r"\1_renamed"
    for path in TEXTUAL.rglob("*.py"):
        target = folder / "textual" / path.relative_to(TEXTUAL)
        target.parent.mkdir(parents=True, exist_ok=True)
        if whole.search(source := path.read_text()) or path.stem in names:
            target.with_stem(whole.sub(other, path.stem)).write_text(whole.sub(other, source))
        else:
            target.symlink_to(path)
    for path in TEXTUAL.rglob("__pycache__"):
        (folder / "textual" / path.relative_to(TEXTUAL)).symlink_to(path)
    return {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


FAULTY = f"""
import sys
sys.argv[1:] = ["--content", {str(KITCHEN_SINK)!r}]
from ketaguide.tui.screens.main import MainScreen
MainScreen.show_contents = lambda self: 1 / 0
from ketaguide.cli import main
sys.exit(main())
"""
"""A guide whose F2 raises an exception."""


def test_each_name_is_renamed_once() -> None:
    assert {*sum(TOGETHER, ()), "_xterm_parser", "XTermParser"} == set(LOST)


@pytest.mark.parametrize("names", TOGETHER, ids="-".join)
def test_where_textual_renames_something_the_guide_works_and_shows_no_traceback(names: tuple[str, ...], tmp_path: Path) -> None:
    with Terminal(env=renamed(names, tmp_path), command=[sys.executable, "-c", FAULTY]) as terminal:
        terminal.sees("Where do you live?").press("f1").sees("Get help now").press("\x0c", "f9")
        terminal.sees("press any key").press("x").sees("Get help now").press("f2")
        terminal.until(lambda: "an unexpected fault (ZeroDivisionError)" in terminal.sent, "the fault in words")
        terminal.sees("Talk: 116 123")
        assert "Traceback" not in terminal.sent
        bounds_pastes = not {"SPECIAL_SEQUENCES", "_sequence_to_key_events"} & {*names}
        assert ("\x1b[?2004h" in terminal.sent) is bounds_pastes


@pytest.mark.parametrize("name", ["_xterm_parser", "XTermParser"])
def test_where_keys_cannot_be_read_the_guide_is_a_conversation_and_says_why(name: str, tmp_path: Path) -> None:
    with Terminal(env=renamed((name,), tmp_path)) as terminal:
        terminal.until(lambda: "install one from 8.2.8" in terminal.sent, "what to install")
        terminal.sees("Type a number or words")
        assert "Traceback" not in terminal.sent
