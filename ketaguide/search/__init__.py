"""Full-text search over a guide, in an in-memory index that is never stored."""

from ketaguide.model.contact import Nation
from ketaguide.model.found import Results
from ketaguide.model.guide import Guide, Variant
from ketaguide.search.distress import Distress
from ketaguide.search.index import Index
from ketaguide.search.terms import nearest_term

__all__ = ["Finder", "nearest_term"]


class Finder:
    """Searches one guide. Builds the index on first use and stores no query.

    Keeps only the index of the current edition and nation; building it takes less time than a keystroke.
    """

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._here: tuple[Variant, Nation | None] | None = None
        self._index: Index
        self._distress: dict[Variant, Distress] = {}

    def find(self, typed: str, variant: Variant, nation: Nation | None) -> Results:
        """Search for any input; never raises for what was typed."""
        if self._here != (variant, nation):
            self._here, self._index = (variant, nation), Index(self.guide, variant, nation)
        return self._index.find(typed, distress=self.is_distress(typed, variant))

    def is_distress(self, typed: str, variant: Variant) -> bool:
        """True when the words call for crisis numbers above the results."""
        if variant not in self._distress:
            phrases = self.guide.edition(variant).search.distress
            self._distress[variant] = Distress(phrases, self.guide.calls_for_help(variant))
        return self._distress[variant].matches(typed)
