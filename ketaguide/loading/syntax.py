"""Messages for text that is not YAML: the fault and its cure, in the words of an author and not of a parser."""

import re
from functools import cache

import yaml

from ketaguide.loading.lost_text import shortened
from ketaguide.loading.problem import Advice
from ketaguide.loading.syntax_case import CLOSING_BRACKETS, FIELD, OPENING_BRACKETS, SyntaxCase

_FIRST_WORD = re.compile(r" *(?:- +)*(\w+)")
_QUOTE = "put quotes around the whole text"


def cause_of(text: str, error: yaml.MarkedYAMLError) -> Advice:
    """The cause of a syntax error, as an author would name it."""
    case = SyntaxCase(text, error)
    looks = (_tab, _first_letter, _inside_quotes, _after_the_end, _bracket, _colon_in_text, _no_colon, _misplaced)
    found = next(filter(None, (look(case) for look in looks)), None)
    return found or case.at(case.stop, "this belongs to nothing above it", _COMPARE)


_COMPARE = "look for a field that is missing above, and compare indentation, quotes and colon with those of a block that works"


@cache
def _fields() -> frozenset[str]:
    """The name of every field that content can have."""
    from ketaguide.loading.file_types import structs_of

    return frozenset(name for struct in structs_of() for name in (*struct.__struct_encode_fields__, "kind"))


def _tab(case: SyntaxCase) -> Advice | None:
    for line in (case.line, case.start[0]):
        if match := re.match(r"[ -]*\t", case.lines[line]):
            hint = "type spaces in its place, as many as the lines around it have"
            return case.at((line, match.end() - 1), "a tab stands at the start of this line", hint)
    return None


def _first_letter(case: SyntaxCase) -> Advice | None:
    """A text that starts with a character which means something to YAML."""
    if "block scalar" in case.context:
        sign = case.sign
        hint = f"start the text on the next line, indented by two more spaces; or {_QUOTE} if {sign} belongs to it"
        return case.at(case.start, f"after {sign} there is text on the same line", hint)
    line, column = case.stop
    if case.context.endswith(("an alias", "an anchor")):
        line, column = case.start
    elif "cannot start any token" not in case.problem and "mapping keys are not allowed" not in case.problem:
        return None
    words = case.lines[line][column:]
    if words.startswith("* ") and not case.lines[line][:column].strip():
        return case.at((line, column), "a list item starts with *", 'write "- " in place of "* "')
    sign = "**" if words.startswith("**") else words[:1]
    return case.at((line, column), f"a text cannot start with {sign} outside quotes", _quoted_hint(words))


def _quoted_hint(words: str) -> str:
    mark = "'" if '"' in words else '"'
    first = words if len(words) <= 30 else f"{words[:24].rstrip()} …"
    return f"{_QUOTE}: {mark}{first.replace(mark, mark * 2)}{mark}"


def _inside_quotes(case: SyntaxCase) -> Advice | None:
    if "quoted scalar" not in case.context:
        return None
    if "escape" in case.problem or "hexdecimal" in case.problem:
        hint = "write \\\\ for one \\, or put single quotes around the whole text"
        return case.at((case.line, case.column - 1), "a \\ stands inside double quotes", hint)
    return _never_closed(case, case.start, case.sign)


def _never_closed(case: SyntaxCase, place: tuple[int, int], sign: str) -> Advice:
    return case.at(place, "the quote that opens here is not closed", f"write {sign} at the end of its text too")


def _after_the_end(case: SyntaxCase) -> Advice | None:
    """Text after a closing quote or bracket."""
    last = case.last
    if last is None or not case.problem.startswith("did not find expected") or case.context.endswith("simple key"):
        return None
    if last.end_mark.line != case.line or case.text[last.end_mark.index : last.end_mark.index + 1] == "\n":
        return None
    start, end = last.start_mark, last.end_mark
    rest = case.here[end.column :].strip()
    if type(last) is yaml.ScalarToken and not last.plain and last.style in "'\"":
        if start.line != end.line:
            return _never_closed(case, (start.line, start.column), last.style)
        if last.style == "'" and case.here[end.column : end.column + 1].isalpha():
            hint = "put double quotes around the whole text, or write '' for the apostrophe"
            return case.at((case.line, end.column - 1), "an apostrophe ends the quoted text here", hint)
        other = "single" if last.style == '"' else "double"
        hint = f"put the closing quote at the end of the text, or {other} quotes around all of it if it has quotes inside"
        return case.at(case.stop, f"{shortened(rest)!r} stands after the closing quote", hint)
    if type(last) not in CLOSING_BRACKETS:
        return None
    if rest[:1] in "]}":
        return case.at(case.stop, f"there is a {rest[0]} too many", "take it out")
    opening = next(token for token in reversed(case.tokens) if type(token) in OPENING_BRACKETS)
    if opening.start_mark.line == case.line:
        column = opening.start_mark.column
        what = "a link" if rest.startswith("(") else case.here[column]
        return case.at((case.line, column), f"a text cannot start with {what} outside quotes", _quoted_hint(case.here[column:]))
    return case.at(case.stop, f"{shortened(rest)!r} stands after the end of the list", f"take it out, or {_QUOTE}")


def _bracket(case: SyntaxCase) -> Advice | None:
    """A list in brackets that is not closed, or whose items do not fit."""
    if "flow" not in case.context or case.bracket is None:
        return None
    line, column = case.bracket.start_mark.line, case.bracket.start_mark.column
    sign = case.lines[line][column]
    close = "]" if sign == "[" else "}"
    if case.line > line:
        return case.at((line, column), f"the {sign} that opens here is not closed", f"write {close} at the end of the list")
    quoted = "quotes around an item that has a comma, colon or bracket in it"
    hint = f"put a comma between two items, {quoted}, and {close} at the end"
    return case.at(case.stop, f"this does not fit into a list in {sign}{close}", hint)


def _colon_in_text(case: SyntaxCase) -> Advice | None:
    if "mapping values" not in case.problem:
        return None
    field = FIELD.match(case.here)
    if field and field.end() == case.column + 1 and field[1] in _fields():
        return _missing_colon(case, case.above(case.line)) or _indented(case, field, _column_of_fields(case))
    start = re.match(r" *(?:- +)*(?:\w+: +)?", case.here)
    if start and case.here[start.end() :][:1] in "\u201c\u201d\u2018\u2019":
        hint = 'type straight quotes in their place, as in "See your GP if:"'
        return case.at((case.line, start.end()), "curly quotes do not count as quotes", hint)
    hint = _quoted_hint(case.here[start.end() :]) if start and start[0].strip() else _QUOTE
    return case.at(case.stop, "a colon and a space stand inside the text", hint)


def _indented(case: SyntaxCase, field: re.Match[str], column: int) -> Advice:
    """A field in another column than the one above, with which it belongs."""
    name, line = case.field_at(column)
    way = "deeper" if field.start(1) > column else "less"
    message = f"{field[1]!r} is indented {way} than {name!r} on line {line + 1}" if name else f"{field[1]!r} is indented {way}"
    return case.at((case.line, field.start(1)), message, f"start it in column {column + 1}, straight below {name!r}")


def _missing_colon(case: SyntaxCase, line: int) -> Advice | None:
    """A line that starts with the name of a field and lacks its colon, the space after it, or the space after a dash."""
    words = case.lines[line] if line >= 0 else ""
    if match := re.match(r" *-(?=[^\s-])", words):
        hint = f'write "- {shortened(words[match.end() :])}"'
        return case.at((line, match.end() - 1), "there is no space after the dash", hint)
    if not (match := _FIRST_WORD.match(words)) or FIELD.match(words):
        return None
    name, rest = match[1], words[match.end() :]
    if not rest.startswith(":") and name not in _fields():
        return None
    missing = "space after the colon" if rest.startswith(":") else f"colon after {name!r}"
    hint = f'write "{name}: {shortened(rest.removeprefix(":").strip())}"'
    return case.at((line, match.end()), f"there is no {missing}", hint)


def _no_colon(case: SyntaxCase) -> Advice | None:
    """A line where a field is expected, and that is not one."""
    if not case.context.endswith("simple key"):
        return None
    line, column = case.start
    if found := _missing_colon(case, line):
        return found
    shown = shortened(case.lines[line].strip())
    above = case.lines[case.above(line)] if case.above(line) >= 0 else ""
    texts = [token for token in case.tokens if type(token) is yaml.ScalarToken and token.start_mark.line < line]
    if texts and texts[-1].style in ("|", ">"):
        indent = len(above) - len(above.lstrip(" "))
        message = f"{shown!r} is indented less than the text above, and does not belong to it"
        return case.at(case.start, message, f"start it in column {indent + 1}, straight below the line above")
    inner = case.open[-1] if case.open else None
    if type(inner) is yaml.BlockSequenceStartToken and inner.start_mark.column == column:
        hint = 'write "- " before it, or indent it by two more spaces if it goes on with the item above'
        return case.at(case.start, f"{shown!r} has no dash", hint)
    hint = "write it as name: value, or indent it if it belongs to the text above"
    return case.at(case.start, f"{shown!r} is no field", hint)


def _misplaced(case: SyntaxCase) -> Advice | None:
    """A line in a column where it cannot stand."""
    if found := _missing_colon(case, case.line):
        return found
    if "document start" in case.problem:
        line = next((at for at, words in enumerate(case.lines) if words.split("#")[0].strip()), 0)
        column = len(case.lines[line]) - len(case.lines[line].lstrip())
        return case.at((line, column), "the first line is indented deeper than those below", "start it in column 1")
    if not case.open:
        return None
    column, words = case.column, case.here[case.column :]
    if words.startswith("- ") or words == "-":
        lists = [token.start_mark.column for token in case.open if type(token) is yaml.BlockSequenceStartToken]
        hint = f"start it in column {lists[-1] + 1}, straight below the dash above" if lists else "take it out"
        return case.at(case.stop, "this dash is not straight below the one above", hint)
    field = FIELD.match(case.here)
    if not field:
        above = case.lines[case.above(case.line)]
        indent = re.match(r" *(?:- +)*", above).end()  # type: ignore[union-attr]
        message = f"{shortened(words)!r} is indented less than the text above, and does not belong to it"
        return case.at(case.stop, message, f"start it in column {indent + 1}") if indent > column else None
    return _field_in_list(case, field) or _indented(case, field, _column_of_fields(case))


def _column_of_fields(case: SyntaxCase) -> int:
    """The column of the fields among which the parser stopped."""
    columns = [int(token.start_mark.column) for token in case.open if type(token) is yaml.BlockMappingStartToken]
    return columns[-1] if columns else 0


def _field_in_list(case: SyntaxCase, field: re.Match[str]) -> Advice | None:
    """A field where an item of a list is expected: the first of the next item, or another of the one above."""
    if type(case.open[-1]) is not yaml.BlockSequenceStartToken:
        return None
    dash = case.open[-1].start_mark.column
    for at in range(case.line - 1, -1, -1):
        words = case.lines[at]
        if words[dash : dash + 1] == "-" and not words[:dash].strip(" -"):
            first = FIELD.match(words)
            if not first:
                return None
            if first[1] != field[1]:
                advice = _indented(case, field, first.start(1))
                other = f"; or move the dash on line {at + 1} and its item two columns to the left"
                return advice._replace(hint=advice.hint + other) if field.start(1) == dash else advice
            hint = f'write "- {field[1]}: …", because an item of a list starts with a dash'
            return case.at(case.stop, f"{field[1]!r} has no dash", hint)
    return None
