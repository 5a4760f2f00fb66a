"""The guide's data model: frozen, typed values. No files, no screens, no style rules."""
