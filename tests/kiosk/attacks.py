"""Input that could escape from a kiosk, by name: typed, pasted, or sent by a keyboard. Sequences with Esc can be typed too."""

ESC = "\x1b"
_SIZES = ("48;0;0;0;0t", "48;9999;9999;9999;9999t", "48;1;1;10;10t", "48;1:x;1:y;1:z;1:wt", "8;1;1t", "8;9999;9999t")
_KITTY = (
    *("99999999u", "97:65u", "97;1:3u", "97;1;55296u", "55296u", "97;1;99999999u", "0;0;0u", ";;u", ":;:;:u"),
    *("97;99999999999999999999u", "\u0669\u0669;\u0661u", "113;5u", "113;9u", "99;5u", "122;5u", "112;6u"),
    *("21;5~", "97;1;27:91:72u"),
)
_MOUSE = (
    *("<0;999999;999999M", "<0;99999999999999999999;1M", "<-1;-1;-1M", "<0;-5;-5M", "<255;5;5M", "<9999999999;5;5M"),
    *("M\xff\xff\xff", "M   ", "32;999;999M", "-5;-5;-5M", "<64;9999;9999M", "<65;1;1M", "<;;M", "<0;0;0m"),
)
_REPORTS = (
    *("?2048;1$y", "?2048;2$y", "?2026;1$y", "?2026;9$y", "99999;99999R", "0;0R", "?62;c", ">1;10;0c", "?1;2c", "?31u", "0n"),
    *("?1049l", "?25l", "!p", "2J", "3J", "20t", "21t", "5i", "?47h"),
)
_STRINGS = (
    *("]52;c;QUJD\x07", "]0;title\x07", "]8;;file:///etc/passwd\x07", "]10;rgb:ff/ff/ff\x1b\\"),
    *("P1$r0m\x1b\\", "P+q544e\x1b\\", "_Gi=31;OK\x1b\\", "^x\x1b\\", "Xx\x1b\\"),
)


def _many(bodies: tuple[str, ...], start: str = "[") -> bytes:
    return "".join(ESC + start + body for body in bodies).encode()


def _each(pattern: str, *numbers: range) -> bytes:
    one, *more = numbers
    return "".join(ESC + pattern.format(n, m) for n in one for m in (more[0] if more else (0,))).encode()


ATTACKS: dict[str, bytes] = {
    "sizes that no screen has": _many(_SIZES) + f"{ESC}[<0;5;5M{ESC}[<0;5;5m".encode(),
    "keys that are no characters, by kitty's protocol": _many(_KITTY),
    "keys that are no characters, by xterm's": _each("[27;{};{}~", range(2, 9), range(0, 1_200_000, 99_991)),
    "presses beyond the screen": _many(_MOUSE),
    "every button": _each("[<{0};10;10M", range(160)) + _each("[<{0};10;10m", range(160)),
    "a press that is never let go": _each("[<0;{0};10M", range(1, 2)) + _each("[<32;{0};10M", range(80)) + b"\x03",
    "what a terminal would report": _many(_REPORTS),
    "focus lost and found": _many(("O", "I")) * 50 + _many(("O",)),
    "strings for a terminal": _many(_STRINGS, ""),
    "strings that never end": _many(("P" + "q" * 500, "]" + "1" * 500, "[" + "9" * 500 + "A", "_" + "G" * 500), ""),
    "a paste that never ends": b"\x1b[200~" + b"y" * 500 + b"\r",
    "a paste with keys in it": b"\x1b[200~x\x1b[21~\x11\x03\x1b[201~",
    "letters that turn or pile up": ("\x1bOR\u202e\u2066a\u200d\ufeff" + "e\u0301" * 50 + "\U0001f600" * 60).encode(),
    "markup": b"\x1bOR[@click=app.quit]x[/][bold]{}%s$HOME`id`",
    "text that is not UTF-8": b"\xf0\x9f\xff\xfe\x80\xc3\x28\xed\xa0\xbd\xed\xb8\x80\xe2\x82\xe2" + bytes(range(0x80, 0xA0)),
    "every control key": bytes(range(32)) * 3 + b"\x7f",
    "nothing at all, often": b"\0" * 300,
    "every key with Alt": b"".join(b"\x1b" + bytes([code]) for code in range(256)),
    "every function key with every modifier": _each("[{};{}~", range(1, 35), range(1, 17)),
    "every short sequence": b"".join(_many(tuple(map(chr, range(0x20, 0x7F))), start) for start in ("O", "[", "[1;5")),
    "hide and clean": b"\x1b[20~\x1b[24~" * 10,
    "a voice begun and begun again": b"\x1b[15~" * 11,
}  # fmt: skip
