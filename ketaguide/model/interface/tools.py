"""Words of what a reader can use in any view: search, and questions to take along. `{name}` marks a place to fill in."""

from ketaguide.model.interface.words import Words


class FindWords(Words, frozen=True):
    """Searching, and what it came to."""

    title: str
    note: str
    type_words: str
    """Before anything is typed."""
    prompt: str
    """In the conversation; one line is typed."""
    enter_alone: str
    """How to go back without searching."""
    letters: str
    """Shows letters to press."""
    letters_away: str
    alphabet: str
    """The letters, in order."""
    space: str
    delete: str
    """Takes the last letter away."""
    results: str
    """"{n} results"."""
    one_result: str
    nothing: str
    instead: str
    """"Showing results for {words}."."""
    also: str
    """"Also looked for: {words}."."""
    section: str
    """What each kind of result is, and where it stands."""
    faq: str
    """"Question on the page {page}"."""
    term: str
    contact: str
    myth: str
    """"A claim that people hear, on the page {page}"."""
    has: str
    """"Found: {words}"."""
    help_line: str
    """Above the results, with who to call. It concludes nothing about anyone."""
    help_call: str
    """"{what}: call {phones}"."""
    help_go: str
    """"{what}: call {phones} or go to A&E"."""
    help_more: str
    again: str
    """Search for something else."""
    back_to_results: str
    to_read: str
    """"To read it: {command}"."""
    nearest_term: str
    """"{term}", where a word is not in the glossary."""


class TakeWords(Words, frozen=True):
    """My questions, and taking them home."""

    title: str
    note: str
    none_yet: str
    pick: str
    """Above the questions at the end of a page: how to pick one."""
    pick_all: str
    in_list: str
    """After a question that is in the list."""
    see: str
    """"My questions: {n}"."""
    up: str
    down: str
    remove: str
    remove_named: str
    """"Remove: {question}", where choices are heard one at a time; so are the next two."""
    up_named: str
    down_named: str
    added: str
    """"Added to my questions: {question}"."""
    all_picked: str
    pick_here: str
    change: str
    empty: str
    empty_sure: str
    emptied: str
    keep: str
    home_title: str
    """Title of what is taken home."""
    home_note: str
    read: str
    bring: str
    """The checklist's title where the page gives it none."""
    near: str
    shown_by: str
    """The site that shows the guide."""
    open_hours: str
    code: str
    code_note: str
    code_of: str
    """"Code {n} of {total}"."""
    next_code: str
    code_too_small: str
    print: str
    print_sure: str
    """"Print on {printer}? …"."""
    printed: str
    not_printed: str
    """"It was not printed. {why}"."""
    no_program: str
    no_answer: str
    print_wait: str
    """Enough has been printed: "… in about {n} minutes"."""
    known_ids: str
    """Above the ids that `ketaguide takeaway` can be asked for."""
