"""The data of a search, as JSON values: the passages, lay words, places and rules that the program and the web pages share."""

from typing import Any

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.resolve.place import nation_answer
from ketaguide.resolve.view import GuideView
from ketaguide.search.passages import passages, terms
from ketaguide.search.words import rules

Tables = dict[str, Any]


def tables(guide: Guide, edition_id: EditionId, nation: Nation | None) -> Tables:
    """Everything that a search of one edition for one nation needs; its index (index.py, finder.js) is built from it."""
    view, edition = GuideView(guide, edition_id), guide.edition(edition_id)
    search = edition.search
    answers = {nation: answer for nation in guide.profile.ids if (answer := nation_answer(view, nation))}
    return {
        "rules": rules() if edition.meta.stems == "english" else rules() | {"forms": {}, "stem": []},
        "passages": [(*passage[:-1], int(passage.is_crisis)) for passage in passages(guide, edition_id, nation)],
        "nations": {nation: (answer.page, answer.title, answer.text, answer.name) for nation, answer in answers.items()},
        "places": [(place.nation, place.itself, place.names) for place in search.places if place.nation in answers],
        "here": search.place_words,
        "asked": [[one.section, one.text] for one in edition.home.questions],
        "synonyms": [
            *([term.term, *term.also] for term in terms(guide, edition_id) if term.also),
            *([synonym.means, *synonym.words] for synonym in search.synonyms),
        ],
        "stop": search.stop_words,
        "distress": search.distress,
    }
