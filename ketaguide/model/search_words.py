"""Search vocabulary: synonyms, words of distress and stop words."""

from ketaguide.model.base import StrictStruct
from ketaguide.model.contact import Nation


class Synonym(StrictStruct, frozen=True, kw_only=True):
    """Lay words and the guide's own term for them. Other names of glossary terms stand in the glossary."""

    means: str
    """The guide's own word. Example: test syrup"""
    words: tuple[str, ...]
    """Lay words for it. Example: [red stuff, sirup]"""


class KnownPlace(StrictStruct, frozen=True, kw_only=True):
    """Names of places in one nation. A search for one begins with that nation's answer, and chooses nothing."""

    nation: Nation
    """The nation. Example: scotland"""
    itself: tuple[str, ...] = ()
    """Names of the nation itself. Example: [Wales, Cymru]"""
    names: tuple[str, ...]
    """Places in it, but no word with another meaning. A name of places in two nations stands in both. Example: [Glasgow]"""


class SearchWords(StrictStruct, frozen=True, kw_only=True):
    """search.yaml of one edition."""

    synonyms: tuple[Synonym, ...]
    """Lay words and the guide's own."""
    distress: tuple[str, ...]
    """Phrases that always bring up crisis numbers; nothing is concluded about the reader. Example: [want to die]"""
    stop_words: tuple[str, ...]
    """Words ignored in a query, unless nothing else was typed. Example: [the, a, of]"""
    place_words: tuple[str, ...] = ()
    """Words that, beside a place, ask what there is: the search begins with its nation's answer. Example: [clinic, near]"""
    places: tuple[KnownPlace, ...] = ()
    """Places, and the nation whose answer a search for them begins with."""
