"""Renders the guide as plain text, HTML and speech: functions from model to strings. No screens, no files."""
