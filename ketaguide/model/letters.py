"""Letters and marks that every screen has and measures alike: of English and the languages of Europe in Latin script."""

LETTERS = frozenset(
    [*map(chr, range(0x20, 0x7F)), *map(chr, range(0xC0, 0x180)), *"ȘșȚț£"]
) - frozenset("\u00d7\u00f7ĔĕĨĩĬĭĲĳĸĿŀŉŊŋŎŏŦŧŨũ\u017f")
PICTURE = LETTERS | frozenset("\n─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬━┃┏┓┗┛┣┫┳┻╋╭╮╯╰☐☑✗●■░▒█▲▼◀▶→←")
"""A test holds both against the table of the console's font."""
