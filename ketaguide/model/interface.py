"""Every word the program itself says, by the view that says it. `{name}` marks a place to fill in."""

import msgspec


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all groups of words."""


class Labels(_Words):
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
    for_nations: str
    """"In {nations}:"."""


class CrisisWords(_Words):
    """The banner and the get-help-now screen."""

    get_help_now: str
    life_at_risk: str
    crisis: str
    talk: str
    see_your_gp: str


class Interface(_Words):
    """interface.yaml of one variant."""

    labels: Labels
    crisis: CrisisWords
