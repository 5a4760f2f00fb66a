"""Ids of the editions of the shipped guide and of the kitchen sink guide."""

STANDARD = "en"
SHORT = "en-short"
EDITIONS = (STANDARD, SHORT)
