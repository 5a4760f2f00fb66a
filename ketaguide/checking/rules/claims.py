"""Claims and sources: verified, funded, possible, with an address."""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.checking.rule import rule
from ketaguide.checking.text import either


@rule("error")
def verified_claims(context: LintContext) -> Iterator[Finding]:
    """Every claim is verified and names where it was published.

    Claims that were not held against a published source do not enter the guide. A claim without a source could not be
    checked by a reader or a reviewer. Source: our standard, "Where facts come from"; DISCERN question 4.

    Passes:
        evidence.yaml:
          claims:
            - {id: sure, topic: benefit, statement: Test syrup is red., certainty: high, certainty_from: source,
               verified: true, as_of: 2025-06, sources: [test-page]}

    Fails:
        evidence.yaml:
          claims:
            - {id: sure, topic: benefit, statement: Test syrup is red., certainty: high, certainty_from: source,
               verified: false, as_of: 2025-06, sources: []}
    """
    for place, claim in context.claim_places():
        if not claim.verified:
            yield Finding(place.at("verified"), f"{claim.id!r} is not verified", "hold it against its source, or remove it")
        if not claim.sources:
            yield Finding(place.at("sources"), f"{claim.id!r} has no source", "say where it was published, or remove it")


OF_TRIALS = frozenset({"benefit", "risks"})
"""Topics of claims that trials were made for."""
_MAKER = "maker|manufacturer|company|industry"


@rule("error")
def funding_named(context: LintContext) -> Iterator[Finding]:
    """The funding of a trial that is shown as a picture is named, or is said not to be known.

    Who paid changes what a reader makes of a result. A claim with figures has `funding`, or the view says that it could
    not be confirmed; a trial that its maker paid for is never left open, and wording.yaml names the makers. Source: our
    standard, "who paid for the trial".

    Passes:
        evidence.yaml:
          claims:
            - {id: paid, topic: benefit, statement: The maker of syrup ran it., certainty: low, certainty_from: source,
               verified: true, as_of: 2025-06, funding: The maker of syrup paid for the trial., sources: [test-page]}

    Fails:
        wording.yaml: {makers: [Elm Syrups]}
        evidence.yaml:
          claims:
            - {id: paid, topic: benefit, statement: Elm Syrups ran it., certainty: low, certainty_from: source,
               verified: true, as_of: 2025-06, sources: [test-page],
               figures: [{measure: x, outcome: felt better, arms: [{name: syrup, per100: 9}], when: then, who: people}]}
    """
    makers = re.compile(rf"\b(?:{_MAKER}|{either(context.guide.wording.makers)})\b")
    for place, claim in context.claim_places():
        if not claim.figures or claim.topic not in OF_TRIALS or claim.funding:
            continue
        if maker := makers.search(f"{claim.statement} {claim.caveat}"):
            message = f"{claim.id!r} has figures and speaks of the {maker[0]}, and funding is empty"
            yield Finding(place, message, "say in funding who paid")


@rule("warning")
def figure_sums(context: LintContext) -> Iterator[Finding]:
    """Per 100 is what events and total make, to within one.

    A slip of the pen here is shown as a picture of the wrong number of people. Where a study gives an adjusted figure, the
    note of the figure says so. Source: our design, "Numbers live once".

    Passes:
        evidence.yaml:
          claims:
            - {id: sum, topic: risk, statement: Syrup., certainty: low, certainty_from: source, verified: true, as_of: 2025-06,
               sources: [test-page], figures: [{measure: x, outcome: felt better, when: then, who: people,
               arms: [{name: syrup, per100: 50, events: 10, total: 20}]}]}

    Fails:
        evidence.yaml:
          claims:
            - {id: sum, topic: risk, statement: Syrup., certainty: low, certainty_from: source, verified: true, as_of: 2025-06,
               sources: [test-page], figures: [{measure: x, outcome: felt better, when: then, who: people,
               arms: [{name: syrup, per100: 60, events: 10, total: 20}]}]}
    """
    for place, claim in context.claim_places():
        for at, figure in enumerate(claim.figures):
            for inner, arm in enumerate(figure.arms):
                if arm.events is None or not arm.total:
                    continue
                made = 100 * arm.events / arm.total
                if abs(made - arm.per100) > 1 and "adjusted" not in figure.note:
                    message = f"{arm.events} of {arm.total} is {made:.0f} in 100, and per100 says {arm.per100}"
                    placed = place.at("figures", at, "arms", inner, "per100")
                    yield Finding(placed, message, 'correct it, or say in note that the figure is "adjusted"')


_MIRRORS = re.compile(
    r"archive\.(?:org|ph|is|today)|webcache|googleusercontent|translate\.goog|sci-hub|scribd|academia\.edu|researchgate|europepmc"
    r"|semanticscholar|bit\.ly|tinyurl|t\.co/|amp\.|/amp/|docslide|docplayer|vdoc|studocu|coursehero|reddit|wikipedia|moreblossom"
    r"|uptodate|hndistilled|eobjstudio|github\.|huggingface|medium\.com|substack|blogspot|wordpress\.com|localhost|example\.com"
)
_ADDRESS = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:/\S*)?")


@rule("error")
def source_links(context: LintContext) -> Iterator[Finding]:
    """A source's address is that of the publication itself.

    No archive, mirror, search result, shortener or copy in the news; https; and where only a copy is known, no address:
    title, publisher and year are enough to find it. Source: our standard, "A reader sees the real reference".

    Passes:
        sources.yaml: {sources: [{id: test-page, title: A page, publisher: Elm, url: "https://elm.org.uk/page"}]}

    Fails:
        sources.yaml: {sources: [{id: test-page, title: A page, publisher: Elm, url: "http://web.archive.org/elm"}]}
    """
    for at, source in enumerate(context.guide.sources.values()):
        place = Place("sources.yaml", ("sources", at, "url"))
        if source.url and not _ADDRESS.fullmatch(source.url):
            yield Finding(place, f"{source.url!r} is not an https address", "write the publication's own address, or none")
        elif mirror := _MIRRORS.search(source.url.lower()):
            message = f"the address of {source.id!r} is that of a copy ({mirror[0]})"
            yield Finding(place, message, "write the publication's own address, or none")
