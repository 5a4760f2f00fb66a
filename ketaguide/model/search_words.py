"""Search vocabulary: synonyms, words of distress and stop words."""

import msgspec


class Synonym(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lay words and the guide's own term for them. Other names of glossary terms stand in the glossary."""

    means: str
    """The guide's own word. Example: ketamine"""
    words: tuple[str, ...]
    """Lay words for it. Example: [special k, ket]"""


class SearchWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """search.yaml of one edition."""

    synonyms: tuple[Synonym, ...]
    """Lay words and the guide's own."""
    distress: tuple[str, ...]
    """Phrases that always bring up crisis numbers; nothing is concluded about the reader. Example: [want to die]"""
    stop_words: tuple[str, ...]
    """Words ignored in a query, unless nothing else was typed. Example: [the, a, of]"""
