"""Every word the program itself says, by the view that says it. `{name}` marks a place to fill in."""

import msgspec


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all groups of words."""


class Labels(_Words, frozen=True):
    """Words that every view says the same way."""

    in_short: str
    minutes: str
    """"{n} min read"."""
    important: str
    do: str
    do_not: str
    non_urgent: str
    """Care card levels, said in words: "Non-urgent advice:"."""
    urgent: str
    emergency: str
    in_100: str
    """"{n} in 100"."""
    in_100_range: str
    """"(the study's range: {low} to {high} in 100)"."""
    counted: str
    """"{events} of {total} people"."""
    picture_note: str
    """Under the pictures: each mark is one person of 100 in the study."""
    who: str
    when: str
    how_sure: str
    who_paid: str
    who_paid_unknown: str
    high: str
    moderate: str
    low: str
    very_low: str
    not_rated: str
    sure_by_source: str
    sure_by_editor: str
    as_of: str
    """"as of {date}"."""
    they_say: str
    evidence_says: str
    verdict: str
    option_label: str
    """"{option}:" before an option's answers."""
    contents_phone: str
    """"Call {phone}"."""
    text_to: str
    """"Text {word} to {number}"."""
    text_only: str
    """"Text {number}"."""
    hours: str
    cost: str
    website: str
    other_ways: str
    check_hours: str
    expect: str
    for_whom: str
    added_by: str
    questions_to_ask: str
    how_we_know: str
    source: str
    sources: str
    not_reviewed: str
    reviewed: str
    """"Reviewed by {role}, {date}. Next review {next}."."""
    updated: str
    """"Last updated {date}"."""
    not_in_easy_read: str
    easy_is_older: str
    all_nations: str
    england: str
    scotland: str
    wales: str
    northern_ireland: str
    en: str
    """Names of the variants: "Standard"."""
    en_easy: str
    term_meaning: str
    """"{term} ({meaning})"."""
    also_called: str
    say_it: str
    picture_in_words: str
    people_who: str
    """"People who {outcome}:" before the figures of each group."""
    contents: str
    words: str
    """The glossary."""
    page_of: str
    """"Page {n} of {total}"."""
    read_more: str
    """"Read more: {title}"."""
    for_nations: str
    """"In {nations}:"."""


class CrisisWords(_Words, frozen=True):
    """The banner and the get-help-now screen."""

    get_help_now: str
    life_at_risk: str
    crisis: str
    talk: str
    see_your_gp: str


class KeyWords(_Words, frozen=True):
    """Names of keys on the key bar, and what they do, for the help page."""

    get_help_now: str
    contents: str
    search: str
    questions: str
    view: str
    back: str
    easy: str
    standard: str
    hide: str
    clean: str
    """For staff, on the waiting screen of a kiosk."""
    keys: str
    listen: str
    close: str
    tab: str
    enter: str
    digits: str
    arrows: str
    pages: str
    edges: str
    mouse: str


class TuiWords(_Words, frozen=True):
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
    edition: str
    ref_note: str
    """What the numbers in brackets on a page are."""
    edition_note: str
    time_title: str
    """"In {n} minutes"."""
    time_note: str
    """"{n} pages or summaries"."""
    go_on: str
    """"Go on: page {n} of {total}"."""
    whole_page: str
    """"Read the whole page: {title}"."""
    path_done: str
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


class QuizWords(_Words, frozen=True):
    """The self-check."""

    title: str
    intro: str
    question_of: str
    """"Question {n} of {total}"."""
    you_chose: str
    correct: str
    right_answer: str
    skip: str
    next_question: str
    previous_question: str
    leave: str
    round_done: str


class AboutWords(_Words, frozen=True):
    """The page about the guide itself."""

    title: str
    is_not: str
    who_answers: str
    review: str
    author: str
    funding: str
    conflicts: str
    written: str
    facts_checked: str
    next_update: str
    updates: str
    licences: str
    access: str
    """What works for whom, and what does not."""
    access_words: tuple[str, ...]


class PlainWords(_Words, frozen=True):
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


class TakeWords(_Words, frozen=True):
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
    known_ids: str
    """Above the ids that `ketaguide takeaway` can be asked for."""


class HtmlWords(_Words, frozen=True):
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
    """"Facts last checked {date}. Edition {edition}."."""
    address: str
    """"This guide is at {url}"."""


class FindWords(_Words, frozen=True):
    """Searching, and what it came to."""

    title: str
    note: str
    type_words: str
    """Before anything is typed."""
    prompt: str
    """In the conversation; one line is typed."""
    enter_alone: str
    """How to go back without searching."""
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


class KioskWords(_Words, frozen=True):
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


class ListenWords(_Words, frozen=True):
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


class Interface(_Words, frozen=True):
    """interface.yaml of one variant."""

    labels: Labels
    crisis: CrisisWords
    keys: KeyWords
    tui: TuiWords
    quiz: QuizWords
    about: AboutWords
    plain: PlainWords
    take: TakeWords
    html: HtmlWords
    find: FindWords
    kiosk: KioskWords
    listen: ListenWords
