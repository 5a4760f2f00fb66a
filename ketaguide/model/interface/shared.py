"""Text shared by all views: labels, crisis help, keys, quiz and about page. `{name}` is a placeholder.

`(fact|facts)` beside `{n}` is the first for one, the second for any other number.
"""

from ketaguide.model.base import Words
from ketaguide.model.plurals import Counted


class Labels(Words, frozen=True):
    """Labels shared by all views."""

    in_short: str
    minutes: Counted
    """"{n} min read"."""
    questions: Counted
    """"{n} questions, with short answers": replaces the minutes on a reference page."""
    important: str
    do: str
    do_not: str
    non_urgent: str
    """Care card levels in words: "Non-urgent advice:"."""
    urgent: str
    emergency: str
    in_100: str
    """"{n} in 100"."""
    in_100_range: str
    """"(the study's range: {low} to {high} in 100)"."""
    counted: Counted
    """"{events} of {total} people"."""
    who: str
    how_sure: str
    who_paid: str
    who_paid_unknown: str
    as_in: str
    """"as in {title}", after the names of facts that a figure shares with the fact box right before it."""
    as_before: str
    """The same after a figure without a title."""
    high: str
    moderate: str
    low: str
    very_low: str
    not_rated: str
    sure_by_source: str
    sure_by_editor: str
    as_of: str
    """"as of {date}"."""
    as_of_range: str
    """"as of {first} to {last}", for several facts."""
    as_read: str
    """Replaces `as_of` for a source without a date."""
    they_say: str
    evidence_says: str
    verdict: str
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
    check_listed: str
    """Replaces `check_hours` when the number is unconfirmed too."""
    expect: str
    for_whom: str
    added_by: str
    questions_to_ask: str
    how_we_know: str
    as_under: str
    """Replaces the sources of a fact that stand under the heading {title} too."""
    know_which: str
    """Before the headings of a page, to choose whose sources are read."""
    know_all: str
    no_addresses: str
    with_addresses: str
    addresses_left_out: str
    """After the choice to leave them out; the next, after the other one."""
    addresses_read: str
    source: str
    sources: str
    last_checked: str
    """"We last checked this in {date}.", beside a contact that is overdue for checking."""
    facts_checked: str
    """"Facts last checked {date}, to be checked again by {next}."."""
    overdue: str
    """One line for an overdue guide: its due date {date}, the consequence, and advice."""
    not_updated: str
    """One line where updates no longer come: the day of the last one {date}, the consequence, and advice."""
    not_reviewed: str
    reviewed: str
    """"Reviewed by {role}, {date}. Next review {next}."."""
    wrong: str
    """One line under each page, where the guide has an address for what is wrong in it {address}."""
    wrong_at_site: str
    """The same of the site that shows it: its name {site} and its address {address}."""
    updated: str
    """"Last updated {date}"."""
    may_change: str
    """"Facts on this page that may change: {as_of}."."""
    all_nations: str
    """"All {country} nations"."""
    your_nation: str
    """"{nation} (your nation)", in a table of nations."""
    term_meaning: str
    """"{term} ({meaning})"."""
    also_called: str
    say_it: str
    picture_in_words: str
    people_who: str
    """"People who {outcome}:", before the figures of each group."""
    contents: str
    words: str
    """Title of the glossary."""
    page_of: str
    """"Page {n} of {total}"."""
    time_title: Counted
    """"In {n} minutes"."""
    whole_page: str
    """"Read the whole page: {title}"."""
    path_done: Counted
    """Words for the end of a path of {n} minutes."""
    read_more: str
    """"Read more: {title}"."""
    for_nations: str
    """"In {nations}:"."""


class FactBoxWords(Words, frozen=True):
    """Text of fact boxes, the same in all views."""

    outcome: str
    """Head of the column of outcomes."""
    difference: str
    """Head of the column of differences."""
    out_of_100: str
    """"{n} out of 100"."""
    range: str
    """"could be {low} to {high}", after a share."""
    ranges: str
    """The words that begin `range`, to be explained."""
    ranges_mean: str
    """Their meaning."""
    judged: str
    """"this is {judge}", after the label on how sure we are."""
    better: str
    worse: str
    each: str
    """"For each figure: {sure}", where all rows of a group are as sure."""
    no_figure: str
    """Replaces the figures of an outcome that the trials did not count."""
    no_figures: str
    """The same beside the label of a group, where they counted none of its outcomes."""
    unknown: str
    elsewhere: str
    """Label of figures from other people or trials, under the box."""
    checked: str
    """"Facts checked {date}."."""
    advice: str


class CrisisWords(Words, frozen=True):
    """Text of the crisis banner and the get-help-now screen."""

    get_help_now: str
    help_now: str
    """The same on the banner, beside its keys."""
    life_at_risk: str
    crisis: str
    talk: str
    call_if: str
    """"Call {phone} if:", the urgent card's heading once a nation is chosen."""
    or_go: str
    """After the first reason to call in an emergency: the other {place} to go."""
    option: str
    """The {option} to choose on the urgent number that {nations} share."""
    same_reasons: str
    """"{name}", a second urgent number, called for the reasons just said."""
    any_hour: str
    """"{name}", a service to talk to, day or night."""


class KeyWords(Words, frozen=True):
    """Labels of keys on the foot bar and their descriptions on the help page."""

    either: str
    """"{key} or {other}": a key and a second one that does the same."""
    help: str
    get_help_now: str
    contents: str
    search: str
    questions: str
    view: str
    back: str
    short: str
    standard: str
    hide: str
    clean: str
    """Cleaning mode: for staff, on a kiosk's waiting screen."""
    keys: str
    listen: str
    close: str
    choose: str
    """Name of the keys that choose."""
    open: str
    more: str
    """Name of the button that shows the keys for which a narrow foot bar has no room."""
    contents_does: str
    """On the page of keys, after the name of the key; likewise the next four."""
    listen_does: str
    short_does: str
    hide_does: str
    close_does: str
    tab: str
    enter: str
    digits: str
    digits_keys: str
    """The name of the keys with digits; so is the next one of those with arrows."""
    arrows: str
    arrows_keys: str
    pages: str
    edges: str
    mouse: str


class QuizWords(Words, frozen=True):
    """Text of the self-check quiz."""

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


class AboutWords(Words, frozen=True):
    """Text of the page about the guide."""

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
    write_to: str
    """Label of the addresses for what is wrong."""
    licences: str
    access: str
    """Heading of the accessibility notes."""
    access_words: tuple[str, ...]
