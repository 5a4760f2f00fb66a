"""Translating an edition: the worksheet of every word, what a translation must keep, and reading it back into files."""
