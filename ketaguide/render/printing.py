"""Messages about printing."""

from ketaguide.model.interface import TakeWords


def not_printed(words: TakeWords, reason: str, detail: str) -> str:
    """The message for a failed print, with our reason or else the print system's."""
    why = {"no_program": words.no_program, "no_answer": words.no_answer}.get(reason, detail or words.no_answer)
    return words.not_printed.format(why=why)
