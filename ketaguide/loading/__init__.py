"""Loads files into a `Guide`: the only code that knows YAML, files and line numbers."""
