"""Claims and sources: verified, funded, possible, with an address."""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, rule
from ketaguide.checking.text import either
from ketaguide.model.evidence import Claim, Figure, Source


@rule("error")
def verified_claims(context: LintContext) -> Iterator[Finding]:
    """Every claim is verified and names where it was published.

    Claims that were not held against a published source do not enter the guide. A claim without a source could not be
    checked by a reader or a reviewer. Source: our standard, "Where facts come from"; DISCERN question 4.

    Passes:
        evidence.yaml: {claims: [{id: syrup-harm, verified: true, sources: [test-page]}]}

    Fails:
        evidence.yaml: {claims: [{id: syrup-harm, verified: false, sources: []}]}
    """
    for place, claim in context.every(Claim):
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
        evidence.yaml: {claims: [{id: syrup-response, statement: Its maker ran it., funding: Its maker paid for it.}]}

    Fails:
        wording.yaml: {makers: [Elm Syrups]}
        evidence.yaml: {claims: [{id: syrup-response, statement: Elm Syrups ran it., funding: ""}]}
    """
    makers = re.compile(rf"\b(?:{_MAKER}|{either(context.guide.wording.makers)})\b")
    for place, claim in context.every(Claim):
        is_open = claim.figures and claim.topic in OF_TRIALS and not claim.funding
        if is_open and (maker := makers.search(f"{claim.statement} {claim.caveat}")):
            message = f"{claim.id!r} has figures and speaks of the {maker[0]}, and funding is empty"
            yield Finding(place, message, "say in funding who paid")


@rule("warning")
def figure_sums(context: LintContext) -> Iterator[Finding]:
    """Per 100 is what events and total make, to within one.

    A slip of the pen here is shown as a picture of the wrong number of people. Where a study gives an adjusted figure, the
    note of the figure says so. Source: our design, "Numbers live once".

    Passes:
        evidence.yaml:
          claims: [{id: syrup-harm, figures: [{measure: pain, outcome: felt pain, when: at once, who: test people,
            arms: [{name: syrup, per100: 50, events: 10, total: 20}]}]}]

    Fails:
        evidence.yaml:
          claims: [{id: syrup-harm, figures: [{measure: pain, outcome: felt pain, when: at once, who: test people,
            arms: [{name: syrup, per100: 60, events: 10, total: 20}]}]}]
    """
    for place, figure in context.every(Figure):
        for at, arm in enumerate(figure.arms):
            made = 100 * arm.events / arm.total if arm.events is not None and arm.total else arm.per100
            if abs(made - arm.per100) > 1 and "adjusted" not in figure.note:
                message = f"{arm.events} of {arm.total} is {made:.0f} in 100, and per100 says {arm.per100}"
                hint = 'correct it, or say in note that the figure is "adjusted"'
                yield Finding(place.at("arms", at, "per100"), message, hint)


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
        sources.yaml: {sources: [{id: test-page, url: "https://elm.org.uk/page"}]}

    Fails:
        sources.yaml: {sources: [{id: test-page, url: "http://web.archive.org/elm"}]}
    """
    for place, source in context.every(Source):
        if source.url and not _ADDRESS.fullmatch(source.url):
            message = f"{source.url!r} is not an https address"
        elif mirror := _MIRRORS.search(source.url.lower()):
            message = f"the address of {source.id!r} is that of a copy ({mirror[0]})"
        else:
            continue
        yield Finding(place.at("url"), message, "write the publication's own address, or none")
