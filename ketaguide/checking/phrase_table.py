"""The rules that are lists of phrases: a row for each, in no order. The kind of rule is in `phrases`.

In a pattern, <treatments> and the like stand for the words of that field of wording.yaml.
"""

import re
from functools import lru_cache

from ketaguide.checking.phrases import PhraseRule, Phrases, any_of
from ketaguide.checking.text import SHARE
from ketaguide.model.wording import Wording

_SAY_WHAT = "say what it did, for how many people, and for how long"
_OF_MEDICINE = "(?:medicines?|doses?|tablets?|<treatments>)"
_OUR_TOOL = "(?:this|the) (?:guide|tool|page|quiz|program|app)"
_ILLEGAL = (
    r"\b(?:alcohol|drink(?:s|ing)?|illegal|illicit|street|recreational|party|misuse|abuse|dependence|class"
    r"|schedule|controlled|(?:use|using|any|other|about|with) drugs?|driving|laws?|offences?|suppl\w+|harm"
    r"|banned|licen\w+|advis\w+|council|firearms|administration|services?|charit\w+|helplines?|lines?"
    r"|<drugs>)\b"
)  # fmt: skip
"""Near these words a drug is an illegal or misused one, or part of a name."""
_RISKS = ("risks?", "chances?", "odds", "rates?", "relapses?")
_RISK = f"(?:{'|'.join(_RISKS)})"
_CHANGED = tuple(f"{verb}(?:es?|ed|ing)" for verb in ("halv", "doubl", "tripl"))
_FIGURE = rf"{SHARE}|no figures?|not known|do(?:es)? not (?:know|say)|could not|how often|how many"
"""A figure, or that there is none."""

PHRASE_RULES = (
    PhraseRule(
        "suicide-words", "error", "Suicide is spoken of without crime, success, method, place or amount.",
        """Never "commit suicide" or "successful attempt"; nothing that shows how. Words in quotation marks, named as what not
        to say, are exempt. Source: Samaritans' media guidelines, 6th edition, 2020.""",
        Phrases("{said!r} can harm somebody who reads it", {
            'say "died by suicide" or "took their own life"': (
                "commit(?:s|ted|ting)? suicide", "successful(?:ly)? (?:suicides?|attempts?)",
            ),
            'say "tried to end their life"': ("(?:failed|unsuccessful|successful) (?:suicide )?attempts?", "failed suicides?"),
            "give the figure and its source": ("(?:suicide|mental health) epidemics?", "epidemic of suicides?"),
            "leave it out": ("suicide (?:bids?|spots?|hotspots?|notes?|pacts?)",),
            "say what the person needs": ("cry for help", "attention[- ]seeking"),
            "no method, no place and no amount": (
                "(?:lethal|fatal|deadly) (?:doses?|amounts?|overdoses?)", "overdos(?:e|es|ed|ing) (?:on|of|with)",
                *(f"{harm} (?:your|them|him|her)sel(?:f|ves)" for harm in (
                    "hang(?:ed|ing)?", "shoot(?:ing)?", "cut(?:ting)?", "poison(?:ed|ing)?",
                )),
                "jump(?:ed|ing)? (?:off|from|in front)",
            ),
        }, quotes_exempt=True),
        passes='Say "died by suicide". Leave out "committed suicide".', fails="Some people commit suicide.",
    ),
    PhraseRule(
        "no-instructions", "error", "No sentence tells a person what to take, to stop or to ask for in what amount.",
        """The guide sets out choices and questions; the reader and their team decide. "Do not stop without asking" is safe and
        may be said. wording.yaml names the treatments. Source: our standard; the UK regulator's guidance on medical device
        software.""",
        Phrases(
            "{said!r} tells a person what to take", {
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
            }, exempt=("saying", "question"),
        ),
        passes="Do not stop your medicine without asking.",
        fails='''wording.yaml: {treatments: [test syrup]}
en/sections/risks.yaml: {summary: [You should take test syrup.]}''',
    ),
    PhraseRule(
        "not-a-device", "error", "The guide does not diagnose, detect, monitor, calculate, score or assess.",
        """Nothing about the person goes in and nothing about the person comes out; words that say otherwise would make a
        medical device of an information tool. To deny it is welcome. wording.yaml names the scales of the topic. Source: the
        UK regulator's "Medical devices: software applications"; our standard, "What keeps this an information tool".""",
        Phrases("{said!r} is what a medical device does", {
            "say that it gives information": (
                rf"{_OUR_TOOL} (?:can |will |helps to |may )?"
                r"(?:diagnos|detect|monitor|calculat|assess|predict|screen|measur|treat)\w*",
            ),
            "nothing about the person comes out of the guide": (
                "your (?:score|risk score|results?) (?:is|are|shows?|means?)", "(?:you are|are you) eligible",
                "eligibility (?:check|checker|test|score)",
            ),
            "nothing about the person goes into the guide": (
                "symptom (?:diary|tracker|checker)", "<measures>",
            ),
        }, denial_exempt=True),
        passes="This guide cannot diagnose anybody.", fails="This guide helps to monitor your syrup.",
    ),
    PhraseRule(
        "people-first", "error", "People come before their condition.",
        """"People with" a condition, never sufferers, victims, addicts or the mentally ill. wording.yaml names the condition.
        Source: NHS content style guide, mental health; our standard.""",
        Phrases("{said!r} makes a person their condition", {
            'say "people with <condition>"': ("mentally ill", "<labels>"),
            'say "has", or "people with"': (
                "suffer(?:s|ed|ing)? (?:from|with)", "sufferers?", "victims?", "afflicted", "stricken",
            ),
            'say "people who use", or "people with"': (
                "(?:drug|substance|alcohol) (?:abusers?|addicts?)", "addicts?", "junkies", "alcoholics", "schizophrenics?",
                "psychotics",
            ),
        }),
        passes="Some people with hiccups feel dizzy.",
        fails='''wording.yaml: {conditions: [hiccups], labels: [the hiccuping]}
en/sections/risks.yaml: {summary: [The hiccuping feel dizzy.]}''',
    ),
    PhraseRule(
        "hype", "error", "No words of adverts, wonder or battle.",
        """Miracle, breakthrough, game-changer, lifeline, last resort, glimmer, fight, journey: each promises more than a trial
        can, or makes an illness a matter of courage. "Cure" may be said only to deny it or to ask. What others say (a myth's
        saying) is exempt. Source: our standard; NHS content style guide; the UK regulator's Blue Guide on adverts.""",
        Phrases("{said!r} promises too much or fights too hard", {
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
                "battl(?:e|es|ed|ing)", "war on", "fight(?:s|ing)? (?:against |off )?(?:your |the )?(?:illness|<conditions>)",
                "beat(?:s|ing)? (?:your |the )?(?:illness|<conditions>)", "conquer(?:s|ed|ing)?", "warriors?",
            ),
            'say "N out of 100 people", and what happened to them': ("success rates?", "cure rates?"),
        }, exempt=("saying",)),
        Phrases(
            "{said!r} is said and not denied", {"say what it did, for how many, for how long": ("cur(?:e|es|ed|ing)",)},
            exempt=("saying",), denial_exempt=True, containing=("cur",),
        ),
        passes="It is not a cure. It helped some people for a week.", fails="This breakthrough is a cure.",
    ),
    PhraseRule(
        "promises", "error", "No promise without its figure.",
        """"Good chance", "very effective", "studies have shown": nobody can picture these, and each reader hears another
        number. Source: our standard; NHS content style guide, numbers; IPDAS v4, "probabilities".""",
        Phrases(
            "{said!r} promises without a figure", {
                "give the figure: how many out of 100": (
                    "(?:good|high|fair|strong|excellent) (?:chances?|odds)", "highly effective", "very effective",
                ),
                _SAY_WHAT: ("proven to work", "proven treatments?", "risk[- ]free", "(?:completely|perfectly|totally) safe"),
                "name the study, and what it found": ("studies have shown", "research shows", "science says", "experts agree"),
            }, exempt=("saying",), quotes_exempt=True,
        ),
        passes="In one trial 55 out of 100 people felt better.", fails="Studies have shown that you have a good chance.",
    ),
    PhraseRule(
        "rare", "warning", '"Rare" and "uncommon" stand with their figure, or say that there is none.',
        """For one reader rare is 1 in 100 and for another 1 in a million. Where no figure is known, say so in the same block.
        Source: NHS content style guide; EMA guideline on side effects in leaflets.""",
        Phrases(
            "{said!r} stands without a figure",
            {'give it, or say "we found no figure"': ("(?:very )?(?:rare(?:ly)?|uncommon(?:ly)?)",)},
            exempt=("saying", "question"), where=lambda text: "/sections/" in text.place.file, unless=_FIGURE,
            containing=("rare", "uncommon"),
        ),
        passes="It is rare: we found no figure for how often.", fails="It is rare.",
    ),
    PhraseRule(
        "relative-risk", "error", "No relative risk: twice as likely, half the risk, 30 per cent more.",
        """It is true of 2 and 1 in a million as of 60 and 30 out of 100, and readers take it for the second. Give both shares
        out of 100 and the difference. Symptoms that halved are an outcome, not a risk. Source: NHS content style guide,
        numbers; IPDAS v4, "absolute risks"; Cochrane, plain language summaries.""",
        Phrases(
            "{said!r} compares without saying how many",
            {
                "give both shares out of 100, and the difference": (
                    *(f"{times} as (?:likely|many|often|common)" for times in ("twice", "half", "times")),
                    "times (?:more|less|fewer|higher|lower) (?:likely|people|often|common)", "times the (?:risk|chance|rate)",
                    *(f"{verb} (?:the |your |their )?{_RISK}" for verb in ("twice", "half", *_CHANGED)),
                    *(f"{risk} (?:was |is |were |are )?(?:halved|doubled|tripled|cut by half)" for risk in _RISKS),
                    r"\d\d*[- ]fold", r"\d[\d.]* ?(?:%|per ?cent) (?:more|less|fewer|higher|lower|better)",
                    "relative risks?", "risk ratios?", "odds ratios?", "hazard ratios?",
                )
            },
            exempt=("saying",),
        ),
        passes="55 out of 100 felt better on syrup, and 41 out of 100 on water.",
        fails="On syrup you are twice as likely to feel better.",
    ),
    PhraseRule(
        "ranges", "error", "A range is two numbers, with words between them.",
        """"13 to 49 out of 100" can be pictured. "Up to 49" hides the lower end, a dash is read aloud as "minus", and "plus or
        minus" asks for sums. Source: IPDAS v4, "uncertainty around probabilities"; NHS content style guide.""",
        Phrases(
            "{said!r} is no range that a reader can picture",
            {
                'say both ends: "13 to 49 out of 100"': (
                    r"\d\d* ?- ?\d+ (?:people )?(?:out of|in) 100", r"up to (?:about )?\d+ (?:people )?(?:out of|in) 100",
                    "plus or minus", "give or take", "margins? of error", "(?:confidence|credible) intervals?",
                )
            },
            exempt=("saying",),
        ),
        passes="It helped some people, 48 to 62 of the 195.", fails="It helped up to 62 out of 100 people, give or take.",
    ),
    PhraseRule(
        "plain-words", "error", "The plain word: medicine, not medication; side effect, not adverse event.",
        """"Drug" is kept for illegal drugs, misuse, driving law and names of services: beside such a word it may stand, and
        otherwise it is a medicine. Source: NHS content style guide, "medicines" and "drugs"; our standard.""",
        Phrases("{said!r} has a plainer word", {
            'say "medicine"': ("medications?", "meds", "pharmaceuticals?"),
            'say "GP", "doctor" or "clinic"': ("health ?care (?:providers?|professionals?)", "practitioners?"),
            'say "side effects" or "harm"': ("adverse (?:events?|effects?|reactions?)",),
            'say "use"': ("utili[sz]e[sd]?",),
            'say "how well it works"': ("efficac(?:y|ious)",),
        }, exempt=("saying", "also", "name", "say")),
        Phrases(
            "{said!r} stands for a medicine", {'say "medicine", or "illegal drug"': ("drugs?",)},
            exempt=("saying", "also", "name", "say"), unless=_ILLEGAL, containing=("drug",),
        ),
        passes="Tell them about every medicine. Illegal drugs count too.",
        fails="Tell them about your medication. This drug raises pressure.",
    ),
    PhraseRule(
        "latin", "error", "No eg, ie, etc, nb or via.",
        """Screen readers read them as letters, and not everybody knows them. Source: NHS content style guide.""",
        Phrases("{said!r} is not plain English", {
            'say "for example" or "such as"': (r"e\.g\.?", "eg"),
            'say "that is", or say it once': (r"i\.e\.?", "ie"),
            "end the list with its last item": ("etc", "et cetera"),
            "say it plainly": (r"n\.b\.?", "nb", "via", "per annum", "per se", "vice versa", "circa"),
        }),
        passes="Some feelings, for example dizziness, pass.", fails="Some feelings, e.g. dizziness, pass.",
    ),
    PhraseRule(
        "signs", "error", 'No & outside A&E, no bare %, no / for "or".',
        """Write "and", "out of 100", "or". Names of services and titles keep theirs. Source: NHS content style guide.""",
        Phrases(
            "{said!r} stands for a word",
            {
                "write and": (r"(?<!a)&|&(?!e\b)",),
                'write "out of 100"': ("%", r"\b\d[\d.]* ?per ?cent\b"),
                'write "or", or "they"': (r"\b(?:and/or|his/her|he/she|s/he)\b",),
                "say it in words": (r"(?<!\w)[#@](?!\w*\.\w)|[~^|<>=]",),
            },
            exempt=("saying", "name"), where=lambda text: not text.place.file.endswith("interface.yaml"), borders=False,
            containing=(*"&%/#@~^|<>=", "per cent", "percent"),
        ),
        passes="Go to A&E. It helped 55 out of 100 people.", fails="Nausea & dizziness and/or headache: 55% of people.",
    ),
    PhraseRule(
        "quiz-tone", "error", "The quiz asks about facts, judges nobody and counts nothing.",
        """No score, pass, fail or percentage, no praise, no blame; no question about the reader's mood, symptoms or habits.
        Source: our standard, "What keeps this an information tool and not a medical device"; the UK regulator's guidance.""",
        Phrases("{said!r} makes a test of the quiz", {
            "only explain: nothing is counted or judged": (
                "scor(?:e|es|ed|ing)", r"\d+ (?:points|marks)", "full marks", "pass(?:es|ed|ing)?", "fail(?:s|ed|ing|ure)?",
                "grades?", "percent(?:age)?s?", "per cent", "well done", "congratulations", "wrong answers?", "streaks?",
                "levels?", "badges?", "you (?:got|were) (?:it |that )?(?:right|wrong)",
            )
        }, where=lambda text: text.place.file.endswith("/quiz.yaml")),
        Phrases("{said!r} asks about the reader", {
            "ask about a fact, never about the reader": (
                "(?:do|did|are|have|were|would) you "
                "(?:feel|felt|feeling|been|ever|often|think|thinking|want|suffer|sleep|have)",
                "your (?:mood|symptoms?|feelings?|thoughts?|score|risk|<conditions>)",
                "how (?:often|much|badly|low) (?:do|did|are|have) you",
            )
        }, where=lambda text: text.place.file.endswith("/quiz.yaml") and text.role == "text"),
        passes='''en/quiz.yaml: {rounds: [{id: syrup, questions: [{id: pressure, text: "Does pressure go up?"}]}]}''',
        fails='''en/quiz.yaml: {rounds: [{id: syrup, questions: [{id: pressure, text: "How often do you feel low?"}]}]}''',
    ),
)  # fmt: skip


@lru_cache(maxsize=8)
def flagged(wording: Wording) -> re.Pattern[str]:
    """A phrase of any list, and the character before it, in texts that stand one below the other; skips from blank to blank."""
    lists = (phrases for rule in PHRASE_RULES for phrases in rule.lists_of(wording) if not phrases.containing)
    return any_of((pattern for phrases in lists for pattern in phrases.patterns), r"\W", re.MULTILINE)
