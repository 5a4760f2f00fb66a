"""Words of a guide's topic that rules of the checker look for."""

from ketaguide.model.base import StrictStruct


class Wording(StrictStruct, frozen=True, kw_only=True):
    """wording.yaml: the topic's words, for the checker alone. Each is found as a whole word, and with an s after it."""

    conditions: tuple[str, ...] = ()
    """Names of the condition, the one to write first: nobody fights it, and no quiz asks about the reader's own.
    Example: [hay fever]"""
    labels: tuple[str, ...] = ()
    """Names that make of people their condition. Example: [the sneezing]"""
    treatments: tuple[str, ...] = ()
    """Treatments: no sentence tells a reader to take or stop one, and one that names them states a fact, which needs a source.
    Example: [test syrup, the lozenge]"""
    facts: tuple[str, ...] = ()
    """Other words by which a sentence states a fact that needs a source: parts of the body, authorities, classes of the law.
    Example: [pollen count]"""
    makers: tuple[str, ...] = ()
    """Makers of the treatments: a trial that speaks of one names who paid for it. Example: [Elm Syrups]"""
    measures: tuple[str, ...] = ()
    """Scales, scores and diaries by which a person is measured, which a guide never does. Example: [sneezing diary]"""
    drugs: tuple[str, ...] = ()
    """Words near which a drug is an illegal one, or part of a name, and not a medicine. Example: [illicit]"""
