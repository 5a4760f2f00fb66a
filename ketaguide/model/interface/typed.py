"""Text of the conversation about what can be typed at its prompts. `{name}` is a placeholder."""

from ketaguide.model.base import Words
from ketaguide.model.plurals import Counted


class Command(Words, frozen=True):
    """Something that can be typed at every prompt."""

    words: tuple[str, ...]
    """A letter and lower-case words that mean the same when typed alone; phrases also with other small words around them."""
    does: str = ""
    """The line on it in the list of what can be typed; without one, it is not listed."""


class Commands(Words, frozen=True):
    """Everything that can be typed at every prompt, besides help, numbers, and words to look for."""

    next: Command
    back: Command
    again: Command
    end: Command
    headings: Command
    find: Command
    """Alone, or followed by the words to look for."""
    short: Command
    """The other edition, whichever is shown."""
    simple: Command
    standard: Command
    menu: Command
    nation: Command
    questions: Command
    matters: Command
    take: Command
    """Everything that was picked, on one page."""
    phone: Command
    hide: Command
    what: Command
    """Lists what can be typed."""

    def named(self) -> dict[str, Command]:
        """The commands by their names."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


class TypedWords(Words, frozen=True):
    """Prompts of the conversation, and answers to what was typed."""

    begin: str
    """Said once at the start: what can be typed."""
    letters: str
    """Said once, at the first page: its letters."""
    tail: str
    """The end of every prompt: how to get help, and how to hear what can be typed."""
    enter: str
    """"Enter: {does}.", the beginning of a prompt: what Enter alone does."""
    this_list: str
    """The default at a list of choices: it is read again."""
    answers: str
    """The default at the start."""
    number: str
    """"number {n}", the default where choices are read one after another: the next of them."""
    more: str
    """The default after the last result of a list."""
    part: str
    """"part {n} of {total}", the default while a text is read."""
    next_page: str
    go_back: str
    words_or_back: str
    """The beginning of a prompt for words."""
    hidden: str
    """The whole prompt while the guide is hidden."""
    at: str
    """"{title} Part {n} of {total}.", on returning to a page."""
    no_such: str
    """The answer to a number that is not among the choices."""
    several: str
    """Several choices have the words: their numbers follow."""
    not_here: str
    """The answer to a letter that does nothing at this prompt."""
    at_start: str
    """The answer to going back from the first place."""
    searched: str
    """Before the number of results: the words name no choice and no page."""
    nothing: str
    """The answer to words that the guide does not have."""
    read_more: str
    """After a word was explained: "{title}" of the page with more, which can be typed."""
    on_page: Counted
    """"On this page, in (part|parts) {parts}.", with the numbers of the parts that have the words."""
    next_found: str
    """After on_page, where several parts have the words: the way to the next one."""
    no_more: str
    """No further part has the words; the results of the whole guide follow."""
    take: str
    """Said once, after the first pick: the way to all of them."""
    phone_address: str
    """Before the address that takes along what was picked."""
    phone_text: str
    """The same where the guide has no address: a text to copy."""
    phone_nothing: str
    """Nothing was picked yet."""
    numbers: str
    """Heading of the choices by number, in the list of what can be typed."""
    or_words: str
    """In the list of what can be typed: words do, too."""
    always: tuple[str, ...]
    """Ends the list of what can be typed: help, and leaving."""
