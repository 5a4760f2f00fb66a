"""The smallest Textual app that answers a key; every ratio is to it."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

WORDS = "ready"


class EmptyApp(App[None]):
    """Shows one word, and after a key how many have been pressed."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """Show the word."""
        yield Static(WORDS)

    def on_key(self, event: events.Key) -> None:
        """Count the key."""
        self.pressed += 1
        self.query_one(Static).update(f"{WORDS} {self.pressed}")


if __name__ == "__main__":
    EmptyApp().run()
