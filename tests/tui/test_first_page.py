"""The page that stands before Textual is imported is home as Textual draws it, cell for cell."""

import json
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from msgspec import structs
from rich.console import Console
from rich.style import Style
from textual.color import Color
from textual.geometry import Offset

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.resolve.overdue import as_of_day, holds_until
from ketaguide.settings import Settings
from ketaguide.tui import first_page, terminal_depth
from ketaguide.tui.app import GuideApp
from ketaguide.tui.first_page import FirstPage, compose
from ketaguide.tui.first_page_build import WIDEST, encode, lay_out_home
from ketaguide.tui.looks import Look
from ketaguide.tui.sgr import codes
from ketaguide.tui.sizes import LOW, ROOM_FOR_CONTENTS, THIN
from ketaguide.tui.sizes import SHORT as SHORT_ROWS
from ketaguide.tui.theme import PALETTES, PLAIN
from tests.editions import SHORT, STANDARD
from tests.nations import NATIONS

from .conftest import until

Cell = tuple[str, str, str, bool, bool]
"""Character, colours of letters (of a space: none) and ground, bold, underlined."""
EDGES = [(columns, rows) for columns in (THIN - 1, THIN, 99, 100, ROOM_FOR_CONTENTS - 1, ROOM_FOR_CONTENTS)
         for rows in (LOW - 1, LOW, SHORT_ROWS - 1, SHORT_ROWS)]  # fmt: skip
SIZES = [*EDGES, (80, 22), (80, 24), (100, 30), (240, 70), (1, 1), (20, 8), *(
    (24 + number * 37 % 200, 8 + number * 13 % 60) for number in range(170)
)]  # fmt: skip
VARIANTS = [*product((None, *NATIONS), (STANDARD, SHORT))]


def cells(text: str, ink: str, ground: str, bold: bool, underline: bool) -> list[Cell]:
    """The cells of a run; of a space, neither colour nor weight of letters are seen."""
    seen, space = (ink, ground, bold, underline), ("", ground, False, underline)
    return [(letter, *(seen if letter.strip() else space)) for letter in text]


def of_frame(first: FirstPage, theme: str, size: tuple[int, int]) -> list[list[Cell]]:
    """The cells of the page that stands before Textual."""
    palette = PALETTES[theme]

    def run(text: str, look: Look) -> list[Cell]:
        ink, ground = (Color.parse(palette[name]).rich_color.name for name in look[:2])
        return cells(text, ink, ground, look.bold and palette[look.ink] != "ansi_black", look.underline)  # bold black is grey

    return [[cell for part in row for cell in run(*part)] for row in compose(first, theme, *size).rows]


def of_textual(app: GuideApp) -> list[list[Cell]]:
    """The cells that Textual draws."""

    def run(text: str, style: Style | None, _: object) -> list[Cell]:
        assert style
        assert style.bgcolor
        return cells(text, style.color.name if style.color else "", style.bgcolor.name, bool(style.bold), bool(style.underline))

    return [[cell for part in strip for cell in run(*part)] for strip in app.screen._compositor.render_strips()]


def wrong(first: list[list[Cell]], then: list[list[Cell]]) -> list[tuple[int, int, Cell, Cell]]:
    """Row, column and cells that differ."""
    pairs = enumerate(zip(first, then, strict=True))
    return [(y, x, a, b) for y, (row, other) in pairs for x, (a, b) in enumerate(zip(row, other, strict=True)) if a != b]


def has_focus(app: GuideApp) -> bool:
    """True if the page has it; a window that was too small gives it back a moment later."""
    return app.focused is app.main.page


def test_two_hundred_sizes_are_compared() -> None:
    assert len({*SIZES}) >= 200 - 10


@pytest.mark.parametrize(("nation", "edition_id"), VARIANTS)
async def test_textual_changes_no_cell_of_the_first_page(shipped: Guide, nation: Nation | None, edition_id: EditionId) -> None:
    place = VARIANTS.index((nation, edition_id))
    first, theme = lay_out_home(shipped, nation, edition_id), [*PALETTES][place % len(PALETTES)]
    app = GuideApp(Settings(nation=nation, edition_id=edition_id, theme=theme), shipped)
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((80, 24), *SIZES[place :: len(VARIANTS)]):
            await pilot.resize_terminal(*size)
            is_large = size[0] >= THIN and size[1] >= LOW
            await until(pilot, lambda s=size, large=is_large: app.screen.size == s and has_focus(app) == large)  # type: ignore[misc]
            app.main.page.show(app.main.page.doc)  # a changed window keeps the focus where it was, a new one has its first
            await pilot.pause()
            assert wrong(of_frame(first, theme, size), of_textual(app)) == [], size
            if is_large:
                row, column = compose(first, theme, *size).cursor
                assert app.cursor_position == Offset(column, row), size


@pytest.mark.parametrize("size", [(43, 13), (80, 24), (160, 50)])
async def test_what_textual_settles_on_is_what_it_draws_at_first(shipped: Guide, size: tuple[int, int]) -> None:
    app = GuideApp(Settings(), shipped)
    async with app.run_test(size=size):
        assert wrong(of_frame(lay_out_home(shipped), "day", size), of_textual(app)) == []


# --- the file


def kept(first: FirstPage, place: Path, mark: str = "abc", until: str = "2027-05-21") -> FirstPage | None:
    (place / "file").write_bytes(encode(first, mark, until))
    return first_page.read(str(place / "file"), "abc", "2026-11-26")


def test_a_page_is_the_same_when_it_has_been_written_and_read(shipped: Guide, tmp_path: Path) -> None:
    first = lay_out_home(shipped, "wales", SHORT)
    read = kept(first, tmp_path)
    assert read
    for theme, size in product((*PALETTES, ""), ((43, 13), (80, 24), (160, 50), (WIDEST + 80, 60))):
        assert compose(read, theme, *size) == compose(first, theme, *size)


@pytest.mark.parametrize(("mark", "until"), [("other", "2027-05-21"), ("abc", "2026-11-25")], ids=["other content", "too old"])
def test_a_page_of_other_content_or_from_too_long_ago_is_not_shown(
    shipped: Guide, tmp_path: Path, mark: str, until: str
) -> None:
    assert kept(lay_out_home(shipped), tmp_path, mark, until) is None


def test_a_damaged_file_shows_nothing(shipped: Guide, tmp_path: Path) -> None:
    assert kept(lay_out_home(shipped), tmp_path)
    whole = (tmp_path / "file").read_bytes()
    for data in (b"", whole[:40], whole[:-40], b"{}\n", whole.replace(b'"titles"', b'"other"'), b"\x00" * 100):
        (tmp_path / "file").write_bytes(data)
        assert first_page.read(str(tmp_path / "file"), "abc", "2026-11-26") is None
    assert first_page.read(str(tmp_path / "none"), "abc", "2026-11-26") is None


def test_a_page_holds_until_the_first_day_on_which_something_is_overdue(shipped: Guide) -> None:
    last = date.fromisoformat(holds_until(shipped))
    on_it, after = (as_of_day(shipped, last + timedelta(days=days)) for days in (0, 1))
    assert lay_out_home(on_it).page(80) == lay_out_home(shipped).page(80)
    assert on_it.overdue != after.overdue


def test_a_change_of_any_content_file_changes_the_mark(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    file = tmp_path / "en" / "home.yaml"
    marks = set()
    for text in ("title: one", "title: two", ""):
        file.write_text(text)
        marks.add(first_page.fingerprint(str(tmp_path)))
    (tmp_path / "other.yaml").write_text("")
    code = str(Path(first_page.__file__).parent)
    marks |= {first_page.fingerprint(str(tmp_path), folder) for folder in ("", code)}
    assert len(marks) == 5


def test_changed_crisis_numbers_stand_in_the_page(shipped: Guide) -> None:
    contacts = {**shipped.contacts, "samaritans": structs.replace(shipped.contacts["samaritans"], phone="116 124")}
    said = json.dumps(lay_out_home(structs.replace(shipped, contacts=contacts)).page(80))
    assert "116 123" in said, "the reliable number, in the notice"


# --- colours


@pytest.mark.parametrize(
    "env",
    [{"TERM": term, "COLORTERM": more} for term in ("xterm", "xterm-256color", "xterm-kitty", "linux", "screen.xterm-256color",
     "tmux-256color", "xterm-16color", "vt220", " XTERM-256COLOR ") for more in ("", "truecolor", "24bit", "yes")],
    ids=str,
)  # fmt: skip
def test_the_terminals_colours_are_those_that_rich_finds(env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal_depth, "_is_monochrome", lambda: False)
    names = {"TRUECOLOR": "true", "EIGHT_BIT": "256", "STANDARD": "few"}
    found = Console(force_terminal=True, _environ=env)._detect_color_system()
    assert found
    assert terminal_depth.depth(env) == names[found.name]
    assert terminal_depth.depth({**env, "NO_COLOR": "1"}) == "none"


def test_each_number_of_colours_has_its_codes(shipped: Guide) -> None:
    near = lay_out_home(shipped).near
    look, black = Look("heading", "page", bold=True), Look("on-tint", "tint", bold=True)
    assert codes(PALETTES["day"], near, "true")(look) == "\x1b[0;1;38;2;0;42;117;48;2;255;255;255m"
    assert codes(PALETTES["day"], near, "256")(look) == f"\x1b[0;1;38;5;{near['#002a75']};48;5;{near['#ffffff']}m"
    assert codes(PALETTES[PLAIN], near, "few")(look) == "\x1b[0;1;93;40m"
    assert codes(PALETTES[PLAIN], near, "few")(black) == "\x1b[0;30;46m", "bold black would be grey"
    assert codes(PALETTES[PLAIN], near, "none")(black) == "\x1b[0;1;7m"
