"""The guide as text: functions that take the model and return words. No screens, no files."""
