"""Nations of the UK, whose guides most tests use."""

from ketaguide import crisis

NATIONS = tuple(crisis.NATION_NAMES)
