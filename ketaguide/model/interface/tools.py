"""Text in every view of the first page, search, the options and the takeaway. `{name}` is a placeholder."""

from ketaguide.model.base import Words
from ketaguide.model.plurals import Counted


class HomeWords(Words, frozen=True):
    """Text of the first page; its questions stand in home.yaml."""

    ask: str
    """Words in the search field of a guide whose home.yaml has none."""
    short_of_time: str
    minutes: Counted
    """"{n} min"."""
    step: str
    """"step {n} of {total}", under the minutes of a path that was started."""
    gp_note: str
    ready_note: str
    """Under the page on getting ready to decide."""
    where: str
    """Asks for the nation."""
    where_note: str
    """Says that the answer is free."""
    where_why: str
    """The reason for asking, where there is room for it."""
    answers: Counted
    """"{n} more questions"."""
    all_pages: Counted
    """"All {n} pages"."""
    words: str
    quiz: str
    about: str


class FindWords(Words, frozen=True):
    """Text of the search form and its results."""

    title: str
    note: str
    type_words: str
    """Shown before anything is typed."""
    letters: str
    """Button that shows the on-screen letters."""
    letters_away: str
    alphabet: str
    """The on-screen letters, in order."""
    space: str
    delete: str
    """Button that deletes the last letter."""
    results: Counted
    """"{n} (result|results)"."""
    nothing: str
    instead: str
    """"Showing results for {words}."."""
    as_typed: str
    """Choice that undoes a correction; "{words}" are those that were typed."""
    also: str
    """"Also looked for: {words}."."""
    place_in: str
    """"{place} is in {nation}."."""
    place_both: str
    """The same for a name of places in several "{nations}"."""
    near: str
    """Heading of two questions, where nothing was found."""
    most_asked: str
    """The same where no question is near to the words."""
    opens_at: str
    """Said before part "{n}" of "{total}" of a page, which holds the answer."""
    section: str
    """Kind and location of a result; so are the next four."""
    faq: str
    """"Question on the page {page}"."""
    term: str
    contact: str
    myth: str
    """"A claim that people hear, on the page {page}"."""
    nation: str
    """"Part of the page {page}", for one nation."""
    help_line: str
    """First line of the crisis help above results; implies nothing about the reader."""
    help_call: str
    """"{what}: call {phones}"."""
    help_go: str
    """"{what}: call {phones} or go to {place}"."""
    help_more: str
    again: str
    """Choice that starts another search."""
    back_to_results: str
    to_read: str
    """"To read it: {command}"."""
    nearest_term: str
    """Suggests the nearest entry, "{term}", for a word not in the glossary."""


class DecideWords(Words, frozen=True):
    """Text of the options grid and of the things that matter most."""

    intro: str
    """Above the grid: the order of the options, and that it does not say what to do."""
    no_number: str
    """The answer of a row of numbers where none was found; options.yaml says it in these words."""
    matters: str
    """Mark, in brackets, of a row that tells of a thing the reader picked."""
    pick: str
    """Instruction above the things that may matter."""
    pick_note: str
    """Below them: what picking does and does not do."""
    full: str
    """The answer to a fourth pick, of things and of options alike."""
    picked: str
    """"Picked: {text}", for things read out one at a time; so is the next."""
    not_picked: str
    is_picked: str
    """After what was picked, in brackets."""
    count: str
    """"{n} of {most} picked"."""
    clear: str
    """Choice that takes all picks away."""
    cleared: str
    """The answer in the conversation, where all picks were taken away."""
    compare: str
    """Instruction for setting options beside carrying on as now."""
    show_all: str
    """Choice that shows every option again."""


class TakeWords(Words, frozen=True):
    """Text of "My questions" and the takeaway."""

    title: str
    note: str
    none_yet: str
    pick: str
    """Instruction above the questions at the end of a page."""
    pick_all: str
    in_list: str
    """Mark after a question that is in the list."""
    see: str
    """"My questions ({n})"."""
    take_home: str
    """Before the ways to take the list home, such as `phone` and `on_paper`."""
    phone: str
    on_paper: str
    most_asked: str
    """Above the questions offered to a reader who has picked none."""
    by_page: str
    select: str
    """Instruction above the list: how to move a question or take it out."""
    up: str
    down: str
    remove: str
    remove_named: str
    """"Remove: {question}", for choices read out one at a time; so are the next two."""
    up_named: str
    down_named: str
    added: str
    """"Added to my questions: {question}"."""
    removed: str
    """"Taken out of my questions: {question}"."""
    all_picked: str
    pick_here: str
    change: str
    empty: str
    empty_sure: str
    emptied: str
    keep: str
    home_title: str
    """Title of the takeaway."""
    home_note: str
    read: str
    fewer: str
    """Choice where no code fits."""
    matters: str
    """Heading of the things that matter most to the reader; so are the next two of their parts."""
    options: str
    tried: str
    blank: str
    """A place to write in, where no line can be drawn or seen."""
    good: str
    """Above the place for what would be good about an option; the next for what would be hard."""
    hard: str
    tried_what: str
    """First column of what was tried; so are the next three."""
    tried_dose: str
    tried_long: str
    tried_result: str
    paid: str
    """Heading of the funding of the studies, where home.yaml has none."""
    bring: str
    """Fallback title of the checklist."""
    near: str
    shown_by: str
    """Label for the site that shows the guide."""
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
    print_wait: Counted
    """Print limit reached: "… in about {n} minutes"."""
    known_ids: str
    """Heading of the ids that `ketaguide takeaway` accepts."""
