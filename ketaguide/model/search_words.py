"""Words that readers type, and where they lead."""

import msgspec


class Synonym(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What people type, and the guide's own words for it. Other names of glossary terms stand in the glossary."""

    means: str
    words: tuple[str, ...]


class SearchWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """search.yaml of one variant."""

    synonyms: tuple[Synonym, ...]
    distress: tuple[str, ...]
    """Words beside which who to call is always shown. Nothing is concluded about whoever typed them."""
    stop_words: tuple[str, ...]
    """Words too common to look for, unless nothing else was typed."""
