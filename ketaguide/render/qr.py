"""Codes for a phone's camera: text in, rows of dark and light cells out. Nothing is sent anywhere to make them."""

QUIET = 4
"""Light modules around a code (ISO/IEC 18004); without them cameras miss it."""
MOST = 9
"""Codes that a person will point a camera at, one after another."""
_BYTES = (17, 32, 53, 78, 106, 134, 154, 192, 230, 271)
"""How many bytes a code of version 1, 2, … holds at level L (ISO/IEC 18004, table 7). Larger ones need a steady hand."""
_PREFIX = len("1/9 ")
_DARK, _LIGHT = "██", "  "
"""A module is two columns wide, which makes it square in a terminal. Half blocks are not in the Linux console's font."""


def largest(columns: int, rows: int) -> int:
    """The largest version whose cells fit, quiet zone and all; 0 where none does."""
    modules = min(columns // 2, rows) - 2 * QUIET
    return max(min((modules - 17) // 4, len(_BYTES)), 0)


def whole(text: str, version: int) -> list[str]:
    """A text as one code's worth, or nothing where it is too long."""
    return [text] if version and len(text.encode()) <= _BYTES[version - 1] else []


def split(text: str, version: int) -> list[str]:
    """A text in parts that each fit a code, numbered "1/3 " where there are several; nothing where it takes too many."""
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


def cells(text: str) -> tuple[str, ...]:
    """A code as rows of characters, dark on light, two columns a module, with its quiet zone."""
    import segno  # with half the standard library behind it, which whoever only reads should not wait for

    code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8" if not text.isascii() else None)
    return tuple("".join(_DARK if dark else _LIGHT for dark in row) for row in code.matrix_iter(border=QUIET))
