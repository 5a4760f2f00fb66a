"""Resolves a guide for one reader: model in, resolved values out. No files, no clock, no drawing."""
