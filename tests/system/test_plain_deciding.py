"""Getting ready to decide, by a person at a line-only terminal: what matters, options side by side, and the sheet to take."""

from ketaguide.model.guide import Guide
from tests.system.line_terminal import CARD, Conversation, conversation, flat


def to_the_end(terminal: Conversation, text: str) -> str:
    """Skip the rest of a text read in parts."""
    return terminal.answer("e") if text.rpartition("\n")[2].startswith("Enter: part") else text


def test_from_the_start_to_the_sheet_with_what_matters_and_the_options_to_discuss(shipped: Guide) -> None:
    with conversation(shipped, "scotland") as terminal:
        page = to_the_end(terminal, terminal.choose(terminal.output, "Getting ready"))
        text = terminal.choose(page, "Pick what matters most to me")
        for thing in ("My memory", "How soon it may work", "Driving and work"):
            text = terminal.choose(text, thing)
            assert f"Picked: {thing}" in flat(text)
        text = terminal.choose(text, "Taking more tablets")
        assert "You have picked three. Take one away first." in flat(text)
        assert CARD in flat(terminal.answer("help"))
        text = terminal.choose(terminal.answer("1"), "Back")

        text = terminal.choose(text, "Pages named on this page")
        page = to_the_end(terminal, terminal.choose(text, "What can be tried next"))
        text = terminal.choose(page, "Read the options side by side")
        text = terminal.choose(text, "Choose options")
        text = terminal.choose(terminal.choose(text, "ECT"), "Magnetic pulses")
        text = terminal.choose(text, "Back")
        text = terminal.choose(text, "Question by question")
        read = text
        while text.rpartition("\n")[2].startswith("Enter: part"):
            text = terminal.answer("")
            read += text
        (first,) = (line for line in flat(read).split("Question ") if line.startswith("1 of "))
        assert "(matters to you)" in first
        assert [name for name in ("- Carrying on as now:", "- ECT:", "- Magnetic pulses (rTMS):") if name not in first] == []
        assert "Talking therapy:" not in read

        text = terminal.choose(terminal.choose(text, "Back"), "What matters to me")
        sheet = flat(text)
        assert "Crisis: 111" in sheet
        assert "1. My memory 2. How soon it may work 3. Driving and work" in sheet
        assert "1. ECT Good for me: (blank) Hard for me: (blank) 2. Magnetic pulses (rTMS)" in sheet
