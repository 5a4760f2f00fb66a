"""Characters with a glyph and the same width on every screen: European languages in Latin script."""

LETTERS = frozenset([*map(chr, range(0x20, 0x7F)), *map(chr, range(0xC0, 0x180)), *"ȘșȚț£"]) - frozenset(
    "\u00d7\u00f7ĔĕĨĩĬĭĲĳĸĿŀŉŊŋŎŏŦŧŨũ\u017f"
)
PICTURE = LETTERS | frozenset("\n─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬━┃┏┓┗┛┣┫┳┻╋╭╮╯╰☐☑✗●■░▒█▲▼◀▶→←")
"""Box-drawing and symbol glyphs; a test checks both sets against the console font's table."""
