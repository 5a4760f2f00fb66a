"""Text of single views: full screen, plain, web, kiosk, narration. `{name}` is a placeholder."""

from ketaguide.model.base import Words
from ketaguide.model.plurals import Counted


class TuiWords(Words, frozen=True):
    """Text of the full-screen view."""

    home: str
    all_pages: str
    choose_nation: str
    """"Where in {country} are you?"."""
    choose_note: str
    """Under the nations: none need be chosen."""
    closing: str
    """Question before the guide closes, asked only when something picked would be lost."""
    closing_lost: str
    """The number of questions, options and things that were picked."""
    closing_close: str
    closing_take: str
    closing_stay: str
    no_nation: str
    """On the title bar, until a nation is chosen."""
    nation_not_chosen: str
    """The choice of none, among the nations."""
    view: str
    view_alone: str
    """The same where the country has no nations."""
    colours: str
    day: str
    night: str
    contrast: str
    plain: str
    few_colours: str
    """Replaces the choice of colours on a terminal with none to choose from."""
    edition: str
    ref_note: str
    """Explanation of the bracketed numbers on a page."""
    path_leave: str
    keys_title: str
    keys_note: str
    keys_taken: tuple[str, ...]
    """Terminals that keep some of the keys for themselves, and the second keys."""
    next: str
    """"Next: {title}"."""
    previous: str
    """"Previous page: {title}"."""
    how_we_know_note: Counted
    """"{n} facts and their sources"."""
    too_small: str
    """Shown in a window with room for little but the crisis numbers."""
    end_of_page: str
    close_sheet: str
    close_word: str
    """The same with the keys that close."""
    round_done_note: str
    another_round: str
    back_to_reading: str
    """On the get-help-now page: "{key}", the key that goes back."""
    after_help: str
    """Text under the get-help-now cards."""
    whole_directory: str
    directory_alone: str
    """The same where the country has no nations."""
    what_it_is_for: str
    all_sources: str
    selected: str
    faults: Counted
    """For authors: "{n} faults in the content"."""


class PlainWords(Words, frozen=True):
    """Text of the plain view: printed pages and the numbered conversation."""

    option_of: str
    """"Option {n} of {total}: {option}", of the options side by side."""
    item_of: str
    """"{n} of {total}: {item}", of a table of nations, clinics or answers."""
    row_of: str
    """"Question {n} of {total}: {row}", of the options side by side."""
    pick_matters: str
    """Choice at the end of a page with the things that may matter."""
    compare_here: str
    """Choice at the end of a page with the options side by side; so are the next three of what it leads to."""
    by_row: str
    by_option: str
    choose_options: str
    show_evidence: str
    """Instruction for printing the sources of a page: "{command}"."""
    leave_words: tuple[str, ...]
    """Lower-case words that quit when typed instead of a number."""
    help_words: tuple[str, ...]
    """Lower-case words that open crisis help when typed instead of a number."""
    start_reading: str
    more_choices: str
    """The choice that leads to everything that is not among the first choices."""
    more_title: str
    short_of_time: str
    words_from: str
    """"{first} to {last}"."""
    nation: str
    """"Your nation: {nation}"."""
    change_nation: str
    """After a nation was chosen: the way to choose another."""
    edition: str
    """"Standard, or short and simple: {edition}"."""
    choose_edition: str
    now_showing: str
    """"Now showing: {choice}"."""
    leave: str
    goodbye: str
    back: str
    back_to: str
    """"Back to: {title}"."""
    main_menu: str
    go_back: str
    """Choice after crisis help: return to the previous place."""
    headings: str
    more: str
    """"More: part {n} of {total}"."""
    skip: str
    """Ends a text before its last part."""
    to_end: str
    """Replaces `skip` on a page, whose end offers its headings, words and questions."""
    at_page: str
    """"Page: {title}", before the choices at its end."""
    next_page: str
    """"Next page: {title}"."""
    again: str
    words_here: str
    pages_here: str


class HtmlWords(Words, frozen=True):
    """Text of the web pages."""

    skip: str
    site_parts: str
    menu: str
    """Accessible name of the navigation links at the top."""
    home: str
    all_pages: str
    search: str
    hide: str
    this_page: str
    """Label above the list of a page's headings."""
    words_here: str
    close: str
    back_to_page: str
    """"Back to: {title}"."""
    how_we_know_note: Counted
    """"How we know: {n} facts and their sources"."""
    quiz_fold: str
    """Instruction above a question's collapsible answers."""
    quiz_round: Counted
    """"{title}: {n} questions"."""
    search_note: str
    search_label: str
    search_button: str
    search_none: str
    """Above two near questions and the ways on: contents, GP, help."""
    search_unloaded: str
    """Above the ways on, where the index of the search could not be fetched."""
    search_found: Counted
    """"{n} results for {query}"."""
    search_help: str
    """Crisis help above results, when the query contains words of distress."""
    search_index: str
    pages: str
    questions: str
    terms: str
    take_note: str
    take_all: str
    take_these: str
    """Link under the questions of a page."""
    take_pick: str
    take_print: str
    take_print_large: str
    take_mine: str
    """Link under what can be picked, to the page to take along."""
    pick_address: str
    """The place in which a browser keeps what is picked."""
    moved: str
    """Link on a page at a former address, to its new one."""
    opens_source: str
    contact_more: str
    """Fold under a service: its hours, its cost and other ways to reach it."""
    people_picture: str
    """Accessible name of a picture of 100 people: "{group}"."""
    picture: str
    """Accessible name of a diagram, whose words stand below it."""
    facts: str
    """Heading of the facts about the guide, where they follow its own page."""
    dated: str
    """"Edition {edition}."."""
    address: str
    """"This guide is at {url}"."""


class WebWords(Words, frozen=True):
    """Text of the web pages that is found, shared, followed or reused."""

    data: str
    """Before the links to the facts as data."""
    data_json: str
    data_csv: str
    data_schema: str
    share: str
    """On the picture that is shown with a link, under the guide's title."""
    changes: str
    """Title of the page of what the guide says otherwise than before."""
    changes_note: str
    changes_since: str
    """Over what no version has yet."""
    changes_version: str
    """"Version {version}, {date}"."""


class CoverWords(Words, frozen=True):
    """Text of the web page that hides the guide. It names no condition."""

    title: str
    help: str
    """The link to the page of who to call."""
    show: str
    """Gives the hidden page back."""


class OfflineWords(Words, frozen=True):
    """Text of the web pages for readers without the page they asked for, and of keeping the guide on a device."""

    title: str
    lead: str
    again: str
    these: str
    more: str
    keep_title: str
    keep_note: str
    keep: str
    """Button: "Keep the whole guide …: {size}"."""
    keeping: Counted
    """"… {n} of {total} files so far"."""
    kept: str
    """"The whole guide is kept on this device: {size}"."""
    full: str
    """There is no room on the device."""
    failed: str
    """A file could not be fetched."""
    lost_title: str
    """Title of the page for an address at which there is none."""
    lost: str
    lost_start: str
    """Link to the start of the host, where the address of the guide is not known."""


class KioskWords(Words, frozen=True):
    """Text of screens that cover the page. It names no condition: other people may read it."""

    title: str
    waiting: tuple[str, ...]
    """Instruction for starting, and a note that nothing is kept."""
    for_staff: str
    quiet: tuple[str, ...]
    """Replaces `waiting` outside opening hours."""
    hidden: tuple[str, ...]
    """Instruction for showing the page again."""
    hidden_kiosk: tuple[str, ...]
    warning_title: str
    warning: Counted
    """"In {n} seconds …"."""
    warning_more: str
    keep_reading: str
    cleaning_title: str
    cleaning: Counted
    """"… for {n} seconds"."""


class ListenWords(Words, frozen=True):
    """Text of narration."""

    title: str
    here: str
    """Choice that narrates the current page."""
    stop: str
    reading: str
    """Instruction for stopping, shown during narration in the full-screen view."""
    reading_lines: str
    """Replaces `reading` in the numbered conversation."""
    reading_command: str
    """Replaces `reading` for a command: "{title}"."""
    no_voice: tuple[str, ...]
    """No speech program is installed; names one to install: "{package}"."""
    not_heard: tuple[str, ...]
    """A speech program is installed, but its output cannot be played."""
    no_sound_file: str
    """"{package}"."""
    written: str
    """"{file}"."""
