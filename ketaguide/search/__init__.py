"""Finding pages by whatever a reader types: an index in memory, made from the guide, gone when the program ends."""

from ketaguide.model.contact import Nation
from ketaguide.model.found import Results
from ketaguide.model.guide import Guide, Variant
from ketaguide.search.distress import Distress
from ketaguide.search.index import Index
from ketaguide.search.terms import nearest_term

__all__ = ["Finder", "nearest_term"]


class Finder:
    """Searches one guide. An index is made when first needed, and what was typed is kept nowhere.

    Only one edition and nation are searched at a time, and only their index is kept: it is made in less than a keystroke.
    """

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._here: tuple[Variant, Nation | None] | None = None
        self._index: Index
        self._distress: dict[Variant, Distress] = {}

    def find(self, typed: str, variant: Variant, nation: Nation | None) -> Results:
        """What the guide has on anything at all that a reader may type; never raises for what was typed."""
        if self._here != (variant, nation):
            self._here, self._index = (variant, nation), Index(self.guide, variant, nation)
        return self._index.find(typed, distress=self.is_distress(typed, variant))

    def is_distress(self, typed: str, variant: Variant) -> bool:
        """Whether to show who to call, for the words alone."""
        if variant not in self._distress:
            phrases = self.guide.edition(variant).search.distress
            self._distress[variant] = Distress(phrases, self.guide.calls_for_help(variant))
        return self._distress[variant].matches(typed)
