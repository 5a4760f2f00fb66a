"""Every line of docs/updates.md does what its page says, in the order of the page, with a kiosk at the end of it."""

import re
import shlex
import shutil
from functools import partial
from pathlib import Path

import pytest

from ketaguide.cli import main
from ketaguide.commands import fleet_steps
from ketaguide.fleet.keys import make_key
from tests.fleet.test_update_kiosk import Kiosk
from tests.kiosk.small import small_guide

PAGE = (Path(__file__).parents[2] / "docs" / "updates.md").read_text()
SECTIONS = {part.partition("\n")[0]: part for part in PAGE.split("\n## ")[1:]}
OLD, NEW = "0800 123 4567", "0800 123 4568"
LINE = f"""
  - {{id: other, name: Other line, kind: listening, for_whom: anyone, phone: "{OLD}", checked: 2026-02-28, check_by: 2026-08-28,
     sources: [test-page]}}
"""


def lines(section: str) -> list[str]:
    return re.findall(r"^ {4,}((?:ketaguide|cp) .*)$", SECTIONS[section], re.MULTILINE)


class Trust:
    """All computers of the page, in one folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys, self.said = folder, capsys, ""
        self.contacts = folder / "content" / "contacts.yaml"
        self.online, self.offline = folder / "online", folder / "offline"

    def do(self, section: str, place: Path | None = None) -> str:
        """Run each line of a section, updates into the folder of a site; returns what the last one printed."""
        assert lines(section), section
        for line in lines(section):
            self.run(line, place or self.online)
        return self.said

    def run(self, line: str, place: Path) -> None:
        here = {"/etc/ketaguide": "etc", "/srv/www": "srv", "/media": "media", "/var/lib/ketaguide-content": place.name}
        for there, folder in here.items():
            line = line.replace(there, str(self.folder / folder))
        words = shlex.split(line)
        if words[0] == "cp":
            shutil.copy(words[1], words[2])
            return
        update = ["--into", str(place), "--root", str(self.folder / "etc/root.json")]
        code = main([*words[1:], *(update if words[1] == "update" else [])])
        printed = self.capsys.readouterr()
        self.said = printed.out
        assert code == 0 or words[-1] == "doctor", f"{line}\n{printed.out}{printed.err}"

    def correct(self, old: str, new: str) -> None:
        text = self.contacts.read_text()
        assert old in text
        self.contacts.write_text(text.replace(old, new))


@pytest.fixture
def trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Trust:
    shutil.copytree(small_guide(), tmp_path / "content")
    for folder in ("etc", "srv", "media"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fleet_steps, "getpass", lambda prompt="": "correct horse battery staple")
    monkeypatch.setattr(fleet_steps, "make_key", partial(make_key, rounds=1))
    trust = Trust(tmp_path, capsys)
    trust.contacts.write_text(trust.contacts.read_text() + LINE)
    return trust


def test_a_stranger_with_the_page_publishes_a_corrected_number_that_kiosks_show_at_their_next_reset(trust: Trust) -> None:
    assert "installed version" in trust.do("Beginning")
    trust.run("ketaguide update --from /srv/www/guide", trust.offline)
    online, offline = Kiosk(trust.online / "current.pack"), Kiosk(trust.offline / "current.pack")
    trust.correct(OLD, NEW)
    assert trust.do("A number has changed").startswith("Version 2 of")
    assert online.guide.contacts["other"].phone == OLD
    assert online.reset().contacts["other"].phone == NEW
    assert trust.do("An offline site", trust.offline).startswith("Version 2 of")
    assert offline.reset().contacts["other"].phone == NEW
    for section in ("Each month, each year", "A key is lost", "A person leaves", "A key is stolen"):
        assert trust.do(section).startswith("Version 2 of"), section
    assert "signed by editor-2 as editor and clinician-2 as clinician" in trust.said
    trust.correct(NEW, OLD)
    assert trust.do("Something wrong was published").startswith("Version 3 of")
    assert online.reset().contacts["other"].phone == OLD
    assert trust.do("Everything is lost").startswith("Version 4 of")
    assert "signed by editor-3 as editor and clinician-3 as clinician" in trust.said
