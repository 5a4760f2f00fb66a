"""The quiz asks about facts, judges nobody and counts nothing.

No score, pass, fail or percentage, no praise, no blame; no question about the reader's mood, symptoms or habits.
Source: our standard, "What keeps this an information tool and not a medical device"; MHRA guidance.

Passes:
    en/quiz.yaml:
      rounds:
        - id: syrup
          title: Syrup
          questions:
            - {id: q, kind: fact, text: "Is it red?", section: risks, cites: [syrup-harm],
               choices: [{text: "It is", feedback: Yes it is., correct: true}, {text: "It is not", feedback: It is red.}]}

Fails:
    en/quiz.yaml:
      rounds:
        - id: syrup
          title: Syrup
          questions:
            - {id: q, kind: fact, text: "How often do you feel low?", section: risks, cites: [syrup-harm],
               choices: [{text: Never, feedback: "Well done, you passed.", correct: true}, {text: Often, feedback: "No."}]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.wording import ABOUT_READER, FOR_QUIZ

ID = "quiz-tone"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Questions about the reader, and words of tests."""
    for text in draft.texts:
        if not text.place.file.endswith("/quiz.yaml"):
            continue
        for said, hint in FOR_QUIZ.found(text.text):
            yield Found(text.place, f"{said!r} makes a test of the quiz", hint)
        if text.role == "text":
            for said, hint in ABOUT_READER.found(text.text):
                yield Found(text.place, f"{said!r} asks about the reader", hint)
