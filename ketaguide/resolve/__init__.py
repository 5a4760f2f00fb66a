"""Decides what a guide says to one reader: model in, decided values out. No files, no clock of its own, no drawing."""
