"""Files that are not the YAML content is written in: refused, with the place and what to do."""

import pytest

from ketaguide.model.block import Paragraph
from tests.unit.kitchen import Kitchen

PAGE = "en/sections/risks.yaml"


def test_every_key_written_twice_is_told(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "nav_title: Risks\n", "nav_title: Risks\ntitle: Harms\nid: risks\n")
    assert [fault.partition(" is ")[0] for fault in kitchen.faults()] == [
        f"{PAGE}:4:1: error: 'title'",
        f"{PAGE}:5:1: error: 'id'",
    ]


@pytest.mark.parametrize("empty", ["", "\n\n", "# only a comment\n", "---\n", "''\n"])
def test_an_empty_file_is_refused(kitchen: Kitchen, empty: str) -> None:
    kitchen.write(PAGE, empty)
    assert kitchen.fault() == f"{PAGE}:1:1: error: the file is empty: write the content, or remove the file"


def test_bytes_that_are_not_utf8_are_refused_where_they_stand(kitchen: Kitchen) -> None:
    kitchen.write(PAGE, kitchen.text(PAGE).encode().replace(b"title: Risks", b"title: R\xefsks", 1))
    assert kitchen.fault() == f"{PAGE}:2:9: error: the file is not UTF-8 text: save it as UTF-8"


def test_windows_line_ends_and_a_byte_order_mark_are_read_as_nothing(kitchen: Kitchen) -> None:
    kitchen.write(PAGE, b"\xef\xbb\xbf" + kitchen.text(PAGE).replace("\n", "\r\n").encode())
    assert kitchen.faults() == []


def test_an_anchor_is_refused(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "title: Risks of", "title: &a Risks of")
    expected = "a text cannot start with & or * outside quotes: put quotes around the whole text"
    assert kitchen.fault() == f"{PAGE}:2:8: error: {expected}"


def test_an_alias_is_refused(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "title: Risks of test syrup", "title: *a")
    assert kitchen.fault().startswith(f"{PAGE}:2:8: error: a text cannot start with & or * outside quotes")


def test_an_alias_bomb_is_refused_at_its_first_anchor(kitchen: Kitchen) -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    kitchen.write(PAGE, "\n".join(["l0: &l0 lol", *levels]))
    assert kitchen.fault().startswith(f"{PAGE}:1:5: error: a text cannot start with & or * outside quotes")


def test_a_merge_key_is_just_an_unknown_field(kitchen: Kitchen) -> None:
    kitchen.append(PAGE, "<<: {title: Other}\n")
    assert "there is no field '<<' here" in kitchen.fault()


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!custom", "!!int", "!!binary", "!<tag:yaml.org,2002:str>"])
def test_a_tag_is_refused_and_nothing_is_made_of_it(kitchen: Kitchen, tag: str) -> None:
    kitchen.replace(PAGE, "title: Risks of test syrup", f"title: {tag} 1")
    fault = kitchen.fault()
    assert fault.startswith(f"{PAGE}:2:8: error: tags are not allowed (")
    assert fault.endswith("put text that starts with ! in quotes")


DEEP = {
    "lists": "[" * 100_000,
    "keys": "? " * 100_000,
    "items": "- " * 1_000,
    "a field": "id: " + "[" * 5_000,
    "fields": "{a: " * 999,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_a_deep_nest_is_refused_in_the_same_words_whatever_limit_the_yaml_library_has(kitchen: Kitchen, text: str) -> None:
    kitchen.write(PAGE, text)
    fault = kitchen.fault()
    assert fault.startswith(f"{PAGE}:1:")
    assert fault.endswith(": error: nested more than 20 deep: check the indentation")


def test_a_second_document_is_refused(kitchen: Kitchen) -> None:
    kitchen.append(PAGE, "---\nid: other\n")
    assert kitchen.fault() == f"{PAGE}:13:1: error: a second document starts here: keep one document in a file, without ---"


REFUSED = {
    "an ANSI escape": "\x1b[31m",
    "a bell": "\x07",
    "a null": "\x00",
    "a lone carriage return": "\r",
    "an eight-bit escape": "\x9b31m",
    "a right-to-left override": "\u202e",
    "a right-to-left isolate": "\u2067",
    "a zero-width space": "\u200b",
    "a soft hyphen": "\u00ad",
    "a line separator": "\u2028",
    "a tag letter": "\U000e0041",
    "a private letter": "\ue000",
}


@pytest.mark.parametrize("letters", REFUSED.values(), ids=REFUSED.keys())
def test_characters_that_act_on_a_terminal_or_hide_are_refused(kitchen: Kitchen, letters: str) -> None:
    text = kitchen.text(PAGE).replace("title: Risks", f"title: {letters}Risks", 1)
    kitchen.write(PAGE, text.encode())
    fault = kitchen.fault()
    assert fault.startswith(f"{PAGE}:2:8: error: the character U+{ord(letters[0]):04X}")
    assert fault.endswith(" is not allowed: delete it and type the words again")


@pytest.mark.parametrize("escape", [r"\e[31m", r"\x1b[31m", r"\u202e", r"\0", r"\U000E0041", r"\N"])
def test_refused_characters_cannot_be_written_as_escapes_either(kitchen: Kitchen, escape: str) -> None:
    kitchen.replace(PAGE, "title: Risks of test syrup", f'title: "{escape}Risks"')
    fault = kitchen.fault()
    assert fault.startswith(f"{PAGE}:2:8: error: the character U+")


def test_values_are_kept_as_text(kitchen: Kitchen) -> None:
    for old, new in (("Risks of test syrup", "no"), ("nav_title: Risks", "nav_title: 12:30")):
        kitchen.replace(PAGE, old, new)
    kitchen.replace("contacts.yaml", '"0808 808 8000"', "0123")
    guide = kitchen.guide()
    section = guide.first.sections["risks"]
    assert (section.title, section.nav_title, guide.contacts["lifeline-ni"].phone) == ("no", "12:30", "0123")


def test_markup_of_screens_and_pages_is_plain_letters(kitchen: Kitchen) -> None:
    letters = r"[b]one[/b] [/] [@click=app.quit]two[/] [bold red]three <b>four</b> &amp; \[five] {six} _seven_ `eight`"
    kitchen.replace(PAGE, "text: Test pressure goes up for about 40 minutes.", f"text: '{letters}'\n    #")
    section = kitchen.guide().section("risks")
    assert section is not None
    block = section.blocks[0]
    assert isinstance(block, Paragraph)
    assert [span.text for span in block.text.spans] == [letters]
