"""The full-screen view. The only part that knows Textual."""
