"""Words and phrases that the guide does not use, each with what to write instead. The only home of these lists.

Patterns are matched against text in small letters, at the borders of words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping


class Phrases:
    """A list of patterns that should not stand in the guide, by the advice for each."""

    def __init__(self, advice: Mapping[str, tuple[str, ...]]) -> None:
        self.patterns = tuple(pattern for patterns in advice.values() for pattern in patterns)
        self._advice = {hint: _either(patterns) for hint, patterns in advice.items()}

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """Every phrase of the list in a text, as it stands there, with the advice."""
        small = text.lower()
        for hint, pattern in self._advice.items():
            for match in pattern.finditer(small):
                yield text[match.start() : match.end()], hint


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    """Any of some patterns. Those that begin with the same letter share a branch, so that few are tried at each word."""
    branches: dict[str, list[str]] = {}
    for pattern in patterns:
        first = pattern[0] if pattern[0].isalpha() and pattern[1:2] != "?" else ""
        branches.setdefault(first, []).append(pattern.removeprefix(first))
    each = (f"{first}(?:{'|'.join(rest)})" for first, rest in branches.items())
    return re.compile(rf"\b(?=\w)(?:{'|'.join(each)})\b")


_SAY_WHAT = "say what it did, for how many people, and for how long"

HYPE = Phrases(
    {
        _SAY_WHAT: (
            "miracles?", "miraculous(?:ly)?", "break-?throughs?", "game[- ]chang(?:er|ers|ing)",
            "revolution(?:ary|ise|ises|ised)",
            "wonder drugs?", "magic bullets?", "life-?savers?", "life[- ]saving", "life[- ]changing",
            "(?:a|the|new) lifelines?",
            "transform(?:s|ed|ing|ative) (?:lives|care|treatment|your)", "groundbreaking", "unprecedented",
        ),
        "there is always something else to ask about: name it": ("last (?:resort|hope|chance)", "run out of options"),
        "say what can be tried next": ("glimmers?", "beacons? of hope", "rays? of hope", "light at the end"),
        "say what it is": ("(?:cutting|leading)[- ]edge", "state[- ]of[- ]the[- ]art", "world[- ]class"),
        "name the thing: your treatment, the months it took": ("journeys?",),
        "say living with, or getting better": (
            "battl(?:e|es|ed|ing)", "war on", "fight(?:s|ing)? (?:against |off )?(?:your |the )?(?:depression|illness)",
            "beat(?:s|ing)? (?:your |the )?(?:depression|illness)", "conquer(?:s|ed|ing)?", "warriors?",
        ),
        'say "N out of 100 people", and what happened to them': ("success rates?", "cure rates?"),
    }
)  # fmt: skip
"""Adverts' words, and metaphors of battle and wonder (our standard; NHS content style guide)."""

CURE = re.compile(r"\bcur(?:e|es|ed|ing)\b", re.IGNORECASE)
DENIED = re.compile(r"\b(?:not|no|never|nobody|none|cannot|neither|nor|without)\b|n't\b|\?", re.IGNORECASE)
"""What makes of a claim its denial, or a question."""

PEOPLE = Phrases(
    {
        'say "people with depression"': ("mentally ill", "the depressed", "depressives"),
        'say "has", or "people with"': ("suffer(?:s|ed|ing)? (?:from|with)", "sufferers?", "victims?", "afflicted", "stricken"),
        'say "people who use", or "people with"': (
            "(?:drug|substance|alcohol) (?:abusers?|addicts?)", "addicts?", "junkies", "alcoholics", "schizophrenics?",
            "psychotics",
        ),
    }
)  # fmt: skip
"""People come before conditions (NHS content style guide)."""

MEDICINE = Phrases(
    {
        'say "medicine"': ("medications?", "meds", "pharmaceuticals?"),
        'say "GP", "doctor" or "clinic"': ("health ?care (?:providers?|professionals?)", "practitioners?"),
        'say "side effects" or "harm"': ("adverse (?:events?|effects?|reactions?)",),
        'say "use"': ("utili[sz]e[sd]?",),
        'say "how well it works"': ("efficac(?:y|ious)",),
    }
)
"""The plain word (NHS content style guide)."""

DRUG = re.compile(r"\bdrugs?\b", re.IGNORECASE)
DRUG_ALLOWED = re.compile(
    r"\b(?:alcohol|drink(?:s|ing)?|illegal|illicit|street|recreational|party|misuse|abuse|dependence|class"
    r"|schedule|controlled|(?:use|using|any|other|about|with) drugs?|driving|laws?|offences?|suppl\w+|harm"
    r"|banned|licen\w+|advis\w+|council|firearms|administration|services?|charit\w+|helplines?|lines?"
    r"|psychedelics?|psilocybin|cocaine|cannabis|heroin|wales|scotland|frank)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Near these words a drug is an illegal or misused one, or part of a name."""

MENTION = re.compile(
    r"\bsuicid\w*|\bself-?harm\w*|\bharm(?:ed|ing)? (?:your|them|him|her|my|one)sel(?:f|ves)"
    r"|\b(?:end|ending|take|taking|took) (?:your|their|his|her|my|one's) (?:own )?li(?:fe|ves)\b"
    r"|\bkill(?:ing)? (?:your|them|my)sel(?:f|ves)",
    re.IGNORECASE,
)
"""Where a text speaks of suicide or self-harm."""

SUICIDE = Phrases(
    {
        'say "died by suicide" or "took their own life"': (
            "commit(?:s|ted|ting)? suicide", "successful(?:ly)? (?:suicides?|attempts?)",
        ),
        'say "tried to end their life"': ("(?:failed|unsuccessful|successful) (?:suicide )?attempts?", "failed suicides?"),
        "give the figure and its source": ("(?:suicide|mental health) epidemics?", "epidemic of suicides?"),
        "leave it out": ("suicide (?:bids?|spots?|hotspots?|notes?|pacts?)",),
        "say what the person needs": ("cry for help", "attention[- ]seeking"),
        "no method, no place and no amount": (
            "(?:lethal|fatal|deadly) (?:doses?|amounts?|overdoses?)", "overdos(?:e|es|ed|ing) (?:on|of|with)",
            "(?:hang(?:ed|ing)?|shoot(?:ing)?|cut(?:ting)?|poison(?:ed|ing)?) (?:your|them|him|her)sel(?:f|ves)",
            "jump(?:ed|ing)? (?:off|from|in front)",
        ),
    }
)  # fmt: skip
"""Samaritans' media guidelines, 6th edition, 2020: no word of crime or success, no method, place or amount."""

QUOTED = re.compile(r'"[^"]*"')
"""Words in quotation marks: said by others, or named as what not to say."""

_OF_MEDICINE = "(?:ketamine|esketamine|medicines?|antidepressants?|doses?|tablets?|the spray|a drip)"
INSTRUCTIONS = Phrases(
    {
        "say what can be asked, and of whom": (
            "you (?:should|must|ought to) (?:take|stop|start|increase|reduce|try|have|get) "
            f"(?:the |your |a |an |more |less )?{_OF_MEDICINE}",
        ),
        'only ever say "do not stop … without asking"': (
            rf"(?:^|(?<=[.!] ))(?:you can )?stop (?:taking )?(?:your |all )?{_OF_MEDICINE}",
        ),
        "no amounts: dose figures describe research only": (r"(?:ask|request|demand) for (?:a )?\d+ ?mg",),
        "set out the choices; the reader decides with their team": (
            "we recommend", "our advice is", "you should (?:choose|go for|pick)",
        ),
    }
)  # fmt: skip
"""No sentence tells a person what to take, stop or ask for in what amount (our standard)."""

_OUR_TOOL = "(?:this|the) (?:guide|tool|page|quiz|program|app)"
DEVICE = Phrases(
    {
        "say that it gives information": (
            rf"{_OUR_TOOL} (?:can |will |helps to |may )?"
            r"(?:diagnos|detect|monitor|calculat|assess|predict|screen|measur|treat)\w*",
        ),
        "nothing about the person comes out of the guide": (
            "your (?:score|risk score|results?) (?:is|are|shows?|means?)", "(?:you are|are you) eligible",
            "eligibility (?:check|checker|test|score)",
        ),
        "nothing about the person goes into the guide": (
            "phq-?9", "gad-?7", "symptom (?:diary|tracker|checker)", "mood (?:diary|tracker)",
        ),
    }
)  # fmt: skip
"""What would make of the guide a medical device (MHRA guidance on software; our standard)."""

PROMISES = Phrases(
    {
        "give the figure: how many out of 100": (
            "(?:good|high|fair|strong|excellent) (?:chances?|odds)", "highly effective", "very effective",
        ),
        _SAY_WHAT: ("proven to work", "proven treatments?", "risk[- ]free", "(?:completely|perfectly|totally) safe"),
        "name the study, and what it found": ("studies have shown", "research shows", "science says", "experts agree"),
    }
)  # fmt: skip
"""Promises without a number (our standard: never "good chance")."""

RARE = re.compile(r"\b(?:very )?(?:rare(?:ly)?|uncommon(?:ly)?)\b", re.IGNORECASE)

LATIN = Phrases(
    {
        'say "for example" or "such as"': (r"e\.g\.?", "eg"),
        'say "that is", or say it once': (r"i\.e\.?", "ie"),
        "end the list with its last item": ("etc", "et cetera"),
        "say it plainly": (r"n\.b\.?", "nb", "via", "per annum", "per se", "vice versa", "circa"),
    }
)
"""NHS content style guide: read out wrongly by screen readers, and not known to all."""

US_SPELLING = {
    "anesthesia": "anaesthesia", "anesthetic": "anaesthetic", "anesthetist": "anaesthetist", "behavior": "behaviour",
    "behavioral": "behavioural", "canceled": "cancelled", "center": "centre", "centers": "centres", "color": "colour",
    "colors": "colours", "counseling": "counselling", "counselor": "counsellor", "defense": "defence",
    "diarrhea": "diarrhoea",
    "enrollment": "enrolment", "estrogen": "oestrogen", "favor": "favour", "favorite": "favourite", "fetus": "foetus",
    "fiber": "fibre", "fulfill": "fulfil", "gray": "grey", "hemorrhage": "haemorrhage", "honor": "honour",
    "judgment": "judgement",
    "labeled": "labelled", "labor": "labour", "leukemia": "leukaemia", "license": "licence", "liter": "litre",
    "meter": "metre",
    "mom": "mum", "neighbor": "neighbour", "odor": "odour", "offense": "offence", "pediatric": "paediatric",
    "rumor": "rumour",
    "signaling": "signalling", "skeptical": "sceptical", "theater": "theatre", "traveled": "travelled",
    "traveling": "travelling",
    "tumor": "tumour", "vapor": "vapour", "aluminum": "aluminium", "acetaminophen": "paracetamol",
    "epinephrine": "adrenaline",
    "emergency room": "A&E", "primary care physician": "GP", "drugstore": "pharmacy", "co-pay": "cost",
}  # fmt: skip
"""American spellings and words, with the British ones."""

US_WORD = _either(map(re.escape, US_SPELLING))

US_ENDING = re.compile(
    r"\b(?!size|prize|seiz|capsiz)\w{3,}(?:iz(?:e|es|ed|ing|ation|ations)|yz(?:e|es|ed|ing))\b", re.IGNORECASE
)
"""organize, analyze: the guide writes organise, analyse."""

_LISTS = (HYPE, PEOPLE, MEDICINE, SUICIDE, INSTRUCTIONS, DEVICE, PROMISES, LATIN)
UNWANTED = _either([*(pattern for phrases in _LISTS for pattern in phrases.patterns), *map(re.escape, US_SPELLING)])
"""A phrase of any list above: one search for all of them finds the few texts that the rules have to look at."""

FOR_QUIZ = Phrases(
    {
        "only explain: nothing is counted or judged": (
            "scor(?:e|es|ed|ing)", r"\d+ (?:points|marks)", "full marks", "pass(?:es|ed|ing)?", "fail(?:s|ed|ing|ure)?",
            "grades?",
            "percent(?:age)?s?", "per cent", "well done", "congratulations", "wrong answers?", "streaks?", "levels?",
            "badges?",
            "you (?:got|were) (?:it |that )?(?:right|wrong)",
        )
    }
)  # fmt: skip
"""The quiz is a way of reading, not a test (our standard)."""

ABOUT_READER = Phrases(
    {
        "ask about a fact, never about the reader": (
            "(?:do|did|are|have|were|would) you (?:feel|felt|feeling|been|ever|often|think|thinking|want|suffer|sleep|have)",
            "your (?:mood|symptoms?|feelings?|depression|thoughts?|score|risk)",
            "how (?:often|much|badly|low) (?:do|did|are|have) you",
        )
    }
)
"""A question about the person would make of the quiz a medical device."""
