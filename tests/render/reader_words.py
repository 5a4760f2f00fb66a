"""All reader-visible words of a value of the model, whatever the view."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ketaguide.model.block import Block, Details, Faq
from ketaguide.model.prose import Prose
from ketaguide.resolve.nation import for_nation, shown
from ketaguide.resolve.view import GuideView

_NOT_SAID = {"id", "ids", "kinds", "cites", "nations", "claim", "measure", "comparison", "contacts", "urgency", "picture"}

_OF_A_KIND = {"Myth": {"answers"}, "CareCard": {"heading"}, "FactBox": {"arms"}}
"""Kind of block → further fields; the heading of a care card depends on the nation, the groups of a fact box lose their
capital inside a sentence; both have tests of their own."""


def texts(value: Any) -> Iterator[str]:
    """Every run of words in a value, without the ids that only the program reads."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, Prose):
        yield from (" ".join(span.text.split()) for span in value.spans)
    elif isinstance(value, msgspec.Struct):
        ids = _NOT_SAID | _OF_A_KIND.get(type(value).__name__, set())
        for name in value.__struct_fields__:
            if name not in ids:
                yield from texts(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts(item)


def read_in(view: GuideView, blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with the words and, inside folds, the blocks for a nation."""
    for block in shown(blocks, view.nation):
        match block:
            case Details():
                block = msgspec.structs.replace(block, blocks=tuple(shown(block.blocks, view.nation)))
            case Faq():
                block = msgspec.structs.replace(block, answer=tuple(shown(block.answer, view.nation)))
        yield for_nation(block, view)
