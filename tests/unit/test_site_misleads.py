"""A site file that would mislead somebody in a crisis is refused, with its line and what to do; ordinary words are not."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from ketaguide.commands.check import _of_site
from ketaguide.loading.overlay import SiteRead, read_site
from ketaguide.loading.site_merge import with_site
from ketaguide.model.block import CareCard
from ketaguide.model.guide import Guide
from ketaguide.model.overlay import Overlay, SiteContact
from ketaguide.paths import content_dir
from ketaguide.resolve.contact import web
from tests.editions import STANDARD
from tests.unit.kitchen import Kitchen

TEAM: dict[str, Any] = {
    "id": "own-team", "name": "Northside crisis team", "for_whom": "adults who live in Northside", "phone": "0131 496 0001",
    "checked": "2026-11-21", "check_by": "2027-05-21",
}  # fmt: skip
SITE: dict[str, Any] = {"name": "Elm Tree Surgery"}


def read(folder: Path, site: dict[str, Any], *contacts: dict[str, Any], content: Path | None = None) -> SiteRead:
    """A site file with these fields and contacts; each error in it must have a line and a cure."""
    file = folder / "site.yaml"
    file.write_text(
        yaml.dump({**SITE, **site, "contacts": [{**TEAM, **one} for one in contacts]}, Dumper=yaml.CSafeDumper, sort_keys=False)
    )
    found = read_site(file, content)
    assert (found.site is None) == bool(found.problems)
    assert all(problem.line and problem.hint for problem in found.problems)
    return found


def faults(folder: Path, site: dict[str, Any], *contacts: dict[str, Any], content: Path | None = None) -> list[str]:
    """Problems of a site file with these fields and contacts."""
    return [str(problem) for problem in read(folder, site, *contacts, content=content).problems]


def let_through(folder: Path, site: dict[str, Any], *contacts: dict[str, Any]) -> list[Any]:
    """The fields of a site and of its contacts, each of them wrong, in which no problem stands; all are read from one file."""
    found = read(folder, site, *({"id": f"own-{number}", **one} for number, one in enumerate(contacts)))
    if found.draft is None:
        return []  # no file may hold such a letter
    lines = {problem.line for problem in found.problems}
    marks = found.places.files["site.yaml"]
    places = [(field,) for field in site] + [("contacts", at, field) for at, one in enumerate(contacts) for field in one]
    return [place for place in places if marks.at(place).line not in lines]


REPLACED = ["ae", "shout", "999-bsl", "emergency-sms", "papyrus", "relay-18000", "calm", "nhs111-bsl", "domestic-abuse"]


@pytest.mark.parametrize("name", REPLACED)
def test_a_site_replaces_the_gp_and_nothing_else_of_the_guide(tmp_path: Path, name: str) -> None:
    (said,) = faults(tmp_path, {}, {"id": name})
    assert f"a site may not change {name!r}" in said
    assert "give your contact an id of its own" in said


def test_a_contact_of_other_content_is_not_replaced_either(tmp_path: Path, kitchen: Kitchen) -> None:
    kitchen.replace("contacts.yaml", "  - id: shout", "  - id: our-line")
    guide = kitchen.load().draft
    assert guide
    (said,) = faults(tmp_path, {}, {"id": "our-line"}, content=kitchen.path)
    assert "a site may not change 'our-line'" in said
    site = Overlay(name="Elm", contacts=(SiteContact(**{**TEAM, "id": "our-line"}),))
    assert with_site(guide, site).contacts["our-line"] == guide.contacts["our-line"]


NAMES = [
    "A&E is closed. Call us", "A & E", "Æ", "Accident and Emergency", "Emergency services", "EMERGENCY SERVICES", "999",
    "9 9 9", "Samaritans", "samaritans", "SAMARITANS", "The Samaritans", "S.A.M.A.R.I.T.A.N.S", "S a m a r i t a n s",
    "Sama-ritans", "Sàmarìtáns", "5amaritans", "Samar1tans", "$amaritans", "S@maritans", "Sarnaritans", "Samaritanss",
    "Samaritan", "Samartians", "SamaritansUK", "Samaritans helpline", "Call Samaritans", "Lifeline", "L1feline",
    "Liiifeline Lifelines", "Shout", "SH0UT", "Text Shout", "NHS 111", "NHS one one one", "Nine nine nine",
    "triple nine", "Papyrus HOPELINE", "Papyrus", "CALM", "C.A.L.M.", "The CALM line", "SANEline", "Childline",
    "Breathing Space", "Emergency", "Ambulance", "Get help now", "Emergency text relay", "Shout!", "Samaaritaans",
    "NHS one-eleven", "NHS hundred and eleven", "RelayUK", "I I I", "Casualty", "NHS Direct", "Emergency number",
    "ring 9 then 9 then 9", "nine and nine and nine",
    "The Befrienders", "Befrienders Worldwide", "The Sams", "Sam's", "Shovt", "Shoot", "Calmm", "Papirus", "Saneline UK",
]  # fmt: skip
LINES = [
    "Mental health emergency line", "NHS urgent mental health helpline", "Free crisis line, day and night",
    "Get help here first", "Sam's helpline", "Sams help line", "Suicide line", "Crisis support", "Crisis",
    "24 hour mental health line", "Urgent mental health service", "Emergency care", "Crisis text service",
    "Life at risk: Northside", "In danger? Northside", "Call us first", "Northside, ring here now", "Need help? Elm Tree",
    "Talk now", "Help tonight", "Northside hot-line", "Round-the-clock phone", "Kryzys", "Numéro d'urgence", "Argyfwng",
    "Crísis line", "CRISIS LINE", "Cr1sis line", "Emergencyline", "Always open listening line",
    "Samaritan style listening line, night and day", "Northside suicide prevention line",
]  # fmt: skip
OTHER_LETTERS = [
    "\u0405\u0430m\u0430r\u0456t\u0430ns", "\u03a3amaritans",
    "\uff33\uff41\uff4d\uff41\uff52\uff49\uff54\uff41\uff4e\uff53", "\U0001d412amaritans", "Sam\u200baritans",
    "Sam\u00adaritans", "\u202eElm", "Sa\u0301m", "Elm \U0001f333", "1\ufe0f\u20e3", "\u24e2amaritans", "Elm\tTree",
    "Elm\nTree", "Elm\u00a0Tree", "Elm\u3000Tree", "\u0669\u0669\u0669", "\u096f\u096f\u096f", "\uff19\uff19\uff19",
    "\u2079\u2079\u2079", "\u2460", "\U0001f468\u200d\U0001f469\u200d\U0001f467 clinic", "\u260e Elm", "Elm\u2019s",
]  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_a_name_that_promises_help_in_a_crisis_or_tells_people_what_to_do_is_refused(tmp_path: Path, name: str) -> None:
    assert let_through(tmp_path, {"name": name, "logo_text": name[:30]}, {"name": name}) == []


@pytest.mark.parametrize("name", NAMES + OTHER_LETTERS)
def test_a_name_that_can_be_taken_for_another_service_is_refused(tmp_path: Path, name: str) -> None:
    assert let_through(tmp_path, {"name": name, "logo_text": name}, {"name": name}) == []


ORDINARY = [
    "Elm Tree Surgery", "Meddygfa'r Tŷ Gwyn, Llanfairpwllgwyngyll", "Ionad Slàinte Phort Rìgh", "Przychodnia Łódź",
    "Ward 5", "Northside crisis team", "St Mary's Hospital", "24 hours out-of-hours service", "Ward 12, floor 3",
    "Calmer Minds group", "Mind in Northside", "NHS Lothian mental health team",
    "Crisis resolution and home treatment team", "Emergency Duty Team", "Elm Tree's one to one group",
    "Bed & breakfast club", "Carers of Northside", "Lifetime Health Centre", "Gwasanaeth y Fro",
]  # fmt: skip
PHONES = [
    "0909 879 1234", "0871 234 5678", "0843 123 4567", "0870 123 4567", "0845 790 9090", "070 1234 5678",
    "0701 234 5678", "076 1234 5678", "118 118", "999", "111", "112", "116 124", "116 123", "18000", "85258",
    "+44 131 496 0001", "00 44 131 496 0001", "1 900 555 0100", "0131 496 000", "0131 496 00012", "0505 123 4567",
    "0666 123 4567", "0808 808 8001", "0808 808 8000", "0808 880 8000", "0800 068 4140", "0800 58 58 85",
    "0808 068 4141", "01314960001", "0131  496 0001", "0131-496-0001",
    "\u0660\u0661\u0663\u0661 \u0664\u0669\u0666 \u0660\u0660\u0660\u0661", "0131 496 OOO1", "07786 209697",
    "0300 102 1234", "0999 999 9999", "141 0131 496 0001", "0800 111 1111", "0116 123 0000", "0111 111 1111",
]  # fmt: skip


@pytest.mark.parametrize("phone", PHONES)
def test_a_number_that_costs_or_is_nearly_anothers_or_is_no_whole_number_is_refused(tmp_path: Path, phone: str) -> None:
    assert [said for said in faults(tmp_path, {}, {"phone": phone}) if phone in said]


TEXTS = ["85258", "85259", "60999", "999", "070 1234 5678", "0131 496 0001", "07860 039967"]


@pytest.mark.parametrize("sms", TEXTS)
def test_a_number_to_text_is_an_ordinary_mobile(tmp_path: Path, sms: str) -> None:
    assert [said for said in faults(tmp_path, {}, {"sms": sms}) if sms in said]


GOOD_PHONES = ["0131 496 0001", "020 7946 0000", "0300 790 6800", "0800 464 1000", "07700 900 123", "029 2018 0000"]
RINGS = [
    "call 0909 879 1234", "0909-879-1234", "0909.879.1234", "0909/879/1234", "0 9 0 9", "09:09 08:79 12:34",
    "09.09 08.11 23.45", "call 999", "9-9-9", "9.9.9", "one one six, one two three", "oh nine oh nine",
    "double nine, nine", "triple nine", "O9O9 879", "(0)131", "1,1,6", "1_1_6", "9a9b9", "9 to 12, 13-17", "HELP0909",
    "09, 09, 87", "09 and 08 and 79", "£09.09 87", "ring neuf neuf neuf", "neun neun neun", "neunneunneun", "nueve nueve nueve",
    "un un un", "eins eins zwei", "uno uno due", "dziewięć dziewięć dziewięć", "naw naw naw", "naoi naoi naoi",
    "neuf cent quatre-vingt-dix-neuf", "neunhundertneunundneunzig", "ninety-nine, nine", "nineninenine", "ring CMXCIX",
    "cxi", "CXII", "IX IX IX", "zéro neuf zéro neuf", "null neun null neun", "één één twee", "nove nove nove",
]  # fmt: skip
TIMES = [
    "8am to 6.30pm", "Monday to Friday, 8 am to 6.30 pm", "24 hours, every day", "24/7", "08:00 to 18:30",
    "8:00-12:30, 13:30-18:00", "9am to 12 noon", "Weekdays 9am to 8pm; weekends 11am to 4pm",
    "24 hours, 365 days a year", "Monday to Thursday 6pm to 2am", "twenty-four seven", "from 12 Sept, 8am to 6.30pm",
]  # fmt: skip
WORDED = ["for_whom", "phone_note", "hours", "cost", "expect"]


FOLLOWED = ["see elm.example/now", "www.elm.example", "https://elm.example", "pat@elm.example"]


@pytest.mark.parametrize("words", [*RINGS, *FOLLOWED, *OTHER_LETTERS])
def test_nothing_that_can_be_rung_or_followed_stands_in_words(tmp_path: Path, words: str) -> None:
    assert let_through(tmp_path, {"hours": words}, *({field: words} for field in ("name", *WORDED))) == []


WAYS = [
    ["ring 0909"], ["09", "09", "87", "91"], ["samaritans.example"], ["jo@samaritans-uk.org"], ["a"] * 30,
    ["Email: samaritans@elm.example"],
]  # fmt: skip
REFUSED: list[tuple[dict[str, Any], dict[str, Any]]] = [
    *(({}, {"other_ways": ways}) for ways in WAYS),
    *(({}, {"sms": "07700 900 123", "sms_word": word}) for word in ("SHOUT", "shout", "SHOUTS", "SHOT", "SH0UT")),
    *(({"takeaway_url": f"https://elm.example/{name}.html"}, {}) for name in ("samaritans", "0909-879-1234")),
    ({}, {"website": "elm.example/samaritans"}),
    ({}, {"id": "gp", "kind": "local"}),
]


@pytest.mark.parametrize(("site", "contact"), REFUSED, ids=str)
def test_no_number_or_name_of_another_service_stands_in_other_ways_words_to_text_or_addresses(
    tmp_path: Path, site: dict[str, Any], contact: dict[str, Any]
) -> None:
    assert faults(tmp_path, site, contact)


WEBSITES = [
    "http://elm.example", "https://elm.example", "elm.example:8080", "pat@elm.example", "samaritans-help.example",
    "samaritans.com", "samaritans.org.example", "samaritan.org", "giveusashout.com", "glveusashout.org",
    "xn--samritans-x1a.org", "\u0455amaritans.org", "127.0.0.1", "call-0909-879-1234.example",
    "elm.example/0909-879-1234", "nhs111-help.example", "elm.example/?x", "localhost", "elm", "lifelinehelp1ine.info",
    "nhs-uk.org", "nhsuk.example", "nhs24.example", "elm.example/" + "a" * 100,
]  # fmt: skip


@pytest.mark.parametrize("website", WEBSITES)
def test_a_website_that_looks_like_anothers_or_is_not_plain_is_refused(tmp_path: Path, website: str) -> None:
    assert [said for said in faults(tmp_path, {}, {"website": website}) if "website" in said or repr(website)[:20] in said]


OWN_SITES = [
    "samaritans.org/branches/northside", "nhsinform.scot", "111.nhs.uk", "nhslothian.scot", "elm.nhs.scot",
    "www2.elm.example", "nhs.uk/services/Y01234",
]  # fmt: skip
WORDS = {
    "for_whom": "people aged 16 to 25 in wards 4 and 5", "phone_note": "press 2, then ask for the team by name",
    "cost": "£3.50 a visit",
    "other_ways": ["Email: team@northside.example", "At 12 Mill Lane, Northside, EH12 5XY", "Webchat on the website"],
    "website": "northside.example/help/Y00123", "expect": "Somebody rings you back within 2 hours.", "sms": "07700 900 123",
    "sms_word": "ELM", "kind": "carers",
}  # fmt: skip
OF_THE_PLACE = ("closed on bank holidays", "If the line is busy, call again", "Have your NHS number ready")
WELCOME: list[tuple[dict[str, Any], dict[str, Any]]] = [
    *(({"name": name, "logo_text": name if len(name) <= 30 else ""}, {"name": name}) for name in ORDINARY),
    *(({"hours": words}, {"hours": words, "expect": words}) for words in TIMES),
    *(({}, {"phone": phone}) for phone in GOOD_PHONES),
    *(({}, {"website": website}) for website in OWN_SITES),
    *(({}, {"expect": words}) for words in OF_THE_PLACE),
    ({}, {"id": "gp", "kind": "gp"}),
    ({}, WORDS),
]


@pytest.mark.parametrize(("site", "contact"), WELCOME, ids=str)
def test_ordinary_names_words_times_numbers_and_websites_are_welcome(
    tmp_path: Path, site: dict[str, Any], contact: dict[str, Any]
) -> None:
    assert faults(tmp_path, site, contact) == []


@pytest.mark.parametrize("kind", ["emergency", "urgent", "crisis-line", "listening", "text", "young-people", "deaf"])
def test_a_sites_contact_never_stands_among_the_national_crisis_services(tmp_path: Path, kind: str) -> None:
    assert [said for said in faults(tmp_path, {}, {"kind": kind}) if "use kind: local" in said]


@pytest.mark.parametrize(
    "field", ["id", "name", "phone", "sms", "for_whom", "phone_note", "sms_word", "hours", "cost", "website", "expect"]
)
def test_nothing_is_as_long_as_a_page(tmp_path: Path, field: str) -> None:
    sizes = ({"id": "other", field: "a" * size} for size in (400, 9000))
    said = faults(tmp_path, {}, *sizes) + faults(tmp_path, {}, {field: "a" * 400_000})
    assert len([one for one in said if "longer than" in one and len(one) < 400]) == 3


@pytest.mark.parametrize("field", ["name", "hours", "logo_text", "takeaway_url"])
def test_nothing_at_the_top_is_as_long_as_a_page_either(tmp_path: Path, field: str) -> None:
    for size in (400, 9000, 400_000):
        assert [said for said in faults(tmp_path, {field: "a" * size}) if "longer than" in said and len(said) < 400]


def test_a_page_of_contacts_is_refused(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, {}, *({"id": f"own-{number}"} for number in range(21)))
    assert "more than 20 contacts" in said


PAGES = ["http://elm.example/take-away.html", "https://samaritans-uk.org/take-away.html", "https://xn--a.example/x"]


@pytest.mark.parametrize("url", PAGES)
def test_a_page_to_take_home_stands_at_https_and_under_its_own_name(tmp_path: Path, url: str) -> None:
    assert [said for said in faults(tmp_path, {"takeaway_url": url}) if repr(url) in said and "https://" in said]


def test_an_address_without_https_is_never_followed() -> None:
    assert web("http://elm.example/page") == ""
    assert web("elm.example/page") == web("https://elm.example/page") == "https://elm.example/page"


def test_nothing_of_a_site_stands_in_a_card_of_crisis(shipped: Guide) -> None:
    """Even where other content names the GP, or an id that only the site has, on such a card."""
    page = shipped.editions[STANDARD].sections["get-help"]
    blocks = tuple(
        replace(block, contacts=(*block.contacts, "gp", "own-team")) if isinstance(block, CareCard) else block
        for block in page.blocks
    )
    edition = shipped.editions[STANDARD]
    sections = {**edition.sections, "get-help": replace(page, blocks=blocks)}
    content = replace(shipped, editions={STANDARD: replace(edition, sections=sections)})
    site = Overlay(name="Elm", contacts=(SiteContact(**{**TEAM, "id": "gp", "kind": "gp"}), SiteContact(**TEAM)))
    shown = with_site(content, site).section("get-help")
    assert shown is not None
    cards = {block.urgency: block.contacts for block in shown.blocks if isinstance(block, CareCard)}
    assert cards["emergency"] == ("999", "ae")
    assert not {"gp", "own-team"} & set(cards["urgent"])
    assert "gp" in cards["non_urgent"]


def test_check_says_the_same_as_a_start(tmp_path: Path, shipped: Guide) -> None:
    said = faults(tmp_path, {}, {"name": "Samaritans", "phone": "0909 879 1234"})
    checked = [str(problem) for problem in _of_site(tmp_path / "site.yaml", shipped, content_dir())]
    assert {one.partition("site.yaml")[2] for one in said} <= {one.partition("site.yaml")[2] for one in checked}


OTHERS_ARE_NO_USE = [
    "do not call any other number on this page", "Don't ring the other helplines", "the numbers above no longer work",
    "The numbers at the top of the screen have changed", "ring this instead of an ambulance", "other lines are shut",
    "all helplines closed until Monday", "replaces the NHS number", "Crisis numbers have changed",
    "Samaritens moved here", "Samaritans have moved to this number", "Lifeline is closed tonight",
    "call us, not the emergency services",
]  # fmt: skip


@pytest.mark.parametrize("words", OTHERS_ARE_NO_USE)
def test_nothing_is_said_of_other_numbers_or_the_national_crisis_services(tmp_path: Path, words: str) -> None:
    fields = ({field: words} for field in WORDED)
    assert let_through(tmp_path, {"hours": words, "name": words}, {"other_ways": [words]}, *fields) == []
