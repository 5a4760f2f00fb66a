"""Screens: main screen, search, sheets and covers."""
