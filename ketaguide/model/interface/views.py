"""Words that one view alone says: screen, plain, web, waiting room, aloud. `{name}` marks a place to fill in."""

from ketaguide.model.interface.words import Words


class TuiWords(Words, frozen=True):
    """The full-screen view."""

    home: str
    home_about: tuple[str, ...]
    """What this is and is not, a line each."""
    start_reading: str
    start_note: str
    all_pages: str
    all_pages_note: str
    """"{n} parts"."""
    quiz_note: str
    help_now: str
    help_now_note: str
    gp_note: str
    choose_nation: str
    about_note: str
    words_note: str
    view: str
    view_note: str
    colours: str
    day: str
    night: str
    contrast: str
    plain: str
    few_colours: str
    """In place of a choice of colours where the terminal has none to choose."""
    edition: str
    ref_note: str
    """What the numbers in brackets on a page are."""
    edition_note: str
    time_note: str
    """"{n} pages or summaries"."""
    go_on: str
    """"Go on: page {n} of {total}"."""
    path_leave: str
    keys_title: str
    keys_note: str
    next: str
    """"Next: {title}"."""
    previous: str
    """"Back: {title}"."""
    how_we_know_note: str
    """"{n} facts and their sources"."""
    more_above: str
    more_below: str
    more_below_short: str
    """In a narrow window."""
    too_small: str
    """In a window with room for the numbers to call and little else."""
    end_of_page: str
    close_sheet: str
    round_done_note: str
    another_round: str
    after_help: str
    """Under the get-help-now cards."""
    whole_directory: str
    what_it_is_for: str
    all_sources: str
    selected: str
    faults: str
    """For authors: "{n} faults in the content"."""


class PlainWords(Words, frozen=True):
    """The plain view: printed text, and the conversation by numbers."""

    option_of: str
    """"Option {n} of {total}: {option}"."""
    show_evidence: str
    """How to print the sources of a page: "{command}"."""
    welcome: tuple[str, ...]
    help_choice: str
    """The first line of every list of choices."""
    prompt: str
    not_a_choice: str
    leave_words: tuple[str, ...]
    """What a reader may type instead of a number, in small letters, to leave."""
    help_words: tuple[str, ...]
    """The same, to get help now."""
    start: str
    """Where the main choices are."""
    start_reading: str
    short_of_time: str
    words_from: str
    """"{first} to {last}"."""
    nation: str
    """"Your nation: {nation}"."""
    choose_nation: str
    variant: str
    """"Standard or Easy Read: {variant}"."""
    choose_variant: str
    now_showing: str
    """"Now showing: {choice}"."""
    leave: str
    goodbye: str
    back: str
    back_to: str
    """"Back to: {title}"."""
    main_menu: str
    go_back: str
    """After help: back to where the reader was."""
    headings: str
    more: str
    """"More: part {n} of {total}"."""
    stop: str
    at_page: str
    """"Page: {title}", before the choices at its end."""
    next_page: str
    """"Next page: {title}"."""
    again: str
    words_here: str
    pages_here: str


class HtmlWords(Words, frozen=True):
    """The pages for a browser."""

    skip: str
    site_parts: str
    """What the links at the top are called for a screen reader."""
    home: str
    all_pages: str
    search: str
    hide: str
    cover_title: str
    """The neutral page that hides the guide: it names no condition."""
    cover: str
    cover_back: str
    this_page: str
    """Above the headings of a page."""
    words_here: str
    close: str
    back_to_page: str
    """"Back to: {title}"."""
    how_we_know_note: str
    """"How we know: {n} facts and their sources"."""
    quiz_fold: str
    """Above the answers of a question, each a fold."""
    quiz_round: str
    """"{title}: {n} questions"."""
    search_note: str
    search_label: str
    search_button: str
    search_none: str
    search_found: str
    """"{n} results for {query}"."""
    search_help: str
    """Above the results where words of distress were typed."""
    search_index: str
    pages: str
    questions: str
    terms: str
    picked: str
    """Above the questions that came with the address."""
    take_note: str
    take_all: str
    take_these: str
    """Under the questions of a page."""
    take_pick: str
    take_print: str
    opens_source: str
    dated: str
    """"Edition {edition}."."""
    address: str
    """"This guide is at {url}"."""


class KioskWords(Words, frozen=True):
    """What covers the page, in a waiting room and elsewhere. It names no condition: anyone in the room may read it."""

    title: str
    waiting: tuple[str, ...]
    """How to start, and that nothing is kept."""
    for_staff: str
    quiet: tuple[str, ...]
    """The same outside opening hours."""
    hidden: tuple[str, ...]
    """How to come back."""
    hidden_kiosk: tuple[str, ...]
    warning_title: str
    warning: str
    """"In {n} seconds …"."""
    warning_more: str
    keep_reading: str
    cleaning_title: str
    cleaning: str
    """"… for {n} seconds"."""


class ListenWords(Words, frozen=True):
    """Reading aloud."""

    title: str
    here: str
    """A choice: listen to the page just read."""
    stop: str
    reading: str
    """Shown while a page is read aloud in the full-screen view: how to stop."""
    reading_lines: str
    """The same where choices are numbered."""
    reading_command: str
    """The same for a command: "{title}"."""
    no_voice: tuple[str, ...]
    """No program here can speak; how to get one: "{package}"."""
    not_heard: tuple[str, ...]
    """There is one, and it cannot be heard."""
    no_sound_file: str
    """"{package}"."""
    written: str
    """"{file}"."""
