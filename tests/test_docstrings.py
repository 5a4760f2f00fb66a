"""Docstrings begin with a noun or a verb."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
OPENINGS = {"what", "who", "whom", "whose", "whether", "where", "when", "which", "why", "how", "that"}
"""First words of clauses; most of them announce a riddle instead of naming the thing."""
LIMIT = 3


def clause_openings(source: str) -> list[int]:
    """Lines of docstrings, also of attributes, that begin with a clause."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        if node.value.value.lower().split()[:1] and node.value.value.lower().split()[0] in OPENINGS
    ]


def test_few_docstrings_begin_with_a_clause() -> None:
    paths = [path for folder in ("ketaguide", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]
    found = [f"{path.relative_to(ROOT)}:{line}" for path in paths for line in clause_openings(path.read_text())]
    assert len(found) <= LIMIT, f'begin with a noun ("The …") or a verb ("Returns …", "True if …"): {", ".join(found)}'


def test_a_clause_is_recognised_in_docstrings_of_modules_functions_and_attributes() -> None:
    source = '"""What it is."""\ndef f():\n    """How it goes."""\nX = 1\n"""True when set."""\nY = 2\n"""Whether it is."""\n'
    assert sorted(clause_openings(source)) == [1, 3, 7]
