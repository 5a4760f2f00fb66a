"""Tiny guides for made-up countries: Norland has two regions, Islay Bay has none. Their emergency numbers are not the UK's."""

from pathlib import Path

from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from tests.conftest import read

DATES = "checked: 2026-02-01, check_by: 2026-08-01, sources: [leaflet]"
FILES = {
    "guide.yaml": """
format: 1
id: sore-throats
title: "Sore throats: a guide"
short_title: Sore throats
profile: COUNTRY
parts: [{id: all, title: All of it, sections: [throats, get-help]}]
roles: {about: get-help}
written: 2026-02-01
facts_checked: 2026-02-01
next_update: 2026-08-01
author: The testers
funding: Nobody paid for it.
conflicts: None.
update_policy: It is checked every six months.
purpose: This test guide is about sore throats.
is_not: [It is not advice about you.]
licence: CC BY 4.0.
code_licence: MIT.
""",
    "sources.yaml": "sources: [{id: leaflet, title: A leaflet, publisher: The testers, year: '2025'}]",
    "evidence.yaml": """
claims:
  - {id: rest, topic: care, statement: Most sore throats get better in a week., certainty: high, certainty_from: source,
     verified: true, as_of: 2025-06, volatility: stable, sources: [leaflet]}
  - {id: nurses, topic: care, statement: Nurses in the hills visit people., certainty: high, certainty_from: source,
     verified: true, as_of: 2025-06, volatility: stable, sources: [leaflet]HILLS}
""",
    "contacts.yaml": f"""
contacts:
  - {{id: rescue, name: Rescue, kind: emergency, for_whom: anyone in danger, phone: "555", {DATES}}}
  - {{id: clinic, name: The night clinic, kind: emergency, for_whom: anyone who can get there, {DATES}}}
  - {{id: nurse, name: Nurse line, kind: urgent, for_whom: anyone, phone: "1770", phone_note: ask for a nurseCOAST, {DATES}}}
  - {{id: hill-nurse, name: Hill nurse, kind: urgent, for_whom: people there, phone: "0660 22 33 44"HILLS, {DATES}}}
  - {{id: night-talk, name: Night Talk, kind: listening, for_whom: anyone, phone: "0700 11 22 33", hours: "24 hours", {DATES}}}
  - {{id: doctor, name: Your doctor, kind: gp, for_whom: anyone, {DATES}}}
""",
    "en/edition.yaml": (content_dir() / "en/edition.yaml").read_text(encoding="utf-8"),
    "en/glossary.yaml": "terms: [{id: rest, term: rest, meaning: Doing little., section: throats}]",
    "en/quiz.yaml": """
rounds:
  - id: r
    title: Throats
    questions:
      - {id: q, kind: fact, text: "Do most get better?", section: throats, cites: [rest], choices: [
        {text: In a week, feedback: Most do., correct: true}, {text: In a year, feedback: Most need a week.}]}
""",
    "en/questions.yaml": "groups: [{id: g, title: Ask, questions: [{id: ask-rest, text: How long should I rest?}]}]",
    "en/home.yaml": """
title: Sore throats
about: What helps.
questions: [{text: What helps?, answer: Rest., section: throats, cites: [rest]}]
""",
    "en/sections/throats.yaml": """
id: throats
title: Sore throats
nav_title: Sore throats
updated: 2026-02-01
summary: [Most get better in a week.]
cites: [rest]
questions: [ask-rest]
blocks:
  - {kind: paragraph, text: "Do [rest](term:rest), and drink water. CALL", cites: [rest]}
  - {kind: paragraph, text: A nurse visits people in the hills., cites: [nurses]HILLS}
""",
    "en/sections/get-help.yaml": """
id: get-help
title: Get help
nav_title: Get help
updated: 2026-02-01
summary: [Call 555 if a life is in danger.]
cites: [rest]
questions: [ask-rest]
blocks:
  - {kind: care_card, urgency: emergency, heading: "Call 555 or go to the night clinic now if:", cites: [rest],
     items: [You cannot breathe], contacts: [rescue, clinic]}
  - {kind: care_card, urgency: urgent, heading: "HEADING", items: [You cannot drink], contacts: [nurseOTHER], cites: [rest]}
  - {kind: care_card, urgency: non_urgent, heading: "See your doctor if:", items: [It lasts for a week], contacts: [doctor],
     cites: [rest]}
  - {kind: contacts, kinds: [listening]}
""",
}
ROLES = """
emergency: rescue
emergency_place: the night clinic
talk: [night-talk]
phones: {said: ["555", "1770"], elsewhere: "0[0-9]{3}(?: [0-9]{2}){3}", whole: "0[0-9]{9}", like: 0300 00 00 00}
"""
NORLAND = f"""
name: Norland
short: Norland
nations:
  - {{id: coast, name: the Coast, urgent: nurse}}
  - {{id: hills, name: the Hills, short: Hills, urgent: hill-nurse, words: [hills]}}
either: ["{{coast: 1770}}, or {{hills: the hill nurse}} in the Hills"]
{ROLES}"""
ISLAY_BAY = f"name: Islay Bay\nshort: Islay Bay\nurgent: nurse\n{ROLES}"


def write_guide(folder: Path, profile: str = NORLAND) -> Path:
    """Write a guide for the country of a profile into a folder."""
    has_regions = "nations:" in profile
    words = {
        "COUNTRY": "norland" if has_regions else "islay-bay",
        "HILLS": ", nations: [hills]" if has_regions else "",
        "COAST": ", nations: [coast]" if has_regions else "",
        "OTHER": ", hill-nurse" if has_regions else "",
        "HEADING": "Call 1770, or the hill nurse in the Hills, if:" if has_regions else "Call 1770 if:",
        "CALL": "Call 1770, or the hill nurse in the Hills." if has_regions else "Call 1770.",
    }
    for name, text in {**FILES, f"profile/{words['COUNTRY']}.yaml": profile}.items():
        for word, meant in words.items():
            text = text.replace(word, meant)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# TEST TEXT.\n{text.strip()}\n", encoding="utf-8")
    return folder


def guide_of(folder: Path, profile: str = NORLAND) -> Guide:
    """The guide of a profile, read from a folder."""
    return read(write_guide(folder, profile))
