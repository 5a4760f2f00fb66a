"""The data of a search, as JSON values: the passages, lay words, places and rules that the program and the web pages share."""

from typing import Any

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.resolve.place import nation_answer
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import nation_name
from ketaguide.search.passages import Passage, passages, terms
from ketaguide.search.words import rules

Tables = dict[str, Any]


def tables(guide: Guide, edition_id: EditionId, nation: Nation | None) -> Tables:
    """Everything that a search of one edition for one nation needs; its index (index.py, finder.js) is built from it."""
    view, search = GuideView(guide, edition_id), guide.edition(edition_id).search
    answers = {nation: answer for nation in guide.profile.ids if (answer := nation_answer(view, nation))}
    return {
        "rules": rules() if guide.edition(edition_id).meta.stems == "english" else rules() | {"forms": {}, "stem": []},
        "passages": [_row(passage) for passage in passages(guide, edition_id, nation)],
        "nations": {
            nation: [answer.page, answer.title, answer.text, nation_name(nation, view)]
            for nation, answer in answers.items()
        },
        "places": [
            [place.nation, list(place.itself), list(place.names)] for place in search.places if place.nation in answers
        ],
        "here": list(search.place_words),
        "asked": [[one.section, one.text] for one in guide.edition(edition_id).home.questions],
        "synonyms": [
            *([term.term, *term.also] for term in terms(guide, edition_id) if term.also),
            *([synonym.means, *synonym.words] for synonym in search.synonyms),
        ],
        "stop": list(search.stop_words),
        "distress": list(search.distress),
    }  # fmt: skip


def _row(passage: Passage) -> list[Any]:
    return [
        passage.kind, passage.id, passage.section, passage.title, list(passage.names), passage.head, list(passage.sentences),
        passage.more, int(passage.is_crisis),
    ]  # fmt: skip
