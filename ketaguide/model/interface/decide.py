"""Text of the options grid and of "What matters most to me". `{name}` is a placeholder."""

from ketaguide.model.interface.words import Words


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
    cleared: str
    """The answer in the conversation, where all picks were taken away."""
    """Choice that takes all picks away."""
    compare: str
    """Instruction for setting options beside carrying on as now."""
    show_all: str
    """Choice that shows every option again."""
