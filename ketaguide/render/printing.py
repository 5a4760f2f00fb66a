"""What is said of printing."""

from ketaguide.model.interface import TakeWords


def not_printed(words: TakeWords, reason: str, detail: str) -> str:
    """That nothing was printed, and why, in our words or else in those of the print system."""
    why = {"no_program": words.no_program, "no_answer": words.no_answer}.get(reason, detail or words.no_answer)
    return words.not_printed.format(why=why)
