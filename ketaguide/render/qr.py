"""QR codes: text in, rows of dark and light cells out. Uses no network."""

QUIET = 4
"""Width in modules of the quiet zone around a code (ISO/IEC 18004), which cameras need."""
MOST = 9
"""Limit of codes for one text."""
_BYTES = (17, 32, 53, 78, 106, 134, 154, 192, 230, 271)
"""Capacity in bytes of versions 1, 2, … at level L (ISO/IEC 18004, table 7). Larger codes need a steady hand."""
_PREFIX = len("1/9 ")
_FULL = {True: "██", False: "  "}
"""A module is two columns wide, hence square in a terminal."""
_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
"""Two modules, one above the other, in one cell: for terminals that have half blocks."""


def largest(columns: int, rows: int, *, half: bool = False) -> int:
    """The largest version that fits with its quiet zone; 0 if none does."""
    modules = (min(columns, 2 * rows) if half else min(columns // 2, rows)) - 2 * QUIET
    return max(min((modules - 17) // 4, len(_BYTES)), 0)


def whole(text: str, version: int) -> list[str]:
    """The text as a single part, or empty if it is too long for one code."""
    return [text] if version and len(text.encode()) <= _BYTES[version - 1] else []


def split(text: str, version: int) -> list[str]:
    """The text in parts that each fit a code, numbered "1/3 " if several; empty if it needs too many."""
    if not version or whole(text, version):
        return whole(text, version)
    room, parts = _BYTES[version - 1] - _PREFIX, [""]
    for word in text.replace("\n", "\n ").split(" "):
        joined = f"{parts[-1]} {word}" if parts[-1] and not parts[-1].endswith("\n") else parts[-1] + word
        if len(joined.rstrip().encode()) <= room:
            parts[-1] = joined
        else:
            parts.append(word)
    total = len(parts)
    if total > MOST or any(len(part.rstrip().encode()) > room for part in parts):
        return []
    return [f"{number}/{total} {part.rstrip()}" for number, part in enumerate(parts, 1)]


def cells(text: str, *, half: bool = False) -> tuple[str, ...]:
    """A code as rows of characters with its quiet zone: two columns per module, or with `half` two modules per cell."""
    import segno  # imported late: it loads much of the standard library

    code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8" if not text.isascii() else None)
    rows = [list(map(bool, row)) for row in code.matrix_iter(border=QUIET)]
    if half:
        pairs = zip(rows[::2], [*rows[1::2], [False] * len(rows)], strict=False)
        return tuple("".join(_HALVES[pair] for pair in zip(*pair_of_rows, strict=True)) for pair_of_rows in pairs)
    return tuple("".join(_FULL[dark] for dark in row) for row in rows)
