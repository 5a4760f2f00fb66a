"""A # is a note only where an author wrote one on a line of its own; no words vanish in silence."""

import pytest

from ketaguide.loading.lost_text import MOST_LOST, lost_text

KEPT = {
    "a whole line": "# note\ntitle: Risks\n# note\n",
    "a line above an item, indented": "terms:\n  # Depression # and more\n  - id: one\n\n  # Treatment\n  - id: two\n",
    "a line above a field of a block": "- id: one\n  # note\n  name: One\n",
    "double quotes": 'title: "Press # then 2"\n',
    "single quotes": "title: 'Press # then 2'\n",
    "quotes over two lines": 'title: "Press\n  # then 2"\n',
    "a folded text": "text: >-\n  Press # then 2.\n  # is the key below 9.\nnext: 1\n",
    "a picture": "picture: |\n  # # #\n    # #\nnext: 1\n",
    "a name in quotes": '"a # b": 1\n',
    "a list in brackets, in quotes": 'labels: ["one # two", three]\n',
    "no space before it": "title: C# and a#b\n",
    "a line inside brackets over several lines": "labels: [\n  one,\n    # note\n  two]\n",
    "a dash in a folded text": "text: >-\n  One\n    - two\n",
    "a list below a field": "items:\n  - one\n  - two\n",
}
LOST = {
    "a plain text": ("title: Press # then 2\n", "1:14"),
    "an item": ("- Press # then 2\n", "1:9"),
    "an item of an item": ("- - Press # then 2\n", "1:11"),
    "a text over two lines": ("text: Press\n  the key # then 2\n", "2:11"),
    "the middle of a text over two lines": ("text: Press # then\n  two\n", "1:13"),
    "a key": ("press # now: 2\n", "1:7"),
    "brackets": ("labels: [one # two, three]\n", "1:14"),
    "curly brackets": ("arms:\n  - {name: one # two, per100: 1}\n", "2:16"),
    "after a tab": ("title: Press\t# then 2\n", "1:14"),
    "after quotes": ('title: "Press" # then 2\n', "1:16"),
    "after a # in quotes": ('title: "Press # then" # 2\n', "1:23"),
    "after brackets": ("labels: [one] # two\n", "1:15"),
    "after a field": ("blocks: # two\n  - one\n", "1:9"),
    "after a dash": ("- # two\n  one\n", "1:3"),
    "after >-": ("text: >- # two\n  one\n", "1:10"),
    "a wrapped line": ("text: Press\n  # then 2\n", "2:3"),
    "a wrapped line of an item": ("items:\n  - Press\n    # then 2\n", "3:5"),
    "an item too deep": ("items:\n  - one\n    - two\n", "3:5"),
    "an item below a text": ("text: one\n  - two\n", "2:3"),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_a_note_on_its_own_line_and_a_sign_in_a_text_are_left_alone(text: str) -> None:
    assert lost_text(text) == []


@pytest.mark.parametrize(("text", "spot"), LOST.values(), ids=LOST.keys())
def test_words_that_would_vanish_are_refused_where_they_stand(text: str, spot: str) -> None:
    (found,) = lost_text(text)
    assert f"{found.line}:{found.column}" == spot
    assert found.hint


def test_a_file_full_of_notes_is_told_a_hundred_of_them() -> None:
    notes = "".join(f"k{number}: a # b\n" for number in range(5000))
    assert [found.line for found in lost_text(notes)] == list(range(1, MOST_LOST + 1))
