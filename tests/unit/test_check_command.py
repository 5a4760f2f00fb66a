"""`ketaguide check`, `schema` and `new`, as an author runs them."""

import json
from pathlib import Path

import pytest

from ketaguide.checking import RULES
from ketaguide.cli import main
from ketaguide.commands.check import _as, _summary
from ketaguide.loading.reader import read_guide
from ketaguide.paths import content_dir
from tests.unit.kitchen import Kitchen

Output = pytest.CaptureFixture[str]
PAGE = "en/sections/risks.yaml"


def test_every_fault_is_printed_in_order_and_fails(kitchen: Kitchen, capsys: Output) -> None:
    kitchen.replace(PAGE, "title: Risks of test syrup", "titel: Risks")
    kitchen.replace("evidence.yaml", "per100: 55", "per100: many")
    assert main(["check", str(kitchen.path)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"{kitchen.path}/{PAGE}:2:1: error: there is no field 'titel' here: did you mean 'title'?",
        f"{kitchen.path}/{kitchen.spot('evidence.yaml', 'many')}: error: "
        "expected a whole number from 0 to 100, got 'many': write the number alone, in digits",
    ]
    assert err.splitlines() == [
        "2 errors in 2 files",
        "The rules were not run. Put these faults right, and check again.",
    ]


def test_rules_and_loading_are_told_in_one_list(kitchen: Kitchen, capsys: Output) -> None:
    kitchen.replace(PAGE, "cites: [syrup-harm]", "cites: [nothing]")
    kitchen.replace("evidence.yaml", "events: 108", "events: 1080")
    assert main(["check", str(kitchen.path)]) == 1
    out = capsys.readouterr().out
    assert f"{kitchen.path}/{kitchen.spot(PAGE, 'nothing')}: error: there is no claim 'nothing' in evidence.yaml" in out
    assert "1080 of 195 people is more than there were" in out


def test_paths_are_those_of_the_working_folder(kitchen: Kitchen, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kitchen.path.parent)
    kitchen.replace(PAGE, "title: Risks of test syrup", "titel: Risks")
    main(["check", "guide"])
    assert capsys.readouterr().out.startswith(f"guide/{PAGE}:2:1: error: ")


def test_a_missing_folder_is_a_problem_and_not_a_crash(tmp_path: Path, capsys: Output) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().out == (
        f"{tmp_path}/nowhere:0:0: error: there is no such folder: make it, or check the spelling of the path\n"
    )


def test_warnings_fail_only_when_strict(kitchen: Kitchen, capsys: Output) -> None:
    before = faults(kitchen, capsys, "error")
    assert before == faults(kitchen, capsys, "error", "--strict")
    clean(kitchen)
    assert main(["check", str(kitchen.path)]) == 0
    assert main(["check", "--strict", str(kitchen.path)]) == 1


def test_json_holds_every_part_of_a_problem(kitchen: Kitchen, capsys: Output) -> None:
    kitchen.replace(PAGE, "title: Risks of test syrup", "titel: Risks")
    main(["check", "--format", "json", str(kitchen.path)])
    assert json.loads(capsys.readouterr().out)[0] == {
        "file": f"{kitchen.path}/{PAGE}",
        "line": 2,
        "column": 1,
        "level": "error",
        "rule": "shape",
        "message": "there is no field 'titel' here",
        "hint": "did you mean 'title'?",
    }


def test_no_problems_are_an_empty_list_in_json_and_are_said_in_words() -> None:
    assert json.loads(_as("json", [])) == []
    assert _summary([], 3) == "no problems in 3 files"


def test_annotations_for_a_pull_request_are_escaped(kitchen: Kitchen, capsys: Output) -> None:
    kitchen.replace(PAGE, "title: Risks of test syrup", "title: Risks, 100% and more")
    main(["check", "--format", "github", str(kitchen.path)])
    lines = [line for line in capsys.readouterr().out.splitlines() if "title=signs" in line and PAGE in line]
    where = f"file={str(kitchen.path).replace(':', '%3A')}/{PAGE},line=2,col=8,title=signs"
    assert lines == [f"""::error {where}::'%25' stands for a word: write "out of 100\""""]


def test_the_shipped_content_is_checked_without_a_folder(capsys: Output) -> None:
    assert main(["check", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {problem["level"] for problem in found} == {"info"}
    assert all(Path(problem["file"]).resolve().is_relative_to(content_dir().resolve()) for problem in found)


def test_stats_have_a_row_for_every_page(kitchen: Kitchen, capsys: Output) -> None:
    main(["check", "--stats", str(kitchen.path)])
    out = capsys.readouterr().out
    rows = [line.split() for line in out.splitlines() if line.strip().startswith(("en ", "en-short "))]
    assert [row[:2] for row in rows][:3] == [["en", "about-this-guide"], ["en", "every-kind"], ["en", "get-help"]]
    assert len(rows) == 9
    assert ["en-short", "risks"] in [row[:2] for row in rows]


def test_stats_set_the_words_of_a_short_page_beside_those_of_its_standard_page(kitchen: Kitchen, capsys: Output) -> None:
    main(["check", "--stats", str(kitchen.path)])
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["risks", "24", "12", "50", "in", "100", "7", "6.0"] in rows


def test_the_manual_names_every_rule(capsys: Output) -> None:
    assert main(["check", "--rules"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n## {rule.id}\n" in out for rule in RULES)


def test_the_schema_has_every_kind_of_file(capsys: Output) -> None:
    assert main(["schema"]) == 0
    kinds = json.loads(capsys.readouterr().out)
    assert {"guide", "evidence", "sources", "contacts", "topics", "section", "glossary", "quiz", "questions"} <= set(kinds)
    blocks = kinds["section"]["$defs"]["Section"]["properties"]["blocks"]["items"]
    assert len(blocks["anyOf"]) == 19


def test_schemas_are_written_where_they_are_asked_for(kitchen: Kitchen, capsys: Output) -> None:
    assert main(["schema", "--write", "--content", str(kitchen.path)]) == 0
    assert json.loads(kitchen.text("schema/section.json"))["title"] == "section.yaml"
    assert kitchen.load().places.others == ()


def test_schemas_cannot_be_written_into_nowhere(tmp_path: Path, capsys: Output) -> None:
    assert main(["schema", "--write", "--content", str(tmp_path / "nowhere")]) == 2
    assert "cannot write into" in capsys.readouterr().err


@pytest.mark.parametrize("short", [[], ["--short"]], ids=["standard", "short"])
def test_a_new_page_is_valid_from_the_start(kitchen: Kitchen, capsys: Output, short: list[str]) -> None:
    assert main(["new", "section", "what-to-eat", "--content", str(kitchen.path), *short]) == 0
    assert kitchen.faults() == []
    edition_id = "en-short" if short else "en"
    section = read_guide(kitchen.path).guide
    assert section is not None
    page = section.editions[edition_id].sections["what-to-eat"]
    assert (page.title, page.questions) == ("What to eat", ("ask-test",))
    assert capsys.readouterr().out.startswith(f"{kitchen.path}/{edition_id}/sections/what-to-eat.yaml\nNext: add what-to-eat")


def test_a_new_page_only_lacks_its_words_and_its_place(kitchen: Kitchen, capsys: Output) -> None:
    main(["new", "section", "what-to-eat", "--content", str(kitchen.path)])
    capsys.readouterr()
    main(["check", "--format", "json", str(kitchen.path)])
    rules = {problem["rule"] for problem in json.loads(capsys.readouterr().out) if "what-to-eat" in problem["file"]}
    assert rules == {"page-length", "unused-pages", "short-pages"}


def test_a_page_that_is_there_is_left_as_it_is(kitchen: Kitchen, capsys: Output) -> None:
    before = kitchen.text(PAGE)
    assert main(["new", "section", "risks", "--content", str(kitchen.path)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert kitchen.text(PAGE) == before


@pytest.mark.parametrize("id_", ["../outside", "Risks", "a b", "-", "", "a_b", "\x1b[31m"])
def test_a_name_that_is_no_id_is_refused(kitchen: Kitchen, capsys: Output, id_: str) -> None:
    assert main(["new", "section", "--content", str(kitchen.path), "--", id_]) == 2
    assert "is no id: write small letters" in capsys.readouterr().err


def test_a_new_page_needs_a_content_folder(tmp_path: Path, capsys: Output) -> None:
    assert main(["new", "section", "risks", "--content", str(tmp_path)]) == 2
    assert "there is no such edition" in capsys.readouterr().err


@pytest.mark.parametrize("way", ["absolute", "relative", "in the folder", "from the folder above"])
def test_a_file_is_checked_in_its_guide_and_the_rest_is_counted(
    way: str, kitchen: Kitchen, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean(kitchen)
    kitchen.replace(PAGE, "cites: [syrup-harm]", "cites: [nothing]")
    kitchen.replace("en/sections/see-your-gp.yaml", "id: see-your-gp", "id: see-your-gp\nnations: [england]\ncites: [nowhere]")
    folders = {"in the folder": kitchen.path / "en/sections", "from the folder above": kitchen.path.parent}
    monkeypatch.chdir(folders.get(way, kitchen.path))
    asked = {"absolute": str(kitchen.path / PAGE), "in the folder": "risks.yaml", "from the folder above": f"guide/{PAGE}"}
    file = asked.get(way, PAGE)
    assert main(["check", file]) == 1
    out, err = capsys.readouterr()
    assert "there is no claim 'nothing'" in out
    assert {line.partition(":")[0] for line in out.splitlines()} == {PAGE if way == "absolute" else file}
    assert "Elsewhere in the guide: 1 error" in err


def test_a_file_without_faults_passes_and_says_how_many_stand_elsewhere(kitchen: Kitchen, capsys: Output) -> None:
    kitchen.replace(PAGE, "title: Risks", "titel: Risks")
    assert main(["check", str(kitchen.path / "contacts.yaml")]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "no problems in 1 file" in err
    assert "Elsewhere in the guide: 1 error in 1 file." in err
    assert "The rules were not run. Put the faults elsewhere right" in err


def test_a_file_in_no_guide_is_answered_with_a_sentence(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "notes.yaml").write_text("a: 1\n")
    assert main(["check", str(tmp_path / "notes.yaml")]) == 2
    assert f"{tmp_path}/notes.yaml is in no guide: no folder above it holds guide.yaml" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "none.yaml")]) == 2
    assert f"there is no file {tmp_path}/none.yaml" in capsys.readouterr().err


def test_a_file_that_a_guide_does_not_read_is_answered_with_a_sentence(kitchen: Kitchen, capsys: Output) -> None:
    (kitchen.path / "schema").mkdir()
    kitchen.write("schema/section.json", "{}")
    assert main(["check", str(kitchen.path / "schema/section.json")]) == 2
    assert "schema/section.json is no file that the guide in" in capsys.readouterr().err


def test_notes_are_counted_and_shown_when_asked_for(kitchen: Kitchen, capsys: Output) -> None:
    main(["check", str(kitchen.path)])
    out, err = capsys.readouterr()
    assert ": info: " not in out
    assert "(--notes shows the notes)" in err
    main(["check", "--notes", str(kitchen.path)])
    out, err = capsys.readouterr()
    assert ": info: " in out
    assert "--notes" not in err


def faults(kitchen: Kitchen, capsys: Output, level: str, *options: str) -> int:
    main(["check", "--format", "json", *options, str(kitchen.path)])
    return sum(problem["level"] == level for problem in json.loads(capsys.readouterr().out))


def clean(kitchen: Kitchen) -> None:
    """Take out what the kitchen sink holds on purpose and the rules call errors."""
    kitchen.replace("guide.yaml", "[about-this-guide, every-kind]", "[about-this-guide]")
    for edition_id in ("en", "en-short"):
        (kitchen.path / edition_id / "sections/every-kind.yaml").unlink()
    kitchen.replace("en/quiz.yaml", "section: every-kind", "section: risks")
    kitchen.write("topics.yaml", "topics: []\nclaims: []\n")


def test_a_guide_with_many_faults_is_told_them_all_in_one_run(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Path(__file__).parents[1] / "guides/broken/many_faults"
    monkeypatch.chdir(broken)
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out == (broken / "expected.txt").read_text()
