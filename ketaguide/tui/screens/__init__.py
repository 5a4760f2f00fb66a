"""Screens: the one that shows every page, and the sheet that opens over it."""
