"""Measurements of the program that are no tests: each is a command."""
